// The range cut into at most 48 equal rows: by the hour where that is enough. Tables over time are made of them.

import Model

struct Stretches: Sendable {
    static let maximum = 48

    let since: Timestamp
    let lengthMs: Int64
    let count: Int
    /// Buckets of the series in each row.
    let bucketsARow: Int

    init(_ series: NightSeries) {
        since = series.since
        let bucketMs = max(1, series.bucketMs)
        let hour = max(1, 3_600_000 / bucketMs)
        var buckets = Int(hour)
        while series.buckets > buckets * Self.maximum { buckets += Int(hour) }
        // Under four hours, hours would say too little.
        if series.buckets <= Int(hour) * 4 { buckets = max(1, (series.buckets + 23) / 24) }
        bucketsARow = buckets
        lengthMs = bucketMs * Int64(buckets)
        count = (series.buckets + buckets - 1) / buckets
    }

    func start(_ number: Int) -> Timestamp { since + Int64(number) * lengthMs }

    func range(_ number: Int) -> TimeRange { TimeRange(since: start(number), until: start(number + 1)) }

    /// `02:00–03:00`.
    func words(_ number: Int, _ zone: DisplayZone) -> String {
        let start = start(number)
        let isNewDay = number == 0 || zone.date(start) != zone.date(self.start(number - 1))
        let date = isNewDay && lengthMs < 86_400_000 ? "\(zone.date(start)) " : ""
        return lengthMs >= 86_400_000 ? zone.date(start) : date + clock(number, zone)
    }

    /// Without the date.
    func clock(_ number: Int, _ zone: DisplayZone) -> String {
        let ends = [start(number), start(number + 1)]
        return ends.map { lengthMs % minuteMs == 0 ? zone.minute($0) : zone.second($0) }.joined(separator: "\u{2013}")
    }

    func number(of time: Timestamp) -> Int? {
        guard time.isKnown, time >= since, lengthMs > 0 else { return nil }
        let number = Int((time - since) / lengthMs)
        return number < count ? number : nil
    }

    /// The sum of a series in each row.
    func sums(_ values: [Int]) -> [Int] {
        (0..<count).map { row in
            values[min(values.count, row * bucketsARow)..<min(values.count, (row + 1) * bucketsARow)].reduce(0, +)
        }
    }
}
