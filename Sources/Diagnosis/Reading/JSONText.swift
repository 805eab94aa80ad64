// Strings and arrays of strings picked out of JSON that may be cut off: error documents inside execution log lines.

/// Reads values by key from JSON text without needing it to be complete.
struct JSONText {
    private let text: String

    init(_ text: String) { self.text = text }

    /// The string value of the first `"key":` in the text.
    func string(_ key: String) -> String? {
        guard let at = value(of: key) else { return nil }
        return readString(at: at)?.value
    }

    /// The digits of the first `"key":` whose value is a number, quoted or not.
    func integer(_ key: String) -> Int? {
        guard var at = value(of: key) else { return nil }
        let bytes = text.utf8.span
        if at < bytes.count, bytes[at] == UInt8(ascii: "\"") { at += 1 }
        var number: Int?
        while at < bytes.count, let digit = decimal(bytes[at]), (number ?? 0) < 100_000 {
            number = (number ?? 0) * 10 + digit
            at += 1
        }
        return number
    }

    /// An array of strings joined with newlines; what was cut off is missing.
    func lines(_ key: String) -> String? {
        guard var at = value(of: key) else { return nil }
        let bytes = text.utf8.span
        guard at < bytes.count, bytes[at] == UInt8(ascii: "[") else { return nil }
        at += 1
        var lines: [String] = []
        while at < bytes.count, bytes[at] != UInt8(ascii: "]") {
            if bytes[at] == UInt8(ascii: "\"") {
                guard let (line, end) = readString(at: at) else { break }
                lines.append(line)
                at = end
            } else {
                at += 1
            }
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    private func value(of key: String) -> Int? {
        let marker = "\"\(key)\""
        guard let found = text.offset(of: marker) else { return nil }
        let bytes = text.utf8.span
        var at = found + marker.utf8.count
        while at < bytes.count, isSpace(bytes[at]) { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { return nil }
        at += 1
        while at < bytes.count, isSpace(bytes[at]) { at += 1 }
        return at
    }

    /// A string that begins with the quote at `at`; one that is cut off ends where the text ends.
    private func readString(at start: Int) -> (value: String, end: Int)? {
        let bytes = text.utf8.span
        guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
        var value: [UInt8] = []
        var at = start + 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count else {
                value.append(bytes[at])
                at += 1
                continue
            }
            switch bytes[at + 1] {
            case UInt8(ascii: "n"): value.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "r"): value.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "t"): value.append(UInt8(ascii: "\t"))
            case UInt8(ascii: "u"):
                if let scalar = scalar(at: at + 2) {
                    value.append(contentsOf: String(scalar).utf8)
                    at += 4
                }
            case let other: value.append(other)
            }
            at += 2
        }
        return (String(decoding: value, as: UTF8.self), min(at + 1, bytes.count))
    }

    private func scalar(at start: Int) -> Unicode.Scalar? {
        let bytes = text.utf8.span
        guard start + 4 <= bytes.count else { return nil }
        var number: UInt32 = 0
        for index in start..<(start + 4) {
            guard let digit = hexadecimal(bytes[index]) else { return nil }
            number = number << 4 | digit
        }
        return Unicode.Scalar(number) ?? "\u{FFFD}"
    }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d }

private func decimal(_ byte: UInt8) -> Int? { (0x30...0x39).contains(byte) ? Int(byte - 0x30) : nil }

private func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
}
