// How the tests of parsing hand events to a reading, as a framing would.

import Ingest
import Model

/// One event as a test writes it.
struct TestEvent {
    var stream = "2026/03/12/[$LATEST]0123456789abcdef0123456789abcdef"
    var group = "/aws/lambda/orders"
    var time: Int64
    var message: String

    init(_ time: Int64, _ message: String, group: String = "/aws/lambda/orders", stream: String? = nil) {
        self.time = time
        self.message = message
        self.group = group
        if let stream { self.stream = stream }
    }
}

/// Times in tests are milliseconds after this moment, 2026-03-12T09:14:05Z.
let dawn: Int64 = 1_773_306_845_000

func input(_ hints: InputHints = InputHints()) -> Input {
    Input(index: 3, name: "night/orders.gz", paths: [], hints: hints)
}

func scanned(_ events: [TestEvent], hints: InputHints = InputHints()) -> InputFacts {
    var consumer = ScanConsumer(input(hints))
    feed(events, to: &consumer)
    return consumer.finish()
}

extension InputFacts {
    func extras(of fact: InvocationFact) -> InvocationExtras {
        fact.extras < 0 ? InvocationExtras() : invocationExtras[Int(fact.extras)]
    }
}

func collected(_ events: [TestEvent], _ wanted: WantedEvidence) -> [CollectedLine] {
    var consumer = CollectConsumer(wanted, from: input())
    feed(events, to: &consumer)
    return consumer.finish()
}

func feed<Consumer: EventConsumer & ~Copyable>(_ events: [TestEvent], to consumer: inout Consumer) {
    for (ordinal, event) in events.enumerated() {
        let group = Array(event.group.utf8)
        let stream = Array(event.stream.utf8)
        let message = Array(event.message.utf8)
        guard consumer.wants(ordinal: UInt32(ordinal)) else { continue }
        let header = EventHeader(
            time: event.time < 0 ? .unknown : Timestamp(milliseconds: dawn + event.time),
            logGroup: consumer.intern(group.span), stream: consumer.intern(stream.span), ordinal: UInt32(ordinal))
        consumer.event(header, message: message.span)
    }
}

/// Lambda request ids of tests: `uuid(1)` is `00000001-1111-4222-8333-9a4b5c6d7e8f`.
func uuid(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 8 - digits.count) + digits + "-1111-4222-8333-9a4b5c6d7e8f"
}

func places(_ first: UInt32, _ last: UInt32) -> PlaceRange { PlaceRange(input: 3, first: first, last: last) }

func at(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: dawn + milliseconds) }
