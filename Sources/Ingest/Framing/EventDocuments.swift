// JSON of filter-log-events, get-log-events, Logs Insights and X-Ray, streamed: a document of any size, one event in memory at a time.

internal import Model

/// Takes documents with an `events`, `results` or `Traces` array, bare arrays of events and JSON lines, in any order, glued or not.
struct EventDocuments: Framer, ~Copyable {
    private enum Place {
        case betweenDocuments
        case inDocument
        /// In an array of events; where its end leads.
        case inEvents(isBare: Bool)
        /// After something unreadable: up to the next `{` at the beginning of a line.
        case lost
    }

    private var place = Place.betweenDocuments
    private var reader = JSONReader()

    mutating func consume<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, atEnd: Bool, _ output: inout EventOutput, _ consumer: inout Consumer
    ) -> Int {
        var at = 0
        while true {
            while at < text.count, isWhiteSpace(text[at]) || text[at] == UInt8(ascii: ",") { at += 1 }
            if case .lost = place {
                guard let next = nextDocument(text, at) else { return atEnd ? giveUp(text) : max(at, text.count - 1) }
                place = .betweenDocuments
                at = next
            }
            guard at < text.count else {
                if atEnd { finish(&output, &consumer) }
                return at
            }
            guard let next = step(text, at, atEnd: atEnd, &output, &consumer) else {
                guard atEnd || text.count - at >= TextWindow.longestEvent else { return at }
                let reason = atEnd ? "JSON ends early" : "event longer than \(TextWindow.longestEvent >> 20) MiB"
                output.rejected(reason: reason, text: text.extracting(at..<text.count), &consumer)
                place = atEnd ? .betweenDocuments : .lost
                return text.count
            }
            at = next
        }
    }

    private func nextDocument(_ text: Span<UInt8>, _ at: Int) -> Int? {
        text.firstBraceAtLineStart(after: at)
    }

    private mutating func giveUp(_ text: Span<UInt8>) -> Int {
        place = .betweenDocuments
        return text.count
    }

    /// The file is over. A document that is not is a fault that must be seen.
    private mutating func finish<Consumer: EventConsumer & ~Copyable>(
        _ output: inout EventOutput, _ consumer: inout Consumer
    ) {
        if case .betweenDocuments = place { return }
        place = .betweenDocuments
        output.rejected(reason: "JSON ends early", text: Span(), &consumer)
    }

    /// One step from a byte that is no space; nil when more text is needed.
    private mutating func step<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ at: Int, atEnd: Bool, _ output: inout EventOutput, _ consumer: inout Consumer
    ) -> Int? {
        let byte = text[at]
        switch place {
        case .betweenDocuments:
            if byte == UInt8(ascii: "[") {
                place = .inEvents(isBare: true)
                return at + 1
            }
            guard byte == UInt8(ascii: "{") else { return lose(text, at, &output, &consumer) }
            guard let isEvent = beginsEvent(text, at) else { return nil }
            if isEvent { return element(text, at, &output, &consumer) }
            place = .inDocument
            return at + 1
        case .inDocument:
            if byte == UInt8(ascii: "}") {
                place = .betweenDocuments
                return at + 1
            }
            guard byte == UInt8(ascii: "\"") else { return lose(text, at, &output, &consumer) }
            return member(text, at, &output, &consumer)
        case .inEvents(let isBare):
            if byte == UInt8(ascii: "]") {
                place = isBare ? .betweenDocuments : .inDocument
                return at + 1
            }
            return element(text, at, &output, &consumer)
        case .lost: return at
        }
    }

    /// A key and its value; of `events`, `results` and `Traces`, only up to the bracket.
    private mutating func member<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ at: Int, _ output: inout EventOutput, _ consumer: inout Consumer
    ) -> Int? {
        guard let keyEnd = endOfJSONValue(text, from: at) else { return nil }
        var value = keyEnd
        while value < text.count, isWhiteSpace(text[value]) || text[value] == UInt8(ascii: ":") { value += 1 }
        guard value < text.count else { return nil }
        let isEvents =
            text.has("\"events\"", at: at) || text.has("\"results\"", at: at)
            || text.has("\"Traces\"", at: at)
        if isEvents, text[value] == UInt8(ascii: "[") {
            place = .inEvents(isBare: false)
            return value + 1
        }
        if text[value] == UInt8(ascii: "}") || text[value] == UInt8(ascii: "]") {
            return lose(text, at, &output, &consumer)
        }
        return endOfJSONValue(text, from: value)
    }

    /// JSON lines: an object that is itself an event. Nil when its first key cannot be seen.
    private func beginsEvent(_ text: Span<UInt8>, _ at: Int) -> Bool? {
        var key = at + 1
        while key < text.count, isWhiteSpace(text[key]) { key += 1 }
        guard key < text.count, let end = endOfJSONValue(text, from: key) else { return nil }
        let name = text.extracting(key..<end)
        return name.spells("\"timestamp\"") || name.spells("\"message\"") || name.spells("\"logStreamName\"")
            || name.spells("\"ingestionTime\"") || name.spells("\"eventId\"") || name.spells("\"Id\"") || name.has("\"@")
    }

    private mutating func element<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ at: Int, _ output: inout EventOutput, _ consumer: inout Consumer
    ) -> Int? {
        guard let end = endOfJSONValue(text, from: at) else { return nil }
        if output.passesOver(consumer) { return end }
        let element = text.extracting(at..<end)
        guard reader.read(element) else {
            output.rejected(reason: "event is not well-formed JSON", text: element, &consumer)
            return end
        }
        if reader.isTrace {
            let name = Array(traceGroup.utf8)
            let group = output.group(name.span, &consumer)
            output.event(time: .unknown, logGroup: group, message: element, &consumer)
            return end
        }
        var parts = EventParts()
        switch reader.kind(0) {
        case .object: parts.readObject(reader, at: 0)
        case .array: parts.readFieldRow(reader, at: 0)
        default: break
        }
        parts.emit(reader, element: element, &output, &consumer)
        return end
    }

    /// Something that is no JSON: rejected up to where a document can begin again.
    private mutating func lose<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ at: Int, _ output: inout EventOutput, _ consumer: inout Consumer
    ) -> Int {
        place = .lost
        let end = nextDocument(text, at) ?? text.count
        output.rejected(reason: "not well-formed JSON", text: text.extracting(at..<end), &consumer)
        return at
    }
}
