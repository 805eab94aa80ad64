// Times that carry their date and offset, `2024-06-04 02:17:43.512 UTC`, as `time` elements.

struct FullTime {
    var range: Range<Int>
    /// As HTML's `datetime` wants it: `2024-06-04T02:17:43.512Z`.
    var machineReadable: [UInt8]
}

/// `YYYY-MM-DD HH:MM`, optionally seconds and milliseconds, then ` UTC` or ` +HH:MM`. Without an offset a time could not be moved to another
/// zone and is left alone.
func fullTimes(in text: ArraySlice<UInt8>) -> [FullTime] {
    var result: [FullTime] = []
    var start = text.startIndex
    // Dates are rare: the year's end is looked for.
    while let hyphen = text.position(of: UInt8(ascii: "-"), from: start + 4) {
        if let time = fullTime(in: text, at: hyphen - 4) {
            result.append(time)
            start = time.range.upperBound
        } else {
            start = hyphen - 3
        }
    }
    return result
}

private let dateAndMinute: [UInt8] = Array("0000-00-00 00:00".utf8)
private let second: [UInt8] = Array(":00".utf8)
private let millisecond: [UInt8] = Array(".000".utf8)

private func fullTime(in text: ArraySlice<UInt8>, at start: Int) -> FullTime? {
    guard matches(text, dateAndMinute, at: start), start == text.startIndex || !isAlphanumeric(text[start - 1]) else {
        return nil
    }
    var end = start + dateAndMinute.count
    if matches(text, second, at: end) { end += 3 }
    if matches(text, millisecond, at: end) { end += 4 }
    var machine = Array(text[start..<end])
    machine[10] = UInt8(ascii: "T")
    if text[end...].starts(with: " UTC".utf8) {
        return FullTime(range: start..<end + 4, machineReadable: machine + [UInt8(ascii: "Z")])
    }
    for sign in ["+", "-", "\u{2212}"] {
        let opening = Array(" \(sign)".utf8)
        let digits = end + opening.count
        guard text[end...].starts(with: opening), matches(text, Array("00:00".utf8), at: digits) else { continue }
        let ascii = UInt8(ascii: sign == "+" ? "+" : "-")
        return FullTime(range: start..<digits + 5, machineReadable: machine + [ascii] + text[digits..<digits + 5])
    }
    return nil
}

/// Whether the text has the pattern's shape there: `0` stands for any digit.
private func matches(_ text: ArraySlice<UInt8>, _ pattern: [UInt8], at start: Int) -> Bool {
    guard start + pattern.count <= text.endIndex else { return false }
    for (offset, expected) in pattern.enumerated() {
        let byte = text[start + offset]
        guard expected == UInt8(ascii: "0") ? isDigit(byte) : byte == expected else { return false }
    }
    return true
}
