// Subscription filter payloads: whole documents of a few megabytes, because a tool that sorted the keys puts the events first.

internal import Model

struct SubscriptionDocuments: Framer, ~Copyable {
    private var reader = JSONReader()
    /// After a document that was too long: up to the next `{` at the beginning of a line.
    private var isLost = false
    /// One envelope deep at most: what an envelope holds is not opened again.
    private let opensEnvelopes: Bool

    init(opensEnvelopes: Bool = true) { self.opensEnvelopes = opensEnvelopes }

    mutating func consume<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, atEnd: Bool, _ output: inout EventOutput, _ consumer: inout Consumer
    ) -> Int {
        var at = 0
        if isLost {
            guard let next = text.firstBraceAtLineStart(after: 0) else {
                isLost = !atEnd
                return atEnd ? text.count : max(0, text.count - 1)
            }
            isLost = false
            at = next
        }
        // A document ends before the next one that begins a line; known up to here so that glued documents search it once.
        var border = 0
        while true {
            while at < text.count, isWhiteSpace(text[at]) || text[at] == UInt8(ascii: ",") { at += 1 }
            guard at < text.count else { return at }
            if border <= at { border = text.firstBraceAtLineStart(after: at) ?? text.count }
            let isWhole = atEnd || border < text.count
            let next =
                text[at] == UInt8(ascii: "{")
                ? document(text, at..<border, isWhole: isWhole, &output, &consumer)
                : encodedLine(text, at..<border, isWhole: isWhole, &output, &consumer)
            guard let next else {
                guard text.count - at >= TextWindow.longestEvent else { return at }
                output.rejected(
                    reason: "document longer than \(TextWindow.longestEvent >> 20) MiB",
                    text: text.extracting(at..<text.count), &consumer)
                isLost = true
                return text.count
            }
            at = next
        }
    }

    /// Takes the document at the front of the range and answers where it ends; nil when more text is needed.
    private mutating func document<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ range: Range<Int>, isWhole: Bool, _ output: inout EventOutput,
        _ consumer: inout Consumer
    ) -> Int? {
        let bounded = text.extracting(0..<range.upperBound)
        if let end = endOfJSONValue(bounded, from: range.lowerBound) {
            let document = text.extracting(range.lowerBound..<end)
            if reader.read(document) {
                payload(document, &output, &consumer)
            } else {
                output.rejected(reason: "payload is not well-formed JSON", text: document, &consumer)
            }
            return end
        }
        guard isWhole else { return nil }
        // The document is cut: its complete events are good when they are given an end.
        if let end = endOfLastElement(bounded, from: range.lowerBound, depth: 2) {
            var repaired: [UInt8] = []
            text.extracting(range.lowerBound..<end).append(to: &repaired)
            repaired.append(contentsOf: [UInt8(ascii: "]"), UInt8(ascii: "}")])
            if reader.read(repaired.span) { payload(repaired.span, &output, &consumer) }
            output.rejected(reason: "payload ends early", text: text.extracting(end..<range.upperBound), &consumer)
        } else {
            output.rejected(reason: "payload ends early", text: text.extracting(range), &consumer)
        }
        return range.upperBound
    }

    /// Hands over the events of the document that was read last.
    private mutating func payload<Consumer: EventConsumer & ~Copyable>(
        _ document: Span<UInt8>, _ output: inout EventOutput, _ consumer: inout Consumer
    ) {
        var isControl = false
        var group = Name.none
        var stream = Name.none
        var events = -1
        var envelope = -1
        var child = 1
        while child < reader.count {
            if reader.keyEquals(child, "messageType") {
                isControl = reader.withText(child) { $0.spells("CONTROL_MESSAGE") }
            } else if reader.keyEquals(child, "logGroup") {
                group = reader.withText(child) { output.group($0, &consumer) }
            } else if reader.keyEquals(child, "logStream") {
                stream = reader.withText(child) { output.stream($0, &consumer) }
            } else if reader.keyEquals(child, "logEvents"), reader.kind(child) == .array {
                events = child
            } else if reader.keyEquals(child, "awslogs"), reader.kind(child) == .object {
                envelope = child
            }
            child = reader.next(child)
        }
        if envelope >= 0, opensEnvelopes {
            openEnvelope(envelope, document, &output, &consumer)
            return
        }
        guard events >= 0 else {
            output.rejected(reason: "payload without log events", text: document, &consumer)
            return
        }
        child = events + 1
        let end = reader.next(events)
        while child < end {
            if isControl {
                output.ignored(reason: "control message of a subscription", &consumer)
            } else {
                var parts = EventParts()
                if reader.kind(child) == .object { parts.readObject(reader, at: child) }
                emit(parts, group, stream, document, &output, &consumer)
            }
            child = reader.next(child)
        }
    }

    private func emit<Consumer: EventConsumer & ~Copyable>(
        _ parts: EventParts, _ group: Name, _ stream: Name, _ document: Span<UInt8>, _ output: inout EventOutput,
        _ consumer: inout Consumer
    ) {
        guard parts.message >= 0 else {
            output.rejected(reason: "event without a message", text: document, &consumer)
            return
        }
        reader.withText(parts.message) {
            output.event(time: parts.time, logGroup: group, stream: stream, message: $0, &consumer)
        }
    }

    /// `{"awslogs":{"data":"<base64>"}}`: what a Lambda subscriber is given.
    private func openEnvelope<Consumer: EventConsumer & ~Copyable>(
        _ envelope: Int, _ document: Span<UInt8>, _ output: inout EventOutput, _ consumer: inout Consumer
    ) {
        var decoded: [UInt8]?
        reader.forEachChild(of: envelope) { child in
            if reader.keyEquals(child, "data") { decoded = reader.withText(child) { decodeBase64($0) } }
        }
        guard let decoded else {
            output.rejected(reason: "envelope without base64 data", text: document, &consumer)
            return
        }
        frameEncoded(decoded, shown: document, &output, &consumer)
    }

    /// A line of base64, as Kinesis consumers write it down.
    private func encodedLine<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ range: Range<Int>, isWhole: Bool, _ output: inout EventOutput,
        _ consumer: inout Consumer
    ) -> Int? {
        let newline = text.find(byte: UInt8(ascii: "\n"), from: range.lowerBound)
        guard let end = newline ?? (isWhole ? range.upperBound : nil) else { return nil }
        let line = text.extracting(range.lowerBound..<end)
        if opensEnvelopes, let decoded = decodeBase64(line) {
            frameEncoded(decoded, shown: line, &output, &consumer)
        } else {
            output.rejected(reason: "neither a payload nor base64", text: line, &consumer)
        }
        return end
    }
}

/// Frames what base64 held: compressed or plain payloads.
private func frameEncoded<Consumer: EventConsumer & ~Copyable>(
    _ bytes: [UInt8], shown: Span<UInt8>, _ output: inout EventOutput, _ consumer: inout Consumer
) {
    let decoded = decompressed(bytes, limit: TextWindow.longestEvent)
    guard let text = decoded.bytes else {
        output.rejected(reason: "encoded payload: \(decoded.problem ?? "unreadable")", text: shown, &consumer)
        return
    }
    var inner = SubscriptionDocuments(opensEnvelopes: false)
    _ = inner.consume(text.span, atEnd: true, &output, &consumer)
}
