// Markup as a value: names are literals of this program, every other character is escaped on its way in.

/// An attribute whose value is escaped or formatted according to its type.
struct Attribute {
    enum Value {
        case text(String)
        case number(Double)
        /// A share of 1, written in percent.
        case share(Double)
    }

    var name: StaticString
    var value: Value

    static func text(_ name: StaticString, _ value: String) -> Attribute { Attribute(name: name, value: .text(value)) }
    static func number(_ name: StaticString, _ value: Double) -> Attribute { Attribute(name: name, value: .number(value)) }
    static func share(_ name: StaticString, _ value: Double) -> Attribute { Attribute(name: name, value: .share(value)) }
}

struct SVGBuilder {
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    var markup: String { String(decoding: bytes, as: UTF8.self) }

    mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
        start(name, attributes)
        append(">")
    }

    mutating func close(_ name: StaticString) {
        append("</")
        append(name)
        append(">")
    }

    mutating func empty(_ name: StaticString, _ attributes: [Attribute] = []) {
        start(name, attributes)
        append("/>")
    }

    mutating func text(_ content: String) {
        appendEscaped(content, to: &bytes)
    }

    mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text content: String) {
        open(name, attributes)
        text(content)
        close(name)
    }

    private mutating func start(_ name: StaticString, _ attributes: [Attribute]) {
        append("<")
        append(name)
        for attribute in attributes {
            append(" ")
            append(attribute.name)
            append("=\"")
            switch attribute.value {
            case .text(let value): text(value)
            case .number(let value): appendDecimal(value, places: 2, to: &bytes)
            case .share(let value):
                appendDecimal(value * 100, places: 3, to: &bytes)
                append("%")
            }
            append("\"")
        }
    }

    private mutating func append(_ literal: StaticString) {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }
}
