// Header, trail, neighbours and foot around a page: what the theme's layout is filled with.

import Charts
import MarkdownHTML
import Model
import Redaction

/// One link of the trail, the menu or the rail. Targets are paths from the site's root.
struct FrameLink: Hashable, Sendable {
    var name: String
    var path: String
    /// Stands at the right in the rail.
    var count: String?
}

/// Pages beside this one, under a heading of the rail: "In this group".
struct FrameList: Hashable, Sendable {
    var title: String
    var links: [FrameLink]
}

enum MenuItem: String, CaseIterable, Sendable {
    case overview = "Overview"
    case endpoints = "Endpoints"
    case functions = "Functions"
    case groups = "Error groups"
    case failures = "Failures"
    case explore = "Explore"
    case coverage = "Coverage"
    case definitions = "Definitions"

    var path: String {
        switch self {
        case .overview: "index.html"
        case .endpoints: "endpoints/index.html"
        case .functions: "functions/index.html"
        case .groups: "groups/index.html"
        case .failures: "failures/index.html"
        case .explore: "explore.html"
        case .coverage: "coverage.html"
        case .definitions: "definitions.html"
        }
    }
}

/// What one page tells its frame.
struct PagePlace: Sendable {
    /// From the site's root, without ending: `endpoints/get-users`.
    var path: String
    var menu: MenuItem
    /// From the overview down to this page; the last one is this page. Empty on the overview.
    var trail: [FrameLink] = []
    var neighbours: [FrameList] = []
    /// How much stands in a section, by its id.
    var counts: [String: String] = [:]
    var redactions = RedactionCounts()
    /// Paths of scripts that only this page has.
    var scripts: [String] = []

    init(path: String, menu: MenuItem) {
        self.path = path
        self.menu = menu
    }

    /// `../` for every folder the page is in.
    var root: String { String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") }) }

    var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// What all pages share.
struct PageFrame: Sendable {
    var stylesheet: String
    var script: String
    var explorerScript: String
    var range: String
    var rangeWithOffset: String
    var inputs: String
    var version: String

    init(_ report: Report, assets: Assets) {
        stylesheet = assets.stylesheet
        script = assets.script
        explorerScript = assets.explorerScript
        let zone = report.zone
        let since = report.range.since
        let until = report.range.until
        // Minutes say nothing about a range of a few of them.
        func clock(_ time: Timestamp) -> String { until - since < 10 * minuteMs ? zone.second(time) : zone.minute(time) }
        let end = zone.date(since) == zone.date(until) ? clock(until) : "\(zone.date(until)) \(clock(until))"
        range = "\(zone.date(since)) \(clock(since)) to \(end)"
        let offsets = [zone.offset(at: since), zone.offset(at: until)]
        let offset = offsets[0] == offsets[1] ? offsets[0] : offsets.joined(separator: ", then ")
        rangeWithOffset = "\(range), \(zone.name) (\(offset))"
        let all = report.coverage.inputs
        inputs = [
            counted(all.count, "input"), size(all.reduce(0) { $0 + $1.bytes }),
            counted(Int(all.reduce(0) { $0 + $1.events }), "event"),
            "\(grouped(all.reduce(0) { $0 + $1.rejected })) rejected",
        ].joined(separator: ", ")
        version = report.toolVersion
    }

    func context(_ page: RenderedPage, at place: PagePlace) -> [String: Any] {
        let root = place.root
        func link(_ link: FrameLink) -> [String: Any] { ["name": visible(link.name), "href": root + link.path] }
        let menu: [[String: Any]] = MenuItem.allCases.map { item in
            ["name": item.rawValue, "href": root + item.path, "current": item == place.menu]
        }
        let trail: [[String: Any]] = place.trail.enumerated().map { index, step in
            link(step).merging(["last": index == place.trail.count - 1]) { _, new in new }
        }
        func named(_ keys: [String: Any], _ count: String?) -> [String: Any] {
            keys.merging(["hasCount": count != nil, "count": count ?? ""]) { _, new in new }
        }
        let sections = page.sections.map { named(["id": $0.id, "title": visible($0.title)], place.counts[$0.id]) }
        let neighbours: [[String: Any]] = place.neighbours.filter { !$0.links.isEmpty }.map { list in
            ["title": list.title, "links": list.links.map { named(link($0), $0.count) }]
        }
        let foot: [[String: Any]] = [
            ["label": "Range", "html": HTMLText.text(rangeWithOffset).source],
            ["label": "Inputs", "html": HTMLText.link(inputs, to: root + "coverage.html").source],
            [
                "label": "Made by",
                "html": (HTMLText.text("Faultline \(version); ") + .link("manifest", to: root + "manifest.json")).source,
            ],
            [
                "label": "On this page",
                "html":
                    (HTMLText.text(redactionWords(place.redactions) + " ")
                    + .link("Definitions", to: root + "definitions.html")).source,
            ],
        ]
        return [
            "title": visible(page.title), "root": root, "stylesheet": stylesheet, "script": script,
            "scripts": place.scripts.map { ["src": $0] },
            "patterns": patternDefinitions(), "range": visible(range), "twin": place.fileName + ".md",
            "json": root + "report.json",
            "main": page.html, "lang": "en", "menu": menu, "trail": trail, "sections": sections,
            "neighbours": neighbours, "foot": foot,
        ]
    }
}

/// "5 values redacted by rules ip, jwt."
private func redactionWords(_ counts: RedactionCounts) -> String {
    let rules = counts.sorted
    guard !rules.isEmpty else { return "No redactions." }
    let names = rules.map(\.rule).joined(separator: ", ")
    return "\(counted(counts.total, "value")) redacted by \(rules.count == 1 ? "rule" : "rules") \(names)."
}
