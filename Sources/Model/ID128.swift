// The key under which facts meet: 128 bits, whatever the id looked like.

/// A request, invocation or trace id as 128 bits; all zero means "no id".
///
/// Three encodings share the space and cannot be told to be equal by accident:
/// a UUID is its own bits; an id of up to 16 ASCII bytes (API Gateway's base64-like ids) is those bytes;
/// anything longer is a 128-bit hash of its bytes. The first two can be turned back into text.
package struct ID128: BitwiseCopyable, Hashable, Comparable, Sendable {
    package var high: UInt64
    package var low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package static let none = ID128(high: 0, low: 0)

    package var isNone: Bool { high == 0 && low == 0 }

    /// The variant bits of RFC 4122, which neither of the other encodings has.
    package var isUUID: Bool { low >> 62 == 0b10 }

    package static func < (left: ID128, right: ID128) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(high)
        hasher.combine(low)
    }

    /// Reads any id. Empty text and the access log's `-` give `.none`.
    package init(_ bytes: Span<UInt8>) {
        self = .none
        if bytes.count == 36, let uuid = ID128(uuid: bytes) {
            self = uuid
        } else if bytes.count == 1, bytes[0] == UInt8(ascii: "-") {
            return
        } else if bytes.count <= 16 {
            let high = leadingBytes(bytes, from: 0)
            let low = leadingBytes(bytes, from: 8)
            let isASCII = (high | low) & 0x8080_8080_8080_8080 == 0
            self = isASCII ? ID128(high: high, low: low) : ID128(hashing: bytes)
        } else {
            self = ID128(hashing: bytes)
        }
    }

    package init(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span)
    }

    /// An X-Ray root: `1-8hex-24hex`, also with a `Root=` or `root=` before it and more after a `;`.
    package init?(trace text: String) {
        let root = text.split(separator: ";").first { $0.lowercased().hasPrefix("root=") }
        let bare = root.map { String($0.dropFirst(5)) } ?? text
        let parts = bare.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "1", parts[1].utf8.count == 8, parts[2].utf8.count == 24,
            let time = UInt64(parts[1], radix: 16), let head = UInt64(parts[2].prefix(8), radix: 16),
            let tail = UInt64(parts[2].dropFirst(8), radix: 16)
        else { return nil }
        self.init(high: time << 32 | head, low: tail)
    }

    /// Reads `8-4-4-4-12` hexadecimal digits of either case whose variant bits are those of RFC 4122.
    package init?(uuid bytes: Span<UInt8>) {
        guard bytes.count == 36 else { return nil }
        let dash = UInt8(ascii: "-")
        guard bytes[8] == dash, bytes[13] == dash, bytes[18] == dash, bytes[23] == dash else { return nil }
        let parts: (UInt64?, UInt64?, UInt64?, UInt64?) = unsafe bytes.withUnsafeBytes { raw in
            func eight(_ offset: Int) -> UInt64 {
                unsafe UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            }
            func four(_ offset: Int) -> UInt64 {
                unsafe UInt64(UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
            }
            return (
                hexadecimalWord(eight(0)), hexadecimalWord(four(9) << 32 | four(14)),
                hexadecimalWord(four(19) << 32 | four(24)), hexadecimalWord(eight(28))
            )
        }
        guard let first = parts.0, let second = parts.1, let third = parts.2, let last = parts.3 else { return nil }
        let low = third << 32 | last
        guard low >> 62 == 0b10 else { return nil }
        self.init(high: first << 32 | second, low: low)
    }

    /// FNV-1a over the bytes in two lanes, mixed; ids are not adversarial enough to need more, and a collision is reported
    /// by the join as one.
    package init(hashing bytes: Span<UInt8>) {
        var first: UInt64 = 0xcbf2_9ce4_8422_2325
        var second: UInt64 = 0x9e37_79b9_7f4a_7c15
        for index in bytes.indices {
            let byte = UInt64(bytes[index])
            first = (first ^ byte) &* 0x0000_0100_0000_01b3
            second = (second ^ (byte &+ 0x9e)) &* 0xff51_afd7_ed55_8ccd
            second ^= second >> 29
        }
        first ^= first >> 32
        self.init(high: first | 0x8000_0000_0000_0000, low: second & 0x3fff_ffff_ffff_ffff | 0x4000_0000_0000_0000)
    }

    /// The id as it was written, for the two encodings that keep it; nil for a hash and for `.none`.
    package var text: String? {
        if isNone { return nil }
        if isUUID { return uuidText }
        var bytes: [UInt8] = []
        for index in 0..<16 {
            let word = index < 8 ? high : low
            let byte = UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * (index % 8)))
            if byte == 0 { break }
            guard byte < 0x80 else { return nil }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private var uuidText: String {
        let digits = hex
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index == 8 || index == 12 || index == 16 || index == 20 { text.append("-") }
            text.append(digit)
        }
        return text
    }

    /// 32 lower-case hexadecimal digits: stable for any id, safe in a file name.
    package var hex: String {
        func digits(_ word: UInt64) -> String {
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        return digits(high) + digits(low)
    }
}

/// Up to eight bytes from `start` on, the first one in the highest byte, and zeros behind the last.
@inline(__always)
private func leadingBytes(_ bytes: Span<UInt8>, from start: Int) -> UInt64 {
    if start + 8 <= bytes.count {
        return unsafe bytes.withUnsafeBytes { raw in
            unsafe UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        }
    }
    var word: UInt64 = 0
    var index = start
    while index < bytes.count {
        word |= UInt64(bytes[index]) << UInt64(56 - 8 * (index - start))
        index += 1
    }
    return word
}

/// The 32 bits of eight hexadecimal digits, the first in the highest byte; nil when one is none. All eight at once: ids are a tenth of the
/// bytes of a log.
@inlinable @inline(__always)
package func hexadecimalWord(_ digits: UInt64) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones &* 0x80
    guard digits & tops == 0 else { return nil }
    // Bytes are below 0x80, so that no addition carries into the next one. A decimal digit is 0...9 after the exclusive or, a letter 1...6.
    let decimals = digits ^ (ones &* 0x30)
    let letters = (digits | (ones &* 0x20)) ^ (ones &* 0x60)
    let isDecimal = ~(decimals &+ (ones &* 0x76)) & tops
    let isLetter = (letters &+ (ones &* 0x7f)) & ~(letters &+ (ones &* 0x79)) & tops
    guard isDecimal | isLetter == tops else { return nil }
    var value = (digits & (ones &* 0x0f)) &+ (isLetter >> 7) &* 9
    value = (value | value >> 4) & 0x00ff_00ff_00ff_00ff
    value = (value | value >> 8) & 0x0000_ffff_0000_ffff
    return (value | value >> 16) & 0xffff_ffff
}
