import Ingest
import Model
import Testing

@Suite struct PlatformLineTests {
    private func run(_ lines: String...) -> InvocationFact {
        let start = TestEvent(0, "START RequestId: \(uuid(1)) Version: 7")
        let rest = lines.enumerated().map { TestEvent(Int64($0.offset) + 1, $0.element) }
        return scanned([start] + rest).invocations[0]
    }

    private func traceID(_ lines: String...) -> ID128 {
        let start = TestEvent(0, "START RequestId: \(uuid(1)) Version: 7")
        let facts = scanned([start] + lines.enumerated().map { TestEvent(Int64($0.offset) + 1, $0.element) })
        return facts.extras(of: facts.invocations[0]).traceID
    }

    private let report = "REPORT RequestId: \(uuid(1))\tDuration: 3000.00 ms\tBilled Duration: 3403 ms\tMemory Size: 128 MB\t"

    @Test(arguments: [
        ("Max Memory Used: 60 MB\tStatus: timeout", InvocationFault.timeout, InvocationStatus.timeout),
        ("Max Memory Used: 60 MB\tStatus: error\tError Type: Runtime.ExitError", .processExit, .error),
        ("Max Memory Used: 128 MB\tStatus: error\tError Type: Runtime.OutOfMemory", .outOfMemory, .error),
        ("Max Memory Used: 60 MB\tStatus: error\tError Type: Runtime.HandlerNotFound", .initError, .error),
        ("Max Memory Used: 60 MB\tStatus: error\tError Type: OrderError", .uncaughtError, .error),
        ("Max Memory Used: 60 MB\tStatus: error", .uncaughtError, .error),
        ("Max Memory Used: 60 MB\t", .none, .unknown),
    ])
    func `REPORT says how the run ended`(rest: String, fault: InvocationFault, status: InvocationStatus) {
        let fact = run(report + rest)
        #expect(fact.fault == fault)
        #expect(fact.status == status)
        #expect(fact.durationHundredths == 300_000)
        #expect(fact.billedMs == 3403)
    }

    @Test func `REPORT with spaces for tabs and the trace on the same line`() {
        let report =
            "REPORT RequestId: \(uuid(1)) Duration: 1.5 ms Billed Duration: 100 ms Memory Size: 128 MB Max Memory Used: 61 MB "
            + "Restore Duration: 402.18 ms Billed Restore Duration: 403 ms "
            + "XRAY TraceId: 1-69b28a1d-00112233445566778899aabb SegmentId: 0123456789abcdef"
        let fact = run(report)
        #expect(fact.durationHundredths == 150)
        #expect(fact.billedMs == 100)
        #expect(fact.memoryUsedMB == 61)
        #expect(fact.initHundredths == 40218)
        #expect(traceID(report) == ID128(trace: "1-69b28a1d-00112233445566778899aabb"))
    }

    @Test func `a trace line that was split from its REPORT belongs to it`() {
        let id = traceID(report + "Max Memory Used: 60 MB", "XRAY TraceId: 1-69b28a1d-00112233445566778899aabb\tSegmentId: 01")
        #expect(id == ID128(trace: "1-69b28a1d-00112233445566778899aabb"))
    }

    @Test(arguments: [
        (
            "RequestId: \(uuid(1)) Error: Runtime exited with error: signal: killed\nRuntime.ExitError",
            InvocationFault.outOfMemory
        ),
        ("RequestId: \(uuid(1)) Error: Runtime exited with error: exit status 1\nRuntime.ExitError", .processExit),
        ("RequestId: \(uuid(1)) Error: Runtime exited without providing a reason\nRuntime.ExitError", .processExit),
        (
            "RequestId: \(uuid(1)) Error: fork/exec /var/task/bootstrap: no such file or directory\nRuntime.InvalidEntrypoint",
            .initError
        ),
        ("RequestId: \(uuid(1)) Process exited before completing request", .processExit),
        ("RequestId: \(uuid(1)) Error: Task timed out after 3.00 seconds", .timeout),
        ("RequestId: \(uuid(1))\tStatus: error\tErrorType: Runtime.ExitError", .processExit),
    ])
    func `a fault line is the platform's last word on its run`(line: String, fault: InvocationFault) {
        let fact = run(line)
        #expect(fact.fault == fault)
        #expect(fact.status == (fault == .timeout ? .timeout : .error))
    }

