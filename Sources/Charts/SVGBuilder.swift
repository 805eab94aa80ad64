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
    private(set) var markup = ""

    mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
        start(name, attributes)
        markup += ">"
    }

    mutating func close(_ name: StaticString) {
        markup += "</\(name)>"
    }

    mutating func empty(_ name: StaticString, _ attributes: [Attribute] = []) {
        start(name, attributes)
        markup += "/>"
    }

    mutating func text(_ content: String) {
        markup += escaped(content)
    }

    mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text content: String) {
        open(name, attributes)
        text(content)
        close(name)
    }

    private mutating func start(_ name: StaticString, _ attributes: [Attribute]) {
        markup += "<\(name)"
        for attribute in attributes {
            markup += " \(attribute.name)=\""
            switch attribute.value {
            case .text(let value): markup += escaped(value)
            case .number(let value): markup += decimal(value, places: 2)
            case .share(let value): markup += decimal(value * 100, places: 3) + "%"
            }
            markup += "\""
        }
    }
}
