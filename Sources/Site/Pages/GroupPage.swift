// The page of one failure group, as `group.md` sees it: why its members belong together, and one of them in full.

import Charts
import MarkdownHTML
import Model

struct GroupPage: TemplatePage {
    static let template = "group"

    struct MaskRow: TemplateModel {
        var mask: Markdown
        var values: Markdown

        static let fields: [TemplateField<MaskRow>] = [.cell("mask") { $0.mask }, .cell("values") { $0.values }]
    }

    var kicker: Markdown
    var heading: Markdown
    var sentence: Markdown
    var advice: Markdown?
    var kpis: [Fact]
    var series: SeriesBlock
    var endpoints: [CountRow]
    var functions: [CountRow]
    var statuses: [CountRow]
    var versions: [CountRow]
    var fingerprint: [Fact]
    var masks: [MaskRow]
    var example: ExampleBlock?
    var table: RowTable
    private var memberCount: Int

    static let fields: [TemplateField<GroupPage>] = [
        .text("kicker") { $0.kicker }, .text("heading") { $0.heading }, .text("sentence") { $0.sentence },
        .text("advice") { $0.advice }, .list("kpis") { $0.kpis }, .part("series") { $0.series },
        .flag("hasEndpoints") { !$0.endpoints.isEmpty }, .list("endpoints") { $0.endpoints },
        .flag("hasFunctions") { !$0.functions.isEmpty }, .list("functions") { $0.functions },
        .flag("hasStatuses") { !$0.statuses.isEmpty }, .list("statuses") { $0.statuses },
        .flag("hasVersions") { !$0.versions.isEmpty }, .list("versions") { $0.versions },
        .list("fingerprint") { $0.fingerprint }, .flag("hasMasks") { !$0.masks.isEmpty }, .list("masks") { $0.masks },
        .part("example") { $0.example }, .part("table") { $0.table },
    ]

    var counts: [String: String] { ["all-members": grouped(memberCount)] }

    init(_ group: FailureGroup, in night: Night, place: PagePlace) {
        let root = place.root
        let members = group.members
        let total = night.input.failures.count
        let layer = group.cause.layer
        kicker = "Error group · \(.text(group.cause.title)) · \(.text(night.frame.range))"
        heading = .code(clipped(group.title, 400))
        let layerWords = layer == .unknown ? "it is not known where" : "in the \(layer == .edge ? "WAF" : layer.rawValue)"
        let failures = ExplorerLink().with(.group, group.id).words(counted(members.count, "failure"), root: root)
        sentence =
            "\(failures), \(.text("\(share(members.count, of: total)) of all, broke \(layerWords): \(group.cause.title.lowercasedFirst)."))"
        advice = night.templates.advice(for: group.cause.rawValue)
        let explorer = ExplorerLink().with(.group, group.id)
        kpis = groupKPIs(group, night, root: root)
        let values = night.report.series.groups[group.id] ?? [Int](repeating: 0, count: night.report.series.buckets)
        let example = members.first.map { night.failure($0) }
        let fill: Fill =
            example?.isServerError ?? false ? .serverError : example?.isClientError ?? false ? .clientError : .function
        series = SeriesBlock(
            [BarSeries(name: "Failures", fill: fill, values: values)], name: "group-\(group.id)-count",
            title: "Failures over time",
            unit: "failures", functions: group.functions, caption: .text("Failures of this group \(night.axis.unit)."), in: night,
            root: root, explorer: explorer, terms: [ExplorerLink()])
        endpoints = countRows(members, root: root) { index in
            night.endpoint(of: index).map {
                Place(
                    name: .code(clipped($0.endpoint ?? "no route", 200)), page: root + $0.page,
                    explorer: ExplorerLink($0).with(.group, group.id))
            }
        }
        functions = countRows(members, root: root) { index in
            night.failure(index).function.map { name in
                Place(
                    name: .code(clipped(name, 200)), page: night.page(ofFunction: name).map { root + $0 } ?? "",
                    explorer: explorer.with(.function, name))
            }
        }
        statuses = countRows(members, root: root) { index in
            night.failure(index).request?.status.map {
                Place(name: .code(String($0)), page: "", explorer: explorer.with(status: $0))
            }
        }
        versions = countRows(members, root: root) { index in
            night.failure(index).invocation?.version.map {
                Place(name: .text(clipped($0, 60)), page: "", explorer: explorer.with(.version, $0))
            }
        }
        fingerprint = group.fingerprint.map { Fact(.text(clipped($0.name, 60)), .code(clipped($0.value, 600))) }
        masks = group.maskedValues.map { masked in
            MaskRow(
                mask: .text(masked.mask),
                values: .joined(
                    masked.values.map { "\(.code(clipped($0.value, 120))) \(.text(grouped($0.count)))" }, separator: ", "))
        }
        self.example =
            members.isEmpty
            ? nil : ExampleBlock(members.contains(group.example) ? group.example : members[0], in: night, root: root)
        memberCount = members.count
        table = RowTable(members, number: 1, path: String(group.page.dropLast(5)), in: night, root: root)
    }
}

