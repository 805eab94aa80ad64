// Times in the forms that containers write them.

import Model

/// A stamp and the index after it.
struct ParsedStamp {
    var time: Timestamp
    var end: Int
    /// Digits after the second.
    var fraction: Int
    var hasZone: Bool
}

/// Reads `2026-03-12T09:14:05.128Z` at `start`: `T` or one space between date and time, 0 to 9 digits of a second, and
/// `Z`, `+00:00` or nothing (UTC) as the zone. Nil when there is no such stamp.
func parseStamp(_ text: Span<UInt8>, at start: Int) -> ParsedStamp? {
    guard let seconds = text.civilSeconds(at: start) else { return nil }
    var end = start + 19
    var millisecond = 0
    var fraction = 0
    if end + 1 < text.count, text[end] == UInt8(ascii: "."), isDigit(text[end + 1]) {
        end += 1
        while end < text.count, fraction < 9, isDigit(text[end]) {
            if fraction < 3 { millisecond = millisecond * 10 + Int(text[end] &- 0x30) }
            fraction += 1
            end += 1
        }
        if fraction < 3 { millisecond *= fraction == 1 ? 100 : 10 }
    }
    let zone = parseZone(text, at: end)
    return ParsedStamp(
        time: Timestamp(milliseconds: (seconds - Int64(zone?.seconds ?? 0)) * 1000 + Int64(millisecond)),
        end: zone?.end ?? end, fraction: fraction, hasZone: zone != nil)
}

private func parseZone(_ text: Span<UInt8>, at start: Int) -> (seconds: Int, end: Int)? {
    guard start < text.count else { return nil }
    if text[start] == UInt8(ascii: "Z") { return (0, start + 1) }
    let isWest = text[start] == UInt8(ascii: "-")
    guard isWest || text[start] == UInt8(ascii: "+"), text.count - start >= 6, text[start + 3] == UInt8(ascii: ":")
    else { return nil }
    for offset in [1, 2, 4, 5] where !isDigit(text[start + offset]) { return nil }
    func digit(_ offset: Int) -> Int { Int(text[start + offset] &- 0x30) }
    let seconds = (digit(1) * 10 + digit(2)) * 3600 + (digit(4) * 10 + digit(5)) * 60
    return (isWest ? -seconds : seconds, start + 6)
}
