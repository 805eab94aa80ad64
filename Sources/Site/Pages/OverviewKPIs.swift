// The six numbers under the headline.

import MarkdownHTML
import Model

func overviewKPIs(_ night: Night) -> [Fact] {
    let report = night.report
    let totals = report.totals
    let failed = totals.clientErrors + totals.serverErrors
    let silent = notInFunctionMetrics(report)
    let called = totals.linked + totals.requestsWithoutInvocation
    let answered = report.outcomes.clientAnswered.reduce(0, +)
    return [
        Fact(
            "Requests",
            "\(ExplorerLink().requestsOnly.number(totals.requests, root: "")) — \(ExplorerLink().with(client: .answered).number(answered, root: "")) answered — \(counting(report.endpoints.count, "endpoint", .endpoints))"
        ),
        Fact(
            "Client errors",
            "\(ExplorerLink().clientFailed.number(failed, root: "")) — \(.text("\(share(failed, of: totals.requests)) of requests")) — \(night.count(totals.clientErrors, .clientErrors)) 4xx, \(night.count(totals.serverErrors, .serverErrors)) 5xx"
        ),
        Fact(
            "Function errors",
            "\(night.count(totals.functionErrors, .functionErrors)) — \(.text("\(share(totals.functionErrors, of: totals.invocations)) of invocations")) — \(counting(totals.invocations, "invocation", .functions))"
        ),
        Fact(
            "Not in function metrics",
            "\(ExplorerLink().silent.number(silent, root: "")) — \(.text(failed == 0 ? "no client errors" : "\(share(silent, of: failed)) of client errors")) — succeeded or never ran"
        ),
        Fact(
            "Failure groups",
            "\(.link(.text(grouped(report.groups.count)), to: "groups/index.html")) — \(counting(totals.failures, "failure", .failures)) — \(.text(counted(report.causes.count { $0.count > 0 }, "cause")))"
        ),
        Fact(
            "Joined",
            "\(.text(share(totals.linked, of: called))) — \(.text("\(grouped(totals.linked)) of \(counted(called, "call"))")) — \(.link(.text("\(grouped(totals.requestsWithoutInvocation)) without a log"), to: "coverage.html"))"
        ),
    ]
}

/// A number as the link to the page that lists what it counts, and its noun.
private func counting(_ count: Int, _ name: String, _ page: MenuItem) -> Markdown {
    "\(.link(.text(grouped(count)), to: page.path))\(.text(noun(count, name)))"
}
