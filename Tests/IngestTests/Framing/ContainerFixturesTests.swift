import Ingest
import Testing

private let stream = "2026/03/12/[$LATEST]0123456789abcdef0123456789abcdef"
private let id = "6f1c2a8e-0b7d-4c9e-8a3f-5d2e1b4c7f90"
private let gateway = "5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f"
private let exported = "s3-export/2b0e1f3a-8a55-4f6e-9d0b-0c2f6a7d9e11/2026-03-12-[$LATEST]0123456789abcdef0123456789abcdef"

/// The same four lines of one invocation in every container: what each of them keeps of time, group and stream.
@Suite struct ContainerFixturesTests {
    struct Expected: Sendable {
        var name: String
        var format: String
        /// Of the first event.
        var header: String
        var ignored = 0
        var problem: String?
        var isNewestFirst = false
    }

    static let all: [Expected] = [
        Expected(name: "console-copy.txt", format: "console-copy", header: "2026-03-12T09:14:05.128Z||"),
        Expected(
            name: "events-text-filter.txt", format: "events-text", header: "2026-03-12T09:14:05.128Z||\(stream)", ignored: 1),
        Expected(name: "events-text-get.txt", format: "events-text", header: "2026-03-12T09:14:05.128Z||", ignored: 1),
        Expected(name: "events-text-query.txt", format: "events-text", header: "2026-03-12T09:14:05.128Z||"),
        Expected(name: "get-log-events-array.json", format: "get-log-events", header: "2026-03-12T09:14:05.128Z||"),
        Expected(name: "get-log-events-lines.json", format: "get-log-events", header: "2026-03-12T09:14:05.128Z||"),
        Expected(name: "get-log-events-pages.json", format: "get-log-events", header: "2026-03-12T09:14:05.128Z||"),
        Expected(
            name: "insights-descending.csv", format: "insights-csv",
            header: "2026-03-12T09:14:05.128Z|/aws/lambda/orders|\(stream)", isNewestFirst: true),
        Expected(
            name: "insights-export.json", format: "insights-json",
            header: "2026-03-12T09:14:05.128Z|/aws/lambda/orders|\(stream)"),
        Expected(
            name: "subscription-base64.txt", format: "subscription",
            header: "2026-03-12T09:14:05.128Z|/aws/lambda/orders|\(stream)"),
        Expected(
            name: "subscription-decompressed.json", format: "subscription",
            header: "2026-03-12T09:14:05.128Z|/aws/lambda/orders|\(stream)"),
        Expected(name: "tail-colour.log", format: "tail", header: "2026-03-12T09:14:05.128Z||\(stream)"),
        Expected(name: "tail-short-colour.log", format: "tail-short", header: "2026-03-12T09:14:05.000Z||"),
        Expected(name: "console.csv", format: "console-csv", header: "2026-03-12T09:14:05.128Z||"),
        Expected(
            name: "filter-log-events-lines.json", format: "filter-log-events", header: "2026-03-12T09:14:05.128Z||\(stream)"),
        Expected(name: "filter-log-events.json", format: "filter-log-events", header: "2026-03-12T09:14:05.128Z||\(stream)"),
        Expected(name: "get-log-events.json", format: "get-log-events", header: "2026-03-12T09:14:05.128Z||"),
        Expected(name: "insights.csv", format: "insights-csv", header: "2026-03-12T09:14:05.128Z|/aws/lambda/orders|\(stream)"),
        Expected(name: "insights.json", format: "insights-json", header: "2026-03-12T09:14:05.128Z|/aws/lambda/orders|\(stream)"),
        Expected(name: exported, format: "s3-export", header: "2026-03-12T09:14:05.128Z||\(stream)"),
        Expected(name: "sam-logs.log", format: "sam-logs", header: "2026-03-12T09:14:05.128Z||\(stream)"),
        Expected(
            name: "subscription-envelope.json", format: "subscription",
            header: "2026-03-12T09:14:05.128Z|/aws/lambda/orders|\(stream)"),
        Expected(
            name: "subscription-firehose", format: "subscription",
            header: "2026-03-12T09:14:05.128Z|/aws/lambda/orders|\(stream)", ignored: 1),
        Expected(
            name: "subscription-firehose-double.gz", format: "subscription",
            header: "2026-03-12T09:14:05.128Z|/aws/lambda/orders|\(stream)"),
        Expected(
            name: "subscription-lines.json", format: "subscription",
            header: "2026-03-12T09:14:05.128Z|/aws/lambda/orders|\(stream)"),
        Expected(name: "tail-detailed.log", format: "tail", header: "2026-03-12T09:14:05.128Z||\(stream)"),
        Expected(name: "tail-short.log", format: "tail-short", header: "2026-03-12T09:14:05.000Z||"),
        Expected(name: "text-cut.log.gz", format: "text", header: "||", problem: "gzip stream ends early at byte"),
        Expected(name: "text.log", format: "text", header: "||"),
        Expected(name: "text.log.zst", format: "text", header: "||"),
    ]

