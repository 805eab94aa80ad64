// The same failures on another night, in another order, after a deployment: the groups keep their ids.

import Foundation
import Testing

/// What differs between two nights and must not matter.
private struct Evening {
    var start: Int
    /// Put into every id.
    var digit: Character
    var line: Int
    var bundle: String
    var version: Int
    var isReversed: Bool

    private func uuid(_ number: Int) -> String { "\(digit)000000\(number)-7425-40de-944b-e07fc1f90ae7" }

    private func row(_ number: Int, _ fields: [String: String]) -> String {
        var all = [
            "requestId": uuid(number), "extendedRequestId": "\(digit)bCdEf\(number)hIAMEPQ=",
            "requestTimeEpoch": "\(start + number * 1000)", "httpMethod": "POST", "apiId": "a1b2c3d4e5", "stage": "prod",
        ]
        all.merge(fields) { _, new in new }
        return "{" + all.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",") + "}"
    }

    private func event(_ at: Int, _ message: String) -> String {
        let text = message.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\t", with: "\\t")
        return
            "{\"logStreamName\":\"2026/03/12/[\(version)]\(digit)123456789abcdef0123456789abcdef\",\"timestamp\":\(start + at),"
            + "\"message\":\"\(text)\",\"eventId\":\"\(at)\"}"
    }

    private func crash(_ number: Int, order: Int) -> [String] {
        let stack =
            "[\"OrderError: order \(order) of customer c-\(digit)\(order) is gone\","
            + "\"    at reserve (/var/task/chunks/stock-\(bundle).js:\(line):11)\","
            + "\"    at handler (/var/task/index-\(bundle).js:\(line + 20):3)\"]"
        return [
            event(number * 1000 + 5, "START RequestId: \(uuid(number + 4)) Version: \(version)"),
            event(
                number * 1000 + 9,
                "2026-03-12T09:14:05.128Z\t\(uuid(number + 4))\tERROR\tInvoke Error \t{\"errorType\":\"OrderError\",\"errorMessage\":"
                    + "\"order \(order) of customer c-\(digit)\(order) is gone\",\"stack\":\(stack)}"),
            event(
                number * 1000 + 40,
                "REPORT RequestId: \(uuid(number + 4))\tDuration: \(30 + line).00 ms\tBilled Duration: 90 ms\tMemory Size: 256 MB\t"
                    + "Max Memory Used: \(60 + line) MB\t"),
        ]
    }

    func groups() throws -> [String: String] {
        let space = try Workspace()
        let run = ["resourcePath": "/orders", "status": "502", "integration.integrationStatus": "200"]
        var rows = [
            row(1, run.merging(["integration.requestId": uuid(5)]) { $1 }),
            row(2, run.merging(["integration.requestId": uuid(6)]) { $1 }),
            row(
                3,
                [
                    "resourcePath": "/orders", "status": "400", "error.responseType": "BAD_REQUEST_BODY",
                    "error.message": "Invalid request body of \(start) bytes",
                ]),
            row(
                4,
                ["resourcePath": "-", "status": "403", "error.responseType": "MISSING_AUTHENTICATION_TOKEN", "path": "/\(digit)"]),
        ]
        if isReversed { rows.reverse() }
        try space.write("logs/access.json", rows.joined(separator: "\n") + "\n")
        let events = crash(1, order: line * 3) + crash(2, order: line * 7)
        try space.write("logs/orders.json", "{\"events\":[\(events.joined(separator: ","))]}")
        try space.write(
            "faultline.yml",
            """
            inputs:
              - path: logs/access.json
              - path: logs/orders.json
                log-group: /aws/lambda/orders
            """)
        let built = try space.run(["build", "--output", "site"])
        try #require(built.exitCode == 0, "\(built.errors)")
        return Dictionary(
            uniqueKeysWithValues: list(try SiteData(space).report, "groups").map {
                (text($0, "id") ?? "?", "\(text($0, "cause") ?? "?") \(number($0, "count")) \(text($0, "title") ?? "?")")
            })
    }
}

@Suite struct `Groups from night to night` {
    @Test func `keep ids, titles and sizes in another order, at another time, after a deployment`() throws {
        let first = try Evening(
            start: 1_773_306_000_000, digit: "a", line: 5, bundle: "QK4VZT6M", version: 7, isReversed: false
        ).groups()
        let second = try Evening(
            start: 1_773_999_000_000, digit: "b", line: 41, bundle: "3F2A1B9C", version: 8, isReversed: true
        ).groups()
        #expect(first == second)
        #expect(first.count == 3)
        #expect(
            first.values.contains {
                $0 == "unhandled-exception 2 OrderError: order \u{2039}n\u{203A} of customer \u{2039}id\u{203A} is gone"
            }, "\(first)")
    }
}
