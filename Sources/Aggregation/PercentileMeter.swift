// Percentiles of a list of values: the values put in order, which is exact.

import Model

struct PercentileMeter {
    /// Kept from one list to the next.
    private var values: [Int32] = []

    /// `unit` values are a millisecond; the answer is in milliseconds. Negative values are "not known" and left out. A percentile is the
    /// least value that so many per cent of all do not exceed (nearest rank).
    mutating func measure(_ measured: some Sequence<Int32>, per unit: Double = 100) -> Percentiles {
        values.removeAll(keepingCapacity: true)
        for value in measured where value >= 0 { values.append(value) }
        values.sort()
        guard let largest = values.last else { return Percentiles() }
        func percentile(_ rank: Int) -> Double { Double(values[(values.count * rank + 99) / 100 - 1]) / unit }
        var result = Percentiles()
        result.count = values.count
        result.p50 = percentile(50)
        result.p95 = percentile(95)
        result.p99 = percentile(99)
        result.max = Double(largest) / unit
        return result
    }
}
