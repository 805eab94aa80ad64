import Ingest
import Model
import Testing

@Suite struct HostileInputTests {
    private static let files = ["access-log-rest.txt", "execution-log.txt", "lambda-text.txt", "lambda-json.txt"]

    /// Numbers from a seed (SplitMix64), so that a failure can be repeated.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state &+= 0x9e37_79b9_7f4a_7c15
            var value = state
            value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
            value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
            return Int((value ^ value >> 31) % UInt64(sides))
        }
    }

    private func wantedAll(_ facts: InputFacts) -> WantedEvidence {
        var wanted = WantedEvidence()
        wanted.access = facts.access.map(\.place)
        for fact in facts.executions { wanted.executions[fact.requestID, default: []].append(fact.places) }
        for fact in facts.invocations {
            wanted.invocations[fact.id, default: []].append(fact.places)
            if let places = facts.extras(of: fact).initPlaces { wanted.invocations[fact.id, default: []].append(places) }
        }
        return wanted
    }

    private func isAccountedFor(_ events: [TestEvent]) -> Bool {
        let facts = scanned(events)
        let report = facts.report
        let lines = collected(events, wantedAll(facts))
        return report.events == Int64(events.count)
            && report.events == report.facts + report.lines + report.ignored + report.rejected
            && lines.count <= events.count && facts.invocations.allSatisfy { $0.places.first <= $0.places.last }
    }

    @Test(arguments: files)
    func `an event cut anywhere is accounted for`(file: String) {
        for group in ["", "other"] {
            for event in RecordFixture(file).events {
                let bytes = Array(event.message.utf8)
                let cuts = (0...bytes.count).map { length in
                    TestEvent(
                        0, String(decoding: bytes.prefix(length), as: UTF8.self), group: group.isEmpty ? event.group : group,
                        stream: group.isEmpty ? event.stream : "")
                }
                #expect(isAccountedFor(cuts))
            }
        }
    }

    @Test(arguments: files)
    func `events with bytes changed, dropped and moved are accounted for`(file: String) {
        var dice = Dice(state: 17)
        let signs = Array("\u{0}\"\\{}[]():,-=\t\n\r 09aZ\u{ff}".utf8)
        let source = RecordFixture(file).events
        for _ in 0..<120 {
            var events = source
            for _ in 0..<6 {
                let number = dice.roll(events.count)
                var bytes = Array(events[number].message.utf8)
                let place = dice.roll(bytes.count + 1)
                switch dice.roll(4) {
                case 0: if place < bytes.count { bytes[place] = signs[dice.roll(signs.count)] }
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(20)))
                case 2: bytes.insert(signs[dice.roll(signs.count)], at: place)
                default: events.swapAt(number, dice.roll(events.count))
                }
                if dice.roll(4) < 3 { events[number].message = String(decoding: bytes, as: UTF8.self) }
                if dice.roll(8) == 0 { events[number].group = "" }
                if dice.roll(8) == 0 { events[number].stream = "" }
            }
            #expect(isAccountedFor(events))
        }
    }

    @Test(arguments: [
        String(repeating: "requestContext", count: 20_000), "requestContext:{" + String(repeating: "requestId", count: 30_000),
        "[ERROR] " + String(repeating: "T", count: 300_000), String(repeating: "\u{a0}", count: 100_000),
        String(repeating: "RequestId: ", count: 30_000), "REPORT RequestId: \(uuid(1))" + String(repeating: "\t", count: 300_000),
        "REPORT RequestId: \(uuid(1))\t" + String(repeating: "Duration: 99999999999999999999 ms ", count: 10_000),
        "2026-03-12T09:14:05.128Z\t\(uuid(1))\tERROR\t" + String(repeating: "   at Amazon.", count: 30_000),
        "(\(uuid(1))) Lambda execution failed" + String(repeating: "Lambda request id: ", count: 20_000),
        "x: java.lang.X\njava.lang.X" + String(repeating: "\n\tat", count: 50_000), String(repeating: "[", count: 100_000),
    ])
    func `long and repetitive lines take linear time`(text: String) {
        #expect(isAccountedFor([TestEvent(0, "START RequestId: \(uuid(1)) Version: 7"), TestEvent(1, text)]))
        #expect(isAccountedFor([TestEvent(0, text, group: "", stream: "")]))
    }

    @Test func `many streams and many requests stay cheap`() {
        let events = (0..<6000).flatMap { number in
            [
                TestEvent(0, "waiting for a START", stream: "2026/03/12/[7]\(number)"),
                TestEvent(1, "START RequestId: \(uuid(number)) Version: 7", stream: "2026/03/12/[7]\(number % 100)"),
            ]
        }
        #expect(isAccountedFor(events))
    }
}
