// A line of a trace without its indentation, and byte-wise questions about text: each takes time in proportion to the text.

struct TraceLine {
    /// Without white space at both ends.
    let text: Substring
    /// How many spaces, tabs and no-break spaces stood before the text.
    let indent: Int

    init(_ line: Substring) {
        let bytes = line.utf8
        var start = bytes.startIndex
        var indent = 0
        while start < bytes.endIndex {
            if bytes[start] == 0x20 || bytes[start] == 0x09 {
                start = bytes.index(after: start)
            } else if bytes[start...].starts(with: [0xC2, 0xA0]) {
                start = bytes.index(start, offsetBy: 2)
            } else {
                break
            }
            indent += 1
        }
        var end = bytes.endIndex
        while end > start {
            let last = bytes.index(before: end)
            guard bytes[last] == 0x20 || bytes[last] == 0x09 || bytes[last] == 0x0D else { break }
            end = last
        }
        text = line[start..<end]
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
