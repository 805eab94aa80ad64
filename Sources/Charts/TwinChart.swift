// The twin chart: client errors above, function errors below, one scale for both.

/// Clients above functions on one axis (visual-language.md 8.5): `above` grows up, `below` grows down, one scale.
package struct TwinChart: Sendable {
    package var text: FigureText
    /// First series stands at the axis.
    package var above: [BarSeries]
    package var below: [BarSeries]
    package var aboveName: String
    package var belowName: String
    /// "errors per 5 min".
    package var unit: String
    package var ticks: [AxisTick]
    package var markers: [AxisMarker] = []
    package var peaks: [Peak] = []
    /// Buckets behind which a band lies.
    package var band: Range<Int>?
    /// One link per bucket, or empty. An address with a scheme or a host is not linked.
    package var links: [String] = []
    /// "02:10–02:15", one per bucket: leads what a pointer on it is told. Or empty.
    package var bucketNames: [String] = []

    package init(
        text: FigureText, above: [BarSeries], below: [BarSeries], aboveName: String, belowName: String, unit: String,
        ticks: [AxisTick]
    ) {
        self.text = text
        self.above = above
        self.below = below
        self.aboveName = aboveName
        self.belowName = belowName
        self.unit = unit
        self.ticks = ticks
    }

    package func svg(_ form: FigureForm) -> String { drawing.svg(form) }
}

/// Heights of visual-language.md 8.4: 196 above, 22 for the axis band, 84 below.
private let upper = 196.0
private let bandHeight = 22.0
private let lower = 84.0

extension TwinChart {
    var drawing: Drawing {
        let slots = Slots(count: max(above.bucketCount, below.bucketCount))
        let height = upper + bandHeight + lower
        let lane = Lane(unit: unit, uprights: uprights(markers), bottom: height)
        let roomAbove = upper - lane.height - (peaks.isEmpty ? 0 : 16)
        let axis = ValueAxis(max: above.tallest > 0 ? above.tallest : below.tallest, whole: true)
        // One scale for both halves, so that a bar above and a bar below can be compared.
        let scale = min(
            roomAbove / axis.top, below.tallest > 0 ? (lower - 4) / below.tallest : .infinity)
        let zero = upper + bandHeight / 2
        var drawing = Drawing(
            text: text, kind: "chart-twin", gutter: axis.gutter, height: height, legend: legend,
            slots: slots)
        drawing.elements = bandBehind(slots, top: lane.height)
        drawing.elements += grid(axis, scale: scale, base: upper, room: upper - lane.height, zeroAt: zero)
        drawing.elements += grid(
            axis, scale: scale, base: upper + bandHeight, direction: 1, room: lower, zeroAt: nil)
        drawing.elements.append(
            .rect(x: Place(0), y: upper, width: .share(1), height: bandHeight, .axisBand))
        let pointing = Pointing(names: bucketNames, links: links, slots: slots, top: lane.height, height: height - lane.height)
        for bucket in 0..<slots.count {
            let up = BarStack(above.values(bucket), scale: scale)
            let down = BarStack(below.values(bucket), scale: scale)
            drawing.elements += pointing.column(
                bucket,
                slots.bars(up, bucket: bucket, base: upper, direction: -1)
                    + slots.bars(down, bucket: bucket, base: upper + bandHeight, direction: 1), words(bucket))
        }
        for y in [upper, upper + bandHeight] {
            drawing.elements.append(.line(from: Place(0), y1: y + 0.5, to: Place(1), y2: y + 0.5, .base))
        }
        drawing.elements += timeLabels(ticks, y: upper + bandHeight / 2 + 4.5, inset: 6)
        drawing.elements += lane.elements
        drawing.elements += letters(peaks, slots: slots, base: upper) {
            BarStack(above.values($0), scale: scale).height
        }
        drawing.elements += notes(slots)
        return drawing
    }

    /// "What clients saw: 5xx 14, 4xx 87. What functions reported: none."
    private func words(_ bucket: Int) -> String {
        [(aboveName, above), (belowName, below)].map { name, series in
            let words = series.words(bucket)
            return "\(name): \(words.isEmpty ? "none" : words)"
        }.joined(separator: ". ")
    }

    private var legend: Legend {
        func half(_ name: String, _ series: [BarSeries], _ entries: [LegendEntry], _ fallback: Fill) -> LegendHalf {
            LegendHalf(
                name: name, total: totalText(total(entries.map(\.count)), unit), ink: Ink(series.first?.fill ?? fallback),
                entries: entries)
        }
        // As they are seen from the top: the part at the axis comes last above it and first below it.
        return .halves(
            half(aboveName, above, entries(above).reversed(), .serverError),
            half(belowName, below, entries(below), .function))
    }

    private func bandBuckets(_ slots: Slots) -> Range<Int>? {
        guard let band else { return nil }
        let inside = band.clamped(to: 0..<slots.count)
        return inside.isEmpty ? nil : inside
    }

    private func bandBehind(_ slots: Slots, top: Double) -> [Element] {
        guard let band = bandBuckets(slots) else { return [] }
        let place = Place(Double(band.lowerBound) / Double(slots.count))
        let width = Extent.share(Double(band.count) / Double(slots.count))
        return [
            .rect(x: place, y: top, width: width, height: upper - top, .band),
            .rect(x: place, y: upper + bandHeight, width: width, height: lower, .band),
        ]
    }

    /// An empty half is drawn, and says that it is empty.
    private func notes(_ slots: Slots) -> [Element] {
        func note(_ text: String, _ position: Double, _ y: Double) -> Element {
            .text(Label(text, at: Place(position), y: y, ink: .label, anchor: .middle, hasHalo: true))
        }
        var notes: [Element] = []
        if above.tallest == 0 { notes.append(note(emptyNote(unit), 0.5, upper - 40)) }
        if let band = bandBuckets(slots), band.allSatisfy({ below.height($0) == 0 }) {
            let middle = (Double(band.lowerBound) + Double(band.count) / 2) / Double(slots.count)
            notes.append(note("none reported", min(max(middle, 0.12), 0.88), upper + bandHeight + lower - 10))
        } else if below.tallest == 0 {
            notes.append(note("none reported", 0.5, upper + bandHeight + lower / 2 + 4))
        }
        return notes
    }
}
