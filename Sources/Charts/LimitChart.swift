// How close a function came to its limit, bucket by bucket.

/// One value per bucket against a limit: duration or memory of a function over time.
package struct LimitChart: Sendable {
    package var text: FigureText
    package var values: [Double?]
    package var limit: Double?
    package var limitLabel: String
    package var unit: String
    package var fill: Fill
    package var ticks: [AxisTick]
    /// "02:10–02:15", one per bucket: leads what a pointer on it is told. Or empty.
    package var bucketNames: [String] = []
    /// One link per bucket, an empty one for none; or empty. An address with a scheme or a host is not linked.
    package var links: [String] = []

    package init(
        text: FigureText, values: [Double?], limit: Double?, limitLabel: String, unit: String, fill: Fill, ticks: [AxisTick]
    ) {
        self.text = text
        self.values = values
        self.limit = limit
        self.limitLabel = limitLabel
        self.unit = unit
        self.fill = fill
        self.ticks = ticks
    }

    package func svg(_ form: FigureForm) -> String { drawing.svg(form) }
}

/// 22 for the lane, 130 for the bars, 26 for the axis.
private let lane = 22.0
private let base = 152.0

extension LimitChart {
    var drawing: Drawing {
        let slots = Slots(count: values.count)
        let drawn = values.map { $0.flatMap { $0.isFinite ? max(0, $0) : nil } }
        let limit = self.limit.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
        let axis = ValueAxis(max: max(drawn.compactMap { $0 }.max() ?? 0, limit ?? 0), whole: false)
        let scale = (base - lane - 2) / axis.top
        var drawing = Drawing(
            text: text, gutter: axis.gutter, height: base + 26, slots: slots)
        drawing.elements = grid(axis, scale: scale, base: base, room: base - lane, zeroAt: base)
        let pointing = Pointing(names: bucketNames, links: links, slots: slots, top: lane, height: base - lane)
        for (bucket, value) in drawn.enumerated() {
            guard let value else { continue }
            // A value of zero was measured; only a bucket without a value stays empty.
            let stack = BarStack([(fill, max(value, .leastNonzeroMagnitude))], scale: scale)
            drawing.elements += pointing.column(
                bucket, slots.bars(stack, bucket: bucket, base: base, direction: -1),
                groupedDecimal(value.rounded()) + noBreakSpace + unit)
        }
        drawing.elements += timeAxis(ticks, y: base)
        drawing.elements.append(.text(Label(unit, at: Place(0), y: 12, ink: .axis)))
        if let limit {
            let y = base - limit * scale
            drawing.elements.append(.line(from: Place(0), y1: y, to: Place(1), y2: y, .limit))
            let label = clipped(limitLabel, to: 200)
            drawing.elements.append(
                .text(Label(label, at: Place(1), y: y < 40 ? 13 : y - 6, ink: .name, anchor: .end, hasHalo: true)))
        }
        if drawn.allSatisfy({ $0 == nil }) {
            drawing.elements.append(emptyPlot("Nothing measured in this range", y: (base + lane) / 2 + 8))
        }
        return drawing
    }
}
