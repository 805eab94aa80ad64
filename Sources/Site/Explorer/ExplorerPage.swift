// The explorer's page: what stands there before, and without, its script.

import MarkdownHTML
import Model

struct ExplorerPage: TemplatePage {
    static let template = "explore"

    var kicker: Markdown
    var requests: Markdown
    var failures: Markdown
    /// Above this many requests healthy ones are counts.
    var isSummarised: Bool

    static let fields: [TemplateField<ExplorerPage>] = [
        .text("kicker") { $0.kicker }, .text("requests") { $0.requests }, .text("failures") { $0.failures },
        .flag("isSummarised") { $0.isSummarised },
    ]

    init(_ night: Night) {
        kicker = "\(.text(night.report.title)) · \(.text(night.frame.rangeWithOffset))"
        requests = .text(grouped(night.input.rows.requests))
        failures = .text(counted(night.input.rows.failures.count, "failure"))
        isSummarised = night.input.rows.isSummarised
    }
}

func explorerParts(_ night: Night) -> [SitePart] {
    var place = PagePlace(path: "explore", menu: .explore)
    place.trail = [FrameLink(name: "Overview", path: "index.html"), FrameLink(name: "Explore", path: "explore.html")]
    place.redactions = night.input.rowRedactions
    place.scripts = [night.frame.explorerScript]
    let page = PageDocument(place: place, page: ExplorerPage(night))
    return [SitePart { page.files(night.templates, night.frame) }] + ExplorerData(night.input).parts
}
