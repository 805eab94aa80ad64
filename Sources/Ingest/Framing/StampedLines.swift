// Lines that a container has stamped: S3 exports, `aws logs tail`, `sam logs`, copies from the console. A line without a stamp continues the event.

internal import Model

/// What stands before the message.
struct LinePrefix {
    var time: Timestamp
    /// Empty when the container does not tell.
    var stream: Range<Int>
    var message: Int
}

struct StampedLines: LineRule {
    enum Shape { case s3Export, tail, tailShort, samLogs, consoleCopy }

    let shape: Shape
    private var memory = StampMemory()

    init(shape: Shape) { self.shape = shape }

    private mutating func prefix(_ text: Span<UInt8>, _ line: Range<Int>) -> LinePrefix? {
        switch shape {
        case .s3Export: s3ExportPrefix(text, line, &memory)
        case .tail: tailPrefix(text, line)
        case .tailShort: tailShortPrefix(text, line)
        case .samLogs: samLogsPrefix(text, line)
        case .consoleCopy: consoleCopyPrefix(text, line)
        }
    }

    mutating func begins(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool { prefix(text, line) != nil }

    func isCut(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        switch shape {
        case .s3Export, .consoleCopy: return text.isCut("0000-00-00T00:00:00.000Z", line)
        case .tailShort: return text.isCut("0000-00-00T00:00:00", line)
        case .tail:
            let stamp: StaticString = "0000-00-00T00:00:00.000000+00:00 "
            return text.isCut(stamp, line)
                || text.matching(stamp, at: line.lowerBound, before: line.upperBound) == stamp.utf8CodeUnitCount
                    && isWord(text, (line.lowerBound + stamp.utf8CodeUnitCount)..<line.upperBound)
        case .samLogs:
            guard let stream = streamName(text, line) else { return text.isCut("0000/00/00/", line) }
            return text.isCut(" 0000-00-00T00:00:00.000000", stream.upperBound..<line.upperBound)
        }
    }

    private func isWord(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        text.wordEnd(from: range.lowerBound) >= range.upperBound
    }

    mutating func emit<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ event: Range<Int>, _ output: inout EventOutput, _ consumer: inout Consumer
    ) {
        guard let prefix = prefix(text, event) else {
            let reason = isCut(text, event) ? "line ends early" : "lines before the first stamp"
            output.rejected(reason: reason, text: text.extracting(event), &consumer)
            return
        }
        if output.passesOver(consumer) { return }
        let stream = output.stream(text.extracting(prefix.stream), &consumer)
        output.event(
            time: prefix.time, stream: stream, message: text.extracting(prefix.message..<event.upperBound), &consumer)
    }
}
