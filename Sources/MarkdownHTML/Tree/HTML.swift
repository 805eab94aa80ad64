// HTML as bytes under construction, and the one place where text is escaped for it.

/// A growing piece of HTML.
struct HTML {
    private(set) var bytes: [UInt8] = []

    /// `capacity` saves the growing of what is known to become long.
    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Most pieces are a tag or a row; their bytes are asked for once.
    init() { bytes.reserveCapacity(224) }

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
    mutating func text(_ value: ArraySlice<UInt8>) { escape(value.span) }

    mutating func text(_ value: [UInt8]) { escape(value.span) }

    mutating func text(_ value: String) { escape(value.utf8.span) }

    mutating func text(byte: UInt8) {
        if let reference = characterReference(byte) { markup(reference) } else { bytes.append(byte) }
    }

    private mutating func escape(_ value: Span<UInt8>) {
        var start = 0
        for index in value.indices {
            guard let reference = characterReference(value[index]) else { continue }
            append(value, start..<index)
            markup(reference)
            start = index + 1
        }
        append(value, start..<value.count)
    }

    private mutating func append(_ value: Span<UInt8>, _ range: Range<Int>) {
        unsafe value.extracting(range).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Text of a log: as `text`, and a redaction token such as `[jwt#3]` is marked as one.
    mutating func evidence(_ value: ArraySlice<UInt8>) {
        var start = value.startIndex
        var index = value.startIndex
        while let opening = value.position(of: UInt8(ascii: "["), from: index) {
            guard let end = redactionTokenEnd(in: value, at: opening) else {
                index = opening + 1
                continue
            }
            index = opening
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
    consuming func withCString(_ body: (UnsafePointer<CChar>) -> Void) {
        bytes.append(0)
        unsafe bytes.withUnsafeBytes { buffer in
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

/// The end of the redaction token that starts at `start`: `[`, a rule in small letters, `#`, a number, `]`.
func redactionTokenEnd(in bytes: ArraySlice<UInt8>, at start: Int) -> Int? {
    var index = start + 1
    let limit = min(bytes.endIndex, start + longestRedactionToken)
    while index < limit, isLowerLetter(bytes[index]) || isDigit(bytes[index]) || bytes[index] == UInt8(ascii: "-") { index += 1 }
    guard index > start + 1, index < limit, bytes[index] == UInt8(ascii: "#") else { return nil }
    let number = index + 1
    index = number
    while index < limit, isDigit(bytes[index]) { index += 1 }
    guard index > number, index < limit, bytes[index] == UInt8(ascii: "]") else { return nil }
    return index + 1
}

private let longestRedactionToken = 56
