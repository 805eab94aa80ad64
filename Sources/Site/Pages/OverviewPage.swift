// The overview, as `overview.md` sees it: what clients saw, what functions reported, and where requests broke.

import Charts
import MarkdownHTML
import Model

struct OverviewPage: TemplatePage {
    static let template = "overview"

    var kicker: Markdown
    var heading: Markdown
    var sentence: Markdown
    var note: Markdown
    var tally: [TallyRow]
    var kpis: [Fact]
    var chart: ErrorsOverTime
    var layersHeading: Markdown
    var layers: [LayerRow]
    var layersTotal: LayerTotal?
    var outcomes: OutcomeTable
    var groups: [GroupRow]
    var groupsMore: Markdown?
    var endpoints: [EndpointRow]
    var endpointsTotal: EndpointRow?
    var endpointsMore: Markdown?
    var functions: [FunctionRow]
    var functionsMore: Markdown?
    var nearMisses: [NearMissRow]
    var coverage: CoverageStrip

    static let fields: [TemplateField<OverviewPage>] = [
        .text("kicker") { $0.kicker }, .text("heading") { $0.heading }, .text("sentence") { $0.sentence },
        .text("note") { $0.note }, .flag("hasTally") { !$0.tally.isEmpty }, .list("tally") { $0.tally },
        .list("kpis") { $0.kpis }, .part("chart") { $0.chart }, .text("layersHeading") { $0.layersHeading },
        .flag("hasLayers") { !$0.layers.isEmpty }, .list("layers") { $0.layers }, .part("layersTotal") { $0.layersTotal },
        .part("outcomes") { $0.outcomes }, .flag("hasGroups") { !$0.groups.isEmpty }, .list("groups") { $0.groups },
        .text("groupsMore") { $0.groupsMore }, .flag("hasEndpoints") { !$0.endpoints.isEmpty },
        .list("endpoints") { $0.endpoints }, .part("endpointsTotal") { $0.endpointsTotal },
        .text("endpointsMore") { $0.endpointsMore }, .flag("hasFunctions") { !$0.functions.isEmpty },
        .list("functions") { $0.functions }, .text("functionsMore") { $0.functionsMore },
        .flag("hasNearMisses") { !$0.nearMisses.isEmpty }, .list("nearMisses") { $0.nearMisses },
        .part("coverage") { $0.coverage },
    ]

    private var totals: (groups: Int, endpoints: Int, functions: Int)

    var counts: [String: String] {
        [
            "error-groups": totals.groups, "endpoints": totals.endpoints, "functions": totals.functions,
            "near-misses": nearMisses.count,
        ].mapValues { grouped($0) }
    }

    static let groupRows = 10
    static let endpointRows = 20
    static let functionRows = 20

    init(_ night: Night) {
        let report = night.report
        let totals = report.totals
        kicker = "\(.text(report.title)) · \(.text(night.frame.rangeWithOffset))"
        let headline = Headline(night)
        heading = headline.heading
        sentence = headline.sentence
        note =
            totals.failures == 0
            ? "Every failing request would have a page of its own; there is none."
            : "Nothing is sampled: \(.link(.text(counted(totals.failures, "failure")), to: MenuItem.failures.path)), \(.text(counted(night.input.failures.count, "page")))."
        tally = report.causes.filter { $0.count > 0 }.prefix(3).map { TallyRow($0, night) }
        kpis = overviewKPIs(night)
        chart = ErrorsOverTime(night)
        let rows = layerRows(night)
        layers = rows
        layersHeading =
            totals.failures == 0 ? "Where requests broke" : .text("Where the \(counted(totals.failures, "failure")) arose")
        layersTotal = rows.isEmpty ? nil : LayerTotal(night)
        outcomes = OutcomeTable(night)
        groups = report.groups.prefix(Self.groupRows).map { GroupRow($0, in: night, root: "") }
        groupsMore = more(report.groups.count, Self.groupRows, "group", "groups/index.html")
        let all = report.allEndpoints
        let scale = all.first?.failing ?? 0
        endpoints = all.prefix(Self.endpointRows).map { EndpointRow($0, in: night, root: "", scale: scale) }
        endpointsTotal = all.count > 1 ? EndpointRow(totalOf: all, in: night, root: "") : nil
        endpointsMore = more(all.count, Self.endpointRows, "endpoint", "endpoints/index.html")
        functions = report.functions.prefix(Self.functionRows).map { FunctionRow($0, in: night, root: "") }
        functionsMore = more(report.functions.count, Self.functionRows, "function", "functions/index.html")
        nearMisses = report.nearMisses.map { NearMissRow($0, root: "") }
        coverage = CoverageStrip(night)
        self.totals = (report.groups.count, all.count, report.functions.count)
    }
}

func overviewFiles(_ night: Night) -> [SiteFile] {
    let place = PagePlace(path: "index", menu: .overview)
    let page = OverviewPage(night)
    let strata = strataFigure(night)
    let chart = page.chart.figure
    return PageDocument(
        place: place, page: page,
        figures: [PageFigure("overview-errors") { chart.svg($0) }, PageFigure("overview-layers") { strata.svg($0) }]
    ).files(night.templates, night.frame)
}

/// "All 23 groups", when the table shows fewer.
private func more(_ all: Int, _ shown: Int, _ name: String, _ path: String) -> Markdown? {
    all > shown ? "\(.link(.text("All \(counted(all, name))"), to: path)); the table shows the first \(shown)." : nil
}
