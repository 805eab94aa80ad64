// The page of one endpoint, as `endpoint.md` sees it.

import Charts
import MarkdownHTML
import Model

struct EndpointPage: TemplatePage {
    static let template = "endpoint"

    var kicker: Markdown
    var heading: Markdown
    var sentence: Markdown
    var tally: [TallyRow]
    var kpis: [Fact]
    var facts: [Fact]
    var causes: [StatusCauseRow]
    var causesTotal: Markdown
    var statuses: SeriesBlock
    var layers: SeriesBlock?
    var latency: LatencyBlock?
    var groups: [GroupRow]
    var slowest: [FailureRow]
    var callers: [CallerRow]
    var sources: [SourceRow]
    var paths: [PathRow]
    var versions: [VersionRow]
    var table: RowTable
    private var failing: Int

    static let fields: [TemplateField<EndpointPage>] = [
        .text("kicker") { $0.kicker }, .text("heading") { $0.heading }, .text("sentence") { $0.sentence },
        .flag("hasTally") { !$0.tally.isEmpty }, .list("tally") { $0.tally }, .list("kpis") { $0.kpis },
        .list("facts") { $0.facts }, .flag("hasCauses") { !$0.causes.isEmpty }, .list("causes") { $0.causes },
        .text("causesTotal") { $0.causesTotal }, .part("statuses") { $0.statuses }, .part("layers") { $0.layers },
        .part("latency") { $0.latency }, .flag("hasGroups") { !$0.groups.isEmpty }, .list("groups") { $0.groups },
        .flag("hasSlowest") { !$0.slowest.isEmpty }, .list("slowest") { $0.slowest },
        .flag("hasCallers") { !$0.callers.isEmpty }, .list("callers") { $0.callers },
        .flag("hasSources") { !$0.sources.isEmpty }, .list("sources") { $0.sources },
        .flag("hasPaths") { !$0.paths.isEmpty }, .list("paths") { $0.paths },
        .flag("hasVersions") { !$0.versions.isEmpty }, .list("versions") { $0.versions }, .part("table") { $0.table },
    ]

    var counts: [String: String] {
        [
            "failures-by-status-and-cause": causes.count, "by-version": versions.count, "groups": groups.count,
            "slowest-failing-requests": slowest.count, "by-caller": callers.count, "raw-paths": paths.count,
            "failing-requests": failing,
        ].mapValues { grouped($0) }
    }

    init(_ endpoint: EndpointSummary, in night: Night, place: PagePlace) {
        let root = place.root
        kicker = .joined(
            ["Endpoint"] + [endpoint.api, endpoint.stage].compactMap(\.self).map { .text(clipped($0, 100)) } + [
                .text(night.frame.range)
            ],
            separator: " · ")
        heading = endpoint.endpoint.map { .code(clipped($0, 400)) } ?? "No route"
        sentence = endpointSentence(endpoint, night, root: root)
        tally = endpoint.causes.sorted { $0.count > $1.count }.prefix(3).map { TallyRow($0, of: endpoint, night, root: root) }
        kpis = endpointKPIs(endpoint, night, root: root)
        facts = endpointFacts(endpoint, night, root: root)
        causes = statusCauseRows(endpoint, in: night, root: root)
        causesTotal = ExplorerLink(endpoint).failures.number(endpoint.causes.reduce(0) { $0 + $1.count }, root: root)
        statuses = SeriesBlock(
            [
                BarSeries(name: "5xx", fill: .serverError, values: endpoint.series.serverErrors),
                BarSeries(name: "4xx", fill: .clientError, values: endpoint.series.clientErrors),
                BarSeries(name: "3xx", fill: .redirect, values: endpoint.series.redirects),
                BarSeries(name: "2xx", fill: .ok, values: endpoint.series.ok),
            ], name: "endpoint-\(endpoint.slug)-statuses", title: "Responses by status class", unit: "requests",
            functions: endpoint.functions,
            caption: .text("Requests \(night.axis.unit), by what the client got."), in: night, root: root,
            explorer: ExplorerLink(endpoint),
            terms: ["5xx", "4xx", "3xx"].map { ExplorerLink().with(.statusClass, $0) } + [
                ExplorerLink().without(.statusClass, "5xx", "4xx", "3xx")
            ])
        let byLayer = causeSeries(endpoint.series.byCause)
        layers =
            byLayer.isEmpty
            ? nil
            : SeriesBlock(
                byLayer.map(\.series), name: "endpoint-\(endpoint.slug)-layers", title: "Failures by layer", unit: "failures",
                functions: endpoint.functions,
                caption: .text("Failures \(night.axis.unit), by the layer that broke."), in: night, root: root,
                explorer: ExplorerLink(endpoint).failures, terms: byLayer.map { ExplorerLink().with($0.layer) })
        latency = LatencyBlock(endpoint, in: night, root: root)
        let ids = Set(endpoint.failures.map { night.failure($0).group })
        groups = night.report.groups.filter { ids.contains($0.id) }.prefix(20).map { GroupRow($0, in: night, root: root) }
        slowest = endpoint.failures.sorted { night.failure($0).tookMs ?? -1 > night.failure($1).tookMs ?? -1 }
            .prefix(6).map { FailureRow($0, in: night, root: root) }
        callers = callerRows(endpoint, in: night, root: root)
        sources = sourceRows(endpoint, in: night, root: root)
        paths = pathRows(endpoint, in: night)
        versions = endpoint.versions.prefix(20).map { version in
            let explorer = ExplorerLink(endpoint).with(.version, version.version)
            return VersionRow(
                version, night.axis, invocations: explorer.number(version.invocations, root: root),
                errors: explorer.with(client: .failed).number(version.errors, root: root))
        }
        failing = endpoint.failures.count
        table = RowTable(endpoint.failures, number: 1, path: String(endpoint.page.dropLast(5)), in: night, root: root)
    }
}

