// What the client got against what the function did: the cells where the two sides disagree are the point.

import MarkdownHTML
import Model

struct OutcomeTable: TemplateModel {
    struct Row: TemplateModel {
        var client: Markdown
        var succeeded: Markdown
        var failed: Markdown
        var neverRan: Markdown
        var unknown: Markdown

        static let fields: [TemplateField<Row>] = [
            .cell("client") { $0.client }, .cell("succeeded") { $0.succeeded }, .cell("failed") { $0.failed },
            .cell("neverRan") { $0.neverRan }, .cell("unknown") { $0.unknown },
        ]
    }

    var intro: Markdown
    var rows: [Row]

    static let fields: [TemplateField<OutcomeTable>] = [.text("intro") { $0.intro }, .list("rows") { $0.rows }]

    init(_ night: Night) {
        let outcomes = night.report.outcomes
        let hidden = notInFunctionMetrics(night.report)
        let invisible = outcomes.clientAnswered[FunctionOutcome.failed.rawValue]
        let hiddenNumber = ExplorerLink().silent.number(hidden, root: "")
        let invisibleWords = counted(invisible, "failing invocation")
        let unseen =
            invisible == 0
            ? .text(invisibleWords)
            : ExplorerLink().with(client: .answered).with(outcomes: [.failed]).words(invisibleWords, root: "")
        intro =
            "Every request of the range is in one cell. \(hiddenNumber) client \(hidden == 1 ? "error is" : "errors are") not in any function's metrics; \(unseen) no client saw."
        rows = [
            row(.answered, outcomes.clientAnswered, night), row(.failed, outcomes.clientFailed, night),
            row(.none, outcomes.noClient, night),
        ]
    }
}

private func row(_ client: ClientOutcome, _ counts: [Int], _ night: Night) -> OutcomeTable.Row {
    func cell(_ function: FunctionOutcome) -> Markdown {
        guard counts.indices.contains(function.rawValue) else { return "\u{2013} — not possible" }
        let count = counts[function.rawValue]
        let list = FailureList.outcome(client, function)
        let number = night.lists[list].isEmpty ? explored(count, client, function) : night.count(count, list)
        let makeup = makeupWords(night.lists[list], ExplorerLink().with(client: client).with(outcomes: [function]), night)
        if client == .answered, count > 0 {
            let part = "\(share(count, of: night.report.totals.requests)) of requests"
            return "\(number) — \(.text(function == .failed ? "invisible to clients" : part))"
        }
        return makeup.isEmpty ? number : "\(number) — \(.joined(makeup, separator: " — "))"
    }
    return OutcomeTable.Row(
        client: client == .none ? "**No client** — queues, schedules" : "**\(.text(client.words))**", succeeded: cell(.succeeded),
        failed: cell(.failed), neverRan: cell(.neverRan), unknown: cell(.unknown))
}

/// Only the explorer holds requests that did not fail; runs that did well without a client are nowhere.
private func explored(_ count: Int, _ client: ClientOutcome, _ function: FunctionOutcome) -> Markdown {
    guard client != .none else { return .text(grouped(count)) }
    return ExplorerLink().with(client: client).with(outcomes: [function]).number(count, root: "")
}

/// The three commonest causes of a cell's failures.
private func makeupWords(_ members: [Int], _ cell: ExplorerLink, _ night: Night) -> [Markdown] {
    var counts: [Cause: Int] = [:]
    for index in members { counts[night.failure(index).verdict.cause, default: 0] += 1 }
    let sorted = counts.sorted { $0.value == $1.value ? $0.key.rawValue < $1.key.rawValue : $0.value > $1.value }
    return sorted.prefix(3).map { cause, count in
        "\(cell.with(cause).number(count, root: "")) \(.text(cause.title.lowercasedFirst))"
    }
}

extension String {
    /// "Handled error" inside a sentence; "API key" and "WAF" stay.
    var lowercasedFirst: String {
        guard let first, dropFirst().first?.isUppercase == false else { return self }
        return first.lowercased() + dropFirst()
    }
}
