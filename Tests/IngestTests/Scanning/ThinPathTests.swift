import Ingest
import Model
import Testing

@Suite struct ThinPathTests {
    @Test func `an access row, execution lines and JSON lines become facts`() {
        let facts = scanned([
            TestEvent(
                0,
                #"{"requestId":"\#(uuid(9))","extendedRequestId":"AbCdEfGhIAMEPQ=","ip":"203.0.113.7","requestTime":"12/Mar/2026:09:14:05 +0000","httpMethod":"POST","resourcePath":"/orders/{id}","status":"502","protocol":"HTTP/1.1","responseLength":"36","integrationRequestId":"\#(uuid(1))","integrationLatency":"1200"}"#,
                group: "API-Gateway-Access-Logs_a1b2c3/prod", stream: "0123456789abcdef0123456789abcdef"),
            TestEvent(
                1, "(\(uuid(9))) Extended Request Id: AbCdEfGhIAMEPQ=", group: "API-Gateway-Execution-Logs_a1b2c3/prod",
                stream: "1123456789abcdef0123456789abcdef"),
            TestEvent(
                2, "(\(uuid(9))) Method completed with status: 502", group: "API-Gateway-Execution-Logs_a1b2c3/prod",
                stream: "1123456789abcdef0123456789abcdef"),
            TestEvent(
                3,
                #"{"time":"2026-03-12T09:14:05.003Z","type":"platform.start","record":{"requestId":"\#(uuid(1))","version":"7"}}"#),
            TestEvent(4, #"{"timestamp":"2026-03-12T09:14:05.004Z","level":"ERROR","requestId":"\#(uuid(1))","message":"no"}"#),
            TestEvent(
                5,
                #"{"time":"2026-03-12T09:14:05.005Z","type":"platform.report","record":{"requestId":"\#(uuid(1))","status":"error","errorType":"OrderError","metrics":{"durationMs":2.5,"billedDurationMs":3,"memorySizeMB":128,"maxMemoryUsedMB":80}}}"#
            ),
        ])
        #expect(facts.access.count == 1)
        #expect(facts.executions.count == 1)
        #expect(facts.invocations.count == 1)
        let row = facts.access[0]
        #expect(row.status == 502)
        #expect(row.kind == .rest)
        #expect(facts.names[row.endpoint] == "POST /orders/{id}")
        #expect(facts.names[row.api] == "a1b2c3")
        #expect(facts.names[row.stage] == "prod")
        #expect(row.integrationID == ID128(uuid(1)))
        #expect(row.integrationLatencyMs == 1200)
        #expect(row.time == at(0))
        #expect(row.timeIsWholeSeconds)
        #expect(facts.executions[0].status == 502)
        #expect(facts.executions[0].extendedID == row.extendedID)
        #expect(facts.invocations[0].fault == .uncaughtError)
        #expect(facts.invocations[0].status == .error)
        #expect(facts.invocations[0].durationHundredths == 250)
        #expect(facts.report.records == ["access-log-json", "execution-log", "lambda-json"])
        #expect(facts.report.facts == 5)
        #expect(facts.report.lines == 1)
    }
}
