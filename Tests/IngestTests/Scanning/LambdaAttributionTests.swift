import Ingest
import Model
import Testing

@Suite struct LambdaAttributionTests {
    private func start(_ time: Int64, _ number: Int) -> TestEvent {
        TestEvent(time, "START RequestId: \(uuid(number)) Version: 7\n")
    }
    private func end(_ time: Int64, _ number: Int) -> TestEvent { TestEvent(time, "END RequestId: \(uuid(number))\n") }
    private func report(_ time: Int64, _ number: Int, _ more: String = "") -> TestEvent {
        TestEvent(
            time,
            "REPORT RequestId: \(uuid(number))\tDuration: 10.00 ms\tBilled Duration: 10 ms\tMemory Size: 128 MB\t"
                + "Max Memory Used: 60 MB\t\(more)\n")
    }
    private func json(_ type: String, _ number: Int, _ more: String = "") -> String {
        #"{"time":"2026-03-12T09:14:05.000Z","type":"platform.\#(type)","record":{"requestId":"\#(uuid(number))"\#(more)}}"#
    }

    @Test func `a line without an id belongs to the invocation that is open in its stream`() {
        let facts = scanned([
            start(0, 1),
            TestEvent(1, "[ERROR] printed by the code"),
            TestEvent(2, "START RequestId: \(uuid(2)) Version: 7", stream: "2026/03/12/[7]ff"),
            TestEvent(3, "[ERROR] of the other stream", stream: "2026/03/12/[7]ff"),
            TestEvent(4, "[ERROR] printed by the code"),
            end(5, 1),
        ])
        #expect(facts.invocations.map(\.errorLines) == [2, 1])
        #expect(facts.edges.map(\.openAtEnd) == [.none, ID128(uuid(2))])
    }

    @Test func `another UUID in the text never owns the line`() {
        let facts = scanned([
            start(0, 1),
            TestEvent(1, "2026-03-12T09:14:05.001Z\t\(uuid(1))\tERROR\tcalled \(uuid(5)) with RequestId: \(uuid(6))"),
            TestEvent(2, "ERROR order \(uuid(7)) is gone"),
        ])
        #expect(facts.invocations.map(\.id) == [ID128(uuid(1))])
        #expect(facts.invocations[0].errorLines == 2)
    }

    @Test func `a REPORT may come after the next START`() {
        let facts = scanned([
            start(0, 1), end(1, 1), start(2, 2), report(3, 1), TestEvent(4, "ERROR of the second"), end(5, 2), report(6, 2),
        ])
        #expect(facts.invocations.map(\.places) == [places(0, 3), places(2, 6)])
        #expect(facts.invocations.map(\.errorLines) == [0, 1])
        #expect(facts.invocations.map(\.end) == [at(3), at(6)])
    }

    @Test func `a line after END and before the next START is nobody's`() {
        let facts = scanned([start(0, 1), end(1, 1), report(2, 1), TestEvent(3, "ERROR late"), start(4, 2)])
        #expect(facts.invocations.map(\.errorLines) == [0, 0])
        #expect(facts.report.lines == 1)
    }

    @Test func `Task timed out comes after REPORT and fails its run`() {
        let facts = scanned([
            start(0, 1), end(1, 1), report(2, 1),
            TestEvent(3, "2026-03-12T09:14:05.003Z \(uuid(1)) Task timed out after 3.00 seconds\n\n"),
        ])
        #expect(facts.invocations[0].fault == .timeout)
        #expect(facts.invocations[0].status == .timeout)
        #expect(facts.invocations[0].places == places(0, 3))
        #expect(facts.report.facts == 4)
    }

    @Test func `an id started again later is a second attempt`() {
        let facts = scanned([start(0, 1), end(1, 1), report(2, 1), start(60_000, 1), end(60_001, 1), report(60_002, 1)])
        #expect(facts.invocations.map(\.attempt) == [1, 2])
        #expect(facts.invocations.map(\.places) == [places(0, 2), places(3, 5)])
    }

    @Test func `the same START delivered twice is one attempt`() {
        let facts = scanned([start(0, 1), start(0, 1), end(1, 1), report(2, 1)])
        #expect(facts.invocations.map(\.attempt) == [1])
    }

    @Test func `lines before the first START are its init's`() {
        let facts = scanned([
            TestEvent(0, "INIT_START Runtime Version: python:3.13"), TestEvent(1, "loading"), TestEvent(2, "ERROR of the init"),
            start(3, 1), end(4, 1), report(5, 1, "Init Duration: 3.00 ms\t"),
        ])
        #expect(facts.invocations[0].hasInit)
        #expect(facts.extras(of: facts.invocations[0]).initPlaces == places(0, 2))
        #expect(facts.invocations[0].errorLines == 1)
        #expect(facts.invocations[0].fault == .none)
        #expect(facts.edges[0].headLines == 0)
    }

    @Test func `an init error is the fault of the invocation it killed`() {
        let uncaught =
            "2026-03-12T09:14:05.001Z\tundefined\tERROR\tUncaught Exception \t"
            + #"{"errorType":"Runtime.ImportModuleError","errorMessage":"Error: Cannot find module 'x'","stack":[]}"#
        let facts = scanned([
            TestEvent(0, "INIT_START Runtime Version: nodejs:22.v40"), TestEvent(1, uncaught),
            TestEvent(
                2, "INIT_REPORT Init Duration: 311.20 ms\tPhase: init\tStatus: error\tError Type: Runtime.ImportModuleError"),
            TestEvent(3, uncaught),
            TestEvent(4, "INIT_REPORT Init Duration: 97.41 ms\tPhase: invoke\tStatus: error\tError Type: Runtime.ExitError"),
            start(5, 1), end(6, 1), report(7, 1, "Status: error\tError Type: Runtime.ExitError"),
        ])
        #expect(facts.invocations[0].fault == .initError)
        #expect(facts.invocations[0].status == .error)
        #expect(facts.extras(of: facts.invocations[0]).initPlaces == places(0, 4))
        #expect(facts.invocations[0].initHundredths == 9741)
    }

