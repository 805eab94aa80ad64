// The finding in one sentence: how many failed, how, and where it was worst.

import MarkdownHTML
import Model

struct Headline {
    let heading: Markdown
    let sentence: Markdown

    init(_ night: Night) {
        let totals = night.report.totals
        let failed = totals.clientErrors + totals.serverErrors
        let reported = totals.functionErrors == 0 ? "none" : grouped(totals.functionErrors)
        if totals.requests == 0 {
            heading =
                totals.invocations == 0
                ? "No request and no invocation in this range"
                : .text(
                    "No request in this range. Functions reported \(reported) of \(counted(totals.invocations, "invocation")) as failed."
                )
        } else if failed == 0 {
            heading =
                totals.functionErrors == 0
                ? "No client saw an error" : .text("No client saw an error. Functions reported \(reported).")
        } else {
            heading = .text("Clients saw \(counted(failed, "error")). Functions reported \(reported).")
        }
        var words: Markdown
        if totals.requests == 0 {
            words = "The inputs hold no access log row of this range, so nothing is known of clients."
        } else if failed == 0 {
            words = .text("None of \(counted(totals.requests, "request")) failed.")
        } else {
            let groups = night.report.groups.count
            let clients = ExplorerLink().clientFailed.number(failed, root: "")
            let all = ExplorerLink().requestsOnly.words(counted(totals.requests, "request"), root: "")
            let server = linked(counted(totals.serverErrors, "server error"), .serverErrors, in: night)
            let client = linked(counted(totals.clientErrors, "client error"), .clientErrors, in: night)
            let grouped = Markdown.link(.text(counted(groups, "group")), to: MenuItem.groups.path)
            words =
                "\(clients) of \(all) failed (\(.text(share(failed, of: totals.requests)))): \(server), \(client), in \(grouped)."
        }
        if let worst = worstWords(night) { words = "\(words) \(worst)" }
        let silent = notInFunctionMetrics(night.report)
        if silent > 0 {
            let them = ExplorerLink().silent.words(silent == failed ? "any" : grouped(silent), root: "")
            words = "\(words) No function metric shows \(them) of them."
        }
        sentence = words
    }
}

private func linked(_ words: String, _ list: FailureList, in night: Night) -> Markdown {
    night.lists[list].isEmpty ? .text(words) : .link(.text(words), to: list.page)
}

/// Failing requests whose function succeeded or never ran.
func notInFunctionMetrics(_ report: Report) -> Int {
    report.outcomes.clientFailed[FunctionOutcome.succeeded.rawValue]
        + report.outcomes.clientFailed[FunctionOutcome.neverRan.rawValue]
}

/// "Worst: `POST /orders`, 02:10–02:35, 121 of its 486 failures."
private func worstWords(_ night: Night) -> Markdown? {
    let all = night.report.allEndpoints
    guard all.count > 0, let worst = all.max(by: { $0.failing < $1.failing }), worst.failing > 0 else { return nil }
    let name = Markdown.link(.code(clipped(worst.endpoint ?? "no route", 200)), to: worst.page)
    let columns = night.axis.sums(zip(worst.series.clientErrors, worst.series.serverErrors).map(+))
    guard let stretch = worstStretch(columns), worst.failing > 1 else { return "Worst: \(name)." }
    let inside = columns[stretch].reduce(0, +)
    let times = TimeRange(since: night.axis.start(stretch.lowerBound), until: night.axis.start(stretch.upperBound))
    let number = ExplorerLink(worst).clientFailed.during(times).number(inside, root: "")
    let whole = ExplorerLink(worst).clientFailed.number(worst.failing, root: "")
    let part: Markdown =
        inside == worst.failing ? "all \(number) of its failures" : "\(number) of its \(whole) failures"
    return "Worst: \(name), \(.text(night.axis.words(stretch))), \(part)."
}
