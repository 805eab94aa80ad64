import Ingest
import Model
import Testing

@Suite struct RecordFixtureTests {
    @Test(arguments: [
        ("access-log-rest.txt", [3, 0, 0, 1] as [Int64], ["access-log-broken-json", "access-log-clf", "access-log-json"]),
        ("execution-log.txt", [6, 0, 0, 0], ["execution-log"]),
        ("lambda-text.txt", [3, 2, 1, 0], ["lambda-text"]),
        ("lambda-json.txt", [2, 2, 1, 0], ["lambda-json", "lambda-text"]),
    ])
    func `each fixture is accounted for`(file: String, sums: [Int64], records: [String]) {
        let report = scanned(recordFixture(file)).report
        #expect([report.facts, report.lines, report.ignored, report.rejected] == sums)
        #expect(report.events == sums.reduce(0, +))
        #expect(report.records == records)
    }

    @Test func `the fixtures tell one story: the gateway's ids and the function's meet`() {
        let row = scanned(recordFixture("access-log-rest.txt")).access[0]
        let execution = scanned(recordFixture("execution-log.txt")).executions[0]
        let text = scanned(recordFixture("lambda-text.txt")).invocations[0]
        let json = scanned(recordFixture("lambda-json.txt")).invocations[0]
        #expect(row.requestID == execution.requestID)
        #expect(row.integrationID == text.id)
        #expect(execution.integrationID == text.id)
        #expect(text.fault == .uncaughtError)
        #expect(json.gatewayID == row.requestID)
        #expect(json.fault == .timeout)
    }
}
