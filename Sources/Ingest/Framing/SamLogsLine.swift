// A line of `sam logs`: the stream first, then a stamp with microseconds and no zone, then the message.

internal import Model

func samLogsPrefix(_ text: Span<UInt8>, _ line: Range<Int>) -> LinePrefix? {
    let start = afterColours(text, line.lowerBound, line.upperBound)
    guard let stream = streamName(text, start..<line.upperBound) else { return nil }
    var at = afterColours(text, stream.upperBound, line.upperBound)
    guard at < line.upperBound, text[at] == UInt8(ascii: " ") else { return nil }
    at = afterColours(text, at + 1, line.upperBound)
    guard let stamp = parseStamp(text, at: at), text[at + 10] == UInt8(ascii: "T") else { return nil }
    at = afterColours(text, stamp.end, line.upperBound)
    guard at < line.upperBound, text[at] == UInt8(ascii: " ") else { return nil }
    return LinePrefix(time: stamp.time, stream: stream, message: at + 1)
}
