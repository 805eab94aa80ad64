// How long requests took: the histogram, and where the time went.

import Charts
import MarkdownHTML
import Model

struct LatencyBlock: TemplateModel {
    struct StepRow: TemplateModel {
        var from: Markdown
        var answered: Markdown
        var failed: Markdown

        static let fields: [TemplateField<StepRow>] = [
            .cell("from") { $0.from }, .cell("answered") { $0.answered }, .cell("failed") { $0.failed },
        ]
    }

    struct SplitRow: TemplateModel {
        var name: Markdown
        var count: Markdown
        var p50: Markdown
        var p95: Markdown
        var p99: Markdown
        var max: Markdown

        static let fields: [TemplateField<SplitRow>] = [
            .cell("name") { $0.name }, .cell("count") { $0.count }, .cell("p50") { $0.p50 }, .cell("p95") { $0.p95 },
            .cell("p99") { $0.p99 }, .cell("max") { $0.max },
        ]

        /// The explorer knows what clients waited, and nothing of the parts of it or of runs.
        init(_ name: Markdown, _ values: Percentiles) {
            self.name = name
            count = .text(grouped(values.count))
            p50 = milliseconds(values.p50, values.count, least: 1)
            p95 = milliseconds(values.p95, values.count, least: 20)
            p99 = milliseconds(values.p99, values.count, least: 100)
            max = milliseconds(values.max, values.count, least: 1)
        }

        /// What clients waited, each number as its link.
        init(_ name: Markdown, _ values: Percentiles, of explorer: ExplorerLink, in night: Night, root: String) {
            self.init(name, values)
            count = explorer.timed.number(values.count, root: root)
            p50 = night.percentile(p50, .p50, of: explorer, root: root)
            p95 = night.percentile(p95, .p95, of: explorer, root: root)
            p99 = night.percentile(p99, .p99, of: explorer, root: root)
            if !night.input.rows.isSummarised { max = explorer.slowestFirst.linked(max, root: root) }
        }
    }

    var histogram: Markdown
    var split: Markdown
    var steps: [StepRow]
    var rows: [SplitRow]
    var figures: [PageFigure]

    static let fields: [TemplateField<LatencyBlock>] = [
        .text("histogram") { $0.histogram }, .text("split") { $0.split }, .list("steps") { $0.steps }, .list("rows") { $0.rows },
    ]

    /// Nil when no row of the endpoint has a latency.
    init?(_ endpoint: EndpointSummary, in night: Night, root: String) {
        let histogram = endpoint.histogram
        guard endpoint.latency.count > 0 else { return nil }
        let steps = LatencyHistogram.steps
        let perDecade = LatencyHistogram.stepsPerDecade
        func position(_ ms: Double) -> Double? {
            guard ms >= 1 else { return 0 }
            return min(1, decades(ms) * Double(perDecade) / Double(steps))
        }
        var chart = LatencyHistogramChart(
            text: FigureText(
                title: "Latency", description: "Requests by latency at the gateway, \(perDecade) steps to a factor of ten."),
            answered: histogram.answered, failed: histogram.failed,
            ticks: [(1.0, "1 ms"), (10, "10"), (100, "100"), (1000, "1 s"), (10_000, "10 s"), (100_000, "100 s")].compactMap {
                ms, label in
                position(ms).map { AxisTick(position: $0, label: label) }
            })
        let least = [("p50", endpoint.latency.p50, 1), ("p95", endpoint.latency.p95, 20), ("p99", endpoint.latency.p99, 100)]
        chart.percentiles = least.compactMap { name, value, count in
            guard let value, endpoint.latency.count >= count else { return nil }
            return position(value).map { AxisMarker(position: $0, label: "\(name) \(duration(value))") }
        }
        chart.links = (0..<steps).map { ExplorerLink(endpoint).taking(latencies(of: $0)).bar(root: root) }
        chart.stepNames = (0..<steps).map { "\(duration(lowerBound($0).rounded())) to \(duration(lowerBound($0 + 1).rounded()))" }
        let parts: [(name: String, fill: Fill, values: Percentiles)] = [
            ("Gateway", .gateway, endpoint.latency), ("Integration", .response, endpoint.integrationLatency),
            ("Authorizer", .authorizer, endpoint.authorizerLatency), ("Init", .functionThird, endpoint.functionInit),
            ("Handler", .function, endpoint.functionDuration),
        ].filter { $0.values.count > 0 }
        let split = LatencySplitChart(
            text: FigureText(title: "Where the time goes", description: "p50 and p95 of each part of a request."),
            rows: parts.enumerated().map { place, part in
                LatencySplitChart.Row(
                    name: part.name, fill: part.fill, p50: part.values.p50, p95: part.values.count >= 20 ? part.values.p95 : nil,
                    link: place == 0 && !night.input.rows.isSummarised
                        ? ExplorerLink(endpoint).charting(.p50).bar(root: root) : nil)
            })
        let names = ["endpoint-\(endpoint.slug)-latency", "endpoint-\(endpoint.slug)-split"]
        figures = [PageFigure(names[0]) { [chart] in chart.svg($0) }, PageFigure(names[1]) { split.svg($0) }]
        self.histogram = "![Latency of requests](\(.trusted("\(root)charts/\(names[0]).svg")))"
        self.split = "![Where the time goes](\(.trusted("\(root)charts/\(names[1]).svg")))"
        self.steps = (0..<steps).compactMap { step in
            guard histogram.answered[step] > 0 || histogram.failed[step] > 0 else { return nil }
            let explorer = ExplorerLink(endpoint).taking(latencies(of: step))
            return StepRow(
                from: .text(duration(lowerBound(step).rounded())),
                answered: explorer.with(client: .answered).number(histogram.answered[step], root: root),
                failed: explorer.with(client: .failed).number(histogram.failed[step], root: root))
        }
        rows =
            parts.prefix(1).map { SplitRow(.text($0.name), $0.values, of: ExplorerLink(endpoint), in: night, root: root) }
            + parts.dropFirst().map { SplitRow(.text($0.name), $0.values) }
    }
}

/// The decimal logarithm of a number of at least 1, by halving intervals: exact enough for a place on an axis, the same on
/// every machine.
private func decades(_ value: Double) -> Double {
    var rest = value
    var result = 0.0
    while rest >= 10 {
        rest /= 10
        result += 1
    }
    var low = 0.0
    var high = 1.0
    for _ in 0..<30 {
        let middle = (low + high) / 2
        if powerOfTen(middle) <= rest { low = middle } else { high = middle }
    }
    return result + low
}

/// 10 to a power of 0 ... 1, by repeated square roots.
private func powerOfTen(_ exponent: Double) -> Double {
    var result = 1.0
    var root = 10.0
    var rest = exponent
    for _ in 0..<40 {
        root = root.squareRoot()
        rest *= 2
        if rest >= 1 {
            result *= root
            rest -= 1
        }
    }
    return result
}

/// The whole milliseconds that a step holds: the first one has no lower end, the last one no upper.
private func latencies(of step: Int) -> ClosedRange<Int> {
    let least = step == 0 ? 0 : Int(lowerBound(step).rounded(.up))
    let most = step + 1 == LatencyHistogram.steps ? 999_999_999 : Int(lowerBound(step + 1).rounded(.up)) - 1
    return least...max(least, most)
}

/// Milliseconds at the lower end of a step.
private func lowerBound(_ step: Int) -> Double {
    var value = powerOfTen(Double(step % LatencyHistogram.stepsPerDecade) / Double(LatencyHistogram.stepsPerDecade))
    for _ in 0..<step / LatencyHistogram.stepsPerDecade { value *= 10 }
    return value
}