/// A name and how many members have it.
struct CountRow: TemplateModel {
    var name: Markdown
    var count: Markdown
    var share: Markdown

    static let fields: [TemplateField<CountRow>] = [
        .cell("name") { $0.name }, .cell("count") { $0.count }, .cell("share") { $0.share },
    ]
}

/// What members of a group have in common.
private struct Place {
    var name: Markdown
    /// Empty when it has none.
    var page: String
    var explorer: ExplorerLink
}

/// The twelve commonest, by count and then by first sight; `place` is nil for a member without one.
private func countRows(_ members: [Int], root: String, place: (Int) -> Place?) -> [CountRow] {
    var rows: [Markdown: (first: Int, count: Int, place: Place)] = [:]
    for member in members {
        guard let place = place(member) else { continue }
        rows[place.name, default: (member, 0, place)].count += 1
    }
    let sorted = rows.sorted {
        $0.value.count == $1.value.count ? $0.value.first < $1.value.first : $0.value.count > $1.value.count
    }
    return sorted.prefix(12).map { name, row in
        CountRow(
            name: row.place.page.isEmpty ? name : .link(name, to: row.place.page),
            count: row.place.explorer.number(row.count, root: root),
            share: .bar(Site.share(row.count, of: members.count), Double(row.count) / Double(members.count)))
    }
}

private func groupKPIs(_ group: FailureGroup, _ night: Night, root: String) -> [Fact] {
    let zone = night.zone
    let slowest = night.slowest(of: group).map { night.failure($0) }.flatMap { failure in
        failure.tookMs.map { Markdown.link(.text(duration($0)), to: root + failure.page) }
    }
    let explorer = ExplorerLink().with(.group, group.id)
    return [
        Fact(
            "Failures",
            "\(explorer.number(group.members.count, root: root)) — \(.text("\(share(group.members.count, of: night.input.failures.count)) of all"))"
        ),
        Fact(
            "First seen",
            "**\(.text(night.axis.clock(group.firstSeen)))** — \(.text(zone.date(group.firstSeen))) — \(.text(zone.clock(group.firstSeen)))"
        ),
        Fact(
            "Last seen",
            "**\(.text(night.axis.clock(group.lastSeen)))** — \(.text(zone.date(group.lastSeen))) — \(.text(zone.clock(group.lastSeen)))"
        ),
        Fact("Endpoints", "\(.text(grouped(group.endpoints.count)))"),
        Fact("Functions", "\(.text(grouped(group.functions.count)))"),
        Fact("Slowest", slowest ?? "\u{2013}"),
    ]
}

func groupParts(_ night: Night) -> [SitePart] {
    night.report.groups.enumerated().flatMap { position, group -> [SitePart] in
        let path = String(group.page.dropLast(5))
        let name = clipped(group.title, 80)
        let trail = [
            FrameLink(name: "Overview", path: "index.html"), FrameLink(name: "Error groups", path: MenuItem.groups.path),
            FrameLink(name: name, path: group.page),
        ]
        let first = SitePart {
            var place = PagePlace(path: path, menu: .groups)
            place.trail = trail
            let around = [("\u{2190}", position - 1), ("\u{2192}", position + 1)]
            let groups = night.report.groups
            place.neighbours = [
                FrameList(
                    title: "Other groups, by count",
                    links: around.filter { groups.indices.contains($0.1) }.map { arrow, neighbour in
                        FrameLink(
                            name: "\(arrow) \(clipped(groups[neighbour].title, 60))", path: groups[neighbour].page,
                            count: grouped(groups[neighbour].members.count))
                    })
            ]
            let page = GroupPage(group, in: night, place: place)
            var figures = [page.series.figure]
            if let timeline = page.example?.timeline?.figure {
                figures.append(PageFigure(TimelineBlock.figureName, published: false) { timeline.svg($0) })
            }
            return PageDocument(place: place, page: page, figures: figures).files(night.templates, night.frame)
        }
        let head = ListHead(
            kicker: "Error group · \(.text(night.frame.range))",
            heading: "\(.text(counted(group.members.count, "failure"))): \(.code(clipped(group.title, 200)))",
            intro: "In order of time. \(asChart(ExplorerLink().with(.group, group.id), root: "../")).", menu: .groups,
            trail: trail,
            name: "Members")
        return [first]
            + listParts(head, group.members, path: path, numbers: 2..<max(2, Pager.pages(group.members.count) + 1), in: night)
    }
}
