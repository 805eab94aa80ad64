// The account of one input in words, for `check` and `build --verbose`.

import Model

func inputLines(_ report: InputReport) -> [String] {
    var lines = [report.path, "  \(report.format): \(report.reason)"]
    if !report.records.isEmpty { lines.append("  records: \(report.records.joined(separator: ", "))") }
    lines.append(
        "  \(grouped(Int(report.events))) events: \(grouped(Int(report.facts))) facts, \(grouped(Int(report.lines))) lines, "
            + "\(grouped(Int(report.ignored))) ignored, \(grouped(Int(report.rejected))) rejected")
    if report.firstEvent.isKnown { lines.append("  \(report.firstEvent.iso) to \(report.lastEvent.iso)") }
    for (reason, count) in report.ignoredReasons.sorted(by: { $0.key < $1.key }) {
        lines.append("  ignored: \(reason): \(grouped(Int(count)))")
    }
    for sample in report.rejectedSamples {
        lines.append("  rejected: event \(grouped(Int(sample.event))): \(sample.reason): \(sample.text)")
    }
    if let problem = report.problem { lines.append("  problem: \(problem)") }
    return lines.map { terminalSafe($0.replacing("\n", with: "\\n")) }
}
