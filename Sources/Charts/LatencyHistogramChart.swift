// How long calls took, answered and failed.

/// Latency on a logarithmic scale, failures stacked on top, percentiles as markers (visual-language.md 8.4).
package struct LatencyHistogramChart: Sendable {
    package var text: FigureText
    package var answered: [Int]
    package var failed: [Int]
    package var ticks: [AxisTick]
    package var percentiles: [AxisMarker] = []
    package var limit: AxisMarker?
    /// "100 to 129 ms", one per step: leads what a pointer on it is told. Or empty.
    package var stepNames: [String] = []
    /// One link per step, or empty. An address with a scheme or a host is not linked.
    package var links: [String] = []

    package init(text: FigureText, answered: [Int], failed: [Int], ticks: [AxisTick]) {
        self.text = text
        self.answered = answered
        self.failed = failed
        self.ticks = ticks
    }

    package func svg(_ form: FigureForm) -> String { drawing.svg(form) }
}

/// visual-language.md 8.4: 38 for the lane, 150 for the bars, 26 for the axis.
private let lane = 38.0
private let base = 188.0

extension LatencyHistogramChart {
    var drawing: Drawing {
        let series = [
            BarSeries(name: "answered", fill: .ok, values: answered),
            BarSeries(name: "failed", fill: .serverError, values: failed),
        ]
        let slots = Slots(count: series.bucketCount)
        let axis = ValueAxis(max: series.tallest, whole: true)
        let scale = (base - lane - 2) / axis.top
        var lines = uprights(percentiles)
        if let limit { lines.append(Upright(position: limit.position, label: limit.label, paint: .limit)) }
        var drawing = Drawing(
            text: text, gutter: axis.gutter, height: base + 26, legend: .row(entries(series)),
            slots: slots)
        drawing.elements = grid(axis, scale: scale, base: base, room: base - lane, zeroAt: base)
        let pointing = Pointing(names: stepNames, links: links, slots: slots, top: lane, height: base - lane)
        for bucket in 0..<slots.count {
            let stack = BarStack(series.values(bucket), scale: scale)
            drawing.elements += pointing.column(
                bucket, slots.bars(stack, bucket: bucket, base: base, direction: -1), series.words(bucket))
        }
        drawing.elements += timeAxis(ticks, y: base)
        drawing.elements += Lane(unit: "", uprights: lines, bottom: base, rows: 2).elements
        if series.tallest == 0 { drawing.elements.append(emptyPlot("No calls in this range", y: (base + lane) / 2)) }
        return drawing
    }
}
