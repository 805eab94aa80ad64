// Stretches of the range in which no input of a kind of log has an event: what is not there cannot have failed on these pages.

import MarkdownHTML
import Model

struct GapRow: TemplateModel {
    var log: Markdown
    var from: Markdown
    var until: Markdown
    var length: Markdown

    static let fields: [TemplateField<GapRow>] = [
        .cell("log") { $0.log }, .cell("from") { $0.from }, .cell("until") { $0.until }, .cell("length") { $0.length },
    ]
}

/// Shorter stretches are a quiet moment: five minutes, or a fiftieth of a long range.
func leastGap(_ range: TimeRange) -> Int64 { max(5 * minuteMs, range.milliseconds / 50) }

/// By kind of log, then time. Inputs are known by their first and last event only: a gap inside one is not seen.
func gapRows(_ report: Report) -> [GapRow] {
    let kinds: [(prefix: String, name: Markdown)] = [
        ("access-log", "Access log"), ("execution-log", "Execution log"), ("lambda", "Functions"),
    ]
    return kinds.flatMap { prefix, name -> [GapRow] in
        let inputs = report.coverage.inputs.filter { input in
            input.firstEvent.isKnown && input.records.contains { $0.hasPrefix(prefix) }
        }
        return gaps(inputs.map { TimeRange(since: $0.firstEvent, until: $0.lastEvent) }, in: report.range).map { gap in
            GapRow(
                log: name, from: .text("\(report.zone.dateAndClock(gap.since)) \(report.zone.name)"),
                until: .text("\(report.zone.dateAndClock(gap.until)) \(report.zone.name)"),
                length: .text(duration(Double(gap.milliseconds))))
        }
    }
}

/// What none of `covered` reaches; nothing when there is none at all, which is said elsewhere.
func gaps(_ covered: [TimeRange], in range: TimeRange) -> [TimeRange] {
    guard !covered.isEmpty else { return [] }
    var result: [TimeRange] = []
    var reached = range.since
    for part in covered.sorted(by: { $0.since < $1.since }) + [TimeRange(since: range.until, until: range.until)] {
        if part.since - reached >= leastGap(range) { result.append(TimeRange(since: reached, until: part.since)) }
        reached = max(reached, part.until)
    }
    return result
}
