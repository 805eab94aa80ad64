// What a page fills its template with: the texts, and the form they come in.

private import Mustache

/// The texts of a page in the order of its fields, as bytes.
struct TemplateValues {
    /// One byte for each key: whether its text is there, whether its flag is set, where its list ends. Pages of the same form differ in
    /// their texts only.
    private(set) var form: [UInt8] = []
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// `capacity` for bytes.
    init(capacity: Int) {
        form.reserveCapacity(512)
        ends.reserveCapacity(512)
        bytes.reserveCapacity(capacity)
    }

    /// Where the text stands in `bytes`.
    func range(ofText number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    mutating func add(text: String?) {
        guard let text else { return form.append(FormByte.absent) }
        add(bytes: text.utf8)
    }

    mutating func add(bytes text: some Collection<UInt8>) {
        // An empty text has no place: Mustache indents the lines of a partial, but not what prints nothing.
        guard !text.isEmpty else { return form.append(FormByte.empty) }
        form.append(FormByte.present)
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
    }

    mutating func add(flag: Bool) { form.append(flag ? FormByte.present : FormByte.absent) }

    mutating func add(part: (some TemplateModel)?) {
        guard let part else { return form.append(FormByte.absent) }
        form.append(FormByte.present)
        part.add(to: &self)
    }

    mutating func add(list: [some TemplateModel]) {
        for part in list { add(part: part) }
        form.append(FormByte.absent)
    }
}

private enum FormByte {
    static let absent: UInt8 = 0
    static let present: UInt8 = 1
    static let empty: UInt8 = 2
}

/// Reads a form in the order in which it was written, and puts marks where the texts go.
struct FormReader {
    private var rest: ArraySlice<UInt8>
    private var texts = 0

    init(_ form: [UInt8]) { rest = form[...] }

    mutating func text() -> Any {
        switch rest.removeFirst() {
        case FormByte.absent: return AbsentText()
        case FormByte.empty: return ""
        default:
            defer { texts += 1 }
            return TemplateMark.text(texts)
        }
    }

    /// A flag, or whether a part is there, or whether a list goes on.
    mutating func isPresent() -> Bool { rest.removeFirst() == FormByte.present }
}

/// A text that is not there: prints nothing, and its section is left out.
private struct AbsentText: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

/// What stands for a text while Mustache renders: a character that Unicode keeps for a program's own use and that no template may
/// hold, U+FDD1, and the text's number. The `<` behind it tells afterwards whether Mustache escapes text there.
enum TemplateMark {
    static let bytes: [UInt8] = [0xEF, 0xB7, 0x91]
    static let character = String(decoding: bytes, as: UTF8.self)

    static func text(_ number: Int) -> String { "\(character)\(number)<" }
}
