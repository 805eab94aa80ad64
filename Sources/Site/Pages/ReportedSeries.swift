// What functions reported over time, as the three series a figure can tell apart.

import Charts
import Model

/// The two largest causes have fills of their own, the others share one.
///
/// A series that stands for several causes has none.
func reportedSeries(_ byCause: [Cause: [Int]]) -> [(cause: Cause?, series: BarSeries)] {
    let all = byCause.map { cause, values in
        (cause: cause, series: BarSeries(name: cause.title, fill: .function, values: values), sum: values.reduce(0, +))
    }
    let sorted = all.filter { $0.sum > 0 }.sorted { $0.sum == $1.sum ? $0.series.name < $1.series.name : $0.sum > $1.sum }
        .map { (cause: Optional($0.cause), series: $0.series) }
    guard sorted.count > 1 else { return sorted }
    var result = Array(sorted.prefix(2))
    result[1].series.fill = .functionSecond
    guard sorted.count > 2 else { return result }
    var others = sorted[2]
    for more in sorted.dropFirst(3) { others.series.values = zip(others.series.values, more.series.values).map(+) }
    others.series.fill = .functionThird
    if sorted.count > 3 { others = (nil, BarSeries(name: "Other causes", fill: .functionThird, values: others.series.values)) }
    return result + [others]
}
