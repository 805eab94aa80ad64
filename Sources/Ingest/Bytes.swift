// Questions framing and parsing ask of a span of bytes: what stands here, where is that, what number is this.

import Glibc
import Model

extension Span<UInt8> {
    /// The bytes of `text` stand at `start`.
    @inline(__always)
    func has(_ text: StaticString, at start: Int = 0) -> Bool {
        let length = text.utf8CodeUnitCount
        guard start >= 0, start <= count - length else { return false }
        // The compiler knows the text, so that a few comparisons of whole words become of this.
        return unsafe withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return length == 0 }
            return unsafe memcmp(base + start, text.utf8Start, length) == 0
        }
    }

    @inline(__always)
    func spells(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && has(text) }

    /// As `spells`, for an ASCII text in lower case, whatever the case here.
    func equalsIgnoringCase(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard count == length else { return false }
        for index in 0..<length {
            if unsafe lowercased(self[index]) != text.utf8Start[index] { return false }
        }
        return true
    }

    /// Where `text` stands first at or after `start`. Linear in the bytes looked at, times the length of the text at the worst.
    func find(_ text: StaticString, from start: Int = 0) -> Int? {
        let length = text.utf8CodeUnitCount
        let anchor = rarestByte(text)
        let byte = unsafe text.utf8Start[anchor]
        var from = start
        while from <= count - length, let hit = find(byte: byte, from: from + anchor) {
            if has(text, at: hit - anchor) { return hit - anchor }
            from = hit - anchor + 1
        }
        return nil
    }

    /// Eight bytes from `start` on, the first one in the lowest byte.
    @inline(__always)
    func word(at start: Int) -> UInt64 {
        precondition(start >= 0 && start <= count - 8)
        return unsafe withUnsafeBytes { unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)) }
    }

    /// Where `byte` stands first at or after `start`.
    func find(byte: UInt8, from start: Int = 0) -> Int? {
        guard start >= 0, start < count else { return nil }
        return unsafe withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, let hit = unsafe memchr(base + start, Int32(byte), bytes.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
        }
    }

    /// Where the last occurrence of `text` begins. One pass forward, so linear.
    func findLast(_ text: StaticString) -> Int? {
        var last: Int?
        var from = 0
        while let hit = find(text, from: from) {
            last = hit
            from = hit + text.utf8CodeUnitCount
        }
        return last
    }

    /// The first index at or after `start` whose byte is a space, a tab or a line end; `count` when there is none.
    @inline(__always)
    func wordEnd(from start: Int) -> Int {
        var index = start
        while index < count, !isWhiteSpace(self[index]) { index += 1 }
        return index
    }

    /// The first index at or after `start` that is no space, tab or line end.
    @inline(__always)
    func skippingSpaces(from start: Int) -> Int {
        var index = start
        while index < count, isWhiteSpace(self[index]) { index += 1 }
        return index
    }

    /// Without white space and line ends at both ends.
    var trimmedRange: Range<Int> {
        let start = skippingSpaces(from: 0)
        var end = count
        while end > start, isWhiteSpace(self[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The whole span as a decimal number, as logged with or without a fraction (which is dropped); nil for anything else.
    var wholeNumber: Int64? {
        if count <= 18, let number = plainDigits { return number }
        var value: Int64 = 0
        var index = 0
        let negative = count > 1 && self[0] == UInt8(ascii: "-")
        if negative { index = 1 }
        let first = index
        while index < count, let digit = decimalDigit(self[index]) {
            guard index - first < 18 else { return nil }
            value = value * 10 + Int64(digit)
            index += 1
        }
        guard index > first else { return nil }
        if index < count {
            guard self[index] == UInt8(ascii: "."), index + 1 < count else { return nil }
            for rest in (index + 1)..<count where decimalDigit(self[rest]) == nil { return nil }
        }
        return negative ? -value : value
    }

    /// The whole span as decimal digits and nothing else. At most 18 of them, so that the number fits.
    @inline(__always)
    private var plainDigits: Int64? {
        if isEmpty { return nil }
        var value: Int64 = 0
        for index in indices {
            guard let digit = decimalDigit(self[index]) else { return nil }
            value = value &* 10 &+ Int64(digit)
        }
        return value
    }

    /// As text, broken UTF-8 replaced.
    var decoded: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

extension [UInt8] {
    mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    mutating func append(_ text: StaticString) {
        unsafe append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}

/// The place in a search text of the byte that log text has least: a capital or a letter that words seldom have, else a sign, else the
/// first.
private func rarestByte(_ text: StaticString) -> Int {
    var sign = 0
    for index in 0..<text.utf8CodeUnitCount {
        let byte = unsafe text.utf8Start[index]
        if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { return index }
        if byte == UInt8(ascii: "z") || byte == UInt8(ascii: "q") || byte == UInt8(ascii: "j") { return index }
        if sign == 0, !isLetter(byte), byte != UInt8(ascii: " ") { sign = index }
    }
    return sign
}

@inline(__always)
func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) }

@inline(__always)
func decimalDigit(_ byte: UInt8) -> Int? {
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? Int(digit) : nil
}

@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

@inline(__always)
func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
}
