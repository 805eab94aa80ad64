// The page of one function, as `function.md` sees it.

import Charts
import MarkdownHTML
import Model

struct FunctionPage: TemplatePage {
    static let template = "function"

    var kicker: Markdown
    var heading: Markdown
    var sentence: Markdown
    var kpis: [Fact]
    var facts: [Fact]
    var reported: [ReportedRow]
    var causes: [FunctionCauseRow]
    var errors: SeriesBlock?
    var limits: [LimitBlock]
    var percentiles: [LatencyBlock.SplitRow]
    var versions: [VersionRow]
    var endpoints: [EndpointRow]
    var groups: [GroupRow]
    var afterClient: Markdown?
    var table: RowTable
    private var failing: Int

    static let fields: [TemplateField<FunctionPage>] = [
        .text("kicker") { $0.kicker }, .text("heading") { $0.heading }, .text("sentence") { $0.sentence },
        .list("kpis") { $0.kpis }, .list("facts") { $0.facts }, .flag("hasReported") { !$0.reported.isEmpty },
        .list("reported") { $0.reported }, .flag("hasCauses") { !$0.causes.isEmpty },
        .list("causes") { $0.causes }, .part("errors") { $0.errors }, .flag("hasLimits") { !$0.limits.isEmpty },
        .list("limits") { $0.limits }, .flag("hasPercentiles") { !$0.percentiles.isEmpty },
        .list("percentiles") { $0.percentiles }, .flag("hasVersions") { !$0.versions.isEmpty },
        .list("versions") { $0.versions }, .flag("hasEndpoints") { !$0.endpoints.isEmpty },
        .list("endpoints") { $0.endpoints }, .part("endpointsTotal") { (_) -> EndpointRow? in nil },
        .flag("hasGroups") { !$0.groups.isEmpty }, .list("groups") { $0.groups }, .text("afterClient") { $0.afterClient },
        .part("table") { $0.table },
    ]

    var counts: [String: String] {
        [
            "failures-by-cause": causes.count, "by-version": versions.count, "endpoints-that-call-it": endpoints.count,
            "groups": groups.count, "failures": failing,
        ].mapValues { grouped($0) }
    }

    init(_ function: FunctionSummary, in night: Night, place: PagePlace) {
        let root = place.root
        kicker = "\(function.authorizes ? "Authorizer function" : "Function") · \(.text(night.frame.range))"
        heading = .code(clipped(function.function, 400))
        let name = function.function
        let rows = night.functionRows
        sentence = functionSentence(function, night, root: root)
        kpis = functionKPIs(function, night, root: root)
        facts = [
            Fact("Timeout", function.timeoutMs.map { .text(duration($0)) } ?? "not seen: no run was cut"),
            Fact("Containers", function.containers > 0 ? .text(grouped(function.containers)) : nil),
            Fact("Log lines", .text("\(counted(function.errorLines, "error")), \(counted(function.warningLines, "warning"))")),
            Fact("Throttles", rows.number(function.throttles, name, RunFilter(cause: .functionThrottled), root: root)),
            Fact("Versions", function.versions.isEmpty ? nil : versionWords(function.versions)),
            explorerFact(ExplorerLink().with(.function, name), root: root),
        ].compactMap(\.self)
        reported = reportedRows(function, in: night, root: root)
        causes = functionCauseRows(function, in: night, root: root)
        let ownErrors = reportedSeries(function.series.byCause)
        errors =
            ownErrors.isEmpty
            ? nil
            : SeriesBlock(
                ownErrors.map(\.series), name: "function-\(function.slug)-errors", title: "Errors over time", unit: "errors",
                functions: [name],
                caption: .text("Failing invocations \(night.axis.unit), as its own metrics count them."), in: night,
                root: root, explorer: RunFilter(outcomes: [.failed]).link(name)
            ) { count, range, series in
                // The explorer knows no "other causes".
                guard series == nil || ownErrors[series ?? 0].cause != nil else { return .text(grouped(count)) }
                return rows.number(count, failedIn: range, name, series.flatMap { ownErrors[$0].cause }, root: root)
            }
        limits = limitBlocks(function, in: night, root: root)
        percentiles = [("Handler", function.duration), ("Init", function.initDuration)].filter { $0.1.count > 0 }.map {
            name, values in
            LatencyBlock.SplitRow(.text(name), values)
        }
        versions = function.versions.prefix(20).map { version in
            let runs = RunFilter(outcomes: [.succeeded, .failed], version: version.version)
            let failed = RunFilter(outcomes: [.failed], version: version.version)
            return VersionRow(
                version, night.axis, invocations: rows.number(version.invocations, name, runs, root: root),
                errors: rows.number(version.errors, name, failed, root: root))
        }
        let callers = night.report.endpoints.filter {
            $0.functions.contains(function.function) || $0.authorizers.contains(function.function)
        }
        let scale = callers.map(\.failing).max() ?? 0
        endpoints = callers.prefix(40).map { EndpointRow($0, in: night, root: root, scale: scale) }
        let ids = Set(function.failures.map { night.failure($0).group })
        groups = night.report.groups.filter { ids.contains($0.id) }.prefix(20).map { GroupRow($0, in: night, root: root) }
        afterClient =
            function.billedAfterClientGoneMs > 0
            ? .text(
                "\(duration(Double(function.billedAfterClientGoneMs))) were billed after the client had gone: the gateway had stopped waiting."
            )
            : nil
        failing = function.failures.count
        table = RowTable(function.failures, number: 1, path: String(function.page.dropLast(5)), in: night, root: root)
    }
}

