// Stacked bars over time.

/// A stack of bars over time, with a legend.
package struct StackedTimeChart: Sendable {
    package var text: FigureText
    package var series: [BarSeries]
    package var unit: String
    package var ticks: [AxisTick]
    package var markers: [AxisMarker] = []
    package var peaks: [Peak] = []
    /// One link per bucket, or empty. An address with a scheme or a host is not linked.
    package var links: [String] = []
    /// "02:10–02:15", one per bucket: leads what a pointer on it is told. Or empty.
    package var bucketNames: [String] = []

    package init(text: FigureText, series: [BarSeries], unit: String, ticks: [AxisTick]) {
        self.text = text
        self.series = series
        self.unit = unit
        self.ticks = ticks
    }

    package func svg(_ form: FigureForm) -> String { drawing.svg(form) }
}

/// visual-language.md 8.4: 22 for the lane, 176 for the bars, 26 for the axis.
private let base = 198.0

extension StackedTimeChart {
    var drawing: Drawing {
        let slots = Slots(count: series.bucketCount)
        let lane = Lane(unit: unit, uprights: uprights(markers), bottom: base)
        let axis = ValueAxis(max: series.tallest, whole: true)
        let room = base - lane.height - (peaks.isEmpty ? 2 : 18)
        let scale = room / axis.top
        var drawing = Drawing(
            text: text, gutter: axis.gutter, height: base + 26,
            legend: series.isEmpty ? .none : .row(entries(series)), slots: slots)
        drawing.elements = grid(axis, scale: scale, base: base, room: room, zeroAt: base)
        let pointing = Pointing(names: bucketNames, links: links, slots: slots, top: lane.height, height: base - lane.height)
        for bucket in 0..<slots.count {
            let stack = BarStack(series.values(bucket), scale: scale)
            drawing.elements += pointing.column(
                bucket, slots.bars(stack, bucket: bucket, base: base, direction: -1), series.words(bucket))
        }
        drawing.elements += timeAxis(ticks, y: base)
        drawing.elements += lane.elements
        drawing.elements += letters(peaks, slots: slots, base: base) {
            BarStack(series.values($0), scale: scale).height
        }
        if series.tallest == 0 { drawing.elements.append(emptyPlot(emptyNote(unit), y: base / 2 + 16)) }
        return drawing
    }
}

/// What an empty plot says in its middle.
func emptyPlot(_ note: String, y: Double) -> Element {
    .text(Label(note, at: Place(0.5), y: y, ink: .label, anchor: .middle, hasHalo: true))
}
