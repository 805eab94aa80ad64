// Names met lately, so that the stream of an event costs a comparison and no string.

internal import Model

/// A small table from bytes to the name the consumer gave for them; a newer name may push out an older one.
struct RecentNames: ~Copyable {
    /// Made with the first name: most inputs tell no group, or no stream.
    private var texts: [[UInt8]] = []
    private var names: [Name] = []

    mutating func name<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, _ consumer: inout Consumer
    ) -> Name {
        guard text.count > 0 else { return .none }
        if texts.isEmpty {
            texts = [[UInt8]](repeating: [], count: 64)
            names = [Name](repeating: .none, count: 64)
        }
        let slot = slot(text)
        if text.equals(texts[slot]) { return names[slot] }
        let name = consumer.intern(text)
        texts[slot].removeAll(keepingCapacity: true)
        text.append(to: &texts[slot])
        names[slot] = name
        return name
    }

    /// The last bytes of a stream's name differ most.
    private func slot(_ text: Span<UInt8>) -> Int {
        var hash = UInt32(truncatingIfNeeded: text.count)
        for index in max(0, text.count - 6)..<text.count { hash = hash &* 31 &+ UInt32(text[index]) }
        return Int(hash & 63)
    }
}
