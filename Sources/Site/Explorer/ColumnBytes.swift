// A column of numbers as few bytes: seven bits a byte, the low ones first; in a script the bytes are base64.

struct ColumnBytes: Sendable {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Three bytes, the low one first.
    mutating func append24(_ value: UInt32) {
        for shift: UInt32 in [0, 8, 16] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    mutating func append(raw: some Sequence<UInt8>) { bytes += raw }

    /// Bytes that `append` would take.
    static func length(_ value: UInt64) -> Int { max(1, (64 - value.leadingZeroBitCount + 6) / 7) }

    var base64: String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let taken = min(3, bytes.count - index)
            var group: UInt32 = 0
            for place in 0..<3 { group = group << 8 | (place < taken ? UInt32(bytes[index + place]) : 0) }
            for place in 0..<4 {
                text.append(place <= taken ? digits[Int(group >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
            }
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }
}
