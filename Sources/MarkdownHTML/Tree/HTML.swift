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
    mutating func text(_ value: ArraySlice<UInt8>) {
        var start = value.startIndex
        for index in value.indices {
            guard let reference = characterReference(value[index]) else { continue }
            bytes += value[start..<index]
            markup(reference)
            start = index + 1
        }
        bytes += value[start...]
    }

    mutating func text(_ value: [UInt8]) { text(value[...]) }

    mutating func text(_ value: String) { text(Array(value.utf8)[...]) }

    /// Text of a log: as `text`, and a redaction token such as `‹user:7d1e›` is marked as one.
    mutating func evidence(_ value: ArraySlice<UInt8>) {
        var start = value.startIndex
        var index = value.startIndex
        while index < value.endIndex {
            guard value[index] == 0xE2, let end = redactionTokenEnd(in: value, at: index) else {
                index += 1
                continue
            }
            text(value[start..<index])
            markup("<span class=\"redacted\">")
            text(value[index..<end])
            markup("</span>")
            start = end
            index = end
        }
        text(value[start...])
    }

    /// For libcmark, which ends text at a NUL; there is none in it, since parsing replaces them.
    func withCString(_ body: (UnsafePointer<CChar>) -> Void) {
        let terminated = bytes + [0]
        unsafe terminated.withUnsafeBytes { buffer in
            if let start = buffer.baseAddress { unsafe body(start.assumingMemoryBound(to: CChar.self)) }
        }
    }
}

private func characterReference(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
}

private let tokenStart: [UInt8] = Array("‹".utf8)
private let tokenEnd: [UInt8] = Array("›".utf8)

/// The end of the redaction token that starts at `start`: `‹`, a lower-case rule, a colon, up to 60 more bytes, `›`. A bare `‹n›` is the
/// placeholder of a group's name and no redaction.
func redactionTokenEnd(in bytes: ArraySlice<UInt8>, at start: Int) -> Int? {
    guard start + 8 < bytes.endIndex, bytes[start + 1] == tokenStart[1], bytes[start + 2] == tokenStart[2] else { return nil }
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
