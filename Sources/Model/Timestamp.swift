// Time without a clock, a locale or Foundation: milliseconds since 1970 and the proleptic Gregorian calendar.

/// Milliseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: BitwiseCopyable, Hashable, Comparable, Sendable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static let unknown = Timestamp(milliseconds: .min)

    package var isKnown: Bool { milliseconds != .min }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

    /// Clamped rather than trapped: times of logs are input, and `.unknown` is the least of all.
    package static func - (left: Timestamp, right: Timestamp) -> Int64 {
        let (difference, overflow) = left.milliseconds.subtractingReportingOverflow(right.milliseconds)
        return overflow ? (left < right ? .min : .max) : difference
    }

    /// `.unknown` stays unknown; anything else is clamped.
    package static func + (left: Timestamp, right: Int64) -> Timestamp {
        guard left.isKnown else { return left }
        let (sum, overflow) = left.milliseconds.addingReportingOverflow(right)
        return Timestamp(milliseconds: overflow ? (right < 0 ? .min + 1 : .max) : sum)
    }

    /// From a civil date and time in a zone that is `offsetSeconds` ahead of UTC. Values are not range-checked.
    package init(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0,
        offsetSeconds: Int = 0
    ) {
        let days = daysFromCivil(year: year, month: month, day: day)
        let seconds = days * 86_400 + Int64(hour * 3600 + minute * 60 + second - offsetSeconds)
        self.init(milliseconds: seconds * 1000 + Int64(millisecond))
    }

    package struct Civil: Hashable, Sendable {
        package var year: Int
        package var month: Int
        package var day: Int
        package var hour: Int
        package var minute: Int
        package var second: Int
        package var millisecond: Int
    }

    /// Years beyond 9999 and before 0 (which no log has) read as the last and first moment of those.
    package func civil(offsetSeconds: Int = 0) -> Civil {
        let shown = min(max(milliseconds, -62_167_132_800_000), 253_402_214_399_999)
        let local = shown + Int64(offsetSeconds) * 1000
        let days = local.flooredQuotient(86_400_000)
        let rest = Int(local - days * 86_400_000)
        let (year, month, day) = civilFromDays(days)
        return Civil(
            year: year, month: month, day: day, hour: rest / 3_600_000, minute: rest / 60_000 % 60,
            second: rest / 1000 % 60, millisecond: rest % 1000)
    }

    /// `2026-03-12T09:14:05.128Z`: the form of every time in the data files.
    package var iso: String {
        let parts = civil()
        return "\(padded(parts.year, 4))-\(padded(parts.month))-\(padded(parts.day))T\(parts.clock)Z"
    }
}

/// A half-open range of time.
package struct TimeRange: Hashable, Sendable {
    package var since: Timestamp
    package var until: Timestamp

    package init(since: Timestamp, until: Timestamp) {
        self.since = since
        self.until = until
    }

    package func contains(_ time: Timestamp) -> Bool { since <= time && time < until }

    package var milliseconds: Int64 { max(0, until - since) }
}

/// A time zone for display, as a table of its offsets, so that rendering needs no system database.
package struct DisplayZone: Sendable {
    package struct Transition: Sendable {
        package var from: Timestamp
        package var offsetSeconds: Int

        package init(from: Timestamp, offsetSeconds: Int) {
            self.from = from
            self.offsetSeconds = offsetSeconds
        }
    }

    package var name: String
    /// In order of time; the first one also holds before its time.
    package private(set) var transitions: [Transition]

    package init(name: String, transitions: [Transition]) {
        self.name = name
        self.transitions = transitions
    }

    package static let utc = DisplayZone(name: "UTC", transitions: [])

    package func offsetSeconds(at time: Timestamp) -> Int {
        let past = transitions.last { $0.from <= time } ?? transitions.first
        return past?.offsetSeconds ?? 0
    }

    package func civil(_ time: Timestamp) -> Timestamp.Civil {
        time.civil(offsetSeconds: offsetSeconds(at: time))
    }

    /// `2026-03-12`.
    package func date(_ time: Timestamp) -> String {
        guard time.isKnown else { return notKnown }
        let parts = civil(time)
        return "\(padded(parts.year, 4))-\(padded(parts.month))-\(padded(parts.day))"
    }

    /// `12 March 2026`.
    package func longDate(_ time: Timestamp) -> String {
        guard time.isKnown else { return notKnown }
        let parts = civil(time)
        return "\(parts.day) \(monthNames[parts.month - 1]) \(padded(parts.year, 4))"
    }

    /// `09:14`.
    package func minute(_ time: Timestamp) -> String {
        guard time.isKnown else { return notKnown }
        let parts = civil(time)
        return "\(padded(parts.hour)):\(padded(parts.minute))"
    }

    /// `09:14:05.128`.
    package func clock(_ time: Timestamp) -> String {
        guard time.isKnown else { return notKnown }
        let parts = civil(time)
        return parts.clock
    }

    /// `2026-03-12 09:14:05.128`.
    package func dateAndClock(_ time: Timestamp) -> String {
        time.isKnown ? "\(date(time)) \(clock(time))" : notKnown
    }

    /// `+00:00` at that moment.
    package func offset(at time: Timestamp) -> String {
        let seconds = offsetSeconds(at: time)
        let size = abs(seconds) / 60
        return "\(seconds < 0 ? "\u{2212}" : "+")\(padded(size / 60)):\(padded(size % 60))"
    }
}

extension Timestamp.Civil {
    /// `09:14:05.128`: every line of a log has one.
    fileprivate var clock: String {
        func digit(_ value: Int, _ place: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(value / place % 10) }
        let colon = UInt8(ascii: ":")
        let bytes: [UInt8] = [
            digit(hour, 10), digit(hour, 1), colon, digit(minute, 10), digit(minute, 1), colon, digit(second, 10),
            digit(second, 1), UInt8(ascii: "."), digit(millisecond, 100), digit(millisecond, 10), digit(millisecond, 1),
        ]
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// How a time that no log tells is shown.
private let notKnown = "\u{2013}"

private let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]

private func padded(_ value: Int, _ width: Int = 2) -> String {
    let digits = String(value)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}

/// Days since 1970-01-01 of a date in the proleptic Gregorian calendar (Howard Hinnant's days_from_civil).
package func daysFromCivil(year: Int, month: Int, day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
}

private func civilFromDays(_ days: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
