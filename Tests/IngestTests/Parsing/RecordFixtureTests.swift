import Ingest
import Model
import Testing

@Suite struct RecordFixtureTests {
    static let expected: [(file: String, records: [String], told: [String])] = [
        (
            "access-log-clf.txt", ["access-log-clf"],
            [
                "4 facts, 0 lines, 0 ignored, 0 rejected",
                "row rest, POST /orders, 502, id 5f0c1d8e, extended AbCdEfGh",
                "row rest, GET /orders/{id}, 200, id 6f0c1d8e, extended BbCdEfGh",
                "row rest, GET /orders, 200, id 7f0c1d8e",
                "row rest, GET /orders, 504, id 8f0c1d8e, extended GbCdEfGh",
            ]
        ),
        (
            "access-log-csv.txt", ["access-log-csv"],
            [
                "3 facts, 0 lines, 0 ignored, 0 rejected",
                "row rest, POST /orders, 502, id 5f0c1d8e, extended AbCdEfGh",
                "row rest, POST /orders, 200, id 6f0c1d8e",
                "row http, GET /users/{id}, 500, id CbCdEfGh",
            ]
        ),
        (
            "access-log-http.txt", ["access-log-clf", "access-log-json"],
            [
                "3 facts, 0 lines, 0 ignored, 0 rejected",
                "row http, GET /users/{id}, 500, id CbCdEfGh, blames 00000001",
                "row http, GET /users/{id}, 200, id DbCdEfGh",
                "row http, $default, 404, id EbCdEfGh",
            ]
        ),
        (
            "access-log-rest-nested.txt", ["access-log-broken-json", "access-log-json"],
            [
                "2 facts, 0 lines, 0 ignored, 0 rejected",
                "row rest, POST /orders/{id}, 502, id 5f0c1d8e, extended AbCdEfGh, calls 00000001, integration 1201 ms, INTEGRATION_FAILURE",
                "row rest, POST /orders, 400, id 6f0c1d8e, extended BbCdEfGh",
            ]
        ),
        (
            "access-log-rest.txt", ["access-log-broken-json", "access-log-clf", "access-log-json"],
            [
                "3 facts, 0 lines, 0 ignored, 1 rejected",
                "row rest, POST /orders/{id}, 502, id 5f0c1d8e, extended AbCdEfGh, calls 00000001, integration 1201 ms",
                "row rest, no route, 403, id 6f0c1d8e, ACCESS_DENIED",
                "row rest, GET /orders, 200, id 7f0c1d8e, extended BbCdEfGh",
            ]
        ),
        (
            "access-log-template.txt", ["access-log-template"],
            [
                "2 facts, 0 lines, 0 ignored, 0 rejected",
                "row rest, POST /orders/{id}, 502, id 5f0c1d8e, calls 00000001, 41 ms",
                "row rest, GET /orders, 403, id 6f0c1d8e, 3 ms",
            ]
        ),
        (
            "access-log-websocket.txt", ["access-log-json"],
            [
                "2 facts, 0 lines, 0 ignored, 0 rejected",
                "row webSocket, $connect, 500, id FbCdEfGh",
                "row webSocket, no route, 403, id 5f0c1d8e",
            ]
        ),
        (
            "access-log-xml.txt", ["access-log-xml"],
            [
                "2 facts, 0 lines, 0 ignored, 0 rejected",
                "row rest, POST /orders, 502, id 5f0c1d8e, extended AbCdEfGh",
                "row http, GET /users/{id}, 500, id CbCdEfGh",
            ]
        ),
        (
            "execution-log-data-trace.txt", ["execution-log"],
            [
                "19 facts, 0 lines, 0 ignored, 0 rejected",
                "execution id 5f0c1d8e, POST /orders/{id}, 502, extended AbCdEfGh, calls 00000001, function orders, authorizer shop-authorizer, integration 41 ms, traced, failed",
            ]
        ),
        (
            "execution-log-error-level.txt", ["execution-log"],
            [
                "2 facts, 0 lines, 0 ignored, 0 rejected",
                "execution id 5f0c1d8e, no route, 502, failed",
            ]
        ),
        (
            "execution-log-websocket.txt", ["execution-log"],
            [
                "6 facts, 0 lines, 0 ignored, 0 rejected",
                "execution id HbCd1EFg, sendMessage, 500, extended HbCd1EFg, failed",
            ]
        ),
        (
            "execution-log.txt", ["execution-log"],
            [
                "6 facts, 0 lines, 0 ignored, 0 rejected",
                "execution id 5f0c1d8e, POST /orders/{id}, 502, extended AbCdEfGh, calls 00000001, function orders, failed",
            ]
        ),
        (
            "lambda-json-dotnet.txt", ["lambda-json"],
            [
                "2 facts, 1 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, error, uncaughtError, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines, traced",
            ]
        ),
        (
            "lambda-json-durable.txt", ["lambda-json"],
            [
                "2 facts, 1 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, success, none, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines",
            ]
        ),
        (
            "lambda-json-emf.txt", ["lambda-json"],
            [
                "2 facts, 1 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, success, none, 4107 hundredths, billed 42, 91 of 256 MB",
            ]
        ),
        (
            "lambda-json-java.txt", ["lambda-json"],
            [
                "2 facts, 1 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, error, uncaughtError, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines",
            ]
        ),
        (
            "lambda-json-managed.txt", ["lambda-json"],
            [
                "4 facts, 3 lines, 1 ignored, 0 rejected",
                "run 00000001 of orders 7, success, none, 4107 hundredths",
                "run 00000002 of orders 7, error, uncaughtError, 1250 hundredths, 1 error lines",
            ]
        ),
        (
            "lambda-json-nodejs.txt", ["lambda-json"],
            [
                "2 facts, 1 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, error, uncaughtError, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines",
            ]
        ),
        (
            "lambda-json-powertools.txt", ["lambda-json"],
            [
                "2 facts, 4 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, success, none, 4107 hundredths, billed 42, 91 of 256 MB, 4 error lines, traced, for 5f0c1d8e",
            ]
        ),
        (
            "lambda-json-python.txt", ["lambda-json", "lambda-text"],
            [
                "2 facts, 2 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, error, uncaughtError, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines",
            ]
        ),
        (
            "lambda-json-rust.txt", ["lambda-json"],
            [
                "2 facts, 1 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, error, uncaughtError, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines",
            ]
        ),
        (
            "lambda-json-swift.txt", ["lambda-json"],
            [
                "2 facts, 2 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, error, uncaughtError, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines, traced",
            ]
        ),
        (
            "lambda-json.txt", ["lambda-json", "lambda-text"],
            [
                "2 facts, 2 lines, 1 ignored, 0 rejected",
                "run 00000002 of orders 7, timeout, timeout, 300000 hundredths, init 10020, billed 3100, 80 of 128 MB, 1 error lines, for 5f0c1d8e",
            ]
        ),
        (
            "lambda-text-custom.txt", ["lambda-text"],
            [
                "4 facts, 1 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, error, initError, 4107 hundredths, billed 42, 91 of 256 MB",
            ]
        ),
        (
            "lambda-text-dotnet.txt", ["lambda-text"],
            [
                "3 facts, 2 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, unknown, uncaughtError, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines",
            ]
        ),
        (
            "lambda-text-go.txt", ["lambda-text"],
            [
                "4 facts, 2 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, error, processExit, 4107 hundredths, billed 42, 91 of 256 MB, 2 error lines",
            ]
        ),
        (
            "lambda-text-java.txt", ["lambda-text"],
            [
                "3 facts, 2 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, unknown, uncaughtError, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines",
            ]
        ),
        (
            "lambda-text-node8.txt", ["lambda-text"],
            [
                "4 facts, 1 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders $LATEST, error, processExit, 4107 hundredths, billed 100, 20 of 128 MB",
            ]
        ),
        (
            "lambda-text-platform.txt", ["lambda-text"],
            [
                "6 facts, 0 lines, 4 ignored, 0 rejected",
                "run 00000001 of orders 7, timeout, timeout, 300000 hundredths, init 40211, billed 3403, 128 of 128 MB, traced",
            ]
        ),
        (
            "lambda-text-python.txt", ["lambda-text"],
            [
                "3 facts, 2 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, unknown, uncaughtError, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines",
            ]
        ),
        (
            "lambda-text-ruby.txt", ["lambda-json", "lambda-text"],
            [
                "3 facts, 3 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, unknown, uncaughtError, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines",
            ]
        ),
        (
            "lambda-text-rust.txt", ["lambda-text"],
            [
                "3 facts, 1 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, unknown, uncaughtError, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines",
            ]
        ),
        (
            "lambda-text-swift.txt", ["lambda-text"],
            [
                "4 facts, 3 lines, 0 ignored, 0 rejected",
                "run 00000001 of orders 7, error, processExit, 4107 hundredths, billed 42, 91 of 256 MB, 1 error lines",
            ]
        ),
        (
            "lambda-text.txt", ["lambda-text"],
            [
                "3 facts, 2 lines, 1 ignored, 0 rejected",
                "run 00000001 of orders $LATEST, unknown, uncaughtError, 4107 hundredths, init 20133, billed 243, 91 of 256 MB, 1 error lines, traced",
            ]
        ),
    ]