    /// Containers that cannot hold that invocation as it is: a test report has no Lambda lines, Firehose rows are access rows, and the json
    /// format of `aws logs tail` shows itself only on JSON messages.
    struct Other: Sendable {
        var name: String
        var format: String
        var calls: [String]
    }

    static let others: [Other] = [
        Other(
            name: "firehose-access-rows", format: "text",
            calls: [("5", "502"), ("6", "200"), ("7", "200")].map { digit, status in
                #"|| {"requestId": "\#(digit)f0c1d8e-1111-4222-8333-9a4b5c6d7e8f", "requestTime": "12/Mar/2026:09:14:05 +0000", "#
                    + #""httpMethod": "POST", "resourcePath": "/orders/{id}", "status": "\#(status)"}"#
            }),
        Other(
            name: "tail-json.log", format: "tail",
            calls: [
                "2026-03-12T09:14:05.128Z||\(stream) "
                    + "{\n    \"time\": \"2026-03-12T09:14:05.128Z\",\n    \"type\": \"platform.start\",\n    \"record\": {\n"
                    + "        \"requestId\": \"\(id)\",\n        \"version\": \"$LATEST\"\n    }\n}",
                "2026-03-12T09:14:06.000Z||\(stream) "
                    + "{\n    \"timestamp\": \"2026-03-12T09:14:06.000Z\",\n    \"level\": \"ERROR\",\n    \"requestId\": \"\(id)\",\n"
                    + "    \"message\": {\n        \"errorType\": \"Error\",\n        \"errorMessage\": \"no stock\"\n    }\n}",
                "2026-03-12T09:14:06.010Z||\(stream) printed without a record",
            ]),
        Other(name: "test-invoke.json", format: "test-invoke", calls: testReport),
        Other(name: "test-invoke.txt", format: "test-invoke", calls: testReport),
    ]

    private static let testReport =
        ["ignored: head line of a test report"]
        + [
            "Starting execution for request: \(gateway)", "HTTP Method: POST, Resource Path: /orders/17",
            "Method request body before transformations: {\n  \"sku\": \"a\"\n}",
            "Lambda execution failed with status 200 due to customer function error: no stock. Lambda request id: \(id)",
            "Method completed with status: 502",
        ].map { "2026-03-12T09:14:05.000Z|| (\(gateway)) \($0)" }

    static let found = findInputs([folder]) { _ in InputHints() }

    private static let folder =
        "\(#filePath)".split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" } + "/Fixtures/containers"

    @Test func `every fixture is expected, and only those`() {
        let names = ContainerFixturesTests.found.inputs.map(\.name)
        let expected = ContainerFixturesTests.all.map(\.name) + ContainerFixturesTests.others.map(\.name)
        #expect(names.sorted() == (expected + ["s3-export/aws-logs-write-test", "xray-traces.json"]).sorted())
        #expect(ContainerFixturesTests.found.problems == [])
    }

    @Test func `every format has a fixture`() {
        // Traces are no lines of an invocation: `XRayTests` reads their fixture.
        let formats = Set(ContainerFixturesTests.all.map(\.format) + ContainerFixturesTests.others.map(\.format) + ["xray-traces"])
        #expect(formats == Set(ContainerFormat.allCases.map(\.name)))
    }

    @Test(arguments: ContainerFixturesTests.others)
    func `events come out of their container`(expected: Other) throws {
        let input = try #require(ContainerFixturesTests.found.inputs.first { $0.name == expected.name })
        var consumer = RecordingConsumer()
        let outcome = frame(input, into: &consumer)
        #expect(outcome.format?.name == expected.format)
        #expect(outcome.problem == nil)
        #expect(consumer.calls == expected.calls)
    }

    @Test(arguments: ContainerFixturesTests.all)
    func `the invocation comes out of its container`(expected: Expected) throws {
        let input = try #require(ContainerFixturesTests.found.inputs.first { $0.name == expected.name })
        var consumer = RecordingConsumer()
        let outcome = frame(input, into: &consumer)
        #expect(outcome.format?.name == expected.format)
        if let problem = expected.problem {
            #expect(outcome.problem?.hasPrefix(problem) == true)
        } else {
            #expect(outcome.problem == nil)
        }
        var calls = consumer.calls.filter { !$0.hasPrefix("ignored: ") }
        if expected.isNewestFirst { calls.reverse() }
        #expect(consumer.calls.count - calls.count == expected.ignored)
        #expect(calls.first?.trimmed == "\(expected.header) START RequestId: \(id) Version: $LATEST")
        if expected.problem == nil {
            #expect(calls.count == 4)
            #expect(calls.dropFirst().first?.contains("\(id)\tERROR\tInvoke Error \t{\"errorType\":\"Error\"") == true)
            #expect(calls.last?.contains("REPORT RequestId: \(id)\tDuration: 41.07 ms") == true)
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last?.isNewline == true { text = text.dropLast() }
        return String(text)
    }
}