/// One cause of a function's failures.
struct FunctionCauseRow: TemplateModel {
    var brokeAt: Markdown
    var cause: Markdown
    var reported: Markdown
    var count: Markdown
    var share: Markdown

    static let fields: [TemplateField<FunctionCauseRow>] = [
        .cell("brokeAt") { $0.brokeAt }, .cell("cause") { $0.cause }, .cell("reported") { $0.reported },
        .cell("count") { $0.count }, .cell("share") { $0.share },
    ]
}

/// The failures of a function by verdict, largest first.
func functionCauses(_ function: FunctionSummary, in night: Night) -> [(cause: Cause, members: [Int])] {
    Dictionary(grouping: function.failures) { night.failure($0).verdict.cause }
        .map { (cause: $0.key, members: $0.value) }
        .sorted {
            $0.members.count == $1.members.count ? $0.cause.rawValue < $1.cause.rawValue : $0.members.count > $1.members.count
        }
}

private func functionCauseRows(_ function: FunctionSummary, in night: Night, root: String) -> [FunctionCauseRow] {
    let causes = functionCauses(function, in: night)
    let largest = causes.first?.members.count ?? 1
    return causes.map { cause, members in
        let reported = members.count { night.functionOutcome($0) == .failed }
        let page = root + night.paths.cause(cause, of: function) + ".html"
        let status = members.first.flatMap { night.failure($0).request?.status }
        let number = night.functionRows.number(
            reported, function.function, RunFilter(outcomes: [.failed], cause: cause), root: root)
        return FunctionCauseRow(
            brokeAt: .fault(cause.layer, status: status), cause: .link(.text(cause.title), to: page),
            reported: reported == 0 ? "success" : reported == members.count ? "error" : "error in \(number)",
            count: .link(.text(grouped(members.count)), to: page),
            share: .bar(Site.share(members.count, of: function.failures.count), Double(members.count) / Double(largest)))
    }
}

func functionParts(_ night: Night) -> [SitePart] {
    night.report.functions.flatMap { function -> [SitePart] in
        let path = String(function.page.dropLast(5))
        let trail = [
            FrameLink(name: "Overview", path: "index.html"), FrameLink(name: "Functions", path: MenuItem.functions.path),
            FrameLink(name: function.function, path: function.page),
        ]
        let first = SitePart {
            var place = PagePlace(path: path, menu: .functions)
            place.trail = trail
            let others = night.report.functions.filter { $0.slug != function.slug && $0.errors > 0 }.prefix(5)
            place.neighbours = [
                FrameList(
                    title: "Other functions",
                    links: others.map { FrameLink(name: clipped($0.function, 60), path: $0.page, count: grouped($0.errors)) })
            ]
            let page = FunctionPage(function, in: night, place: place)
            let figures = [page.errors?.figure].compactMap(\.self) + page.limits.map(\.figure)
            return PageDocument(place: place, page: page, figures: figures).files(night.templates, night.frame)
        }
        let code = Markdown.code(clipped(function.function, 200))
        let kicker: Markdown = "Function · \(.text(night.frame.range))"
        let explorer = ExplorerLink().with(.function, function.function).failures
        let head = ListHead(
            kicker: kicker, heading: "\(.text(counted(function.failures.count, "failure"))) of \(code)",
            intro: "In order of time. \(asChart(explorer, root: "../")).", menu: .functions, trail: trail, name: "Failures")
        var parts = [first]
        parts += listParts(
            head, function.failures, path: path, numbers: 2..<max(2, Pager.pages(function.failures.count) + 1), in: night)
        for (cause, members) in functionCauses(function, in: night) {
            let list = ListHead(
                kicker: kicker,
                heading: "\(.text(counted(members.count, "failure"))) of \(code): \(.text(cause.title.lowercasedFirst))",
                intro: "In order of time. \(asChart(explorer.with(cause), root: "../")).", menu: .functions, trail: trail,
                name: cause.title)
            parts += listParts(
                list, members, path: night.paths.cause(cause, of: function), numbers: 1..<Pager.pages(members.count) + 1,
                in: night)
        }
        return parts
    }
}

