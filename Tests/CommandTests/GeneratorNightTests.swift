// The fixture night holds what its readers rely on: every cause twice, every container, and a truth that adds up.

import Foundation
import Model
import Testing

struct GeneratorNightTests {
    private struct Truth: Decodable {
        struct CauseCount: Decodable {
            var cause: String
            var layer: String
            var count: Int
        }
        struct Failure: Decodable {
            var cause: String
            var requestId: String?
            var invocationId: String?
            var attempt: Int?
            var status: Int?
        }
        struct Outcomes: Decodable {
            var clientAnswered: [String: Int]
            var clientFailed: [String: Int]
            var noClient: [String: Int]
        }
        struct Endpoint: Decodable {
            var requests: Int
            var statuses: [String: Int]
        }
        struct Function: Decodable {
            var invocations: Int
            var errors: Int
        }
        var causes: [CauseCount]
        var endpoints: [Endpoint]
        var failures: [Failure]
        var functions: [Function]
        var outcomes: Outcomes
        var totals: [String: Int]
    }

    private let night = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/night")

    private func truth() throws -> Truth {
        try JSONDecoder().decode(Truth.self, from: Data(contentsOf: night.appendingPathComponent("truth.json")))
    }

    @Test func `every cause occurs at least twice, under its layer`() throws {
        let causes = try truth().causes
        for cause in Cause.allCases {
            let entry = try #require(causes.first { $0.cause == cause.rawValue }, "\(cause.rawValue) is missing")
            #expect(entry.count >= 2)
            #expect(entry.layer == cause.layer.rawValue)
        }
        #expect(causes.count == Cause.allCases.count)
    }

    @Test func `each request stands in exactly one of eight outcomes`() throws {
        let truth = try truth()
        let answered = truth.outcomes.clientAnswered.values.reduce(0, +)
        let failed = truth.outcomes.clientFailed.values.reduce(0, +)
        #expect(answered + failed == truth.totals["requests"])
        #expect(failed == (truth.totals["clientErrors"] ?? 0) + (truth.totals["serverErrors"] ?? 0))
        #expect(truth.outcomes.clientAnswered["functionUnknown"] == truth.totals["requestsWithoutInvocation"])
        #expect(truth.outcomes.noClient.values.reduce(0, +) == truth.totals["invocationsWithoutRequest"])
    }

    @Test func `failures are counted as they are listed, and no two are the same`() throws {
        let truth = try truth()
        #expect(truth.failures.count == truth.totals["failures"])
        for entry in truth.causes { #expect(truth.failures.count { $0.cause == entry.cause } == entry.count) }
        let keys = Set(truth.failures.map { "\($0.requestId ?? "-") \($0.invocationId ?? "-") \($0.attempt ?? 0)" })
        #expect(keys.count == truth.failures.count)
        let failingRequests = truth.failures.count { ($0.status ?? 0) >= 400 }
        #expect(failingRequests == truth.outcomes.clientFailed.values.reduce(0, +))
    }

    @Test func `endpoints and functions add up to the totals`() throws {
        let truth = try truth()
        for endpoint in truth.endpoints { #expect(endpoint.statuses.values.reduce(0, +) == endpoint.requests) }
        #expect(truth.functions.reduce(0) { $0 + $1.invocations } == truth.totals["invocations"])
        #expect(truth.functions.reduce(0) { $0 + $1.errors } == truth.totals["functionErrors"])
    }

    @Test func `all five containers are there, and the configuration names the group of each folder`() throws {
        let kinds = try FileManager.default.contentsOfDirectory(atPath: night.appendingPathComponent("logs").path)
        #expect(kinds.sorted() == ["filter-log-events", "get-log-events", "s3-export", "subscription", "text"])
        let configuration = try String(contentsOf: night.appendingPathComponent("faultline.yml"), encoding: .utf8)
        let lines = configuration.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "-" } }
        let paths = lines.filter { $0.hasPrefix("path: ") }.map { $0.dropFirst(7).dropLast() }
        #expect(paths.count == 20)
        #expect(lines.count { $0.hasPrefix("log-group: ") } == paths.count)
        for path in paths {
            #expect(FileManager.default.fileExists(atPath: night.appendingPathComponent(String(path)).path), "\(path)")
        }
    }
}
