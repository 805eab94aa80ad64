import Ingest
import Model
import Testing

@Suite struct RecordKindsTests {
    private let gateway = "0123456789abcdef0123456789abcdef"

    @Test func `an access row, execution lines and JSON lines of one night become facts of three kinds`() {
        let facts = scanned([
            TestEvent(
                0,
                #"{"requestId":"\#(uuid(9))","extendedRequestId":"AbCdEfGhIAMEPQ=","ip":"203.0.113.7","requestTime":"#
                    + #""12/Mar/2026:09:14:05 +0000","httpMethod":"POST","resourcePath":"/orders/{id}","status":"502"}"#,
                group: "API-Gateway-Access-Logs_a1b2c3/prod", stream: gateway),
            TestEvent(
                1, "(\(uuid(9))) Method completed with status: 502", group: "API-Gateway-Execution-Logs_a1b2c3/prod",
                stream: gateway),
            TestEvent(3, #"{"time":"2026-03-12T09:14:05.003Z","type":"platform.start","record":{"requestId":"\#(uuid(1))"}}"#),
            TestEvent(4, #"{"timestamp":"2026-03-12T09:14:05.004Z","level":"ERROR","requestId":"\#(uuid(1))","message":"no"}"#),
        ])
        #expect(facts.access.count == 1)
        #expect(facts.executions.count == 1)
        #expect(facts.invocations.count == 1)
        #expect(facts.report.records == ["access-log-json", "execution-log", "lambda-json"])
        #expect(facts.report.facts == 3)
        #expect(facts.report.lines == 1)
        #expect(facts.report.firstEvent == at(0))
        #expect(facts.report.lastEvent == at(4))
    }

    @Test func `without a log group the content tells the kind`() {
        let facts = scanned([
            TestEvent(0, "(\(uuid(9))) Method completed with status: 502", group: "", stream: ""),
            TestEvent(1, #"{"requestId":"\#(uuid(9))","status":"502","routeKey":"GET /a"}"#, group: "", stream: ""),
            TestEvent(2, "START RequestId: \(uuid(1)) Version: 7", group: "", stream: ""),
            TestEvent(3, "printed", group: "", stream: ""),
            TestEvent(4, #"{"level":"INFO","message":"x","function_request_id":"\#(uuid(1))"}"#, group: "", stream: ""),
        ])
        #expect(facts.access.count == 1)
        #expect(facts.executions.count == 1)
        #expect(facts.invocations.count == 1)
        #expect(facts.report.facts == 3)
        #expect(facts.report.lines == 2)
    }

    @Test func `a group of any name is told by its rows`() {
        let facts = scanned(
            [
                TestEvent(0, #"{"requestId":"AbCdEfGhIAMEPQ=","status":"200"}"#, group: "/aws/http-api/shop", stream: gateway),
                TestEvent(1, #"{"requestId":"AbCdEfGhIAMEPR=","status":-,"x":1}"#, group: "/aws/http-api/shop", stream: gateway),
            ])
        #expect(facts.access.map(\.status) == [200, -1])
        #expect(facts.report.records == ["access-log-broken-json", "access-log-json"])
    }

    @Test func `a log group named on the command line stands in for one the container does not tell`() {
        let facts = scanned(
            [TestEvent(0, "START RequestId: \(uuid(1)) Version: 7", group: "", stream: "")],
            hints: InputHints(logGroup: "/aws/lambda/billing"))
        #expect(facts.names[facts.invocations[0].function] == "billing")
        #expect(facts.names[facts.invocations[0].logGroup] == "/aws/lambda/billing")
    }

    @Test func `every event is exactly one of fact, line, ignored and rejected`() {
        let facts = scanned([
            TestEvent(0, "Cloudwatch logs enabled for API Gateway", group: "/aws/apigateway/welcome", stream: gateway),
            TestEvent(1, "EXTENSION\tName: my-ext\tState: Ready\tEvents: [INVOKE, SHUTDOWN]"),
            TestEvent(2, "TELEMETRY\tName: my-ext\tState: Subscribed\tTypes: [Platform, Function]"),
            TestEvent(3, "LOGS\tName: my-ext\tState: Subscribed\tTypes: [Platform]"),
            TestEvent(4, "INIT_START Runtime Version: nodejs:22.v40"),
            TestEvent(5, "\n"),
            TestEvent(6, "START RequestId: \(uuid(1)) Version: 7"),
            TestEvent(7, #"{"_aws":{"Timestamp":1,"CloudWatchMetrics":[]},"Orders":1}"#),
            TestEvent(8, "no id in front", group: "API-Gateway-Execution-Logs_a1b2c3/prod", stream: gateway),
            TestEvent(9, "nonsense", group: "API-Gateway-Access-Logs_a1b2c3/prod", stream: gateway),
            TestEvent(10, "nonsense", group: "", stream: ""),
            TestEvent(11, String(repeating: "x", count: 5000), group: "other", stream: gateway),
        ])
        let report = facts.report
        #expect(report.events == 12)
        #expect(report.facts == 1)
        #expect(report.lines == 2)
        #expect(report.ignored == 6)
        #expect(report.rejected == 3)
        #expect(
            report.ignoredReasons == [
                "welcome message of API Gateway": 1, "extension line": 1, "telemetry line": 2, "start of an init": 1,
                "empty event": 1,
            ])
        #expect(report.rejectedSamples.map(\.event) == [8, 9, 11])
        #expect(report.rejectedSamples.map(\.text.utf8.count) == [14, 8, 300])
    }

    @Test func `where the container has no time the rows' own times stand in`() {
        let row = #"{"requestId":"\#(uuid(9))","status":"502","requestTimeEpoch":"1773306845128"}"#
        let events = [TestEvent(-1, row, group: "", stream: "")]
        var wanted = WantedEvidence()
        wanted.access = [EventPlace(input: 3, event: 0)]
        #expect(scanned(events).report.firstEvent == at(128))
        #expect(collected(events, wanted).map(\.line.time) == [at(128)])
    }
}
