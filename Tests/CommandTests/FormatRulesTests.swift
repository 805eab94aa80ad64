// Rules of reading that show only in a whole run: clocks that differ, ranges that cut, lines that were split, names from files.

import Foundation
import Testing

private let gateway = "5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f"
private let run = "6f1c2a8e-0b7d-4c9e-8a3f-5d2e1b4c7f90"
private let other = "7a1c2a8e-0b7d-4c9e-8a3f-5d2e1b4c7f90"
private let stream = "2026/03/12/[7]0123456789abcdef0123456789abcdef"

@Suite struct `A whole run` {
    /// Rows of `filter-log-events`: milliseconds after 2026-03-12T09:14:05Z and message.
    private func events(_ events: [(Int, String)], stream name: String = stream) throws -> Data {
        let rows = events.map { time, message -> [String: Any] in
            ["logStreamName": name, "timestamp": 1_773_306_845_000 + time, "message": message, "eventId": "1"]
        }
        return try JSONSerialization.data(withJSONObject: ["events": rows, "searchedLogStreams": []])
    }

    private let configuration = """
        inputs:
          - { path: logs/orders.json, log-group: /aws/lambda/orders }
          - { path: logs/access.json, log-group: API-Gateway-Access-Logs_a1b2c3/prod }

        """

    private func built(_ files: [String: Data], configuration: String) throws -> (SiteData, Workspace) {
        let space = try Workspace()
        for (name, data) in files { try space.write("logs/\(name)", data) }
        try space.write("faultline.yml", configuration)
        let result = try space.run(["build", "logs", "--output", "site"])
        try #require(result.exitCode == 0, "\(result.errors)")
        return (try SiteData(space), space)
    }

    private func row(_ fields: [String: String] = [:]) throws -> String {
        let all = [
            "requestId": gateway, "requestTimeEpoch": "1773306845000", "httpMethod": "POST", "resourcePath": "/orders",
            "status": "502", "responseLatency": "60", "integrationLatency": "50",
        ].merging(fields) { $1 }
        return String(decoding: try JSONSerialization.data(withJSONObject: all, options: .sortedKeys), as: UTF8.self)
    }

    /// The run's four lines, the clock of its group `ahead` milliseconds before the gateway's.
    private func failingRun(ahead: Int, said: String = "asked for sku a") -> [(Int, String)] {
        [
            (ahead, "START RequestId: \(run) Version: 7\n"), (ahead + 1, "[INFO]\t2026-03-12T09:14:05.001Z\t\(run)\t\(said)\n"),
            (
                ahead + 2,
                "[ERROR] KeyError: 'sku'\nTraceback (most recent call last):\n  File \"/var/task/app.py\", line 3, in handler\n"
            ),
            (ahead + 3, "END RequestId: \(run)\n"),
            (ahead + 3, "REPORT RequestId: \(run)\tDuration: 3.00 ms\tBilled Duration: 3 ms\n"),
        ]
    }

    @Test(arguments: [
        (["integrationRequestId": run], "integration-request-id"),
        (["integrationError": "The Lambda function returned the following error: RequestId: \(run) Error: x."], "error-message"),
    ])
    func `joins by ids whatever the clocks of two groups say`(fields: [String: String], link: String) throws {
        for ahead in [-4_000, 0, 4_000] {
            let files = [
                "access.json": try events([(60, try row(fields))], stream: "0123456789abcdef0123456789abcdef"),
                "orders.json": try events(failingRun(ahead: ahead)),
            ]
            let (data, _) = try built(files, configuration: configuration)
            #expect(data.failures.map { text($0, "link", "by") } == [link], "\(ahead)")
            #expect(data.failures.map { text($0, "verdict", "cause") } == ["unhandled-exception"], "\(ahead)")
        }
    }

