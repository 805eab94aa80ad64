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
            "\(ExplorerLink().requestsOnly.number(totals.requests, root: "")) — \(ExplorerLink().with(client: .answered).words("\(grouped(answered)) answered", root: "")) — \(.link(.text(counted(report.endpoints.count, "endpoint")), to: MenuItem.endpoints.path))"
        ),
        Fact(
            "Client errors",
            "\(ExplorerLink().clientFailed.number(failed, root: "")) — \(.text("\(share(failed, of: totals.requests)) of requests")) — \(night.count(totals.clientErrors, .clientErrors)) 4xx, \(night.count(totals.serverErrors, .serverErrors)) 5xx"
        ),
        Fact(
            "Function errors",
            "\(night.count(totals.functionErrors, .functionErrors)) — \(.text("\(share(totals.functionErrors, of: totals.invocations)) of invocations")) — \(.link(.text(counted(totals.invocations, "invocation")), to: MenuItem.functions.path))"
        ),
        Fact(
            "Not in function metrics",
            "\(ExplorerLink().silent.number(silent, root: "")) — \(.text(failed == 0 ? "no client errors" : "\(share(silent, of: failed)) of client errors")) — succeeded or never ran"
        ),
        Fact(
            "Failure groups",
            "\(.link(.text(grouped(report.groups.count)), to: "groups/index.html")) — \(.link(.text(counted(totals.failures, "failure")), to: MenuItem.failures.path)) — \(.text(counted(report.causes.count { $0.count > 0 }, "cause")))"
        ),
        Fact(
            "Joined",
            "\(.text(share(totals.linked, of: called))) — \(.text("\(grouped(totals.linked)) of \(counted(called, "call"))")) — \(.link(.text("\(grouped(totals.requestsWithoutInvocation)) without a log"), to: "coverage.html"))"
        ),
    ]
}
