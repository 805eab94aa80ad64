// What functions reported over time, as the three series a figure can tell apart.

import Charts
import Model

/// The two largest causes have fills of their own, the others share one.
func reportedSeries(_ byCause: [Cause: [Int]]) -> [BarSeries] {
    let all = byCause.map { cause, values in
        (series: BarSeries(name: cause.title, fill: .function, values: values), sum: values.reduce(0, +))
    }
    let sorted = all.filter { $0.sum > 0 }.sorted { $0.sum == $1.sum ? $0.series.name < $1.series.name : $0.sum > $1.sum }
        .map(\.series)
    guard sorted.count > 1 else { return sorted }
    var result = Array(sorted.prefix(2))
    result[1].fill = .functionSecond
    guard sorted.count > 2 else { return result }
    var others = sorted[2]
    for more in sorted.dropFirst(3) { others.values = zip(others.values, more.values).map(+) }
    others.fill = .functionThird
    if sorted.count > 3 { others.name = "Other causes" }
    return result + [others]
}
