// The report of API Gateway's test feature: a head line with the request's id, then a stamped line per event.

internal import Model

/// `Execution log for request <id>` and `Thu Mar 12 09:14:05 UTC 2026 : <text>` (API Gateway console, TestInvokeMethod). Events are handed
/// over as the execution log has them, `(<id>) <text>`.
struct TestInvokeLines: LineRule {
    private var id: [UInt8] = []

    func begins(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        testReportID(text, line) != nil || testLine(text, line) != nil
    }

    func isCut(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        text.isCut("AAA AAA 00 00:00:00 AAA 0000 : ", line) || text.isCut("Execution log for request", line)
    }

    mutating func emit<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ event: Range<Int>, _ output: inout EventOutput, _ consumer: inout Consumer
    ) {
        if let range = testReportID(text, event) {
            id.removeAll(keepingCapacity: true)
            id.append(text.extracting(range))
            output.ignored(reason: "head line of a test report", &consumer)
            return
        }
        guard let line = testLine(text, event) else {
            let reason = isCut(text, event) ? "line ends early" : "lines before the head of a test report"
            output.rejected(reason: reason, text: text.extracting(event), &consumer)
            return
        }
        guard !id.isEmpty else {
            output.rejected(reason: "line of a test report without its head", text: text.extracting(event), &consumer)
            return
        }
        var message: [UInt8] = []
        message.append("(")
        message += id
        message.append(") ")
        message.append(text.extracting(line.textStart..<event.upperBound))
        output.event(time: line.time, message: message.span, &consumer)
    }
}

/// Where the id stands in `Execution log for request <id>`; the console's help pages also print `:` behind "request".
private func testReportID(_ text: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let head: StaticString = "Execution log for request"
    guard text.has(head, at: line.lowerBound) else { return nil }
    var start = line.lowerBound + head.utf8CodeUnitCount
    while start < line.upperBound, text[start] == UInt8(ascii: " ") || text[start] == UInt8(ascii: ":") { start += 1 }
    let end = min(text.wordEnd(from: start), line.upperBound)
    return 10...40 ~= end - start ? start..<end : nil
}

/// The stamp's zone is always UTC; any other name is read as UTC too.
func testLine(_ text: Span<UInt8>, _ line: Range<Int>) -> (time: Timestamp, textStart: Int)? {
    let end = line.upperBound
    var cursor = ByteCursor(at: line.lowerBound)
    guard line.count > 31, skipLetters(3, &cursor, text), cursor.skip(" ", in: text), let month = cursor.monthName(in: text),
        cursor.skip(" ", in: text), let day = cursor.digits(2, in: text), cursor.skip(" ", in: text),
        let hour = cursor.digits(2, in: text), cursor.skip(":", in: text), let minute = cursor.digits(2, in: text),
        cursor.skip(":", in: text), let second = cursor.digits(2, in: text), cursor.skip(" ", in: text),
        skipLetters(3, &cursor, text), cursor.skip(" ", in: text), let year = cursor.digits(4, in: text),
        cursor.skip(" : ", in: text), cursor.at <= end, 1...31 ~= day, hour < 24, minute < 60, second < 61
    else { return nil }
    return (
        Timestamp(year: year, month: month, day: day, hour: hour, minute: minute, second: second), cursor.at
    )
}

private func skipLetters(_ count: Int, _ cursor: inout ByteCursor, _ text: Span<UInt8>) -> Bool {
    guard cursor.at + count <= text.count else { return false }
    for offset in 0..<count where !isLetter(text[cursor.at + offset]) { return false }
    cursor.at += count
    return true
}