    @Test(arguments: expected.map(\.file))
    func `each fixture gives its facts, and every event is accounted for`(file: String) throws {
        let expected = try #require(Self.expected.first { $0.file == file })
        let fixture = RecordFixture(file)
        let report = fixture.facts.report
        #expect(fixture.told == expected.told)
        #expect(report.records == expected.records)
        #expect(report.events == report.facts + report.lines + report.ignored + report.rejected)
        #expect(report.events == Int64(fixture.events.count))
    }

    @Test func `every fixture is expected, and only those`() {
        let found = findInputs([RecordFixture.folder]) { _ in InputHints() }.inputs.map(\.name)
        #expect(found.sorted() == Self.expected.map(\.file).sorted())
    }

    /// Traces are no events of a log group: `XRayTests` reads them.
    @Test(arguments: RecordKind.allCases.filter { $0 != .trace })
    func `every kind of record has a fixture and a sample that is one`(kind: RecordKind) {
        // The traces' fixture stands among the containers, and `XRayTests` reads it.
        #expect(kind == .trace || Self.expected.contains { $0.records.contains(kind.name) })
        var hints = InputHints()
        if kind == .accessTemplate {
            hints.accessTemplates = [
                "gw=$context.requestId | $context.httpMethod $context.resourcePath -> $context.status in $context.responseLatency ms"
            ]
        }
        let report = scanned([TestEvent(0, kind.sample, group: "", stream: "")], hints: hints).report
        #expect(report.records == [kind.name])
        #expect(report.rejected == 0)
        #expect(!kind.summary.isEmpty)
    }

    @Test func `the fixtures tell one story: the gateway's ids and the function's meet`() {
        let row = RecordFixture("access-log-rest.txt").facts.access[0]
        let execution = RecordFixture("execution-log.txt").facts.executions[0]
        let text = RecordFixture("lambda-text.txt").facts.invocations[0]
        let structured = RecordFixture("lambda-json.txt").facts
        let json = structured.invocations[0]
        #expect(row.requestID == execution.requestID)
        #expect(row.integrationID == text.id)
        #expect(execution.integrationID == text.id)
        #expect(text.fault == .uncaughtError)
        #expect(structured.extras(of: json).gatewayID == row.requestID)
        #expect(json.fault == .timeout)
    }
}
