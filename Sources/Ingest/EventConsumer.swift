// The border between framing (bytes to events) and parsing (event to facts).

package import Model

/// What a framing knows of an event besides its message.
package struct EventHeader: Sendable {
    /// The container's stamp; `.unknown` when it has none (access logs straight to Firehose, plain copies).
    package var time: Timestamp
    /// `.none` when the container does not tell.
    package var logGroup: Name
    package var stream: Name
    /// Number among the events of the input, from 0, counting every event: consumed, ignored and rejected.
    package var ordinal: UInt32

    package init(time: Timestamp, logGroup: Name, stream: Name, ordinal: UInt32) {
        self.time = time
        self.logGroup = logGroup
        self.stream = stream
        self.ordinal = ordinal
    }
}

/// Takes events in the order of the input. Spans are valid during the call only.
package protocol EventConsumer: ~Copyable {
    /// The number of a log group or stream in this input's name table.
    mutating func intern(_ text: Span<UInt8>) -> Name

    /// One log event; `message` is unescaped and whole, with the newlines it was logged with.
    mutating func event(_ header: EventHeader, message: Span<UInt8>)

    /// An event that the container holds for its own purposes, such as a control message.
    mutating func ignored(_ header: EventHeader, reason: StaticString)

    /// Something that stands where an event should and cannot be read as one.
    mutating func rejected(_ header: EventHeader, reason: String, text: Span<UInt8>)

    /// False makes the framing skip the event's message (second reading: only wanted events are looked at).
    func wants(ordinal: UInt32) -> Bool
}
