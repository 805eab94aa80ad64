// A place in a span that moves forward over what it recognises and stays where it is otherwise.

import Model

struct ByteCursor {
    var at: Int

    init(at: Int = 0) { self.at = at }

    @inline(__always)
    mutating func skip(_ text: StaticString, in bytes: Span<UInt8>) -> Bool {
        guard bytes.has(text, at: at) else { return false }
        at += text.utf8CodeUnitCount
        return true
    }

    @inline(__always)
    mutating func skipSpaces(in bytes: Span<UInt8>) {
        at = bytes.skippingSpaces(from: at)
    }

    /// The bytes up to the next white space.
    @inline(__always)
    mutating func word(in bytes: Span<UInt8>) -> Range<Int> {
        let start = at
        at = bytes.wordEnd(from: start)
        return start..<at
    }

    /// A UUID that ends here or is followed by something that is no part of a word.
    @inline(__always)
    mutating func uuid(in bytes: Span<UInt8>) -> ID128? {
        guard at + 36 <= bytes.count, let id = ID128(uuid: bytes.extracting(at..<(at + 36))) else { return nil }
        if at + 36 < bytes.count {
            let after = bytes[at + 36]
            if isLetter(after) || decimalDigit(after) != nil || after == UInt8(ascii: "-") { return nil }
        }
        at += 36
        return id
    }

    /// A decimal number of at most 12 digits.
    @inline(__always)
    mutating func integer(in bytes: Span<UInt8>) -> Int? {
        var value = 0
        var index = at
        while index < bytes.count, index - at < 12, let digit = decimalDigit(bytes[index]) {
            value = value * 10 + digit
            index += 1
        }
        guard index > at else { return nil }
        at = index
        return value
    }

    /// Exactly `width` decimal digits.
    @inline(__always)
    mutating func digits(_ width: Int, in bytes: Span<UInt8>) -> Int? {
        guard at + width <= bytes.count else { return nil }
        var value = 0
        for index in at..<(at + width) {
            guard let digit = decimalDigit(bytes[index]) else { return nil }
            value = value * 10 + digit
        }
        at += width
        return value
    }

    /// `41.07` as 4107; a third digit and more are dropped; too large a number stops at the largest.
    @inline(__always)
    mutating func hundredths(in bytes: Span<UInt8>) -> Int32? {
        guard let whole = integer(in: bytes) else { return nil }
        var fraction = 0
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            var index = at + 1
            var scale = 10
            while index < bytes.count, let digit = decimalDigit(bytes[index]) {
                fraction += digit * scale
                scale /= 10
                index += 1
            }
            at = index
        }
        return Int32(clamping: whole * 100 + fraction)
    }
}
