// Times as logs write them: ISO 8601, the common log format, and milliseconds since 1970.

import Model

extension ByteCursor {
    /// `2026-03-12T09:14:05.128Z`, with `T` or a space, any number of fraction digits after a point or comma, and a zone that
    /// is `Z`, `+hhmm`, `+hh:mm` or missing (then UTC).
    mutating func isoTime(in bytes: Span<UInt8>) -> Timestamp? {
        guard let seconds = bytes.civilSeconds(at: at) else { return nil }
        var cursor = ByteCursor(at: at + 19)
        var millisecond = 0
        if cursor.skip(".", in: bytes) || cursor.skip(",", in: bytes) {
            var scale = 100
            while cursor.at < bytes.count, let digit = decimalDigit(bytes[cursor.at]) {
                millisecond += digit * scale
                scale /= 10
                cursor.at += 1
            }
        }
        let offset = cursor.skip("Z", in: bytes) ? 0 : cursor.zoneSeconds(in: bytes) ?? 0
        at = cursor.at
        return Timestamp(milliseconds: (seconds - Int64(offset)) * 1000 + Int64(millisecond))
    }

    /// `12/Mar/2026:09:14:05 +0000`.
    mutating func commonLogTime(in bytes: Span<UInt8>) -> Timestamp? {
        var cursor = self
        guard let day = cursor.digits(2, in: bytes), cursor.skip("/", in: bytes),
            let month = cursor.monthName(in: bytes), cursor.skip("/", in: bytes),
            let year = cursor.digits(4, in: bytes), cursor.skip(":", in: bytes),
            let hour = cursor.digits(2, in: bytes), cursor.skip(":", in: bytes),
            let minute = cursor.digits(2, in: bytes), cursor.skip(":", in: bytes),
            let second = cursor.digits(2, in: bytes),
            (1...31).contains(day), hour < 24, minute < 60, second < 61
        else { return nil }
        var offset = 0
        var zone = cursor
        if zone.skip(" ", in: bytes), let seconds = zone.zoneSeconds(in: bytes) {
            offset = seconds
            cursor = zone
        }
        at = cursor.at
        return Timestamp(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second, offsetSeconds: offset)
    }

    private mutating func zoneSeconds(in bytes: Span<UInt8>) -> Int? {
        var cursor = self
        let sign = cursor.skip("-", in: bytes) ? -1 : 1
        if sign == 1, !cursor.skip("+", in: bytes) { return nil }
        guard let hours = cursor.digits(2, in: bytes) else { return nil }
        _ = cursor.skip(":", in: bytes)
        guard let minutes = cursor.digits(2, in: bytes), hours < 24, minutes < 60 else { return nil }
        at = cursor.at
        return sign * (hours * 3600 + minutes * 60)
    }

    /// `Mar`: 3.
    mutating func monthName(in bytes: Span<UInt8>) -> Int? {
        let names: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"
        guard at + 3 <= bytes.count else { return nil }
        for month in 0..<12 {
            let start = month * 3
            if unsafe bytes[at] == names.utf8Start[start] && bytes[at + 1] == names.utf8Start[start + 1]
                && bytes[at + 2] == names.utf8Start[start + 2]
            {
                at += 3
                return month + 1
            }
        }
        return nil
    }
}

/// Milliseconds since 1970, or seconds when the number is as short as seconds are (up to the year 2286).
func epochTime(_ bytes: Span<UInt8>) -> Timestamp? {
    guard let number = bytes.wholeNumber, number > 0 else { return nil }
    if number < 10_000_000_000 { return Timestamp(milliseconds: number * 1000) }
    return number < 100_000_000_000_000 ? Timestamp(milliseconds: number) : nil
}
