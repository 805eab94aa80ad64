// The nineteen bytes with which stamps of the ISO form begin, read eight at a time: every line of a log has one or two.

import Model

extension Span<UInt8> {
    /// `2026-03-12T09:14:05` as seconds since 1970 in UTC, with `T` or one space between date and time; nil when no such thing stands at
    /// `start`.
    @inline(__always)
    func civilSeconds(at start: Int) -> Int64? {
        guard start >= 0, count - start >= 19, let date = StampWord.yearAndMonth.pairs(word(at: start)),
            let clock = StampWord.clock.pairs(word(at: start + 11)), let tens = decimalDigit(self[start + 8]),
            let units = decimalDigit(self[start + 9]), self[start + 10] == UInt8(ascii: "T") || self[start + 10] == 0x20
        else { return nil }
        let day = tens * 10 + units
        guard 1...12 ~= date[5], 1...31 ~= day, clock[0] < 24, clock[3] < 60, clock[6] < 61 else { return nil }
        let days = daysFromCivil(year: date[0] * 100 + date[2], month: date[5], day: day)
        return days * 86_400 + Int64(clock[0] * 3600 + clock[3] * 60 + clock[6])
    }
}

/// A form of eight bytes: decimal digits, and signs where they have to be.
struct StampWord {
    /// A sign at its place and `0` for a digit, the first byte in the lowest.
    let form: UInt64
    /// Added to a byte after the exclusive or with `form`, it sets the highest bit unless the byte is a digit (0x76) or the sign (0x7f).
    let limits: UInt64

    /// `0000-00-`
    @inline(__always)
    static var yearAndMonth: StampWord { StampWord(form: 0x2d30_302d_3030_3030, limits: 0x7f76_767f_7676_7676) }

    /// `00:00:00`
    @inline(__always)
    static var clock: StampWord { StampWord(form: 0x3030_3a30_303a_3030, limits: 0x7676_7f76_767f_7676) }

    /// `:00.000Z`, which follows the minute in a stamp with three digits of a second.
    @inline(__always)
    static var secondAndZone: StampWord { StampWord(form: 0x5a30_3030_2e30_303a, limits: 0x7f76_7676_7f76_767f) }

    /// The two-digit numbers that begin at each of the bytes; nil when the word has another form.
    @inline(__always)
    func pairs(_ word: UInt64) -> Pairs? {
        // Digits are 0...9 now and signs 0. A byte above carries into the next one, which cannot hide that the first was wrong.
        let digits = word ^ form
        guard ((digits &+ limits) | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
        return Pairs(digits: digits, pairs: digits &* 10 &+ digits >> 8)
    }

    struct Pairs {
        fileprivate let digits: UInt64
        fileprivate let pairs: UInt64

        /// The number of two digits that begins at a byte.
        @inline(__always)
        subscript(byte: Int) -> Int { Int(truncatingIfNeeded: pairs >> UInt64(8 * byte) & 0xff) }

        @inline(__always)
        func digit(_ byte: Int) -> Int { Int(truncatingIfNeeded: digits >> UInt64(8 * byte) & 0xff) }
    }
}
