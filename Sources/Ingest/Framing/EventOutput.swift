// The way out of framing: numbers events and hands them to the consumer.

internal import Model

struct EventOutput: ~Copyable {
    /// Of the next event.
    private(set) var ordinal: UInt32 = 0
    /// The group and stream of events whose container does not tell.
    var logGroup = Name.none
    var stream = Name.none
    private var groups = RecentNames()
    private var streams = RecentNames()

    /// How much of a text that cannot be read is shown to the consumer.
    static let shownOfRejected = 4096

    mutating func group<Consumer: EventConsumer & ~Copyable>(_ text: Span<UInt8>, _ consumer: inout Consumer) -> Name {
        text.count == 0 ? logGroup : groups.name(text, &consumer)
    }

    mutating func stream<Consumer: EventConsumer & ~Copyable>(_ text: Span<UInt8>, _ consumer: inout Consumer) -> Name {
        text.count == 0 ? stream : streams.name(text, &consumer)
    }

    /// False when the consumer does not want the next event, which then is passed over.
    mutating func passesOver<Consumer: EventConsumer & ~Copyable>(_ consumer: borrowing Consumer) -> Bool {
        if consumer.wants(ordinal: ordinal) { return false }
        ordinal &+= 1
        return true
    }

    mutating func event<Consumer: EventConsumer & ~Copyable>(
        time: Timestamp, logGroup: Name? = nil, stream: Name? = nil, message: Span<UInt8>, _ consumer: inout Consumer
    ) {
        if passesOver(consumer) { return }
        consumer.event(header(time, logGroup, stream), message: message)
        ordinal &+= 1
    }

    mutating func ignored<Consumer: EventConsumer & ~Copyable>(
        time: Timestamp = .unknown, reason: StaticString, _ consumer: inout Consumer
    ) {
        if passesOver(consumer) { return }
        consumer.ignored(header(time, nil, nil), reason: reason)
        ordinal &+= 1
    }

    mutating func rejected<Consumer: EventConsumer & ~Copyable>(
        reason: String, text: Span<UInt8>, _ consumer: inout Consumer
    ) {
        if passesOver(consumer) { return }
        let shown = text.extracting(0..<min(text.count, EventOutput.shownOfRejected))
        consumer.rejected(header(.unknown, nil, nil), reason: reason, text: shown)
        ordinal &+= 1
    }

    private func header(_ time: Timestamp, _ group: Name?, _ stream: Name?) -> EventHeader {
        EventHeader(time: time, logGroup: group ?? logGroup, stream: stream ?? self.stream, ordinal: ordinal)
    }
}
