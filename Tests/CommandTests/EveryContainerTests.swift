// The same night in every container gives the same report and the same failures, coverage apart.

import Foundation
import Testing

@Suite struct `The same night` {
    /// What the others are held against.
    private static let reference = "subscription"

    /// The containers that carry everything a night needs: others, and other shapes of the reference. An access row says itself when
    /// its request came, so that rows sent straight to Firehose lack nothing.
    static let whole =
        payloads + direct + [
            "s3-export", "filter-log-events", "get-log-events", "events-text", "insights-json", "insights-csv", "console-csv",
            "console-copy", "tail", "sam-logs",
        ]
    static let payloads = [
        "subscription-documents", "subscription-base64", "subscription-envelope", "firehose-gzip-in-gzip", "firehose-zstd",
        "firehose-decompressed", "firehose-delimited",
    ]
    static let direct = ["firehose-access", "firehose-access-lines"]

    /// Messages alone have no times but those that they tell; `tail-short` has full seconds.
    static let withoutTimes = ["text", "firehose-messages", "tail-short"]

    /// Containers that can be read and hold no night.
    private static let nightless = [
        "test-invoke": "one call that was made in the console", "xray-traces": "traces, which stand beside logs and are none",
    ]

    /// What the files of a container are taken for.
    private static func formats(_ container: String) -> Set<String> {
        if payloads.contains(container) { return ["subscription"] }
        if direct.contains(container) { return ["subscription", "text"] }
        return container == "firehose-messages" ? ["text"] : [container]
    }

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

    /// `isPiped`: all files one after the other through standard input, instead of the paths that the configuration names.
    private static func night(in container: String, isPiped: Bool = false) throws -> Night {
        let space = try Workspace()
        let options = ["--seed", "29", "--requests", "160", "--failure-share", "0.4", "--hours", "1"]
        let generated = try space.run(
            ["generate", "--containers", container, "--output", "night"] + options, executable: "faultline-bench")
        try #require(generated.exitCode == 0, "\(generated.errors)")
        let files = isPiped ? try space.files("night/logs").sorted { $0.key < $1.key } : []
        let built = try space.run(
            ["build", "--config", "night/faultline.yml", "--output", "site"] + (isPiped ? ["-"] : []),
            input: files.reduce(into: Data()) { $0 += $1.value })
        try #require(built.exitCode == 0, "\(built.errors)")
        var data = try SiteData(space)
        #expect(Set(list(data.report, "coverage", "inputs").compactMap { text($0, "format") }) == formats(container))
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

    /// The members, documents and lines of all objects glued, as `cat` and `aws s3 cp - ` do it.
    @Test(arguments: ["subscription", "subscription-base64", "firehose-zstd", "firehose-decompressed"])
    func `is the same report when all files come through standard input`(container: String) throws {
        let (first, other) = (try Self.first.get(), try Self.night(in: container, isPiped: true))
        #expect(other.report == first.report)
        #expect(other.lines == first.lines)
    }

    /// A run that no access row places in time is then placed elsewhere, and a failure that lost its stream does not name it.
    @Test(arguments: withoutTimes)
    func `has the same failures and counts in a container that loses times`(container: String) throws {
        let (first, other) = (try Self.first.get(), try Self.night(in: container))
        #expect(other.told == first.told)
        #expect(other.counts == first.counts)
    }

    @Test func `is written in every container that can be read, or there is a reason why not`() throws {
        let space = try Workspace()
        let listed = try space.run(["formats"]).output.split(separator: "\n").prefix { !$0.hasPrefix("Compression: ") }
        let readable = listed.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.map { String($0.dropFirst(2)) }
        #expect(readable.count == 15)
        let refused = try space.run(
            ["generate", "--containers", "none-such", "--output", "night"], executable: "faultline-bench")
        let known = try #require(refused.errors.split(separator: "\n").first { $0.hasPrefix("known are ") })
        let written = known.dropFirst("known are ".utf8.count).split(separator: ", ").map(String.init)

        #expect(
            written.sorted() == ([Self.reference] + Self.whole + Self.withoutTimes).sorted(), "each is held against the first")
        let holdingNights = written.reduce(into: Set<String>()) { $0.formUnion(Self.formats($1)) }
        #expect(holdingNights.union(Self.nightless.keys) == Set(readable))
        #expect(holdingNights.isDisjoint(with: Self.nightless.keys))
    }
}
