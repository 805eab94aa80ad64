// Percentiles by HdrHistogram, four significant digits, reused from one list of values to the next.

import Histogram
import Model

struct PercentileMeter: ~Copyable {
    /// Up to a day in hundredths of a millisecond; longer values count as a day.
    private static let most: UInt64 = 8_640_000_000
    private var histogram = Histogram<UInt32>(
        lowestDiscernibleValue: 1, highestTrackableValue: PercentileMeter.most, numberOfSignificantValueDigits: .four)

    /// Values in hundredths of a millisecond; the answer in milliseconds. Negative values are "not known" and left out.
    mutating func measure(_ values: some Sequence<Int64>) -> Percentiles {
        var result = Percentiles()
        var largest: UInt64 = 0
        for value in values where value >= 0 {
            let clamped = min(UInt64(value), Self.most)
            _ = histogram.record(clamped)
            largest = max(largest, clamped)
            result.count += 1
        }
        guard result.count > 0 else { return result }
        func percentile(_ rank: Double) -> Double {
            Double(min(histogram.valueAtPercentile(rank), largest)) / 100
        }
        result.p50 = percentile(50)
        result.p95 = percentile(95)
        result.p99 = percentile(99)
        result.max = Double(largest) / 100
        histogram.reset()
        return result
    }
}
