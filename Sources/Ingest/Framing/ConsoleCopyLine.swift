// What is copied out of the console's log viewer: a line with the stamp alone, then the message on its own lines.

internal import Model

/// `2026-03-12T09:14:05.128Z`, or with the viewer's zone as an offset. A message that is JSON is shown indented, over many lines.
/// (Not documented by AWS; seen in copies.)
func consoleCopyPrefix(_ text: Span<UInt8>, _ event: Range<Int>) -> LinePrefix? {
    let start = event.lowerBound
    guard event.count >= 24, text[start + 10] == UInt8(ascii: "T"), let stamp = parseStamp(text, at: start), stamp.hasZone,
        stamp.fraction == 3, stamp.end <= event.upperBound
    else { return nil }
    var end = stamp.end
    if end < event.upperBound, text[end] == UInt8(ascii: "\r") { end += 1 }
    if end == event.upperBound { return LinePrefix(time: stamp.time, stream: 0..<0, message: end) }
    guard text[end] == UInt8(ascii: "\n") else { return nil }
    return LinePrefix(time: stamp.time, stream: 0..<0, message: end + 1)
}