/// Runs of which a log tells how they ended.
private let ended = RunFilter(outcomes: [.succeeded, .failed])

/// Failing requests whose run counted as a success.
private let notReported = RunFilter(outcomes: [.succeeded], client: .failed)

private func functionSentence(_ function: FunctionSummary, _ night: Night, root: String) -> Markdown {
    guard function.invocations > 0 else { return "The inputs hold no invocation of this function in the range." }
    func number(_ count: Int, _ runs: RunFilter) -> Markdown {
        night.functionRows.number(count, function.function, runs, root: root)
    }
    let all: Markdown = "\(number(function.invocations, ended))\(.text(noun(function.invocations, "invocation")))"
    var words: Markdown =
        function.errors == 0
        ? "None of \(all) failed."
        : "\(number(function.errors, RunFilter(outcomes: [.failed]))) of \(all) failed, \(.text(share(function.errors, of: function.invocations)))."
    if function.notReported > 0 {
        words =
            "\(words) \(number(function.notReported, notReported))\(.text(noun(function.notReported, "client error"))) ran in it while its invocation counted as a success."
    }
    return words
}

private func functionKPIs(_ function: FunctionSummary, _ night: Night, root: String) -> [Fact] {
    func number(_ count: Int, _ runs: RunFilter) -> Markdown {
        night.functionRows.number(count, function.function, runs, root: root)
    }
    let run = function.duration
    let p95 = run.count >= 20 ? run.p95.map(duration) ?? "\u{2013}" : "\u{2013}"
    let p99 = run.count >= 100 ? run.p99.map { "p99 \(duration($0))" } ?? "" : "p99 needs 100 runs"
    let memoryWords = function.maxMemoryUsedMB.map { memory($0, of: function.memoryMB) } ?? "not logged"
    return [
        Fact(
            "Invocations",
            "\(number(function.invocations, ended)) — \(number(function.invocations - min(function.errors, function.invocations), RunFilter(outcomes: [.succeeded]))) succeeded"
        ),
        Fact(
            "Function errors",
            "\(number(function.errors, RunFilter(outcomes: [.failed]))) — \(.text("\(share(function.errors, of: function.invocations)) of invocations")) — \(number(function.timeouts, RunFilter(outcomes: [.failed], cause: .functionTimeout)))\(.text(noun(function.timeouts, "timeout"))), \(number(function.outOfMemory, RunFilter(outcomes: [.failed], cause: .outOfMemory))) out of memory"
        ),
        Fact("Not reported", "\(number(function.notReported, notReported)) — client errors while it — counted as a success"),
        Fact("p95 duration", "\(.text(p95)) — \(.text(run.p50.map { "p50 \(duration($0))" } ?? "not logged")) — \(.text(p99))"),
        Fact(
            "Memory peak",
            "\(.text(function.maxMemoryUsedMB.map { "\(grouped($0))\u{A0}MB" } ?? "\u{2013}")) — \(.text(memoryWords))"),
        Fact(
            "Cold starts",
            "\(number(function.coldStarts, RunFilter(isCold: true))) — \(.text("\(share(function.coldStarts, of: function.invocations)) of invocations")) — \(.text(function.initDuration.p50.map { "init p50 \(duration($0))" } ?? "init not logged"))"
        ),
    ]
}
