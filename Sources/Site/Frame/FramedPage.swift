// Header, trail, neighbours and foot around a page: what the theme's layout is filled with, and the keys that it may name.

import MarkdownHTML
import Redaction

struct FramedPage: FrameModel {
    struct MenuLink: FrameModel {
        var name: String
        var href: String
        var current: Bool

        static let fields: [TemplateField<MenuLink>] = [
            .plain("name") { $0.name }, .plain("href") { $0.href }, .flag("current") { $0.current },
        ]
    }

    struct Step: FrameModel {
        var name: String
        var href: String
        var last: Bool

        static let fields: [TemplateField<Step>] = [
            .plain("name") { $0.name }, .plain("href") { $0.href }, .flag("last") { $0.last },
        ]
    }

    struct Section: FrameModel {
        var id: String
        var title: String
        var count: String?

        static let fields: [TemplateField<Section>] = [
            .plain("id") { $0.id }, .plain("title") { $0.title }, .plain("count") { $0.count ?? "" },
            .flag("hasCount") { $0.count != nil },
        ]
    }

    struct Neighbour: FrameModel {
        var name: String
        var href: String
        var count: String?

        static let fields: [TemplateField<Neighbour>] = [
            .plain("name") { $0.name }, .plain("href") { $0.href }, .plain("count") { $0.count ?? "" },
            .flag("hasCount") { $0.count != nil },
        ]
    }

    struct Neighbours: FrameModel {
        var title: String
        var links: [Neighbour]

        static let fields: [TemplateField<Neighbours>] = [.plain("title") { $0.title }, .list("links") { $0.links }]
    }

    struct Script: FrameModel {
        var src: String

        static let fields: [TemplateField<Script>] = [.plain("src") { $0.src }]
    }

    struct Foot: FrameModel {
        var label: String
        var html: HTMLText

        static let fields: [TemplateField<Foot>] = [.plain("label") { $0.label }, .plain("html") { $0.html.source }]
    }

    let page: RenderedPage
    private let place: PagePlace
    private let frame: PageFrame
    private let root: String

    init(_ page: RenderedPage, at place: PagePlace, in frame: PageFrame) {
        self.page = page
        self.place = place
        self.frame = frame
        root = place.root
    }

    static let fields: [TemplateField<FramedPage>] = [
        .plain("title") { visible($0.page.title) }, .plain("root") { $0.root }, .plain("stylesheet") { $0.frame.stylesheet },
        .plain("script") { $0.frame.script }, .list("scripts") { $0.place.scripts.map { Script(src: $0) } },
        .finished("patterns") { $0.frame.patterns }, .plain("range") { visible($0.frame.range) },
        .plain("twin") { $0.place.fileName + ".md" }, .plain("json") { $0.root + "report.json" },
        .finished("main") { $0.page.html }, .plain("lang") { _ in "en" }, .list("menu") { $0.menu }, .list("trail") { $0.trail },
        .list("sections") { $0.sections }, .list("neighbours") { $0.neighbours }, .list("foot") { $0.foot },
    ]

    private var menu: [MenuLink] {
        MenuItem.allCases.map { MenuLink(name: $0.rawValue, href: root + $0.path, current: $0 == place.menu) }
    }

    private var trail: [Step] {
        place.trail.enumerated().map { index, step in
            Step(name: visible(step.name), href: root + step.path, last: index == place.trail.count - 1)
        }
    }

    private var sections: [Section] {
        page.sections.map { Section(id: $0.id, title: visible($0.title), count: place.counts[$0.id]) }
    }

    private var neighbours: [Neighbours] {
        place.neighbours.filter { !$0.links.isEmpty }.map { list in
            Neighbours(
                title: list.title,
                links: list.links.map { Neighbour(name: visible($0.name), href: root + $0.path, count: $0.count) })
        }
    }

    private var foot: [Foot] {
        let words = HTMLText.text(redactionWords(place.redactions) + " ")
        return (frame.feet[root] ?? Self.foot(of: frame, root: root)) + [
            Foot(label: "On this page", html: words + .link("Definitions", to: root + "definitions.html"))
        ]
    }

    /// What pages in folders of the same depth have in common at their foot.
    static func foot(of frame: PageFrame, root: String) -> [Foot] {
        [
            Foot(label: "Range", html: .text(frame.rangeWithOffset)),
            Foot(label: "Inputs", html: .link(frame.inputs, to: root + "coverage.html")),
            Foot(
                label: "Made by",
                html: .text("Faultline \(frame.version); ") + .link("manifest", to: root + "manifest.json")),
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
