// The table of `compare`: what was run, how fast, against what, and in how much memory.

import Pipeline

struct ComparisonRow {
    var what: String
    /// The median.
    var seconds: Double?
    /// The median of user and system time: what the machine had to do, however many cores did it and whoever else was at work.
    var processor: Double?
    var rate = ""
    /// Against the peers in the same rounds, and what is aimed at.
    var ratio = ""
    var aim = ""
    /// Bytes, the most of all rounds.
    var peakMemory: Int64?
    /// Of the site; more than one fails the comparison.
    var hashes: Set<String> = []
}

extension ComparisonRow {
    /// What is known of any program's rounds.
    init(_ what: String, _ runs: [ChildRun]) {
        self.init(
            what: what, seconds: runs.seconds, processor: middle(of: runs.map(\.processor)), peakMemory: runs.peakMemory)
    }

    /// What is known of the builds of one site.
    init(_ what: String, _ runs: [SiteRun]) {
        self.init(what, runs.children)
        hashes = runs.hashes
    }
}

struct ComparisonTable {
    var rows: [ComparisonRow]

    private static func time(_ seconds: Double?) -> String { seconds.map { fixed($0, $0 < 1 ? 3 : 2) } ?? "" }

    /// A Markdown table.
    var text: String {
        let head = ["What", "Seconds", "Processor", "Rate", "Ratio", "Aim", "Peak memory", "Hash"]
        // A child is born with the memory of its parent, and the kernel counts that too: less than ours cannot be seen.
        let least = ProcessFigures.peakMemory() ?? 0
        let cells = rows.map { row in
            [
                row.what, Self.time(row.seconds), Self.time(row.processor), row.rate, row.ratio, row.aim,
                row.peakMemory.map { $0 > least ? "\($0 / 1_000_000) MB" : "< \(least / 1_000_000 + 1) MB" } ?? "",
                row.hashes.sorted().map { String($0.prefix(12)) }.joined(separator: " and "),
            ]
        }
        let widths = head.indices.map { column in ([head] + cells).map { $0[column].count }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            "| " + zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: " | ") + " |"
        }
        let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|"
        return ([line(head), rule] + cells.map(line)).joined(separator: "\n")
    }
}

/// 312,000 for 311,987: three digits are all that a clock can claim.
func rounded(_ value: Double) -> String {
    guard value >= 1000 else { return fixed(value, value < 10 ? 1 : 0) }
    var scale = 1.0
    while value / scale >= 1000 { scale *= 10 }
    return grouped(Int((value / scale).rounded()) * Int(scale))
}

/// A ratio or a small figure: `0.45`.
func twoPlaces(_ value: Double) -> String { fixed(value, 2) }

func grouped(_ number: Int) -> String {
    number < 1000 ? "\(number)" : grouped(number / 1000) + "," + String(String(1000 + number % 1000).dropFirst())
}