func endpointParts(_ night: Night) -> [SitePart] {
    night.report.allEndpoints.flatMap { endpoint -> [SitePart] in
        let path = String(endpoint.page.dropLast(5))
        let name = clipped(endpoint.endpoint ?? "No route", 80)
        let trail = [
            FrameLink(name: "Overview", path: "index.html"), FrameLink(name: "Endpoints", path: MenuItem.endpoints.path),
        ]
        let first = SitePart {
            var place = PagePlace(path: path, menu: .endpoints)
            place.trail = trail + [FrameLink(name: name, path: endpoint.page)]
            let others = night.report.endpoints.filter { $0.slug != endpoint.slug && $0.failing > 0 }.prefix(5)
            place.neighbours = [
                FrameList(
                    title: "Other endpoints",
                    links: others.map {
                        FrameLink(name: clipped($0.endpoint ?? "No route", 60), path: $0.page, count: grouped($0.failing))
                    })
            ]
            let page = EndpointPage(endpoint, in: night, place: place)
            let figures = [page.statuses.figure, page.layers?.figure].compactMap(\.self) + (page.latency?.figures ?? [])
            return PageDocument(place: place, page: page, figures: figures).files(night.templates, night.frame)
        }
        let here = trail + [FrameLink(name: name, path: endpoint.page)]
        let code: Markdown = endpoint.endpoint.map { .code(clipped($0, 200)) } ?? "no route"
        let head = ListHead(
            kicker: "Endpoint · \(.text(night.frame.range))",
            heading: "\(.text(counted(endpoint.failures.count, "failure"))) of \(code)",
            intro: "In order of time. \(asChart(ExplorerLink(endpoint).failures, root: "../")).", menu: .endpoints, trail: here,
            name: "Failing requests")
        var parts = [first]
        parts += listParts(
            head, endpoint.failures, path: path, numbers: 2..<max(2, Pager.pages(endpoint.failures.count) + 1), in: night)
        for cause in endpoint.causes {
            let list = ListHead(
                kicker: "Endpoint · \(.text(night.frame.range))",
                heading:
                    "\(.text(counted(cause.failures.count, "failure"))) of \(code): **\(cause.status)**, \(.text(cause.cause.title.lowercasedFirst))",
                intro: "In order of time. \(asChart(ExplorerLink(endpoint).with(cause), root: "../")).", menu: .endpoints,
                trail: here,
                name: "\(cause.status), \(cause.cause.title.lowercasedFirst)")
            parts += listParts(
                list, cause.failures, path: night.paths.status(cause.status, cause.cause, of: endpoint),
                numbers: 1..<Pager.pages(cause.failures.count) + 1, in: night)
        }
        return parts
    }
}

