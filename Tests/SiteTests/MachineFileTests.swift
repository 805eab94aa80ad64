// report.json and failures.ndjson against the published schema.

import Foundation
import Model
import Site
import Testing

private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

private func keys(_ value: Any?) -> [String] { ((value as? [String: Any]) ?? [:]).keys.sorted() }

private func first(_ value: Any?) -> Any? { (value as? [Any])?.first }

@Suite struct MachineFileTests {
    @Test func `report json has exactly the keys of the schema`() throws {
        let report = try object(try RenderedSite(.everyKind).text("report.json"))
        #expect(
            keys(report) == [
                "causes", "coverage", "endpoints", "functions", "groups", "outcomes", "range", "redactions", "schema", "title",
                "tool",
                "totals",
            ])
        #expect(keys(report["tool"]) == ["name", "version"])
        #expect(keys(report["range"]) == ["since", "timezone", "until"])
        #expect(
            keys(report["totals"]) == [
                "clientErrors", "failures", "functionErrors", "invocations", "invocationsWithoutRequest", "linked", "pages",
                "requests", "requestsWithoutInvocation", "serverErrors",
            ])
        let outcomes = try #require(report["outcomes"] as? [String: Any])
        #expect(keys(outcomes) == ["clientAnswered", "clientFailed", "noClient"])
        #expect(keys(outcomes["clientFailed"]) == ["functionFailed", "functionNeverRan", "functionSucceeded", "functionUnknown"])
        #expect(keys(outcomes["noClient"]) == ["functionFailed", "functionSucceeded"])
        #expect(keys(first(report["causes"])) == ["cause", "count", "layer"])
        let endpoint = try #require(first(report["endpoints"]) as? [String: Any])
        #expect(
            keys(endpoint) == [
                "api", "causes", "endpoint", "functions", "latencyMs", "method", "page", "requests", "route", "stage", "statuses",
            ])
        #expect(keys(first(endpoint["causes"])) == ["cause", "count", "layer", "status"])
        #expect(keys(endpoint["latencyMs"]) == ["max", "p50", "p95", "p99"])
        let function = try #require(first(report["functions"]) as? [String: Any])
        #expect(
            keys(function) == [
                "coldStarts", "durationMs", "endpoints", "errors", "function", "invocations", "maxMemoryUsedMB", "memoryMB",
                "outOfMemory", "page", "throttles", "timeouts", "versions",
            ])
        #expect(keys(first(function["versions"])) == ["errors", "firstSeen", "invocations", "version"])
        #expect(
            keys(first(report["groups"])) == [
                "cause", "count", "endpoints", "firstSeen", "functions", "id", "lastSeen", "layer", "page", "title",
            ])
        let coverage = try #require(report["coverage"] as? [String: Any])
        #expect(keys(coverage) == ["inputs", "missing"])
        #expect(
            keys(first(coverage["inputs"])) == [
                "bytes", "events", "facts", "firstEvent", "format", "ignored", "lastEvent", "lines", "path", "rejected",
            ])
    }

    @Test func `the request of no route is an endpoint without a name, in its place by failures`() throws {
        let report = try object(try RenderedSite(.everyKind).text("report.json"))
        let endpoints = try #require(report["endpoints"] as? [[String: Any]])
        #expect(endpoints.map { $0["endpoint"] as? String } == ["POST /orders", "GET /users/{id}", nil])
    }

    @Test func `failures ndjson has one object a line with exactly the keys of the schema`() throws {
        let night = NightBuilder.everyKind
        let lines = try RenderedSite(night).text("failures.ndjson").split(separator: "\n")
        #expect(lines.count == night.failures.count)
        let failure = try object(String(lines[0]))
        #expect(
            keys(failure) == [
                "authorizer", "endpoint", "error", "function", "group", "id", "invocation", "link", "page", "request", "time",
                "verdict",
            ])
        #expect(
            keys(failure["request"]) == [
                "api", "extendedId", "id", "integrationLatencyMs", "latencyMs", "message", "method", "path", "responseType",
                "route",
                "stage", "status", "traceId",
            ])
        let run = [
            "attempt", "billedMs", "coldStart", "durationMs", "id", "initMs", "logGroup", "logStream", "memoryMB", "memoryUsedMB",
            "status", "version",
        ]
        #expect(keys(failure["invocation"]) == run)
        #expect(keys(failure["link"]) == ["by", "confidence"])
        #expect(keys(failure["verdict"]) == ["cause", "confidence", "layer", "proof", "sentence"])
        let error = try #require(failure["error"] as? [String: Any])
        #expect(keys(error) == ["causes", "frames", "message", "runtime", "type"])
        #expect(keys(first(error["frames"])) == ["column", "file", "function", "line", "own"])
        #expect(keys(first(error["causes"])) == ["frames", "message", "type"])
        let crashed = try object(String(lines[9]))
        #expect(keys(crashed["authorizer"]) == (run + ["function"]).sorted())
    }

    @Test func `what is not known is null and numbers have their shortest form`() throws {
        let text = try RenderedSite(.everyKind).text("failures.ndjson")
        #expect(text.contains(#""durationMs":6341.22,"#))
        #expect(text.contains(#""initMs":812.5,"#))
        #expect(text.contains(#""traceId":null"#))
        #expect(text.contains(#""time":"2026-03-11T22:10:00.000Z""#))
        #expect(text.contains(#""authorizer":null,"endpoint":null,"error":null,"function":"queue-worker""#))
    }

    @Test func `text that could end a script or a line of one is escaped`() throws {
        var night = NightBuilder()
        night.add(.handledError, minutes: 1, status: 500) { $0.verdict.sentence = "</script>\u{2028}\u{2029}\u{0}\"\\" }
        let text = try RenderedSite(night).text("failures.ndjson")
        #expect(text.contains(#""sentence":"<\/script>\u2028\u2029\u0000\"\\""#))
    }
}
