// HTML as bytes under construction, and the one place where text is escaped for it.

/// A growing piece of HTML.
struct HTML {
    private(set) var bytes: [UInt8] = []

    /// Markup of our own.
    mutating func markup(_ literal: StaticString) {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    mutating func number(_ value: Int) {
        bytes.append(contentsOf: String(value).utf8)
    }

    /// SVG of a figure, or HTML that was built before: inserted as it is.
    mutating func finished(_ html: String) {
        bytes.append(contentsOf: html.utf8)
    }

    /// Text or an attribute's value: everything that could be markup is escaped.
    mutating func text(_ value: some Sequence<UInt8>) {
        for byte in value { append(byte) }
    }

    mutating func text(_ value: String) { text(value.utf8) }

    /// Text of a log: as `text`, and a redaction token such as `‹user:7d1e›` is marked as one.
    mutating func evidence(_ value: ArraySlice<UInt8>) {
        var index = value.startIndex
        while index < value.endIndex {
            if value[index] == 0xE2, let end = redactionTokenEnd(in: value, at: index) {
                markup("<span class=\"redacted\">")
                text(value[index..<end])
                markup("</span>")
                index = end
            } else {
                append(value[index])
                index += 1
            }
        }
    }

    private mutating func append(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "<"): markup("&lt;")
        case UInt8(ascii: ">"): markup("&gt;")
        case UInt8(ascii: "&"): markup("&amp;")
        case UInt8(ascii: "\""): markup("&quot;")
        default: bytes.append(byte)
        }
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }
}

private let tokenStart: [UInt8] = Array("‹".utf8)
private let tokenEnd: [UInt8] = Array("›".utf8)

/// The end of the redaction token that starts at `start`: `‹`, a lower-case rule, a colon, up to 60 more bytes, `›`. A bare `‹n›` is the
/// placeholder of a group's name and no redaction.
func redactionTokenEnd(in bytes: ArraySlice<UInt8>, at start: Int) -> Int? {
    guard bytes[start...].starts(with: tokenStart) else { return nil }
    var index = start + tokenStart.count
    let limit = min(bytes.endIndex, index + 80)
    let ruleStart = index
    while index < limit, isLowerLetter(bytes[index]) || bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard index > ruleStart, index < limit, bytes[index] == UInt8(ascii: ":") else { return nil }
    while index < limit, bytes[index] != 0xE2 {
        guard bytes[index] > 0x20, bytes[index] != UInt8(ascii: "<") else { return nil }
        index += 1
    }
    guard index < limit, bytes[index...].starts(with: tokenEnd) else { return nil }
    return index + tokenEnd.count
}
