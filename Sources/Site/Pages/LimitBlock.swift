// Duration or memory of a function over time against its limit.

import Charts
import MarkdownHTML
import Model

struct LimitBlock: TemplateModel {
    struct Row: TemplateModel {
        var time: Markdown
        var value: Markdown

        static let fields: [TemplateField<Row>] = [.cell("time") { $0.time }, .cell("value") { $0.value }]
    }

    var title: Markdown
    var image: Markdown
    var caption: Markdown
    var column: Markdown
    var rows: [Row]
    var figure: PageFigure

    static let fields: [TemplateField<LimitBlock>] = [
        .text("title") { $0.title }, .text("image") { $0.image }, .text("caption") { $0.caption },
        .cell("column") { $0.column }, .list("rows") { $0.rows },
    ]

    fileprivate init(
        _ values: [Double?], limit: Double?, limitLabel: String, unit: String, name: String, title: String, caption: String,
        links: [String], in night: Night, root: String
    ) {
        let axis = night.axis
        var chart = LimitChart(
            text: FigureText(title: title, description: caption), values: axis.maxima(values), limit: limit,
            limitLabel: limitLabel,
            unit: unit, fill: .function, ticks: axis.ticks)
        chart.bucketNames = axis.columnNames
        chart.links = links
        figure = PageFigure(name) { [chart] in chart.svg($0) }
        self.title = .text(title)
        image = "![\(.text(title))](\(.trusted("\(root)charts/\(name).svg")))"
        self.caption = .text(caption)
        column = .text("\(title), \(unit)")
        let stretches = night.stretches
        rows = (0..<stretches.count).map { row in
            let from = min(values.count, row * stretches.bucketsARow)
            let highest = values[from..<min(values.count, from + stretches.bucketsARow)].compactMap(\.self).max()
            return Row(time: .text(stretches.words(row, night.zone)), value: highest.map { .text(fixed($0, 0)) } ?? "\u{2013}")
        }
    }
}

func limitBlocks(_ function: FunctionSummary, in night: Night, root: String) -> [LimitBlock] {
    var blocks: [LimitBlock] = []
    let links = night.functionRows.bars(function.function, night.axis, root: root)
    if function.series.maxDurationMs.contains(where: { $0 != nil }) {
        let limit = function.timeoutMs.map { "timeout \(duration($0))" } ?? ""
        blocks.append(
            LimitBlock(
                function.series.maxDurationMs, limit: function.timeoutMs, limitLabel: limit, unit: "ms",
                name: "function-\(function.slug)-duration", title: "Longest duration",
                caption:
                    "Longest run \(night.axis.unit)\(limit.isEmpty ? "; no run was cut, so its timeout is not known" : ", against its \(limit)").",
                links: links, in: night, root: root))
    }
    if function.series.maxMemoryUsedMB.contains(where: { $0 != nil }) {
        let limit = function.memoryMB.map { "\(grouped($0))\u{A0}MB given" } ?? ""
        blocks.append(
            LimitBlock(
                function.series.maxMemoryUsedMB.map { $0.map(Double.init) }, limit: function.memoryMB.map(Double.init),
                limitLabel: limit,
                unit: "MB", name: "function-\(function.slug)-memory", title: "Most memory used",
                caption: "Most memory a run used \(night.axis.unit)\(limit.isEmpty ? "" : ", of \(limit)").", links: links,
                in: night, root: root))
    }
    return blocks
}
