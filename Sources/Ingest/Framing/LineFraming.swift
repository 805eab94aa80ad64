// Events made of lines: the loop that all line formats share; what begins an event is the rule's to say.

/// What a line format knows.
protocol LineRule: ~Copyable {
    /// A whole event that starts at `at` and need not end with its line.
    func row(_ text: Span<UInt8>, at: Int, atEnd: Bool) -> JSONRow

    /// True for a line that begins an event wherever it stands.
    mutating func begins(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool

    /// Remembers the first line of an event, for `continues`.
    mutating func open(_ text: Span<UInt8>, _ line: Range<Int>)

    /// True when a line, not blank, belongs to the event opened last.
    mutating func continues(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool

    /// True for a file's last line, without a newline behind it, that is the beginning of an event's first line: the file was cut there.
    func isCut(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool

    /// Hands over one event: all its lines, without the newline that ends the last one.
    mutating func emit<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ event: Range<Int>, _ output: inout EventOutput, _ consumer: inout Consumer)
}

extension LineRule where Self: ~Copyable {
    func row(_ text: Span<UInt8>, at: Int, atEnd: Bool) -> JSONRow { .unclear }
    mutating func open(_ text: Span<UInt8>, _ line: Range<Int>) {}
    mutating func continues(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool { !begins(text, line) }
    func isCut(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool { false }
}

/// No rule looks further into a line to tell what it is.
private let tellingBytes = 1024

struct LineFraming<Rule: LineRule & ~Copyable>: Framer, ~Copyable {
    private var rule: Rule
    /// After an event that was too long: its rest is passed over.
    private var isPassingOver = false
    /// The rest begins within a line.
    private var isWithinLine = false
    /// Where the line that was looked at last begins and ends: the line after an event is seen once more, as the first of the next one.
    private var lineSeen = (start: -1, end: -1)

    init(_ rule: consuming Rule) { self.rule = rule }

    mutating func consume<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, atEnd: Bool, _ output: inout EventOutput, _ consumer: inout Consumer
    ) -> Int {
        // Places are those of this text.
        lineSeen = (-1, -1)
        var at = isPassingOver ? passOver(text, atEnd: atEnd) : 0
        if isPassingOver { return at }
        while at < text.count {
            if text[at] == UInt8(ascii: "\n") {
                at += 1
                continue
            }
            guard let (end, isRow) = endOfEvent(text, at, atEnd: atEnd) else {
                guard text.count - at >= TextWindow.longestEvent else { return at }
                output.rejected(
                    reason: "event longer than \(TextWindow.longestEvent >> 20) MiB",
                    text: text.extracting(at..<text.count), &consumer)
                isPassingOver = true
                isWithinLine = text[text.count - 1] != UInt8(ascii: "\n")
                return text.count
            }
            if end - at > TextWindow.longestEvent {
                output.rejected(
                    reason: "event longer than \(TextWindow.longestEvent >> 20) MiB", text: text.extracting(at..<end),
                    &consumer)
            } else {
                rule.emit(text, at..<end, &output, &consumer)
            }
            at = end
            // Blanks between rows, or between the last one and its newline.
            if isRow { while at < text.count, isBlankByte(text[at]) { at += 1 } }
        }
        return at
    }

    private func isBlankByte(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0d }

    /// Index after the event that starts at `at`, before the newline that ends it; nil when its end cannot be seen yet.
    private mutating func endOfEvent(_ text: Span<UInt8>, _ at: Int, atEnd: Bool) -> (end: Int, isRow: Bool)? {
        switch rule.row(text, at: at, atEnd: atEnd) {
        case .ends(let end): return (end, true)
        case .incomplete: return nil
        case .unclear: break
        }
        guard var end = endOfLine(text, at, atEnd: atEnd) else { return nil }
        rule.open(text, at..<end)
        while end < text.count {
            let next = end + 1
            if next >= text.count { return atEnd ? (end, false) : nil }
            guard let nextEnd = endOfLine(text, next, atEnd: atEnd) else {
                // So that a line without end is held against itself and not against the event before it.
                let isTold = text.count - next >= tellingBytes
                return isTold && !rule.continues(text, next..<text.count) ? (end, false) : nil
            }
            if atEnd, nextEnd == text.count, rule.isCut(text, next..<nextEnd) { return (end, false) }
            guard isBlank(text, next..<nextEnd) || rule.continues(text, next..<nextEnd) else {
                return (end, false)
            }
            end = nextEnd
        }
        return atEnd ? (end, false) : nil
    }

    private mutating func endOfLine(_ text: Span<UInt8>, _ from: Int, atEnd: Bool) -> Int? {
        if from == lineSeen.start { return lineSeen.end }
        // Exports put a blank line behind most events.
        if from < text.count, text[from] == UInt8(ascii: "\n") { return from }
        guard let end = text.find(byte: UInt8(ascii: "\n"), from: from) ?? (atEnd ? text.count : nil) else { return nil }
        lineSeen = (from, end)
        return end
    }

    private func isBlank(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        line.isEmpty || line.count == 1 && text[line.lowerBound] == UInt8(ascii: "\r")
    }

    /// Index of the next line that begins an event; all that was looked at when there is none yet.
    private mutating func passOver(_ text: Span<UInt8>, atEnd: Bool) -> Int {
        var at = 0
        if isWithinLine {
            guard let newline = text.find(byte: UInt8(ascii: "\n"), from: 0) else {
                isPassingOver = !atEnd
                return text.count
            }
            isWithinLine = false
            at = newline + 1
        }
        while at < text.count {
            guard let end = endOfLine(text, at, atEnd: atEnd) else {
                guard text.count - at >= TextWindow.longestEvent else { return at }
                isWithinLine = true
                return text.count
            }
            if rule.begins(text, at..<end) {
                isPassingOver = false
                return at
            }
            at = min(end + 1, text.count)
        }
        if atEnd { isPassingOver = false }
        return at
    }
}
