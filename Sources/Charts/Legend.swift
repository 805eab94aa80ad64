// Names and counts of what a figure shows, with the fills they are drawn in.

struct LegendEntry {
    var fill: Fill
    var name: String
    var count: Int
}

/// One half of a twin chart: its name, its total and what makes it up.
struct LegendHalf {
    var name: String
    var total: String
    var ink: Ink
    var entries: [LegendEntry]
}

enum Legend {
    case none
    /// One flowing row above the plot.
    case row([LegendEntry])
    /// Right of the plot, each aligned with its half.
    case halves(LegendHalf, LegendHalf)
}

func entries(_ series: [BarSeries]) -> [LegendEntry] {
    series.map { LegendEntry(fill: $0.fill, name: $0.name, count: total($0.values)) }
}

extension [LegendEntry] {
    /// Without patterns, as on phones, some of these fills would look the same, so their swatches say nothing.
    var areAlikeWithoutPatterns: Bool {
        let functions: [Fill] = [.function, .functionSecond, .functionThird]
        return filter { functions.contains($0.fill) }.count > 1
    }
}