    @Test func `keeps the half of a run that the range holds, and says so`() throws {
        let lines = failingRun(ahead: 0)
        let (head, space) = try built(["orders.json": try events(Array(lines.prefix(3)))], configuration: configuration)
        #expect(head.failures.map { text($0, "invocation", "id") } == [run])
        #expect(try space.text("site/coverage.md").contains("0 without START, 1 without REPORT"))
        let (tail, other) = try built(["orders.json": try events(Array(lines.suffix(3)))], configuration: configuration)
        #expect(tail.failures.map { text($0, "invocation", "id") } == [run])
        #expect(tail.failures.map { text($0, "error", "type") } == ["KeyError"])
        #expect(try other.text("site/coverage.md").contains("1 without START, 0 without REPORT"))
    }

    @Test func `never takes another id of a text for its owner`() throws {
        let said = "order \(other) for requestId \(other), traced as \(gateway)"
        let (data, _) = try built(["orders.json": try events(failingRun(ahead: 0, said: said))], configuration: configuration)
        #expect(data.failures.map { text($0, "invocation", "id") } == [run])
        #expect(data.total("invocations") == 1)
    }

    @Test func `puts a stack together that was split into an event a line`() throws {
        let lines = [
            (0, "START RequestId: \(run) Version: 7"),
            (1, "stock gone: com.acme.OrderException"), (1, "com.acme.OrderException: stock gone"),
            (1, "\tat com.acme.Handler.handleRequest(Handler.java:28)"),
            (1, "Caused by: java.lang.IllegalStateException: no stock"),
            (1, "\tat com.acme.Repo.find(Repo.java:12)"), (1, "\t... 7 more"),
            (2, "RequestId: \(run) Error: Runtime exited with error: exit status 1\nRuntime.ExitError"),
            (3, "END RequestId: \(run)"),
            (
                3,
                "REPORT RequestId: \(run)\tDuration: 3.00 ms\tBilled Duration: 3 ms\tStatus: error\tError Type: Runtime.ExitError"
            ),
        ]
        let (data, _) = try built(["orders.json": try events(lines)], configuration: configuration)
        let failure = try #require(data.failures.first)
        #expect(text(failure, "error", "type") == "com.acme.OrderException")
        #expect(list(failure, "error", "frames").map { number($0, "line") } == [28])
        #expect(list(failure, "error", "causes").map { text($0, "type") } == ["java.lang.IllegalStateException"])
    }

    @Test func `reads a message with carriage returns as lines`() throws {
        let lines = failingRun(ahead: 0).map {
            ($0.0, $0.1.trimmingCharacters(in: .newlines).replacingOccurrences(of: "\n", with: "\r"))
        }
        let (data, _) = try built(["orders.json": try events(lines)], configuration: configuration)
        #expect(data.failures.map { list($0, "error", "frames").map { number($0, "line") } } == [[3]])
    }

    @Test func `names functions and cuts rows by the deployment files that the configuration names`() throws {
        let space = try Workspace()
        try space.write(
            "template.yaml",
            """
            Resources:
              OrdersFunction:
                Type: AWS::Serverless::Function
                Properties:
                  Events: { Post: { Type: Api, Properties: { Path: /orders, Method: post } } }
              Api:
                Type: AWS::Serverless::Api
                Properties:
                  AccessLogSetting: { Format: '$context.requestId~$context.status~$context.httpMethod~$context.path~$context.integration.requestId' }
            """)
        try space.write(
            "faultline.yml",
            """
            inputs:
              - { path: logs/orders.json, log-group: /aws/lambda/shop-prod-OrdersFunction-1A2B3C4D5E6F }
              - { path: logs/access.json, log-group: shop-access, stage: prod }
            services: { sources: [template.yaml] }
            """)
        try space.write("logs/orders.json", try events(failingRun(ahead: 0)))
        try space.write(
            "logs/access.json",
            try events([(60, "\(gateway)~502~POST~/prod/orders~\(run)")], stream: "0123456789abcdef0123456789abcdef"))
        let result = try space.run(["build", "--output", "site"])
        try #require(result.exitCode == 0, "\(result.errors)")
        let failure = try #require(try SiteData(space).failures.first)
        #expect(text(failure, "function") == "OrdersFunction")
        #expect(text(failure, "endpoint") == "POST /orders")
        #expect(text(failure, "link", "by") == "integration-request-id")
        #expect(text(failure, "invocation", "logGroup") == "/aws/lambda/shop-prod-OrdersFunction-1A2B3C4D5E6F")
    }
}
