// The same night in every container gives the same report and the same failures, coverage apart.

import Foundation
import Testing

@Suite struct `The same night` {
    /// What the others are held against.
    private static let reference = "subscription"

    /// The containers that carry everything a night needs.
    static let whole = [
        "s3-export", "filter-log-events", "get-log-events", "events-text", "insights-json", "insights-csv", "console-csv",
        "console-copy", "tail", "sam-logs",
    ]

    /// What a night gave in one container: JSON with sorted keys, so that it can be compared as text.
    private struct Night: Sendable {
        var report: String
        /// Totals, outcomes and causes.
        var counts: String
        var lines: String
        /// Id, cause and error of each failure, sorted. Without the number of the attempt, which is told by times.
        var told: [String]
    }

    /// Made once for all containers.
    private static let first = Result { try night(in: reference) }

    private static func night(in container: String) throws -> Night {
        let space = try Workspace()
        let options = ["--seed", "29", "--requests", "160", "--failure-share", "0.4", "--hours", "1"]
        let generated = try space.run(
            ["generate", "--containers", container, "--output", "night"] + options, executable: "faultline-bench")
        try #require(generated.exitCode == 0, "\(generated.errors)")
        let built = try space.run(["build", "--config", "night/faultline.yml", "--output", "site"])
        try #require(built.exitCode == 0, "\(built.errors)")
        var data = try SiteData(space)
        for input in list(data.report, "coverage", "inputs") { #expect(text(input, "format") == container, "\(input)") }
        data.report["coverage"] = nil
        let failures = data.failures.map {
            "\(text($0, "id")?.prefix(32) ?? "") \(text($0, "verdict", "cause") ?? "") \(text($0, "error", "message") ?? "")"
        }
        return Night(
            report: try sorted(data.report),
            counts: try ["totals", "outcomes", "causes"].map { try sorted([data.report[$0]]) }.joined(),
            lines: try space.text("site/failures.ndjson"), told: failures.sorted())
    }

    private static func sorted(_ value: Any) throws -> String {
        String(
            decoding: try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .prettyPrinted]), as: UTF8.self)
    }

    @Test(arguments: whole)
    func `is the same report in another container`(container: String) throws {
        let (first, other) = (try Self.first.get(), try Self.night(in: container))
        #expect(other.told.count > 40)
        let differing = zip(other.report.split(separator: "\n"), first.report.split(separator: "\n")).first { $0 != $1 }
        #expect(other.report == first.report, "\(differing.map { "\($0)" } ?? "")")
        let failure = zip(other.lines.split(separator: "\n"), first.lines.split(separator: "\n")).first { $0 != $1 }
        #expect(other.lines == first.lines, "\(failure.map { "\($0)" } ?? "")")
    }

    /// `text` keeps no times, `tail-short` full seconds; a run that no access row places in time is then placed elsewhere.
    @Test(arguments: ["text", "tail-short"])
    func `has the same failures and counts in a container that loses times`(container: String) throws {
        let (first, other) = (try Self.first.get(), try Self.night(in: container))
        #expect(other.told == first.told)
        #expect(other.counts == first.counts)
    }
}
