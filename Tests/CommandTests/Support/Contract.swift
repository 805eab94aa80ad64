// The published data files, read as any other tool would read them.

import Foundation
import Testing

struct SiteData {
    var report: [String: Any]
    var failures: [[String: Any]]

    init(_ workspace: Workspace, _ site: String = "site") throws {
        report = try #require(
            try JSONSerialization.jsonObject(with: Data(workspace.text("\(site)/report.json").utf8)) as? [String: Any])
        failures = try workspace.text("\(site)/failures.ndjson").split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    func total(_ name: String) -> Int { number(report, "totals", name) }
}

func object(_ value: Any?, _ path: String...) -> [String: Any] {
    path.reduce(value as? [String: Any] ?? [:]) { $0[$1] as? [String: Any] ?? [:] }
}

func list(_ value: Any?, _ path: String...) -> [[String: Any]] {
    let parent = path.dropLast().reduce(value as? [String: Any] ?? [:]) { $0[$1] as? [String: Any] ?? [:] }
    return path.last.flatMap { parent[$0] as? [[String: Any]] } ?? value as? [[String: Any]] ?? []
}

func number(_ value: Any?, _ path: String...) -> Int {
    let parent = path.dropLast().reduce(value as? [String: Any] ?? [:]) { $0[$1] as? [String: Any] ?? [:] }
    return path.last.flatMap { (parent[$0] as? NSNumber)?.intValue } ?? -1
}

func text(_ value: Any?, _ path: String...) -> String? {
    let parent = path.dropLast().reduce(value as? [String: Any] ?? [:]) { $0[$1] as? [String: Any] ?? [:] }
    return path.last.flatMap { parent[$0] as? String }
}

/// The three sums of output-schema.md.
func expectSums(_ data: SiteData, pages: Int, sourceLocation: SourceLocation = #_sourceLocation) {
    let outcomes = ["clientAnswered", "clientFailed"].flatMap { side in
        ["functionSucceeded", "functionFailed", "functionNeverRan", "functionUnknown"].map {
            number(object(data.report, "outcomes", side), $0)
        }
    }
    #expect(outcomes.allSatisfy { $0 >= 0 }, sourceLocation: sourceLocation)
    #expect(data.total("requests") == outcomes.reduce(0, +), sourceLocation: sourceLocation)
    for input in list(data.report, "coverage", "inputs") {
        #expect(
            number(input, "events")
                == number(input, "facts") + number(input, "lines") + number(input, "ignored") + number(input, "rejected"),
            "\(text(input, "path") ?? "?")", sourceLocation: sourceLocation)
    }
    #expect(data.total("failures") == data.failures.count, sourceLocation: sourceLocation)
    #expect(data.total("pages") == data.failures.count, sourceLocation: sourceLocation)
    #expect(pages == data.failures.count, sourceLocation: sourceLocation)
}
