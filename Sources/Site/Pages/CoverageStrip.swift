// What was read, in a few lines, and a warning when something above is weakened by what was missing.

import MarkdownHTML
import Model
import Redaction

struct CoverageStrip: TemplateModel {
    struct Warning: TemplateModel {
        var words: Markdown

        static let fields: [TemplateField<Warning>] = [.text("words") { $0.words }]
    }

    var warnings: [Warning]
    var facts: [Fact]

    static let fields: [TemplateField<CoverageStrip>] = [
        .list("warnings") { $0.warnings }, .list("facts") { $0.facts },
    ]

    init(_ night: Night) {
        let report = night.report
        let inputs = report.coverage.inputs
        let unreadable = inputs.filter { $0.problem != nil }.count
        let rejected = inputs.reduce(0) { $0 + $1.rejected }
        let events = inputs.reduce(0) { $0 + $1.events }
        let totals = report.totals
        let called = totals.linked + totals.requestsWithoutInvocation
        var warnings: [Markdown] = []
        if inputs.isEmpty { warnings.append("**Coverage.** No input was read: no data does not mean no errors.") }
        if unreadable > 0 {
            warnings.append(
                "**Coverage.** \(.text(counted(unreadable, "input"))) could not be read to the end: counts above are too low.")
        }
        if rejected * 100 >= max(1, events) {
            warnings.append(
                "**Coverage.** \(.text(share(Int(rejected), of: Int(events)))) of the events were rejected: counts above may be too low."
            )
        }
        if called > 0, totals.requestsWithoutInvocation * 10 >= called {
            warnings.append(
                "**Coverage.** For \(.text(share(totals.requestsWithoutInvocation, of: called))) of the requests that called a function the inputs hold no log of the run: their verdicts rest on the gateway alone."
            )
        }
        self.warnings = warnings.map { Warning(words: $0) }
        let links = report.links.filter { $0.count > 0 }.map { "\($0.rung.name) \(grouped($0.count))" }.joined(separator: " · ")
        facts = [
            Fact(
                "Inputs",
                "\(.link(.text(counted(inputs.count, "input")), to: "coverage.html")), \(.text(size(inputs.reduce(0) { $0 + $1.bytes }))), \(.text(counted(Int(events), "event")))"
            ),
            Fact(
                "Joined",
                .text(
                    "\(grouped(totals.linked)) of \(counted(called, "request")) that called a function, \(share(totals.linked, of: called))"
                )),
            Fact("Join keys", links.isEmpty ? nil : .text(links)),
            Fact("Not parsed", .text("\(grouped(rejected)) of \(counted(Int(events), "event"))")),
            Fact(
                "Without a partner",
                .text(
                    "\(counted(totals.requestsWithoutInvocation, "request")), \(counted(totals.invocationsWithoutRequest, "invocation"))"
                )),
            Fact(
                "Redacted",
                night.input.redactionTotal == 0
                    ? "nothing"
                    : .text(
                        "\(counted(night.input.redactionTotal, "value")) by \(counted(night.input.redactions.count, "rule"))"
                    )),
            Fact(
                "Missing",
                report.coverage.missing.isEmpty
                    ? nil
                    : .link(
                        .text(
                            counted(report.coverage.missing.count, "thing that would prove more", "things that would prove more")),
                        to: "coverage.html#what-would-prove-more")),
        ].compactMap(\.self)
    }
}
