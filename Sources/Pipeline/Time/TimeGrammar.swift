// The grammar of `--since`, `--until` and `--day` (command-line.md).

package import Model

package struct TimeGrammar: Sendable {
    /// The moment of the run.
    package var now: Timestamp
    package var zone: DisplayZone

    package init(now: Timestamp, zone: DisplayZone) {
        self.now = now
        self.zone = zone
    }

    /// `2026-03-12`, `2026-03-12T09:14`, seconds, milliseconds, with `Z` or an offset or in the zone; epoch seconds or
    /// milliseconds; `now`, `today`, `yesterday`; spans back from now such as `2h`, `1h30m`, `2h ago`. Nil for anything else.
    package func time(_ text: String) -> Timestamp? {
        let text = text.trimmingSpaces().lowercased()
        switch text {
        case "now": return now
        case "today": return midnight(of: now)
        case "yesterday": return midnight(of: midnight(of: now) + -1)
        default: return epoch(text) ?? span(text) ?? isoTime(text)
        }
    }

    /// One calendar day, 23 to 25 hours long.
    package func day(_ text: String) -> TimeRange? {
        let text = text.trimmingSpaces().lowercased()
        let start: Timestamp?
        switch text {
        case "today", "yesterday": start = time(text)
        default: start = text.utf8.count == 10 ? isoTime(text) : nil
        }
        guard let start else { return nil }
        // Noon of the next day is 26 hours away at the least; its midnight is the end of this one.
        let parts = zone.civil(start)
        let next = civilDay(after: parts)
        return TimeRange(since: start, until: local(year: next.year, month: next.month, day: next.day))
    }

    private func midnight(of time: Timestamp) -> Timestamp {
        let parts = zone.civil(time)
        return local(year: parts.year, month: parts.month, day: parts.day)
    }

    private func civilDay(after parts: Timestamp.Civil) -> (year: Int, month: Int, day: Int) {
        let noon = Timestamp(year: parts.year, month: parts.month, day: parts.day, hour: 12)
        let next = (noon + 86_400_000).civil()
        return (next.year, next.month, next.day)
    }

    /// A local time: the offset that holds there is found by trying the one that holds nearby. A time that the clocks skip
    /// moves forward; one that they repeat is the first of the two.
    private func local(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0
    ) -> Timestamp {
        func with(_ offset: Int) -> Timestamp {
            Timestamp(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second, millisecond: millisecond,
                offsetSeconds: offset)
        }
        let utc = with(0)
        let offsets = [zone.offsetSeconds(at: utc + -86_400_000), zone.offsetSeconds(at: utc + 86_400_000)]
        for offset in [offsets.max() ?? 0, offsets.min() ?? 0] where zone.offsetSeconds(at: with(offset)) == offset {
            return with(offset)
        }
        return with(offsets[0])
    }

    private func epoch(_ text: String) -> Timestamp? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let value = Int64(text) else {
            return nil
        }
        switch text.utf8.count {
        case 9, 10: return Timestamp(milliseconds: value * 1000)
        case 12, 13: return Timestamp(milliseconds: value)
        default: return nil
        }
    }

    private func span(_ text: String) -> Timestamp? {
        var rest = text[...]
        if rest.hasSuffix("ago") { rest = rest.dropLast(3).trimmingSuffixSpaces() }
        var total: Int64 = 0
        var parts = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let value = Int64(digits), let unit = rest.dropFirst(digits.count).first else { return nil }
            let size: Int64
            switch unit {
            case "s": size = 1_000
            case "m": size = 60_000
            case "h": size = 3_600_000
            case "d": size = 86_400_000
            case "w": size = 604_800_000
            default: return nil
            }
            let (product, overflow) = value.multipliedReportingOverflow(by: size)
            guard !overflow, product < 4_000_000_000_000 else { return nil }
            total += product
            parts += 1
            rest = rest.dropFirst(digits.count + 1)
        }
        return parts == 0 ? nil : now + -total
    }

    private func isoTime(_ text: String) -> Timestamp? {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2), scanner.take("-"),
            let day = scanner.number(2), (1...12).contains(month), (1...daysIn(month: month, year: year)).contains(day)
        else { return nil }
        if scanner.isAtEnd { return local(year: year, month: month, day: day) }
        guard scanner.take("t") || scanner.take(" "), let hour = scanner.number(2), scanner.take(":"),
            let minute = scanner.number(2), hour < 24, minute < 60
        else { return nil }
        var second = 0
        var millisecond = 0
        if scanner.take(":") {
            guard let value = scanner.number(2), value < 60 else { return nil }
            second = value
            if scanner.take(".") {
                guard let value = scanner.fraction() else { return nil }
                millisecond = value
            }
        }
        if scanner.isAtEnd {
            return local(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second, millisecond: millisecond)
        }
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        return Timestamp(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second, millisecond: millisecond,
            offsetSeconds: offset)
    }

    private func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

private struct DigitScanner {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { place == bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    mutating func number(_ digits: Int) -> Int? {
        guard place + digits <= bytes.count else { return nil }
        var value = 0
        for index in place..<place + digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        place += digits
        return value
    }

    /// Digits after the point, as milliseconds; digits beyond the third are cut.
    mutating func fraction() -> Int? {
        var value = 0
        var digits = 0
        while let digit = number(1) {
            if digits < 3 { value = value * 10 + digit }
            digits += 1
        }
        guard digits > 0 else { return nil }
        for _ in min(digits, 3)..<3 { value *= 10 }
        return value
    }

    mutating func offset() -> Int? {
        if take("z") { return 0 }
        let sign: Int
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard let hours = number(2), hours <= 18 else { return nil }
        _ = take(":")
        guard let minutes = number(2), minutes < 60 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}

extension StringProtocol {
    fileprivate func trimmingSpaces() -> String {
        var text = self[...]
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }

    fileprivate func trimmingSuffixSpaces() -> SubSequence {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return text
    }
}
