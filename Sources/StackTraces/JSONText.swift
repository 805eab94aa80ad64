// A small reader of JSON for error documents within log text. It takes cut text for what it is: what was read so far counts.

indirect enum JSONText {
    case string(String)
    case number(Substring)
    case array([JSONText])
    /// In order of text; names may repeat.
    case object([(name: String, value: JSONText)])
    case word(Substring)

    subscript(_ name: String) -> JSONText? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var array: [JSONText]? {
        guard case .array(let items) = self else { return nil }
        return items
    }

    var int: Int? {
        guard case .number(let digits) = self else { return nil }
        return digits.number
    }

    /// The value at the start of `text`; nil when none begins there or it is nested deeper than error documents are.
    init?(_ text: Substring) {
        var reader = JSONTextReader(bytes: Array(text.utf8))
        guard let value = reader.value(depth: 0) else { return nil }
        self = value
    }
}

private struct JSONTextReader {
    let bytes: [UInt8]
    var place = 0

    private var current: UInt8 { place < bytes.count ? bytes[place] : 0 }

    private mutating func skipBlanks() {
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }

    mutating func value(depth: Int) -> JSONText? {
        skipBlanks()
        guard depth < 48, place < bytes.count else { return nil }
        switch current {
        case UInt8(ascii: "\""): return .string(string())
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "{"): return object(depth: depth)
        default:
            let start = place
            while place < bytes.count,
                bytes[place].isName || [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ".")].contains(bytes[place])
            {
                place += 1
            }
            guard place > start else { return nil }
            let word = Substring(String(decoding: bytes[start..<place], as: UTF8.self))
            return bytes[start].isLetter ? .word(word) : .number(word)
        }
    }

    private mutating func array(depth: Int) -> JSONText {
        var items: [JSONText] = []
        place += 1
        while true {
            skipBlanks()
            guard current != UInt8(ascii: "]"), let item = value(depth: depth + 1) else { break }
            items.append(item)
            skipBlanks()
            guard current == UInt8(ascii: ",") else { break }
            place += 1
        }
        if current == UInt8(ascii: "]") { place += 1 }
        return .array(items)
    }

    private mutating func object(depth: Int) -> JSONText {
        var members: [(name: String, value: JSONText)] = []
        place += 1
        while true {
            skipBlanks()
            guard current == UInt8(ascii: "\"") else { break }
            let name = string()
            skipBlanks()
            guard current == UInt8(ascii: ":") else { break }
            place += 1
            guard let value = value(depth: depth + 1) else { break }
            members.append((name, value))
            skipBlanks()
            guard current == UInt8(ascii: ",") else { break }
            place += 1
        }
        if current == UInt8(ascii: "}") { place += 1 }
        return .object(members)
    }

    /// An unclosed string ends with the text.
    private mutating func string() -> String {
        var text: [UInt8] = []
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            if bytes[place] == UInt8(ascii: "\\"), place + 1 < bytes.count {
                place += 1
                switch bytes[place] {
                case UInt8(ascii: "n"): text.append(0x0A)
                case UInt8(ascii: "t"): text.append(0x09)
                case UInt8(ascii: "r"): text.append(0x0D)
                case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
                case UInt8(ascii: "u"): text.append(contentsOf: String(unicodeEscape()).utf8)
                default: text.append(bytes[place])
                }
            } else {
                text.append(bytes[place])
            }
            place += 1
        }
        place = min(place + 1, bytes.count)
        return String(decoding: text, as: UTF8.self)
    }

    /// At the `u` of `\u00e4`; a pair of surrogates is one character. Leaves the place at its last digit.
    private mutating func unicodeEscape() -> Character {
        guard let high = hex(at: place + 1) else { return "\u{FFFD}" }
        place += 4
        if (0xD800..<0xDC00).contains(high), place + 2 < bytes.count, bytes[place + 1] == UInt8(ascii: "\\"),
            bytes[place + 2] == UInt8(ascii: "u"), let low = hex(at: place + 3), (0xDC00..<0xE000).contains(low)
        {
            place += 6
            return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)).map(Character.init) ?? "\u{FFFD}"
        }
        return Unicode.Scalar(high).map(Character.init) ?? "\u{FFFD}"
    }

    private func hex(at start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        return UInt32(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16)
    }
}
