// Plain text without a container: raw Lambda output, bare execution lines, access rows one per line or glued together.

internal import Model

struct TextLines: LineRule {
    /// True for a text in which no line looks like the beginning of an event: then every line is one.
    let isEveryLineAnEvent: Bool
    private var opened = LineStart.open

    init(isEveryLineAnEvent: Bool) { self.isEveryLineAnEvent = isEveryLineAnEvent }

    func row(_ text: Span<UInt8>, at: Int, atEnd: Bool) -> JSONRow {
        text[at] == UInt8(ascii: "{") ? endOfJSONRow(text, from: at, atEnd: atEnd) : .unclear
    }

    func begins(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool { isEveryLineAnEvent || lineStart(text, line) != nil }

    mutating func open(_ text: Span<UInt8>, _ line: Range<Int>) {
        opened = isEveryLineAnEvent ? .single : lineStart(text, line) ?? .open
    }

    func continues(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        switch opened {
        case .single: false
        case .report: text.has("XRAY TraceId:", at: line.lowerBound)
        case .open: lineStart(text, line) == nil
        }
    }

    mutating func emit<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ event: Range<Int>, _ output: inout EventOutput, _ consumer: inout Consumer
    ) {
        // Newlines at the end are the file's as likely as the message's, and no reader wants them.
        var end = event.upperBound
        while end > event.lowerBound, text[end - 1] == UInt8(ascii: "\n") || text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        guard (event.lowerBound..<end).contains(where: { !isWhiteSpace(text[$0]) }) else { return }
        output.event(time: .unknown, message: text.extracting(event.lowerBound..<end), &consumer)
    }
}
