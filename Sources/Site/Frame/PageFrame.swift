// What a page tells its frame, and what all pages have around them.

import Charts
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
    /// The fills that the figures of a page refer to.
    let patterns = Array(patternDefinitions().utf8)
    let cellFigures = CellFigures()
    /// By root.
    private(set) var feet: [String: [FramedPage.Foot]] = [:]

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
        for root in ["", "../", "../../"] { feet[root] = FramedPage.foot(of: self, root: root) }
    }
}
