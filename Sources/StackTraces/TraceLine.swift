// A line of a trace without its indentation, and byte-wise questions about text: each takes time in proportion to the text.

struct TraceLine {
    /// Without white space at both ends.
    let text: Substring
    /// How many spaces, tabs and no-break spaces stood before the text.
    let indent: Int

    init(_ line: Substring) {
        var rest = line
        var indent = 0
        while let first = rest.unicodeScalars.first, first == " " || first == "\t" || first == "\u{A0}" {
            rest.unicodeScalars.removeFirst()
            indent += 1
        }
        while let last = rest.utf8.last, last == 0x20 || last == 0x09 || last == 0x0D { rest = Substring(rest.utf8.dropLast()) }
        text = rest
        self.indent = indent
    }

    var isBlank: Bool { text.isEmpty }

    /// Lines longer than this are no frames and no headings; they stay text.
    static let longestFrame = 4096
}

func traceLines(of text: Substring) -> [TraceLine] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { TraceLine(Substring($0)) }
}

extension Substring {
    func starts(_ prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

    func ends(_ suffix: String) -> Bool { utf8.reversed().starts(with: suffix.utf8.reversed()) }

    /// What follows the prefix; nil without it.
    func after(_ prefix: String) -> Substring? {
        starts(prefix) ? Substring(utf8.dropFirst(prefix.utf8.count)) : nil
    }

    func before(suffix: String) -> Substring? {
        ends(suffix) ? Substring(utf8.dropLast(suffix.utf8.count)) : nil
    }

    func position(of needle: String) -> Index? {
        guard let first = needle.utf8.first else { return startIndex }
        var place = startIndex
        while let found = utf8[place...].firstIndex(of: first) {
            if utf8[found...].starts(with: needle.utf8) { return found }
            place = utf8.index(after: found)
        }
        return nil
    }

    func has(_ needle: String) -> Bool { position(of: needle) != nil }

    /// Around the first occurrence.
    func parted(by needle: String) -> (before: Substring, after: Substring)? {
        guard let place = position(of: needle) else { return nil }
        return (Substring(utf8[..<place]), Substring(utf8[place...].dropFirst(needle.utf8.count)))
    }

    /// Around the last occurrence of one byte.
    func parted(byLast byte: UInt8) -> (before: Substring, after: Substring)? {
        guard let place = utf8.lastIndex(of: byte) else { return nil }
        return (Substring(utf8[..<place]), Substring(utf8[utf8.index(after: place)...]))
    }

    /// A number of digits only that fits.
    var number: Int? { !isEmpty && utf8.allSatisfy(\.isDigit) ? Int(self) : nil }

    var trimmed: Substring { TraceLine(self).text }
}

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isUpper: Bool { self >= 0x41 && self <= 0x5A }
    var isLetter: Bool { isUpper || self >= 0x61 && self <= 0x7A }
    /// Parts of names of types and functions; bytes from 0x80 are letters of other scripts.
    var isName: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "$") || self >= 0x80 }
}
