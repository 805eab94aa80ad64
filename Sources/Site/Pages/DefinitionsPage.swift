// How every number is computed, as `definitions.md` sees it: the words stand in the template, the values of this run here.

import MarkdownHTML
import Model

struct DefinitionsPage: TemplatePage {
    static let template = "definitions"

    struct CauseRow: TemplateModel {
        var layer: Markdown
        var cause: Markdown
        var name: Markdown
        var count: Markdown

        static let fields: [TemplateField<CauseRow>] = [
            .cell("layer") { $0.layer }, .cell("cause") { $0.cause }, .cell("name") { $0.name }, .cell("count") { $0.count },
        ]
    }

    struct RungRow: TemplateModel {
        var rank: Markdown
        var name: Markdown
        var rule: Markdown
        var confidence: Markdown

        static let fields: [TemplateField<RungRow>] = [
            .cell("rank") { $0.rank }, .cell("name") { $0.name }, .cell("rule") { $0.rule },
            .cell("confidence") { $0.confidence },
        ]
    }

    var kicker: Markdown
    var window: Markdown
    var bucket: Markdown
    var column: Markdown
    var row: Markdown
    var rowsAPage: Markdown
    var logRows: Markdown
    var causes: [CauseRow]
    var rungs: [RungRow]

    static let fields: [TemplateField<DefinitionsPage>] = [
        .text("kicker") { $0.kicker }, .text("window") { $0.window }, .text("bucket") { $0.bucket },
        .text("column") { $0.column }, .text("row") { $0.row }, .text("rowsAPage") { $0.rowsAPage },
        .text("logRows") { $0.logRows }, .list("causes") { $0.causes }, .list("rungs") { $0.rungs },
    ]

    init(_ night: Night) {
        kicker = "\(.text(night.report.title)) · \(.text(night.frame.rangeWithOffset))"
        window = .text(night.frame.rangeWithOffset)
        bucket = .text(bucketWords(night.report.series.bucketMs))
        column = .text(bucketWords(night.axis.columnMs))
        row = .text(bucketWords(night.stretches.lengthMs))
        rowsAPage = .text(grouped(Pager.rowsAPage))
        logRows = .text(grouped(LogFence.maximumRows))
        causes = Cause.allCases.map { cause in
            let list = FailureList.cause(cause)
            let count = night.lists[list].count
            return CauseRow(
                layer: .text(cause.layer.title), cause: .text(cause.title), name: .code(cause.rawValue),
                count: count == 0 ? "0" : .link(.text(grouped(count)), to: list.page))
        }
        rungs = LinkRung.allCases.map { rung in
            RungRow(
                rank: "\(rung.rank)", name: .code(rung.name), rule: .text(rung.words),
                confidence: rung.isExact ? "exact" : "probable")
        }
    }
}

func definitionFiles(_ night: Night) -> [SiteFile] {
    var place = PagePlace(path: "definitions", menu: .definitions)
    place.trail = [FrameLink(name: "Overview", path: "index.html"), FrameLink(name: "Definitions", path: "definitions.html")]
    return PageDocument(place: place, page: DefinitionsPage(night)).files(night.templates, night.frame)
}
