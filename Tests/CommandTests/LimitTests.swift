// Every limit that the README states is held by a test, and every one that a test holds here is stated.

import Foundation
import Testing

@Suite struct `The limits of the README` {
    /// The first column of its table, the file of the test and the test's name.
    private static let limits: [(limit: String, file: String, test: String)] = [
        (
            "an event", "IngestTests/Framing/HostileTextTests.swift",
            "a line of 20 MiB is rejected and the lines after it are read"
        ),
        ("nesting of JSON", "IngestTests/Scanning/LimitTests.swift", "JSON nested deeper than 64 levels is a line of text"),
        ("compression", "IngestTests/Decoding/DecodingTests.swift", "what was made to expand without end is given up"),
        ("compression", "IngestTests/Decoding/DecodingTests.swift", "gzip in gzip in gzip is taken off, a fourth layer is not"),
        (
            "the log of a failure", "DiagnosisTests/Page/LinesTests.swift",
            "A long log is cut in its middle, and the proof in the middle stays"
        ),
        ("the log of a failure", "DiagnosisTests/Page/LinesTests.swift", "A log of few but huge lines is cut by its bytes"),
        ("a page, a data file", "SiteTests/PageWeightTests.swift", "no page of a heavy night is above 300 kB"),
        ("a page, a data file", "SiteTests/ExplorerDataTests.swift", "stay below a megabyte when every request fails"),
        (
            "a message, for grouping", "DiagnosisTests/Grouping/GroupingTests.swift",
            "What stands behind 4,096 bytes of a message tells no groups apart"
        ),
        (
            "the values behind a group's masks", "SiteTests/RedactionTests.swift",
            "a masked value that the first 200 failures of its group do not show is hidden"
        ),
        ("causes of an error", "StackTracesTests/HostileTraceTests.swift", "of a hundred thousand causes twenty are kept"),
        ("user agents", "IngestTests/Parsing/AccessRowTests.swift", "user agents beyond two thousand are not kept"),
        ("user agents", "AggregationTests/ExplorerRowTests.swift", "agents beyond the two thousand commonest are one"),
        (
            "requests that name one run", "CorrelationTests/SharedIDTests.swift",
            "a run answers one request, the first that the gateway received"
        ),
        (
            "failures, groups, endpoints, functions", "SiteTests/SiteTests.swift",
            "every failure, group, endpoint and function has a page"
        ),
        (
            "inputs, log groups, streams, names", "IngestTests/Scanning/LimitTests.swift",
            "every stream and every log group is kept apart"
        ),
    ]

    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    @Test func `are those that tests hold`() throws {
        let readme = try String(contentsOf: Self.tests.appendingPathComponent("../README.md"), encoding: .utf8)
        let section = try #require(readme.components(separatedBy: "\n## Limits\n").last?.components(separatedBy: "\n## ").first)
        // The first table: a head, a line of dashes, the rows.
        let rows = section.components(separatedBy: "\n").drop { !$0.hasPrefix("  | ") }.prefix { $0.hasPrefix("  |") }.dropFirst(
            2)
        let stated = rows.map { $0.split(separator: "|")[1].trimmingCharacters(in: .whitespaces) }
        var held: [String] = []
        for limit in Self.limits where held.last != limit.limit { held.append(limit.limit) }
        #expect(stated == held)
    }

    @Test(arguments: limits.map(\.test))
    func `have their test`(name: String) throws {
        let limit = try #require(Self.limits.first { $0.test == name })
        let source = try String(contentsOf: Self.tests.appendingPathComponent(limit.file), encoding: .utf8)
        #expect(source.contains("func `\(name)`"))
    }
}
