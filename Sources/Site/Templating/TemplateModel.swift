// The contract between a page model and its template, declared once: the keys that are checked are the keys that are filled.

import MarkdownHTML

/// A page, or a part of one, as its template sees it.
protocol TemplateModel: Sendable {
    static var fields: [TemplateField<Self>] { get }
}

/// A page with a template of its own.
protocol TemplatePage: TemplateModel {
    /// `overview` for `overview.md`.
    static var template: String { get }
    /// How much stands in a section, by its id: "87", "9 frames".
    var counts: [String: String] { get }
}

extension TemplatePage {
    var counts: [String: String] { [:] }
}

/// The frame around a document, or a part of it. Mustache escapes its texts for HTML unless the layout has them in three braces.
protocol FrameModel: TemplateModel {}

/// One key of a model. Text of a document can only be `Markdown`, so a plain `String` cannot get into one.
struct TemplateField<Model: Sendable>: Sendable {
    let name: String
    let shape: TemplateShape
    /// Adds what stands behind the key to the values of a page.
    fileprivate let add: @Sendable (Model, inout TemplateValues) -> Void
    /// What Mustache gets in its place.
    fileprivate let mark: @Sendable (inout FormReader) -> Any

    static func text(_ name: String, _ read: @escaping @Sendable (Model) -> Markdown?) -> Self {
        Self(name: name, shape: .text) {
            $1.add(text: read($0)?.source)
        } mark: {
            $0.text()
        }
    }

    /// The content of a table's cell: a pipe in it does not end the cell.
    static func cell(_ name: String, _ read: @escaping @Sendable (Model) -> Markdown) -> Self {
        text(name) { Markdown.cell(read($0)) }
    }

    static func flag(_ name: String, _ read: @escaping @Sendable (Model) -> Bool) -> Self {
        Self(name: name, shape: .flag) {
            $1.add(flag: read($0))
        } mark: {
            $0.isPresent()
        }
    }

    static func part<Part: TemplateModel>(_ name: String, _ read: @escaping @Sendable (Model) -> Part?) -> Self {
        Self(name: name, shape: Part.shape) {
            $1.add(part: read($0))
        } mark: {
            $0.isPresent() ? Part.marks(&$0) as Any : false
        }
    }

    static func list<Part: TemplateModel>(_ name: String, _ read: @escaping @Sendable (Model) -> [Part]) -> Self {
        Self(name: name, shape: Part.shape) {
            $1.add(list: read($0))
        } mark: { form in
            var parts: [[String: Any]] = []
            while form.isPresent() { parts.append(Part.marks(&form)) }
            return parts
        }
    }
}

extension TemplateField where Model: FrameModel {
    static func plain(_ name: String, _ read: @escaping @Sendable (Model) -> String) -> Self {
        Self(name: name, shape: .text) {
            $1.add(text: read($0))
        } mark: {
            $0.text()
        }
    }

    /// HTML, for three braces.
    static func finished(_ name: String, _ read: @escaping @Sendable (Model) -> [UInt8]) -> Self {
        Self(name: name, shape: .text) {
            $1.add(bytes: read($0))
        } mark: {
            $0.text()
        }
    }
}

extension TemplateModel {
    static var shape: TemplateShape { .part(keys) }

    static var keys: [String: TemplateShape] {
        Dictionary(fields.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
    }

    func add(to values: inout TemplateValues) {
        for field in Self.fields { field.add(self, &values) }
    }

    /// Every key is always there: a missing one would be looked up in the part around.
    static func marks(_ form: inout FormReader) -> [String: Any] {
        Dictionary(fields.map { ($0.name, $0.mark(&form)) }, uniquingKeysWith: { first, _ in first })
    }
}
