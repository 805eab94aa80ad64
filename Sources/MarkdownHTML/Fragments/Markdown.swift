// Typed Markdown: the only way for a value to get into a document.

/// A piece of Markdown that says what its values say and nothing else. A plain `String` cannot become one unescaped,
/// except through `trusted`, which is for our own words.
///
/// Characters that hide or reorder text (controls, zero-width and bidirectional ones) are written as `\u{202E}`.
package struct Markdown: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    package let source: String

    private init(source: String) { self.source = source }

    private init(bytes: [UInt8]) { self.init(source: String(decoding: bytes, as: UTF8.self)) }

    /// A literal in our own code is Markdown; never call this by name.
    package init(stringLiteral value: String) { self.init(source: value) }

    package struct StringInterpolation: StringInterpolationProtocol {
        var source = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}
        package mutating func appendLiteral(_ literal: String) { source += literal }
        package mutating func appendInterpolation(_ fragment: Markdown) { append(fragment.source, to: &source) }
        package mutating func appendInterpolation(_ number: Int) { source += String(number) }
    }

    package init(stringInterpolation: StringInterpolation) { self.init(source: stringInterpolation.source) }

    /// Running text: every character that could be markup is escaped; line ends become spaces.
    package static func text(_ value: String) -> Markdown {
        if saysItself(value.utf8.span) { return Markdown(source: value) }
        return Markdown(bytes: escapedText(replacingLineEnds(in: visible(value), with: UInt8(ascii: " "))))
    }

    /// A code span with as many backticks as it takes; line ends become spaces. Nothing for the empty string.
    package static func code(_ value: String) -> Markdown {
        if standsInCode(value.utf8.span) { return Markdown(source: "`\(value)`") }
        return Markdown(bytes: codeSpan(replacingLineEnds(in: visible(value), with: UInt8(ascii: " "))))
    }

    /// A fenced block with a fence longer than any in the text. `kind` is one of ours: "log", "stack", "json", "layers", "text".
    /// It stands on lines of its own.
    package static func fenced(_ kind: StaticString, _ value: String) -> Markdown {
        Markdown(bytes: fencedBlock(kind, replacingLineEnds(in: visible(value), with: 0x0A)))
    }

    /// The content of a table cell: a pipe in it is escaped, whatever stands around it. Applied once, around the whole cell.
    package static func cell(_ content: Markdown) -> Markdown {
        let text = content.source.utf8.span
        var isPlain = true
        for index in text.indices where text[index] == UInt8(ascii: "|") || text[index] == 0x0A || text[index] == 0x0D {
            isPlain = false
        }
        guard !isPlain else { return content }
        var bytes: [UInt8] = []
        for byte in content.source.utf8 {
            if byte == UInt8(ascii: "|") { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte == 0x0A || byte == 0x0D ? UInt8(ascii: " ") : byte)
        }
        return Markdown(bytes: bytes)
    }

    /// A link; the target is percent-encoded where CommonMark needs it. A target with a scheme other than http, https and mailto
    /// becomes a relative one.
    package static func link(_ text: Markdown, to target: String) -> Markdown {
        Markdown(source: "[\(text.source)](<\(String(decoding: linkTarget(visible(target)), as: UTF8.self))>)")
    }

    /// Documents that were written as Markdown by whoever runs us: templates and advice.
    package static func trusted(_ markdown: String) -> Markdown { Markdown(source: markdown) }

    package static func joined(_ parts: [Markdown], separator: StaticString) -> Markdown {
        var result = ""
        for (index, part) in parts.enumerated() {
            if index > 0 { result += separator.description }
            append(part.source, to: &result)
        }
        return Markdown(source: result)
    }
}

/// Two code spans side by side would become one; a blank keeps them apart.
private func append(_ part: String, to source: inout String) {
    if source.utf8.last == UInt8(ascii: "`"), part.utf8.first == UInt8(ascii: "`") { source += " " }
    source += part
}
