// A generated night knows what is true of it: every failure must be found, every verdict, join and count be right.

import Foundation
import Testing

struct GeneratedNight {
    let space: Workspace
    let data: SiteData
    let truth: [String: Any]

    init(seed: Int, requests: Int, failureShare: Double, containers: String? = nil, accessOnly: Bool = false) throws {
        space = try Workspace()
        var arguments = [
            "generate", "--seed", "\(seed)", "--requests", "\(requests)", "--failure-share", "\(failureShare)", "--output",
            "night",
        ]
        if let containers { arguments += ["--containers", containers] }
        if accessOnly { arguments.append("--access-only") }
        let generated = try space.run(arguments, executable: "faultline-bench")
        try #require(generated.exitCode == 0, "\(generated.errors)")
        let built = try space.run(["build", "--config", "night/faultline.yml", "--output", "site", "--jobs", "2"])
        try #require(built.exitCode == 0, "\(built.errors)")
        data = try SiteData(space)
        truth = try #require(
            try JSONSerialization.jsonObject(with: Data(space.text("night/truth.json").utf8)) as? [String: Any])
    }

    /// Failures by what identifies them on both sides: the gateway's id, else the Lambda request id and attempt.
    private func key(_ request: String?, _ invocation: String?, _ attempt: Int) -> String {
        request.map { "request \($0)" } ?? "run \(invocation ?? "?") \(attempt)"
    }

    struct Found {
        var cause: String
        var confidence: String
        var link: String?
        var invocation: String?
        var endpoint: String?
        var function: String?
        var errorType: String?
        var status: Int
        var sentence: String
        var proofs: Int
    }

    func found() -> [String: Found] {
        var found: [String: Found] = [:]
        for failure in data.failures {
            let request = text(failure, "request", "extendedId") ?? text(failure, "request", "id")
            let name = key(request, text(failure, "invocation", "id"), number(failure, "invocation", "attempt"))
            found[name] = Found(
                cause: text(failure, "verdict", "cause") ?? "?", confidence: text(failure, "verdict", "confidence") ?? "?",
                link: text(failure, "link", "by"), invocation: text(failure, "invocation", "id"),
                endpoint: text(failure, "endpoint"), function: text(failure, "function"),
                errorType: text(failure, "error", "type"), status: number(failure, "request", "status"),
                sentence: text(failure, "verdict", "sentence") ?? "", proofs: list(failure, "verdict", "proof").count)
        }
        return found
    }

    func expected() -> [(key: String, truth: [String: Any])] {
        list(truth, "failures").map { failure in
            let request = text(failure, "extendedId") ?? text(failure, "requestId")
            return (key(request, text(failure, "invocationId"), number(failure, "attempt")), failure)
        }
    }
}

