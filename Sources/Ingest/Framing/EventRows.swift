// `--output text` of `aws logs filter-log-events` and `get-log-events`: columns with tabs between them, messages with their newlines.

internal import Model

/// The command line prints a row per event, its fields in the order of their names (AWS CLI, text output):
/// `EVENTS <eventId> <ingestionTime> <logStreamName> <message> <timestamp>`, of get-log-events without id and stream. With
/// `--query 'events[].[timestamp,message]'` a row is `<timestamp> <message>`. Times are milliseconds since 1970.
struct EventRows: LineRule {
    /// Rows begin with `EVENTS`; else with the time.
    let areNamed: Bool

    func begins(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        if !areNamed { return eventTimeField(text, line) != nil }
        return isEventRow(text, line) || isPagingRow(text, line)
    }

    func isCut(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        if !areNamed { return text.isCut("0000000000000", line) }
        let name: StaticString = "EVENTS\t00000000000000000000000000000000000000000000000000000000"
        return text.isCut(name, line) || text.isCut("SEARCHEDLOGSTREAMS", line)
    }

    mutating func emit<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ event: Range<Int>, _ output: inout EventOutput, _ consumer: inout Consumer
    ) {
        if areNamed, isPagingRow(text, event) {
            output.ignored(reason: "paging of the command line", &consumer)
        } else if let row = areNamed ? NamedRow(text, event) : pair(text, event) {
            if output.passesOver(consumer) { return }
            let stream = output.stream(text.extracting(row.stream), &consumer)
            output.event(time: row.time, stream: stream, message: text.extracting(row.message), &consumer)
        } else {
            let reason = begins(text, event) || isCut(text, event) ? "row ends early" : "lines before the first row"
            output.rejected(reason: reason, text: text.extracting(event), &consumer)
        }
    }

    private func pair(_ text: Span<UInt8>, _ event: Range<Int>) -> NamedRow? {
        guard let time = eventTimeField(text, event) else { return nil }
        return NamedRow(time: time, stream: 0..<0, message: (event.lowerBound + 14)..<event.upperBound)
    }
}

/// What a text is that has rows at its beginning; nil when it has none. Paging tokens may stand before the first one.
func eventRows(_ text: Span<UInt8>, at start: Int) -> EventRows? {
    var at = start
    for _ in 0..<3 {
        guard at < text.count else { return nil }
        let end = text.find(byte: UInt8(ascii: "\n"), from: at) ?? text.count
        if isEventRow(text, at..<end) { return EventRows(areNamed: true) }
        if at == start, eventTimeField(text, at..<end) != nil { return EventRows(areNamed: false) }
        guard isPagingRow(text, at..<end) else { return nil }
        at = end + 1
    }
    return nil
}

private struct NamedRow {
    var time: Timestamp
    var stream: Range<Int>
    var message: Range<Int>

    init(time: Timestamp, stream: Range<Int>, message: Range<Int>) {
        self.time = time
        self.stream = stream
        self.message = message
    }

    /// Nil when the row has no time at its end: it was cut.
    init?(_ text: Span<UInt8>, _ event: Range<Int>) {
        var fields: [Range<Int>] = []
        var at = event.lowerBound
        // EVENTS, then an id and a time and a stream, or a time alone.
        while fields.count < 4, let tab = text.find(byte: UInt8(ascii: "\t"), from: at), tab < event.upperBound {
            fields.append(at..<tab)
            at = tab + 1
            if fields.count == 2, fields[1].count < 20 { break }
        }
        var end = event.upperBound
        while end > at, isWhiteSpace(text[end - 1]) { end -= 1 }
        guard fields.count == 4 || fields.count == 2 && fields[1].count < 20, end - at >= 14,
            text[end - 14] == UInt8(ascii: "\t"), let time = thirteenDigits(text, at: end - 13)
        else { return nil }
        self.time = time
        stream = fields.count == 4 ? fields[3] : 0..<0
        message = at..<(end - 14)
    }
}

private func isEventRow(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    line.count > 20 && text.has("EVENTS\t", at: line.lowerBound) && isDigit(text[line.lowerBound + 7])
        && isDigit(text[line.lowerBound + 19])
}

/// `SEARCHEDLOGSTREAMS <name> True`, `NEXTTOKEN <token>`, and the two tokens of get-log-events on a line.
private func isPagingRow(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let start = line.lowerBound
    if text.has("SEARCHEDLOGSTREAMS\t", at: start) || text.has("NEXTTOKEN\t", at: start) { return true }
    guard line.count > 22, text.has("b/", at: start) || text.has("f/", at: start) else { return false }
    for offset in 2..<22 where !isDigit(text[start + offset]) { return false }
    return true
}

/// The time of a row `<timestamp> <message>`.
private func eventTimeField(_ text: Span<UInt8>, _ line: Range<Int>) -> Timestamp? {
    guard line.count > 14, text[line.lowerBound + 13] == UInt8(ascii: "\t") else { return nil }
    return thirteenDigits(text, at: line.lowerBound)
}

private func thirteenDigits(_ text: Span<UInt8>, at start: Int) -> Timestamp? {
    let digits = text.extracting(start..<(start + 13))
    guard digits[0] == UInt8(ascii: "1"), let number = digits.wholeNumber else { return nil }
    return Timestamp(milliseconds: number)
}
