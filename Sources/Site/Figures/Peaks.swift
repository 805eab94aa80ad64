// The columns that stand out, and the stretch of time around the worst of them.

/// Indices of the largest columns, at most `limit`, no two nearer than three columns, in order of time. Columns under a
/// third of the largest do not stand out.
func peakColumns(_ values: [Int], limit: Int = 6) -> [Int] {
    guard let largest = values.max(), largest > 0 else { return [] }
    var peaks: [Int] = []
    let byHeight = values.indices.sorted { values[$0] == values[$1] ? $0 < $1 : values[$0] > values[$1] }
    for index in byHeight where peaks.count < limit {
        guard values[index] * 3 >= largest else { break }
        if peaks.allSatisfy({ abs($0 - index) > 3 }) { peaks.append(index) }
    }
    return peaks.sorted()
}

/// The columns around the largest one that are at least a third as high.
func worstStretch(_ values: [Int]) -> Range<Int>? {
    guard let largest = values.max(), largest > 0, let top = values.firstIndex(of: largest) else { return nil }
    var from = top
    var until = top + 1
    while from > 0, values[from - 1] * 3 >= largest { from -= 1 }
    while until < values.count, values[until] * 3 >= largest { until += 1 }
    return from..<until
}
