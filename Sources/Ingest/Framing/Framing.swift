// Bytes to events: one input from its files to the consumer.
//
// 1. Open the files one after the other, compressions off.
// 2. Tell the container by the first text (or take the hint's word).
// 3. Let that container's framer take events from the window of text until nothing is left.

import Model

/// How an input was read.
package struct FramingOutcome: Sendable {
    /// Nil when nothing could be read as log events.
    package var format: ContainerFormat?
    /// Why it was taken for that, in words.
    package var reason: String
    /// Size on disk of what was read.
    package var bytes: Int64
    /// Size after decompression.
    package var textBytes: Int64
    /// What kept the input from being read to its end: a lower-case clause, nil when all was read.
    package var problem: String?
}

/// Hands every event of the input to the consumer, in order. The same input gives the same ordinals each time; standard input
/// can be read once only.
package func frame<Consumer: EventConsumer & ~Copyable>(
    _ input: Input, into consumer: inout Consumer
) -> FramingOutcome {
    var output = EventOutput()
    output.logGroup = interned(input.hints.logGroup, &consumer)
    output.stream = interned(streamName(ofPaths: input.paths), &consumer)
    if let reason = reasonToIgnore(input) {
        output.ignored(reason: reason, &consumer)
        return FramingOutcome(format: nil, reason: "\(reason)", bytes: 0, textBytes: 0, problem: nil)
    }
    var window = TextWindow(paths: input.paths)
    while window.count == 0, window.openNext() { window.fill() }
    let detected = window.count == 0 ? DetectedFormat(format: nil, reason: "empty") : format(of: window, input.hints)
    switch detected.format {
    case .subscription: pump(SubscriptionDocuments(), &window, &output, &consumer)
    case .eventsText:
        let rows = window.withText { eventRows($0, at: $0.skippingSpaces(from: 0)) }
        pump(LineFraming(rows ?? EventRows(areNamed: true)), &window, &output, &consumer)
    case .filterLogEvents, .getLogEvents, .insightsJSON, .xrayTraces: pump(EventDocuments(), &window, &output, &consumer)
    case .insightsCSV, .consoleCSV: pump(CSVEvents(), &window, &output, &consumer)
    case .s3Export: pump(LineFraming(StampedLines(shape: .s3Export)), &window, &output, &consumer)
    case .tail: pump(LineFraming(StampedLines(shape: .tail)), &window, &output, &consumer)
    case .tailShort: pump(LineFraming(StampedLines(shape: .tailShort)), &window, &output, &consumer)
    case .samLogs: pump(LineFraming(StampedLines(shape: .samLogs)), &window, &output, &consumer)
    case .consoleCopy: pump(LineFraming(StampedLines(shape: .consoleCopy)), &window, &output, &consumer)
    case .testInvoke where window.withText({ $0.has("{", at: $0.skippingSpaces(from: 0)) }):
        pump(TestInvokeDocuments(), &window, &output, &consumer)
    case .testInvoke: pump(LineFraming(TestInvokeLines()), &window, &output, &consumer)
    case .text:
        let rule = TextLines(isEveryLineAnEvent: window.withText { hasOnlyUnknownLines($0) })
        pump(LineFraming(rule), &window, &output, &consumer)
    case nil:
        if window.count > 0 { window.withText { output.rejected(reason: detected.reason, text: $0, &consumer) } }
        readToEnd(&window)
    }
    return FramingOutcome(
        format: detected.format, reason: detected.reason, bytes: window.bytesOnDisk, textBytes: window.textBytes,
        problem: problem(window.faults, input))
}

private func format(of window: borrowing TextWindow, _ hints: InputHints) -> DetectedFormat {
    if let name = hints.format, let forced = ContainerFormat(rawValue: name) {
        return DetectedFormat(format: forced, reason: "told to be")
    }
    return window.withText { detectFormat($0) }
}

private func pump<Consumer: EventConsumer & ~Copyable, F: Framer & ~Copyable>(
    _ framer: consuming F, _ window: inout TextWindow, _ output: inout EventOutput, _ consumer: inout Consumer
) {
    // A byte order mark belongs to the file, not to its first event.
    if window.withText({ $0.has("\u{FEFF}") }) { window.drop(3) }
    while true {
        let atEnd = window.isAtFileEnd
        let taken = window.withText { framer.consume($0, atEnd: atEnd, &output, &consumer) }
        window.drop(taken)
        if atEnd, !window.openNext() { return }
        window.fill()
    }
}

/// The account of bytes is whole also for what is not framed.
private func readToEnd(_ window: inout TextWindow) {
    while true {
        window.drop(window.count)
        if window.isAtFileEnd, !window.openNext() { return }
        window.fill()
    }
}

/// Files that the export writes for itself, and hidden ones that were found rather than named.
private func reasonToIgnore(_ input: Input) -> StaticString? {
    guard let path = input.paths.first, input.paths.count == 1, path != "-" else { return nil }
    let base = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? ""
    if base == "aws-logs-write-test" { return "test object of the S3 export" }
    return base.hasPrefix(".") && input.name != path ? "hidden file" : nil
}

private func problem(_ faults: [(path: Int, fault: DecodingFault)], _ input: Input) -> String? {
    guard let first = faults.first else { return nil }
    let clause = input.paths.count > 1 ? "'\(input.paths[first.path])': \(first.fault.words)" : first.fault.words
    return faults.count > 1 ? "\(clause) (and \(faults.count - 1) more)" : clause
}

private func interned<Consumer: EventConsumer & ~Copyable>(_ text: String?, _ consumer: inout Consumer) -> Name {
    guard let text, !text.isEmpty else { return .none }
    let bytes = Array(text.utf8)
    return consumer.intern(bytes.span)
}
