import Ingest
import Model
import Testing

@Suite struct CollectTests {
    private let gateway = "0123456789abcdef0123456789abcdef"
    private let other = "2026/03/12/[$LATEST]ff23456789abcdef0123456789abcdef"

    /// The run's lines, by its number in the scan.
    private func wanted(_ run: Int = 0, of facts: InputFacts) -> WantedEvidence {
        var wanted = WantedEvidence()
        let fact = facts.invocations[run]
        wanted.invocations[fact.id] = [fact.places, facts.extras(of: fact).initPlaces].compactMap(\.self)
        return wanted
    }

    @Test func `an invocation's lines come whole, in order, without those of other streams and runs`() throws {
        let events = [
            TestEvent(0, "INIT_START Runtime Version: nodejs:22.v40"),
            TestEvent(1, "INIT_START Runtime Version: nodejs:22.v40", stream: other),
            TestEvent(2, "loading", stream: other), TestEvent(3, "loading mine"),
            TestEvent(4, "START RequestId: \(uuid(2)) Version: 7", stream: other),
            TestEvent(5, "START RequestId: \(uuid(1)) Version: 7"),
            TestEvent(6, "printed by the other", stream: other), TestEvent(7, "printed by mine\r\nsecond\rthird\n\n"),
            TestEvent(
                8,
                "2026-03-12T09:14:05.008Z\t\(uuid(1))\tERROR\tInvoke Error \t{\"errorType\":\"X\",\"stack\":[\"X: y\",\"    at f\"]}\n"
            ),
            TestEvent(9, "END RequestId: \(uuid(1))"), TestEvent(10, "after the end"),
            TestEvent(11, "START RequestId: \(uuid(3)) Version: 7"), TestEvent(12, "of the third"),
            TestEvent(13, "REPORT RequestId: \(uuid(1))\tDuration: 1.00 ms\tBilled Duration: 1 ms"),
        ]
        let facts = scanned(events)
        let run = try #require(facts.invocations.firstIndex { $0.id == ID128(uuid(1)) })
        let lines = collected(events, wanted(run, of: facts))
        #expect(lines.allSatisfy { $0.owner == .invocation(ID128(uuid(1))) })
        #expect(lines.map(\.line.place.event) == [0, 3, 5, 7, 8, 9, 13])
        #expect(lines.map(\.line.duringInit) == [true, true, false, false, false, false, false])
        #expect(
            lines.map(\.line.source) == [
                .platformLog, .functionLog, .platformLog, .functionLog, .functionLog, .platformLog, .platformLog,
            ])
        #expect(lines[3].line.text == "printed by mine\nsecond\nthird")
        #expect(lines[4].line.level == .error)
        #expect(lines[4].line.message == "Invoke Error \t{\"errorType\":\"X\",\"stack\":[\"X: y\",\"    at f\"]}")
        #expect(lines[4].line["errorType"] == "X")
        #expect(lines[4].line["stack"] == "X: y\n    at f")
        #expect(lines[4].line.time == at(8))
    }

    @Test func `an access row comes with canonical names`() {
        let row =
            #"{"requestId":"\#(uuid(9))","ip":"203.0.113.7","error":{"message":"gone","responseType":"-"},"lambdaRequestId":"\#(uuid(1))","note":"mine"}"#
        let events = [
            TestEvent(0, row, group: "API-Gateway-Access-Logs_a1b2c3/prod", stream: gateway),
            TestEvent(1, row, group: "API-Gateway-Access-Logs_a1b2c3/prod", stream: gateway),
        ]
        var wanted = WantedEvidence()
        wanted.access = [EventPlace(input: 3, event: 1), EventPlace(input: 4, event: 0)]
        let lines = collected(events, wanted)
        #expect(lines.map(\.owner) == [.access(EventPlace(input: 3, event: 1))])
        #expect(
            lines[0].line.fields == [
                LogField(name: "requestId", value: uuid(9)), LogField(name: "identity.sourceIp", value: "203.0.113.7"),
                LogField(name: "error.message", value: "gone"), LogField(name: "error.responseType", value: "-"),
                LogField(name: "integration.requestId", value: uuid(1)), LogField(name: "note", value: "mine"),
            ])
        #expect(lines[0].line["error.responseType"] == nil)
        #expect(lines[0].line.text == row)
        #expect(lines[0].line.source == .accessLog)
    }

    @Test func `execution lines come by id and without the prefix`() {
        let group = "API-Gateway-Execution-Logs_a1b2c3/prod"
        let events = [
            TestEvent(0, "(\(uuid(9))) Starting execution for request: \(uuid(9))", group: group, stream: gateway),
            TestEvent(1, "(\(uuid(8))) Starting execution for request: \(uuid(8))", group: group, stream: gateway),
            TestEvent(2, "(\(uuid(9))) Execution failed due to a timeout error\n", group: group, stream: gateway),
            TestEvent(3, "(\(uuid(8))) Method completed with status: 200", group: group, stream: gateway),
        ]
        var wanted = WantedEvidence()
        wanted.executions[ID128(uuid(9))] = [places(0, 2)]
        let lines = collected(events, wanted)
        #expect(lines.map(\.owner) == [.execution(ID128(uuid(9))), .execution(ID128(uuid(9)))])
        #expect(
            lines.map(\.line.message) == [
                "Starting execution for request: \(uuid(9))", "Execution failed due to a timeout error",
            ])
        #expect(lines[1].line.text == "(\(uuid(9))) Execution failed due to a timeout error")
        #expect(lines.map(\.line.level) == [nil, .error])
    }

    @Test func `the head of a stream is quoted for the run that was open before`() {
        let events = [
            TestEvent(0, "of the other stream", stream: other), TestEvent(1, "cut off"), TestEvent(2, "not mine", stream: other),
            TestEvent(3, "cut off too"), TestEvent(4, "START RequestId: \(uuid(2)) Version: 7"),
        ]
        let edge = scanned(events).edges[1]
        var wanted = WantedEvidence()
        wanted.heads[ID128(uuid(1))] = [edge.headPlaces]
        let lines = collected(events, wanted)
        #expect(lines.map(\.owner) == [.invocation(ID128(uuid(1))), .invocation(ID128(uuid(1)))])
        #expect(lines.map(\.line.text) == ["cut off", "cut off too"])
        #expect(lines.map(\.line.duringInit) == [false, false])
    }

    @Test func `a head that its END adopted is quoted with the run`() {
        let events = [
            TestEvent(0, "cut off"), TestEvent(1, "END RequestId: \(uuid(1))"),
            TestEvent(2, "REPORT RequestId: \(uuid(1))\tDuration: 1.00 ms"),
        ]
        let facts = scanned(events)
        let lines = collected(events, wanted(of: facts))
        #expect(lines.map(\.line.text.count) == [7, 51, 72])
        #expect(lines.map(\.line.duringInit) == [false, false, false])
    }

    @Test func `a head that turned out to be an init is quoted as one`() {
        let events = [
            TestEvent(0, "loading"), TestEvent(1, "START RequestId: \(uuid(1)) Version: 7"),
            TestEvent(2, "REPORT RequestId: \(uuid(1))\tDuration: 1.00 ms\tInit Duration: 2.00 ms"),
        ]
        let lines = collected(events, wanted(of: scanned(events)))
        #expect(lines.map(\.line.duringInit) == [true, false, false])
    }

    @Test func `a JSON line comes with its keys, joined with dots`() {
        let record =
            #"{"level":"ERROR","message":"gone","function_request_id":"\#(uuid(1))","error":{"name":"X","cause":{"name":"Y"}},"tags":["a","b"],"mixed":[1,"b"],"n":5,"z":null}"#
        let events = [TestEvent(0, "START RequestId: \(uuid(1)) Version: 7"), TestEvent(1, record)]
        let lines = collected(events, wanted(of: scanned(events)))
        #expect(lines[1].line.message == "gone")
        #expect(lines[1].line.level == .error)
        #expect(lines[1].line["error.cause.name"] == "Y")
        #expect(lines[1].line["tags"] == "a\nb")
        #expect(lines[1].line["mixed"] == #"[1,"b"]"#)
        #expect(lines[1].line["n"] == "5")
        #expect(lines[1].line["z"] == nil)
    }

    @Test func `lines of interleaved runs are told apart the second time too`() {
        func line(_ type: String, _ number: Int) -> String {
            #"{"time":"2026-03-12T09:14:05.000Z","type":"platform.\#(type)","record":{"requestId":"\#(uuid(number))"}}"#
        }
        func log(_ number: Int) -> String {
            #"{"timestamp":"2026-03-12T09:14:05.004Z","level":"INFO","requestId":"\#(uuid(number))","message":"m"}"#
        }
        let events = [
            TestEvent(0, line("start", 1)), TestEvent(1, line("start", 2)), TestEvent(2, log(1)), TestEvent(3, log(2)),
            TestEvent(4, "of whom"), TestEvent(5, line("report", 2)), TestEvent(6, log(1)), TestEvent(7, line("report", 1)),
        ]
        let facts = scanned(events)
        #expect(collected(events, wanted(of: facts)).map(\.line.place.event) == [0, 2, 6, 7])
        #expect(collected(events, wanted(1, of: facts)).map(\.line.place.event) == [1, 3, 5])
    }

    @Test func `only wanted events are asked for`() {
        var wanted = WantedEvidence()
        wanted.executions[ID128(uuid(9))] = [places(4, 6), places(5, 9), PlaceRange(input: 2, first: 0, last: 3)]
        wanted.access = [EventPlace(input: 3, event: 12)]
        let consumer = CollectConsumer(wanted, from: input())
        let asked = (0..<15).filter { consumer.wants(ordinal: UInt32($0)) }
        #expect(asked == [4, 5, 6, 7, 8, 9, 12])
    }
}
