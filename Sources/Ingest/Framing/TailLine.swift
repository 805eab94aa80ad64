// Lines of `aws logs tail` in its three formats, and colours taken off.

internal import Model

/// Detailed and json: `2026-03-12T09:14:05.128000+00:00 stream message`. The json format leaves the fraction out when it is zero and
/// puts a newline before an indented document.
func tailPrefix(_ text: Span<UInt8>, _ line: Range<Int>) -> LinePrefix? {
    let start = afterColours(text, line.lowerBound, line.upperBound)
    guard let stamp = parseStamp(text, at: start), stamp.hasZone else { return nil }
    var at = afterColours(text, stamp.end, line.upperBound)
    guard at < line.upperBound, text[at] == UInt8(ascii: " ") else { return nil }
    at = afterColours(text, at + 1, line.upperBound)
    guard let stream = streamName(text, at..<line.upperBound) else { return nil }
    at = afterColours(text, stream.upperBound, line.upperBound)
    if at < line.upperBound, text[at] == UInt8(ascii: " ") { at += 1 }
    if at < line.upperBound, text[at] == UInt8(ascii: "\n") { at += 1 }
    return LinePrefix(time: stamp.time, stream: stream, message: at)
}

/// Short: `2026-03-12T09:14:05 message`, without a zone.
func tailShortPrefix(_ text: Span<UInt8>, _ line: Range<Int>) -> LinePrefix? {
    let start = afterColours(text, line.lowerBound, line.upperBound)
    guard let stamp = parseStamp(text, at: start), !stamp.hasZone, stamp.fraction == 0,
        text[start + 10] == UInt8(ascii: "T")
    else { return nil }
    let at = afterColours(text, stamp.end, line.upperBound)
    guard at < line.upperBound, text[at] == UInt8(ascii: " ") else { return nil }
    return LinePrefix(time: stamp.time, stream: 0..<0, message: at + 1)
}

/// A stream name: up to the next space, escape or line end, with a slash and bracket of Lambda or 32 hexadecimal digits. No stream
/// name holds a colon or an asterisk (CloudWatch Logs API, CreateLogStream), which tells it from a row of JSON.
func streamName(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var at = range.lowerBound
    var isNamed = false
    while at < range.upperBound, text[at] > 0x20 {
        if text[at] == UInt8(ascii: ":") || text[at] == UInt8(ascii: "*") { return nil }
        if text[at] == UInt8(ascii: "[") || text[at] == UInt8(ascii: "/") { isNamed = true }
        at += 1
        if at - range.lowerBound > 512 { return nil }
    }
    let length = at - range.lowerBound
    guard isNamed || length == 32, length > 0, text[range.lowerBound] != UInt8(ascii: "[") else { return nil }
    return range.lowerBound..<at
}

/// Index after any `ESC [ ... m` at `start`: they are there when colours were forced on.
func afterColours(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at + 2 < end, text[at] == 0x1b, text[at + 1] == UInt8(ascii: "[") {
        var close = at + 2
        while close < end, isDigit(text[close]) || text[close] == UInt8(ascii: ";") { close += 1 }
        guard close < end, text[close] == UInt8(ascii: "m") else { return at }
        at = close + 1
    }
    return at
}
