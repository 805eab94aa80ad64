// Lines that a container has stamped: S3 exports, `aws logs tail`, `sam logs`. A line without a stamp continues the event.

internal import Model

/// What stands before the message.
struct LinePrefix {
    var time: Timestamp
    /// Empty when the container does not tell.
    var stream: Range<Int>
    var message: Int
}

struct StampedLines: LineRule {
    enum Shape { case s3Export, tail, tailShort, samLogs }

    let shape: Shape

    private func prefix(_ text: Span<UInt8>, _ line: Range<Int>) -> LinePrefix? {
        switch shape {
        case .s3Export: s3ExportPrefix(text, line)
        case .tail: tailPrefix(text, line)
        case .tailShort: tailShortPrefix(text, line)
        case .samLogs: samLogsPrefix(text, line)
        }
    }

    func begins(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool { prefix(text, line) != nil }

    mutating func emit<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ event: Range<Int>, _ output: inout EventOutput, _ consumer: inout Consumer
    ) {
        guard let prefix = prefix(text, event) else {
            output.rejected(reason: "lines before the first stamp", text: text.extracting(event), &consumer)
            return
        }
        if output.passesOver(consumer) { return }
        let stream = output.stream(text.extracting(prefix.stream), &consumer)
        output.event(
            time: prefix.time, stream: stream, message: text.extracting(prefix.message..<event.upperBound), &consumer)
    }
}
