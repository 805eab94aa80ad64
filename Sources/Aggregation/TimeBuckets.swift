// Equal stretches of time, few enough to be drawn and round enough to be read.

import Model

struct TimeBuckets {
    let since: Timestamp
    let bucketMs: Int64
    let count: Int

    /// At most this many bars are drawn over a range.
    private static let most: Int64 = 120
    private static let sizes: [Int64] = [
        1_000, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000, 7_200_000, 10_800_000,
        21_600_000, 43_200_000, 86_400_000, 604_800_000,
    ]

    /// Buckets begin at a multiple of their size, so that a bar says "02:10", not "02:08:13".
    init(range: TimeRange) {
        let length = max(1, range.milliseconds)
        var size = Self.sizes.first { length <= $0 * (Self.most - 1) } ?? Self.sizes[Self.sizes.count - 1]
        while length > size * (Self.most - 1) { size *= 2 }
        let start = range.since.milliseconds
        let remainder = start % size
        since = Timestamp(milliseconds: start - (remainder < 0 ? remainder + size : remainder))
        bucketMs = size
        count = Int((range.until - since + size - 1) / size).clamped(to: 1...Int(Self.most))
    }

    /// Times outside the range (a run that a request of the range called may start after it) count in the nearest bucket.
    func index(of time: Timestamp) -> Int {
        guard time.isKnown, time > since else { return 0 }
        return min(count - 1, Int((time - since) / bucketMs))
    }

    func count(_ times: [Timestamp]) -> [Int] {
        var counts = [Int](repeating: 0, count: count)
        for time in times { counts[index(of: time)] += 1 }
        return counts
    }
}

extension Int {
    fileprivate func clamped(to range: ClosedRange<Int>) -> Int { Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
}
