// What clients saw above what functions reported, on one axis, and the same numbers as a table.

import Charts
import MarkdownHTML
import Model

struct ErrorsOverTime: TemplateModel {
    struct PeakRow: TemplateModel {
        var letter: Markdown
        var words: Markdown

        static let fields: [TemplateField<PeakRow>] = [.text("letter") { $0.letter }, .text("words") { $0.words }]
    }

    struct Row: TemplateModel {
        var time: Markdown
        var requests: Markdown
        var clientErrors: Markdown
        var serverErrors: Markdown
        var functionErrors: Markdown
        var failures: Markdown

        static let fields: [TemplateField<Row>] = [
            .cell("time") { $0.time }, .cell("requests") { $0.requests }, .cell("clientErrors") { $0.clientErrors },
            .cell("serverErrors") { $0.serverErrors }, .cell("functionErrors") { $0.functionErrors },
            .cell("failures") { $0.failures },
        ]
    }

    var caption: Markdown
    var peaks: [PeakRow]
    var rows: [Row]
    var figure: TwinChart

    static let fields: [TemplateField<ErrorsOverTime>] = [
        .text("caption") { $0.caption }, .flag("hasPeaks") { !$0.peaks.isEmpty }, .list("peaks") { $0.peaks },
        .list("rows") { $0.rows },
    ]

    init(_ night: Night) {
        let series = night.report.series
        let axis = night.axis
        let clients = series.clients
        let functionErrors = reportedSeries(series.functionErrors).map(\.series)
        let seen = axis.sums(zip(clients.clientErrors, clients.serverErrors).map(+))
        let peakColumns = peakColumns(seen)
        let band = worstStretch(seen)

        var figure = TwinChart(
            text: FigureText(
                title: "Errors over time",
                description: "What clients saw above what functions reported, \(axis.unit)."),
            above: [
                BarSeries(name: "5xx", fill: .serverError, values: axis.sums(clients.serverErrors)),
                BarSeries(name: "4xx", fill: .clientError, values: axis.sums(clients.clientErrors)),
            ],
            below: functionErrors.map { BarSeries(name: $0.name, fill: $0.fill, values: axis.sums($0.values)) },
            aboveName: "What clients saw", belowName: "What functions reported", unit: "errors \(axis.unit)", ticks: axis.ticks)
        figure.markers = axis.markers(night.report.markers)
        figure.peaks = zip(letters, peakColumns).map { Peak(letter: $0, bucket: $1) }
        figure.band = band
        // No data must not look like no errors.
        if night.report.totals.requests == 0 { figure.nothingAbove = "no request read" }
        if night.report.totals.invocations == 0 { figure.nothingBelow = "no invocation read" }
        figure.bucketNames = axis.columnNames
        figure.links = (0..<axis.columns).map { column in
            ExplorerLink().failures.during(axis.range(column)).path
        }
        if night.input.failures.isEmpty { figure.links = [] }
        self.figure = figure

        let bandWords = band.map { " Band: the worst stretch, \(axis.words($0))." } ?? ""
        let markerWords = night.report.markers.isEmpty ? "" : " Dashed lines: first sight of a function's version."
        caption = .text("Errors \(axis.unit), one scale for both halves.\(markerWords)\(bandWords)")
        peaks = zip(letters, peakColumns).map { letter, column in
            PeakRow(letter: .text(letter), words: peakWords(column, in: night))
        }
        let requests = series.clients.ok.indices.map {
            clients.ok[$0] + clients.redirects[$0] + clients.clientErrors[$0] + clients.serverErrors[$0]
        }
        let all = functionErrors.reduce([Int](repeating: 0, count: series.buckets)) { zip($0, $1.values).map(+) }
        let stretches = night.stretches
        let sums = [requests, clients.clientErrors, clients.serverErrors, all].map(stretches.sums)
        rows = (0..<stretches.count).map { row in
            let list = FailureList.stretch(row)
            let failures = night.lists[list].count
            let explorer = ExplorerLink().during(stretches.range(row))
            return Row(
                time: .text(stretches.words(row, night.zone)), requests: explorer.requestsOnly.number(sums[0][row], root: ""),
                clientErrors: explorer.with(.statusClass, "4xx").number(sums[1][row], root: ""),
                serverErrors: explorer.with(.statusClass, "5xx").number(sums[2][row], root: ""),
                functionErrors: .text(grouped(sums[3][row])),
                failures: failures == 0 ? "0" : .link(.text(grouped(failures)), to: list.page))
        }
    }
}

private let letters = ["A", "B", "C", "D", "E", "F"]

/// "02:10–02:15 [Handled error](…): 121 × 500, `POST /orders`": the group with most failures in that column.
private func peakWords(_ column: Int, in night: Night) -> Markdown {
    let axis = night.axis
    var groups: [String: (count: Int, first: Int)] = [:]
    for index in night.failureIndices(from: axis.start(column), until: axis.start(column + 1)) {
        groups[night.failure(index).group, default: (0, index)].count += 1
    }
    let time = Markdown.text(axis.words(column..<column + 1))
    let top = groups.values.max { $0.count == $1.count ? $0.first > $1.first : $0.count < $1.count }
    guard let top else { return time }
    let failure = night.failure(top.first)
    let page = night.group(of: failure)?.page ?? FailureList.cause(failure.verdict.cause).page
    let number = ExplorerLink().with(.group, failure.group).during(axis.range(column)).number(top.count, root: "")
    let status = failure.request?.status.map { "\u{A0}×\u{A0}\($0)" as Markdown } ?? ""
    return
        "\(time) \(.link(.text(failure.verdict.cause.title), to: page)): \(number)\(status), \(.code(clipped(failure.subject, 100)))"
}
