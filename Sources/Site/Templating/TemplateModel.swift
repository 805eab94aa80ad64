// The contract between a page model and its template, declared once: the keys that are checked are the keys that are filled.

private import Mustache
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

/// One key of a model. Text can only be `Markdown`, so a plain `String` cannot get into a document.
struct TemplateField<Model: Sendable>: Sendable {
    let name: String
    let shape: TemplateShape
    fileprivate let value: @Sendable (Model) -> Any

    static func text(_ name: String, _ read: @escaping @Sendable (Model) -> Markdown?) -> Self {
        Self(name: name, shape: .text) { model in read(model).map { $0.source as Any } ?? AbsentText() }
    }

    /// The content of a table's cell: a pipe in it does not end the cell.
    static func cell(_ name: String, _ read: @escaping @Sendable (Model) -> Markdown) -> Self {
        Self(name: name, shape: .text) { Markdown.cell(read($0)).source }
    }

    static func flag(_ name: String, _ read: @escaping @Sendable (Model) -> Bool) -> Self {
        Self(name: name, shape: .flag) { read($0) }
    }

    static func part<Part: TemplateModel>(_ name: String, _ read: @escaping @Sendable (Model) -> Part?) -> Self {
        Self(name: name, shape: Part.shape) { model in read(model).map { $0.context as Any } ?? false }
    }

    static func list<Part: TemplateModel>(_ name: String, _ read: @escaping @Sendable (Model) -> [Part]) -> Self {
        Self(name: name, shape: Part.shape) { read($0).map(\.context) }
    }
}

extension TemplateModel {
    static var shape: TemplateShape { .part(keys) }

    static var keys: [String: TemplateShape] {
        Dictionary(fields.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every key is always there: a missing one would be looked up in the part around.
    var context: [String: Any] {
        Dictionary(Self.fields.map { ($0.name, $0.value(self)) }, uniquingKeysWith: { first, _ in first })
    }
}

/// A text that is not there: prints nothing, and its section is left out.
private struct AbsentText: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}
