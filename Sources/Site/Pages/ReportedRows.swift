// What a function reported of its own runs, whatever clients got: succeeded, and each way of failing.

import Charts
import MarkdownHTML
import Model

struct ReportedRow: TemplateModel {
    var outcome: Markdown
    var spark: Markdown
    var count: Markdown
    var share: Markdown

    static let fields: [TemplateField<ReportedRow>] = [
        .cell("outcome") { $0.outcome }, .cell("spark") { $0.spark }, .cell("count") { $0.count },
        .cell("share") { $0.share },
    ]
}

/// Success first, then by count; the rows add up to the invocations.
func reportedRows(_ function: FunctionSummary, in night: Night, root: String) -> [ReportedRow] {
    let all = function.invocations
    guard all > 0 else { return [] }
    func row(_ outcome: Markdown, _ count: Int, _ values: [Int], _ runs: RunFilter) -> ReportedRow {
        let fill = runs.outcomes == [.failed] ? Fill.function : .neutral
        return ReportedRow(
            outcome: outcome, spark: count == 0 ? "\u{2013}" : .spark("peak \(grouped(values.max() ?? 0))", values, fill),
            count: night.functionRows.number(count, function.function, runs, root: root),
            share: .bar(Site.share(count, of: all), Double(count) / Double(all)))
    }
    let succeeded = zip(function.series.invocations, function.series.errors).map { max(0, $0 - $1) }
    let causes = function.series.byCause.filter { $0.value.contains { $0 > 0 } }.map { (cause: $0.key, values: $0.value) }
        .sorted { left, right in
            let sums = (left.values.reduce(0, +), right.values.reduce(0, +))
            return sums.0 == sums.1 ? left.cause.rawValue < right.cause.rawValue : sums.0 > sums.1
        }
    return [row("Success", max(0, all - function.errors), succeeded, RunFilter(outcomes: [.succeeded]))]
        + causes.map { cause, values in
            row(.text(cause.title), values.reduce(0, +), values, RunFilter(outcomes: [.failed], cause: cause))
        }
}
