// What every container's framer is: a function that takes whole events from the front of the text.

protocol Framer: ~Copyable {
    /// Takes whole events from the front of `text` and answers how many bytes they were. The rest is shown again, with more
    /// text behind it. With `atEnd` nothing follows in this file and everything must be taken; with `TextWindow.longestEvent`
    /// bytes or more something must be taken, an event that long being rejected.
    mutating func consume<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, atEnd: Bool, _ output: inout EventOutput, _ consumer: inout Consumer
    ) -> Int
}
