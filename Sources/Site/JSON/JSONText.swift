// Writes JSON: keys sorted, unknown as null, numbers without a locale, safe inside a script element.

/// A JSON value that is already text.
struct JSONText: Hashable, Sendable {
    let text: String

    static let null = JSONText(text: "null")

    static func string(_ value: String?) -> JSONText {
        guard let value else { return .null }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(value.utf8.count + 2)
        appendString(value, to: &bytes)
        return JSONText(text: String(decoding: bytes, as: UTF8.self))
    }

    static func appendString(_ value: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        appendEscaped(value, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    static func number(_ value: Int?) -> JSONText { value.map { JSONText(text: String($0)) } ?? .null }

    static func number(_ value: Int64?) -> JSONText { value.map { JSONText(text: String($0)) } ?? .null }

    /// The shortest form that reads back as the same value: `14`, `6341.22`, `0.1`.
    static func number(_ value: Double?) -> JSONText {
        guard let value, value.isFinite else { return .null }
        if value == value.rounded(), value.magnitude < 9_007_199_254_740_992 { return JSONText(text: String(Int64(value))) }
        return JSONText(text: value.description)
    }

    static func flag(_ value: Bool) -> JSONText { JSONText(text: value ? "true" : "false") }

    static func array(_ values: [JSONText]) -> JSONText {
        JSONText(text: "[" + values.map(\.text).joined(separator: ",") + "]")
    }

    static func strings(_ values: [String]) -> JSONText { array(values.map { string($0) }) }

    /// Keys must differ; they are written in the order of their bytes.
    static func object(_ members: [(String, JSONText)]) -> JSONText {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(members.reduce(2) { $0 + $1.0.utf8.count + $1.1.text.utf8.count + 4 })
        bytes.append(UInt8(ascii: "{"))
        for (place, (key, value)) in members.sorted(by: { precedes($0.0, $1.0) }).enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            appendString(key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: value.text.utf8)
        }
        bytes.append(UInt8(ascii: "}"))
        return JSONText(text: String(decoding: bytes, as: UTF8.self))
    }
}

/// By their bytes.
private func precedes(_ one: String, _ other: String) -> Bool {
    let one = one.utf8.span
    let other = other.utf8.span
    for index in 0..<min(one.count, other.count) where one[index] != other[index] { return one[index] < other[index] }
    return one.count < other.count
}

/// The inside of a JSON string. `</` and the line separators U+2028 and U+2029, which end a script or a script's line, are
/// escaped too.
private func appendEscaped(_ value: String, to bytes: inout [UInt8]) {
    let text = value.utf8.span
    var isPlain = true
    for index in text.indices { isPlain = isPlain && isPlainInString(text[index]) }
    if isPlain { return bytes.append(contentsOf: value.utf8) }
    var last: UInt8 = 0
    var beforeLast: UInt8 = 0
    for index in text.indices {
        let byte = text[index]
        switch byte {
        case UInt8(ascii: "\""): bytes += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\\"): bytes += [byte, byte]
        case 0x0A: bytes += Array("\\n".utf8)
        case 0x0D: bytes += Array("\\r".utf8)
        case 0x09: bytes += Array("\\t".utf8)
        case 0..<0x20, 0x7F: bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        case UInt8(ascii: "/") where last == UInt8(ascii: "<"): bytes += [UInt8(ascii: "\\"), byte]
        case 0xA8 where beforeLast == 0xE2 && last == 0x80, 0xA9 where beforeLast == 0xE2 && last == 0x80:
            bytes.removeLast(2)
            bytes += Array((byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        default: bytes.append(byte)
        }
        beforeLast = last
        last = byte
    }
}

/// Needs no escape wherever it stands.
private func isPlainInString(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "/")
}

private let digits = Array("0123456789abcdef".utf8)

/// Undoes the escapes of a JSON string's inside; nil when it is not one.
func jsonUnescaped(_ text: some Collection<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var input = Array(text)[...]
    while let byte = input.popFirst() {
        guard byte == UInt8(ascii: "\\") else {
            bytes.append(byte)
            continue
        }
        switch input.popFirst() {
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "u"):
            guard input.count >= 4, let code = UInt32(String(decoding: input.prefix(4), as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            else { return nil }
            bytes += Array(String(Character(scalar)).utf8)
            input = input.dropFirst(4)
        case let other?: bytes.append(other)
        case nil: return nil
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