@Suite struct `The truth of generated nights` {
    @Test(arguments: [1, 2, 3])
    func `every failure is found, and every verdict, join and count is right`(seed: Int) throws {
        let night = try GeneratedNight(seed: seed, requests: 6_000, failureShare: 0.05)
        let found = night.found()
        let expected = night.expected()
        #expect(expected.count > 250)
        #expect(found.count == night.data.failures.count, "two failures have one identity")

        for (key, truth) in expected {
            guard let failure = found[key] else {
                Issue.record("\(key) (\(text(truth, "cause") ?? "?")) was not found")
                continue
            }
            let cause = text(truth, "cause") ?? "?"
            #expect(failure.cause == cause, "\(key): \(failure.sentence)")
            #expect(failure.link == text(truth, "link"), "\(key) \(cause)")
            #expect(failure.endpoint == text(truth, "endpoint"), "\(key) \(cause)")
            #expect(failure.status == number(truth, "status"), "\(key) \(cause)")
            if text(truth, "link") != nil { #expect(failure.invocation == text(truth, "invocationId"), "\(key) \(cause)") }
            if let errorType = text(truth, "errorType") { #expect(failure.errorType == errorType, "\(key) \(cause)") }
            if cause != "unknown" { #expect((1...3).contains(failure.proofs), "\(key) \(cause)") }
            #expect(!failure.sentence.isEmpty)
        }
        let expectedKeys = Set(expected.map(\.key))
        for (key, failure) in found where !expectedKeys.contains(key) {
            Issue.record("\(key) was reported as \(failure.cause) and did not fail")
        }
    }

    @Test(arguments: [1, 4])
    func `totals, outcomes, causes, endpoints and functions are counted right`(seed: Int) throws {
        let night = try GeneratedNight(seed: seed, requests: 6_000, failureShare: 0.05)
        let report = night.data.report
        for name in [
            "requests", "clientErrors", "serverErrors", "failures", "invocations", "functionErrors", "linked",
            "requestsWithoutInvocation", "invocationsWithoutRequest",
        ] {
            #expect(number(report, "totals", name) == number(night.truth, "totals", name), "\(name)")
        }
        for side in ["clientAnswered", "clientFailed", "noClient"] {
            let (counted, expected) = (object(report, "outcomes", side), object(night.truth, "outcomes", side))
            #expect(counted as NSDictionary == expected as NSDictionary, "\(side)")
        }
        let causes = Dictionary(
            uniqueKeysWithValues: list(report, "causes").map { (text($0, "cause") ?? "?", number($0, "count")) })
        for cause in list(night.truth, "causes") {
            #expect(causes[text(cause, "cause") ?? "?"] == number(cause, "count"), "\(text(cause, "cause") ?? "?")")
        }
        for truth in list(night.truth, "endpoints") where number(truth, "requests") > 0 {
            let endpoint = list(report, "endpoints").first {
                text($0, "endpoint") == text(truth, "endpoint") && text($0, "api") == text(truth, "api")
            }
            #expect(endpoint.map { number($0, "requests") } == number(truth, "requests"), "\(truth)")
            #expect(object(endpoint, "statuses") as NSDictionary == object(truth, "statuses") as NSDictionary)
        }
        for truth in list(night.truth, "functions") where number(truth, "invocations") > 0 {
            let function = list(report, "functions").first { text($0, "function") == text(truth, "function") }
            for name in ["invocations", "errors", "timeouts", "outOfMemory", "coldStarts"] {
                #expect(function.map { number($0, name) } == number(truth, name), "\(text(truth, "function") ?? "?") \(name)")
            }
        }
        expectSums(night.data, pages: try night.space.failurePages())
    }

    @Test func `a group has one id on every night`() throws {
        var first: [String: String] = [:]
        var shared = 0
        for seed in [11, 12] {
            let night = try GeneratedNight(seed: seed, requests: 3_000, failureShare: 0.05)
            let groups = list(night.data.report, "groups")
            for group in groups {
                let id = text(group, "id") ?? "?"
                let what = [text(group, "cause") ?? "", text(group, "title") ?? ""].joined(separator: ": ")
                if let known = first[id] {
                    #expect(known == what)
                    shared += 1
                } else if seed == 11 {
                    first[id] = what
                }
            }
            if seed == 12 { #expect(shared * 2 > groups.count, "\(shared) of \(groups.count)") }
        }
    }

    @Test func `the same night in every container gives the same report`() throws {
        var reports: [String: [String: Any]] = [:]
        var failures: [String: String] = [:]
        // Plain text carries no stamps of its own, so START and END have no times there: it cannot give the same report.
        let containers = ["subscription", "s3-export", "filter-log-events", "get-log-events"]
        for container in containers {
            let night = try GeneratedNight(seed: 7, requests: 2_000, failureShare: 0.05, containers: container)
            var report = night.data.report
            report["coverage"] = nil
            reports[container] = report
            failures[container] = try night.space.text("site/failures.ndjson")
        }
        for container in containers.dropFirst() {
            for (key, value) in reports["subscription"] ?? [:] {
                #expect(value as? NSObject == reports[container]?[key] as? NSObject, "\(container): \(key)")
            }
            let streamless = { (text: String?) in
                text?.replacing(/"logStream":("[^"]*"|null)/, with: "")
            }
            #expect(streamless(failures[container]) == streamless(failures["subscription"]), "\(container)")
        }
    }

    @Test(arguments: [6, 9])
    func `with a part of the logs lost nothing is wrong and certain, and no join is wrong`(seed: Int) throws {
        let space = try Workspace()
        let result = try space.run(
            ["truth", "--seed", "\(seed)", "--requests", "4000", "--failure-share", "0.08", "--drop-evidence", "0.8"],
            executable: "faultline-bench")
        #expect(result.exitCode == 0, "\(result.output)")
        #expect(result.output.contains("\n0 errors"))
        #expect(result.output.contains("right, 0 wrong"))
        #expect(result.output.contains("Reduced evidence: "))
        #expect(result.output.contains("time-window "))
    }

    @Test(arguments: [0, 0.8])
    func `every cause on every kind of API is told right, or not as certain where evidence is lost`(lost: Double) throws {
        let space = try Workspace()
        let result = try space.run(
            [
                "truth", "--seed", "21", "--requests", "4000", "--failure-share", "0.1", "--every-api", "--traced", "0.5",
                "--drop-evidence", "\(lost)",
            ], executable: "faultline-bench")
        #expect(result.exitCode == 0, "\(result.output)")
        #expect(result.output.contains("\n0 errors"))
    }

    @Test func `traces of X-Ray find runs whose ids are lost, and make nothing wrong`() throws {
        let space = try Workspace()
        let night = ["--seed", "6", "--requests", "3000", "--failure-share", "0.08", "--drop-evidence", "0.8"]
        let without = try space.run(["truth"] + night, executable: "faultline-bench")
        let with = try space.run(["truth"] + night + ["--traced", "0.9"], executable: "faultline-bench")
        #expect(with.exitCode == 0, "\(with.output)")
        #expect(with.output.contains("\n0 errors"))
        #expect(try linkedByTrace(with.output) > linkedByTrace(without.output) + 3)
    }

    /// Of `Linked by: ..., trace-id 9`.
    private func linkedByTrace(_ output: String) throws -> Int {
        let found = try #require(output.firstMatch(of: /trace-id (\d+)/))
        return Int(found.output.1) ?? 0
    }

    @Test func `verdicts are right when the execution log holds errors alone`() throws {
        let space = try Workspace()
        let result = try space.run(
            ["truth", "--seed", "7", "--requests", "2000", "--failure-share", "0.05", "--execution-level", "error"],
            executable: "faultline-bench")
        #expect(result.exitCode == 0, "\(result.output)")
    }

    @Test func `truth exits 1 when a verdict is wrong`() throws {
        let space = try Workspace()
        _ = try space.run(
            ["generate", "--seed", "8", "--requests", "300", "--failure-share", "0.1", "--output", "night"],
            executable: "faultline-bench")
        let text = try space.text("night/truth.json")
        try space.write(
            "night/truth.json", text.replacing("\"cause\":\"handled-error\",\"e", with: "\"cause\":\"throttled\",\"e"))
        let result = try space.run(["truth", "--night", "night"], executable: "faultline-bench")
        #expect(result.exitCode == 1)
        #expect(result.output.contains("throttled was told as handled-error, certain, with full evidence"))
    }

    @Test func `with the access log alone nothing is wrong and certain`() throws {
        let night = try GeneratedNight(seed: 5, requests: 6_000, failureShare: 0.05, accessOnly: true)
        let found = night.found()
        for (key, truth) in night.expected() {
            guard let failure = found[key] else {
                Issue.record("\(key) was not found")
                continue
            }
            if failure.confidence == "certain" {
                #expect(failure.cause == text(truth, "cause"), "\(key): \(failure.sentence)")
            }
        }
    }
}