    @Test func `an init that failed and then worked inside the invocation is no fault`() {
        let facts = scanned([
            TestEvent(0, "INIT_START Runtime Version: nodejs:22.v40"),
            TestEvent(1, "INIT_REPORT Init Duration: 10004.55 ms\tPhase: init\tStatus: timeout"),
            start(2, 1), end(3, 1), report(4, 1),
        ])
        #expect(facts.invocations[0].fault == .none)
        #expect(facts.invocations[0].initHundredths == 1_000_455)
    }

    @Test func `head lines without any sign are left for the run that was open before`() {
        let facts = scanned([TestEvent(0, "ERROR cut off"), TestEvent(1, "more"), start(2, 1), end(3, 1), report(4, 1)])
        #expect(facts.edges[0].headLines == 2)
        #expect(facts.edges[0].headPlaces == places(0, 1))
        #expect(facts.edges[0].headErrorLines == 1)
        #expect(!facts.invocations[0].hasInit)
        #expect(facts.invocations[0].errorLines == 0)
    }

    @Test func `head lines are an init when the first REPORT tells of one`() {
        let facts = scanned([
            TestEvent(0, "ERROR in the init"), start(2, 1), end(3, 1), report(4, 1, "Init Duration: 201.33 ms"),
        ])
        #expect(facts.edges[0].headLines == 0)
        #expect(facts.extras(of: facts.invocations[0]).initPlaces == places(0, 0))
        #expect(facts.invocations[0].errorLines == 1)
    }

    @Test func `an END without a START takes the head of the stream`() {
        let facts = scanned([TestEvent(0, "ERROR cut off"), end(1, 1), report(2, 1), start(3, 2)])
        #expect(facts.edges[0].headLines == 0)
        #expect(facts.invocations[0].places == places(0, 2))
        #expect(facts.invocations[0].errorLines == 1)
        #expect(!facts.invocations[0].hasStart)
    }

    @Test func `the id in a JSON record goes before the open invocation`() {
        let facts = scanned([
            TestEvent(0, json("start", 1)), TestEvent(1, json("report", 1, #","status":"success""#)),
            TestEvent(2, json("start", 2)),
            TestEvent(3, #"{"timestamp":"2026-03-12T09:14:05.003Z","level":"ERROR","requestId":"\#(uuid(1))","message":"late"}"#),
            TestEvent(4, "printed"),
            TestEvent(5, #"{"level":"ERROR","message":"own","AWSRequestId":"\#(uuid(2))"}"#),
        ])
        #expect(facts.invocations.map(\.errorLines) == [1, 1])
        #expect(facts.invocations.map(\.places.last) == [3, 5])
        #expect(facts.invocations[0].status == .success)
    }

    @Test func `where requests interleave a line without an id is nobody's`() {
        let facts = scanned([
            TestEvent(
                0,
                #"{"time":"2026-03-12T09:14:05.000Z","type":"platform.initStart","record":{"initializationType":"lambda-managed-instances","phase":"init","functionName":"orders","functionVersion":"3"}}"#
            ),
            TestEvent(1, json("start", 1)), TestEvent(2, json("start", 2)), TestEvent(3, "ERROR of whom"),
            TestEvent(
                4, #"{"timestamp":"2026-03-12T09:14:05.004Z","level":"ERROR","requestId":"\#(uuid(1))","message":"first"}"#),
            TestEvent(5, json("report", 2)), TestEvent(6, "ERROR of whom"), TestEvent(7, json("report", 1)),
        ])
        #expect(facts.invocations.map(\.errorLines) == [1, 0])
        #expect(facts.report.lines == 3)
        #expect(facts.edges[0].openAtEnd == .none)
    }

    @Test func `JSON lines of two open runs show that requests interleave, without being told`() {
        let facts = scanned([
            TestEvent(0, json("start", 1)), TestEvent(1, json("start", 2)),
            TestEvent(2, #"{"timestamp":"2026-03-12T09:14:05.004Z","level":"INFO","requestId":"\#(uuid(1))","message":"first"}"#),
            TestEvent(3, "ERROR of whom"), TestEvent(4, json("report", 1)), TestEvent(5, "ERROR of whom"),
        ])
        #expect(facts.invocations.map(\.errorLines) == [0, 0])
    }

    @Test func `an id that the code calls requestId makes no run where the platform writes text`() {
        let facts = scanned([
            start(0, 1),
            TestEvent(1, #"{"timestamp":"2026-03-12T09:14:05.001Z","level":"error","requestId":"\#(uuid(9))","message":"x"}"#),
            end(2, 1),
        ])
        #expect(facts.invocations.map(\.id) == [ID128(uuid(1))])
        #expect(facts.invocations[0].errorLines == 1)
    }

    @Test func `in a shared group the stream names the function and the version`() {
        let facts = scanned([
            TestEvent(
                0, json("start", 1), group: "/shop/functions",
                stream: "2026/03/12/billing[42]0123456789abcdef0123456789abcdef"),
            TestEvent(
                1, json("start", 2), group: "/shop/functions",
                stream: "2026-03-12-mailer[$LATEST]0123456789abcdef0123456789abcdef"),
        ])
        #expect(facts.invocations.map { facts.names[$0.function] } == ["billing", "mailer"])
        #expect(facts.invocations.map { facts.names[$0.version] } == ["42", "$LATEST"])
    }
}
