// A stacked chart over time with the table of its numbers.

import Charts
import MarkdownHTML
import Model

struct SeriesBlock: TemplateModel {
    struct Row: TemplateModel {
        var time: Markdown
        /// The cells after the time, joined for the table.
        var cells: Markdown

        static let fields: [TemplateField<Row>] = [.cell("time") { $0.time }, .text("cells") { $0.cells }]
    }

    var image: Markdown
    var caption: Markdown
    var head: Markdown
    var rule: Markdown
    var rows: [Row]
    var figure: PageFigure

    static let fields: [TemplateField<SeriesBlock>] = [
        .text("image") { $0.image }, .text("caption") { $0.caption }, .text("head") { $0.head }, .text("rule") { $0.rule },
        .list("rows") { $0.rows },
    ]

    /// `name` is the chart's file name without ending; new versions of `functions` are marked; columns and sums lead to the explorer,
    /// as do the cells of each series, with its term.
    init(
        _ series: [BarSeries], name: String, title: String, unit: String, functions: [String], caption: Markdown,
        in night: Night, root: String, explorer: ExplorerLink, terms: [ExplorerLink]
    ) {
        self.init(
            series, name: name, title: title, unit: unit, functions: functions, caption: caption, in: night, root: root,
            explorer: explorer
        ) { count, range, number in
            let link = explorer.during(range)
            return (number.map { link.and(terms[$0]) } ?? link).number(count, root: root)
        }
    }

    /// `number` makes a cell of its count, its stretch of time and its series, which is nil for the sum.
    init(
        _ series: [BarSeries], name: String, title: String, unit: String, functions: [String], caption: Markdown,
        in night: Night, root: String, explorer: ExplorerLink,
        number: (_ count: Int, _ range: TimeRange, _ series: Int?) -> Markdown
    ) {
        let axis = night.axis
        var chart = StackedTimeChart(
            text: FigureText(title: title, description: "\(title), \(axis.unit)."),
            series: series.map { BarSeries(name: $0.name, fill: $0.fill, values: axis.sums($0.values)) },
            unit: "\(unit) \(axis.unit)", ticks: axis.ticks)
        chart.markers = axis.markers(
            night.report.markers.filter { marker in functions.contains { marker.label.hasPrefix($0 + " ") } })
        chart.bucketNames = axis.columnNames
        chart.links = (0..<axis.columns).map { explorer.during(axis.range($0)).bar(root: root) }
        figure = PageFigure(name) { [chart] in chart.svg($0) }
        image = "![\(.text(title))](\(.trusted("\(root)charts/\(name).svg")))"
        self.caption = caption
        let stretches = night.stretches
        let sums = series.map { stretches.sums($0.values) }
        // A layer's causes stand in the legend.
        let names = series.map { Markdown.cell(.text(String($0.name.prefix { $0 != ":" }))) }
        head = .joined(names + (series.count > 1 ? ["All"] : []), separator: " | ")
        rule = .joined(Array(repeating: "--:", count: series.count + (series.count > 1 ? 1 : 0)), separator: "|")
        rows = (0..<stretches.count).map { row in
            let range = stretches.range(row)
            var cells = sums.enumerated().map { place, sums in number(sums[row], range, place) }
            if series.count > 1 { cells.append(number(sums.reduce(0) { $0 + $1[row] }, range, nil)) }
            return Row(time: .text(stretches.words(row, night.zone)), cells: .joined(cells, separator: " | "))
        }
    }
}

/// Failures by the layer that broke, each in its own fill, named with the layer's commonest causes.
func causeSeries(_ byCause: [Cause: [Int]]) -> [(layer: Layer, series: BarSeries)] {
    let sums = byCause.mapValues { $0.reduce(0, +) }.filter { $0.value > 0 }
    let causes = sums.keys.sorted { left, right in
        sums[left] == sums[right] ? left.rawValue < right.rawValue : sums[left] ?? 0 > sums[right] ?? 0
    }
    let fills: [(layer: Layer, fill: Fill)] = [
        (.function, .function), (.response, .response), (.authorizer, .authorizer), (.gateway, .gateway), (.edge, .edge),
        (.unknown, .neutral),
    ]
    return fills.compactMap { layer, fill -> (layer: Layer, series: BarSeries)? in
        let inLayer = causes.filter { $0.layer == layer }
        guard let first = inLayer.first, var values = byCause[first] else { return nil }
        for cause in inLayer.dropFirst() { values = zip(values, byCause[cause] ?? []).map(+) }
        let names = inLayer.prefix(3).map(\.title.lowercasedFirst).joined(separator: ", ")
        return (layer, BarSeries(name: "\(layer.title): \(names)", fill: fill, values: values))
    }
}
