// One function in a list.

import MarkdownHTML
import Model

struct FunctionRow: TemplateModel {
    var name: Markdown
    var invocations: Markdown
    var errors: Markdown
    var crashes: Markdown
    var timeouts: Markdown
    var inits: Markdown
    var outOfMemory: Markdown
    var notReported: Markdown
    var memory: Markdown
    var coldStarts: Markdown
    var p95: Markdown
    var versions: Markdown

    static let fields: [TemplateField<FunctionRow>] = [
        .cell("name") { $0.name }, .cell("invocations") { $0.invocations }, .cell("errors") { $0.errors },
        .cell("crashes") { $0.crashes }, .cell("timeouts") { $0.timeouts }, .cell("inits") { $0.inits },
        .cell("outOfMemory") { $0.outOfMemory }, .cell("notReported") { $0.notReported },
        .cell("memory") { $0.memory }, .cell("coldStarts") { $0.coldStarts }, .cell("p95") { $0.p95 },
        .cell("versions") { $0.versions },
    ]

    init(_ function: FunctionSummary, in night: Night, root: String) {
        let page = root + function.page
        let second: Markdown = function.authorizes ? " — authorizer" : ""
        name = "\(.link(.code(clipped(function.function, 200)), to: page))\(second)"
        let rows = night.functionRows
        invocations = rows.number(
            function.invocations, function.function, RunFilter(outcomes: [.succeeded, .failed]), root: root)
        errors = function.errors == 0 ? "0" : .link(.text(grouped(function.errors)), to: page + "#failures")
        crashes = causeCount(function.reported(.unhandledException) + function.reported(.processExited), page)
        timeouts = causeCount(function.reported(.functionTimeout), page)
        inits = causeCount(function.reported(.initFailed), page)
        outOfMemory = causeCount(function.reported(.outOfMemory), page)
        notReported = rows.number(
            function.notReported, function.function, RunFilter(outcomes: [.succeeded], client: .failed), root: root)
        memory =
            function.maxMemoryUsedMB.map { used in
                let given = function.memoryMB ?? 0
                let words = "\(grouped(used)) / \(given > 0 ? grouped(given) : "?")"
                return given > 0 ? .bar(words, Double(used) / Double(given)) : .text(words)
            } ?? "\u{2013}"
        coldStarts = .text(share(function.coldStarts, of: function.invocations))
        p95 = milliseconds(function.duration.p95, function.duration.count, least: 20)
        versions = versionWords(function.versions)
    }
}

/// Links to where the page lists the causes.
private func causeCount(_ count: Int, _ page: String) -> Markdown {
    count == 0 ? "0" : .link(.text(grouped(count)), to: page + "#what-it-reported")
}

extension FunctionSummary {
    /// Failing invocations that its platform recorded with this cause, whatever the client got.
    func reported(_ cause: Cause) -> Int { series.byCause[cause]?.reduce(0, +) ?? 0 }
}

/// `v87 → v88`, in order of first sight; `–` when no version is known.
func versionWords(_ versions: [VersionCount]) -> Markdown {
    guard !versions.isEmpty else { return "\u{2013}" }
    let sorted = versions.sorted { $0.firstSeen == $1.firstSeen ? $0.version < $1.version : $0.firstSeen < $1.firstSeen }
    let shown = sorted.suffix(4).map { Markdown.text(clipped($0.version, 40)) }
    let before: Markdown = sorted.count > 4 ? "\u{2026} \u{2192} " : ""
    return "\(before)\(.joined(shown, separator: " \u{2192} "))"
}
