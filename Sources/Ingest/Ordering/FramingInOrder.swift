// Framing of an input whose events are out of order.

/// Text that is held at a time; what is more is sorted piece by piece.
private let mostHeldText = 1 << 30

/// As `frame`, in order of time and each event once: the same words at the same time in the same stream are one event.
package func frameInOrder<Consumer: EventConsumer & ~Copyable>(
    _ input: Input, into consumer: inout Consumer, mostText: Int = mostHeldText
) -> FramingOutcome {
    var sorter = EventSorter(consumer, mostText: mostText)
    var outcome = frame(input, into: &sorter)
    let isWhole = sorter.pieces == 0
    consumer = sorter.finish()
    outcome.reason += isWhole ? "; out of order, read in order of time" : "; out of order, sorted in pieces of 1 GiB"
    return outcome
}
