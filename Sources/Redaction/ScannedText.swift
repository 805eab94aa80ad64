// The bytes a rule looks at, and the few questions rules ask about them.

struct ScannedText: Sendable {
    let bytes: [UInt8]
    /// Bytes before it are taken already; looking back must stop here.
    var floor = 0

    /// 0 outside of the text, so that rules need no range checks.
    subscript(index: Int) -> UInt8 { UInt(bitPattern: index) < UInt(bitPattern: bytes.count) ? bytes[index] : 0 }

    func hasPrefix(_ prefix: String, at index: Int) -> Bool {
        var place = index
        for byte in prefix.utf8 {
            guard self[place] == byte else { return false }
            place += 1
        }
        return true
    }

    /// ASCII letters compare without case; `prefix` is lower case.
    func hasPrefixIgnoringCase(_ prefix: String, at index: Int) -> Bool {
        var place = index
        for byte in prefix.utf8 {
            guard self[place].lowercased == byte else { return false }
            place += 1
        }
        return true
    }

    /// The end of the run of bytes that begins at `index` and satisfies `belongs`.
    func runEnd(from index: Int, limit: Int = .max, where belongs: (UInt8) -> Bool) -> Int {
        var end = min(index, bytes.count)
        let stop = limit < bytes.count - end ? end + limit : bytes.count
        while end < stop, belongs(bytes[end]) { end += 1 }
        return end
    }

    /// Nothing that would make `index` the middle of a longer word stands before it.
    func startsWord(at index: Int) -> Bool {
        let before = index > floor ? self[index - 1] : 0
        guard before.isAlphanumeric || before == UInt8(ascii: "_") else { return true }
        // `\n` and `\t` written as escapes, and `%3D`, `%22` of query strings, end in a letter or digit and still end a word.
        if self[index - 2] == UInt8(ascii: "\\") { return before.isEscapeLetter }
        return self[index - 3] == UInt8(ascii: "%") && self[index - 2].isHexDigit && before.isHexDigit
    }

    /// Nothing that would make the byte before `index` the middle of a longer word stands at `index`: no letter or digit, and
    /// no placeholder, which stood for some.
    func endsWord(at index: Int) -> Bool {
        let after = self[index]
        return !after.isAlphanumeric && after != UInt8(ascii: "_") && placeholderEnd(at: index) == nil
    }

    func isTruncationMark(at index: Int) -> Bool { hasPrefix(" [TRUNCATED]", at: index) || hasPrefix("[TRUNCATED]", at: index) }
}

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isUpper: Bool { self >= 0x41 && self <= 0x5A }
    var isLower: Bool { self >= 0x61 && self <= 0x7A }
    var isLetter: Bool { lowercased >= 0x61 && lowercased <= 0x7A }
    var isAlphanumeric: Bool { isDigit || isLetter }
    var isHexDigit: Bool { isDigit || (lowercased >= 0x61 && lowercased <= 0x66) }
    var isSpace: Bool { self == 0x20 || self == 0x09 }
    var isNewline: Bool { self == 0x0A || self == 0x0D }
    var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "`") }
    var isEscapeLetter: Bool { self == UInt8(ascii: "n") || self == UInt8(ascii: "r") || self == UInt8(ascii: "t") }
    var isBase64URL: Bool { isAlphanumeric || self == UInt8(ascii: "_") || self == UInt8(ascii: "-") }
    /// RFC 6750's token68, and `%` for values of query strings.
    var isToken: Bool {
        switch self {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="),
            UInt8(ascii: "-"), UInt8(ascii: "%"):
            true
        default: isAlphanumeric
        }
    }
    var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self + 0x20 : self }
}