    @Test func `the last word of an old platform comes after REPORT and names no run`() {
        let fact = run(
            "END RequestId: \(uuid(1))", report + "Max Memory Used: 60 MB",
            "Unknown application error occurred\nRuntime.ImportModuleError")
        #expect(fact.fault == .initError)
    }

    @Test func `what only resembles a platform line is a line of the application`() {
        let facts = scanned([
            TestEvent(0, "START RequestId: \(uuid(1)) Version: 7"), TestEvent(1, "REPORT RequestId: none"),
            TestEvent(2, "END RequestId: "), TestEvent(3, "START RequestId: 12345"), TestEvent(4, "RequestId: \(uuid(3)) done"),
            TestEvent(5, "LOGS are fine"),
        ])
        #expect(facts.invocations.count == 1)
        #expect(facts.report.lines == 5)
    }

    private func platform(_ type: String, _ record: String) -> String {
        #"{"time":"2026-03-12T09:14:06.500Z","type":"platform.\#(type)","record":\#(record)}"#
    }

    @Test func `platform events in JSON say the same`() {
        let facts = scanned([
            TestEvent(
                -1,
                platform(
                    "initStart",
                    #"{"initializationType":"on-demand","phase":"init","functionName":"shop","functionVersion":"9","instanceId":"x"}"#
                ), group: "", stream: ""),
            TestEvent(
                -1,
                platform(
                    "start",
                    #"{"requestId":"\#(uuid(1))","version":"9","functionArn":"arn:aws:lambda:eu-west-1:111122223333:function:shop:9"}"#
                ),
                group: "", stream: ""),
            TestEvent(
                -1,
                platform(
                    "runtimeDone",
                    #"{"requestId":"\#(uuid(1))","status":"error","errorType":"Runtime.ExitError","metrics":{"durationMs":12.3}}"#
                ),
                group: "", stream: ""),
            TestEvent(
                -1,
                platform(
                    "report",
                    #"{"requestId":"\#(uuid(1))","status":"error","metrics":{"durationMs":12.345,"billedDurationMs":13,"memorySizeMB":128,"maxMemoryUsedMB":77,"initDurationMs":200.5},"tracing":{"spanId":"a","type":"X-Amzn-Trace-Id","value":"Root=1-69b28a1d-00112233445566778899aabb;Parent=0123456789abcdef;Sampled=1"}}"#
                ), group: "", stream: ""),
        ])
        let fact = facts.invocations[0]
        #expect(facts.names[fact.function] == "shop")
        #expect(facts.names[fact.version] == "9")
        #expect(fact.start == at(1500))
        #expect(fact.hasInit)
        #expect(fact.fault == .processExit)
        #expect(fact.status == .error)
        #expect(fact.durationHundredths == 1234)
        #expect(fact.billedMs == 13)
        #expect(fact.memoryMB == 128)
        #expect(fact.memoryUsedMB == 77)
        #expect(fact.initHundredths == 20050)
        #expect(facts.extras(of: fact).traceID == ID128(trace: "1-69b28a1d-00112233445566778899aabb"))
        #expect(facts.report.facts == 3)
        #expect(facts.report.ignored == 1)
    }

    @Test(arguments: [
        (#""status":"timeout""#, InvocationFault.timeout, InvocationStatus.timeout),
        (#""status":"failure","errorType":"Runtime.ExitError""#, .processExit, .error),
        (#""status":"failure""#, .processExit, .error),
        (#""status":"error","errorType":"Runtime.Unknown""#, .uncaughtError, .error),
        (#""status":"success""#, .none, .success),
    ])
    func `the status of platform report is the run's`(status: String, fault: InvocationFault, expected: InvocationStatus) {
        let fact = run(platform("report", #"{"requestId":"\#(uuid(1))",\#(status),"metrics":{"durationMs":1}}"#))
        #expect(fact.fault == fault)
        #expect(fact.status == expected)
    }

    @Test func `a fault record of the older API is text`() {
        let fact = run(
            platform("fault", #""RequestId: \#(uuid(1)) Error: Runtime exited with error: exit status 1\nRuntime.ExitError""#))
        #expect(fact.fault == .processExit)
    }
}