private func endpointSentence(_ endpoint: EndpointSummary, _ night: Night, root: String) -> Markdown {
    let explorer = ExplorerLink(endpoint)
    let requests = explorer.words(counted(endpoint.requests, "request"), root: root)
    guard endpoint.failing > 0 else { return "None of \(requests) failed." }
    let failing = explorer.clientFailed.number(endpoint.failing, root: root)
    let head: Markdown = "\(failing) of \(requests) failed, \(.text(share(endpoint.failing, of: endpoint.requests)))."
    let silent = endpoint.failures.count { index in
        let outcome = night.functionOutcome(index)
        return night.failure(index).clientOutcome == .failed && (outcome == .succeeded || outcome == .neverRan)
    }
    guard silent > 0 else { return head }
    guard silent < endpoint.failing else { return "\(head) None of them shows in the metrics of a function." }
    return
        "\(head) \(explorer.silent.number(silent, root: root)) of them do not show in the metrics of a function."
}

private func endpointKPIs(_ endpoint: EndpointSummary, _ night: Night, root: String) -> [Fact] {
    let explorer = ExplorerLink(endpoint)
    let latency = endpoint.latency
    func percentile(_ name: ExplorerLink.Percentile, _ value: Double?, least: Int) -> Markdown? {
        guard latency.count >= least, let value else { return nil }
        return night.percentile(.text(duration(value)), name, of: explorer, root: root)
    }
    let p95 = percentile(.p95, latency.p95, least: 20) ?? "\u{2013}"
    let p50 = percentile(.p50, latency.p50, least: 1).map { "p50 \($0)" as Markdown } ?? "not logged"
    let p99 = percentile(.p99, latency.p99, least: 100).map { "p99 \($0)" as Markdown } ?? "p99 needs 100 requests"
    func top(_ range: Range<Int>) -> Markdown {
        let causes = endpoint.causes.filter { range.contains($0.status) }.sorted { $0.count > $1.count }
        return causes.first.map { cause in
            "\(explorer.with(cause).number(cause.count, root: root)) \(.text(cause.cause.title.lowercasedFirst))"
        } ?? "none"
    }
    let answered = endpoint.statuses.filter { $0.key < 400 }.values.reduce(0, +)
    return [
        Fact(
            "Requests",
            "\(explorer.number(endpoint.requests, root: root)) — \(explorer.without(.statusClass, "4xx", "5xx", "(none)").number(answered, root: root)) answered — \(.text(counted(endpoint.statuses.count, "status", "statuses")))"
        ),
        Fact(
            "Failure rate",
            "\(.text(share(endpoint.failing, of: endpoint.requests))) — \(explorer.clientFailed.number(endpoint.failing, root: root)) failed — \(.text(counted(endpoint.causes.count, "cause")))"
        ),
        Fact(
            "4xx", "\(explorer.with(.statusClass, "4xx").number(endpoint.clientErrors, root: root)) — \(top(400..<500))"),
        Fact(
            "5xx", "\(explorer.with(.statusClass, "5xx").number(endpoint.serverErrors, root: root)) — \(top(500..<1000))"),
        Fact("p95 latency", "\(p95) — \(p50) — \(p99)"),
        Fact(
            "Cold starts",
            "\(explorer.with(.start, "cold").number(endpoint.coldStarts, root: root)) — \(.text("\(share(endpoint.coldStarts, of: endpoint.requests)) of requests"))"
        ),
    ]
}

private func endpointFacts(_ endpoint: EndpointSummary, _ night: Night, root: String) -> [Fact] {
    func names(_ functions: [String]) -> Markdown? {
        guard !functions.isEmpty else { return nil }
        let shown = functions.prefix(5).map { name -> Markdown in
            let code = Markdown.code(clipped(name, 200))
            return night.page(ofFunction: name).map { .link(code, to: root + $0) } ?? code
        }
        let rest = functions.count > 5 ? " and \(functions.count - 5) more" as Markdown : ""
        return "\(.joined(Array(shown), separator: ", "))\(rest)"
    }
    return [
        Fact("Function", names(endpoint.functions) ?? "none seen"),
        Fact("Authorizer", names(endpoint.authorizers) ?? "none seen"),
        Fact("Kind", endpoint.kind.words.map { .text($0) }),
        Fact("API, stage", code: [endpoint.api, endpoint.stage].compactMap(\.self).joined(separator: " ")),
        Fact("Versions", endpoint.versions.isEmpty ? nil : versionWords(endpoint.versions)),
        explorerFact(ExplorerLink(endpoint), root: root),
    ].compactMap(\.self)
}
