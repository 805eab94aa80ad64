// One of every figure: usual, empty, huge, and with hostile text in every label.

import Charts
import Testing

struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var text: FigureText
    var svg: @Sendable (FigureForm) -> String

    var testDescription: String { name }

    static let text = FigureText(title: "Errors through the night", description: "Most at 02:10.")
    static let hostileText = FigureText(
        title: "<script>alert('1')</script> & \"x\" \u{202E}\u{1}\n", description: "]]> <!-- \u{FFFF}")
    static let hours = [AxisTick(position: 0, label: "22:00"), AxisTick(position: 1, label: "23:00", isMajor: false)]

    static let all: [Sample] =
        figures(text, label: "v88", values: [3, 0, 41, 7], links: ["a.html", "b.html#x", "c.html", "d.html"], prefix: "usual")
        + figures(text, label: "v88", values: [], links: [], prefix: "empty")
        + figures(text, label: "", values: [0], links: [""], prefix: "zero")
        + figures(text, label: "v88", values: [Int.max, 1, -5, Int.max], links: [], prefix: "huge")
        + figures(text, label: "v88", values: Array(repeating: 2, count: 300), links: [], prefix: "dense")

    static let hostile = figures(
        hostileText, label: hostileText.title, values: [3, 0, 41, 7], links: ["javascript:alert(1)", "//host/x", "\"><b>"],
        prefix: "hostile")

    private static func figures(
        _ text: FigureText, label: String, values: [Int], links: [String], prefix: String
    ) -> [Sample] {
        let marker = AxisMarker(position: 0.5, label: label)
        let tick = AxisTick(position: 0.5, label: label)
        let series = Fill.allCases.map { BarSeries(name: label, fill: $0, values: values) }

        var twin = TwinChart(
            text: text, above: series, below: Array(series.prefix(1)), aboveName: label, belowName: label,
            unit: label + " per h", ticks: hours + [tick])
        twin.markers = [marker, AxisMarker(position: .nan, label: label)]
        twin.peaks = [Peak(letter: label, bucket: 2), Peak(letter: "B", bucket: 999), Peak(letter: "C", bucket: -1)]
        twin.band = 1..<900
        twin.links = links
        twin.bucketNames = values.map { _ in label }

        var stacked = StackedTimeChart(text: text, series: series, unit: label, ticks: hours + [tick])
        stacked.markers = Array(repeating: marker, count: 20)
        stacked.peaks = twin.peaks
        stacked.links = links
        stacked.bucketNames = values.map { _ in label }

        var latency = LatencyHistogramChart(text: text, answered: values, failed: Array(values.dropFirst()), ticks: [tick])
        latency.percentiles = [marker, AxisMarker(position: 7, label: label)]
        latency.limit = AxisMarker(position: 1, label: label)

        let numbers = values.map { $0 == 7 ? nil : Double($0) } + (values.isEmpty ? [nil, nil] : [.infinity, .nan])
        let limit = LimitChart(
            text: text, values: numbers, limit: values.isEmpty ? nil : 50, limitLabel: label, unit: label, fill: .function,
            ticks: [tick])

        let segments = values.map { StrataFigure.Segment(label: label, count: $0, fill: .function, link: links.first) }
        let strata = StrataFigure(
            text: text, strata: values.map { _ in .init(name: label, note: label, segments: segments) }.prefix(6).map { $0 },
            outNote: label)

        var timeline = TimelineFigure(text: text, length: Double(values.first ?? 0))
        let parts: [TimelineFigure.Part] = [.waiting, .authorizer, .initialising, .working, .silent]
        let bars = zip(parts, values).map {
            TimelineFigure.Bar(part: $0, from: Double($1) / 2, until: Double($1), label: label)
        }
        timeline.gateway = bars
        timeline.authorizer = bars
        timeline.function = bars + [.init(part: .silent, from: 9, until: .nan, label: label)]
        timeline.marks = values.map { .init(at: Double($0), isError: $0 == 3, label: label, link: links.first) }
        timeline.answer = (at: 2, label: label, fill: .clientError)
        timeline.limit = (at: .infinity, label: label)

        let split = LatencySplitChart(
            text: text,
            rows: values.prefix(20).map { .init(name: label, fill: .authorizer, p50: Double($0), p95: $0 == 0 ? nil : .infinity) }
                + (values.isEmpty ? [] : [.init(name: label, fill: .gateway, p50: nil, p95: nil)]))

        let drawn: [(String, @Sendable (FigureForm) -> String)] = [
            ("twin chart", { [twin] in twin.svg($0) }), ("stacked chart", { [stacked] in stacked.svg($0) }),
            ("latency histogram", { [latency] in latency.svg($0) }), ("limit chart", { limit.svg($0) }),
            ("strata figure", { strata.svg($0) }), ("timeline", { [timeline] in timeline.svg($0) }),
            ("latency split", { split.svg($0) }),
        ]
        return drawn.map { Sample(name: "\(prefix) \($0.0)", text: text, svg: $0.1) }
    }
}
