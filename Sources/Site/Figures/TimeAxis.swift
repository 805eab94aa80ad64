// A series of the night as columns of a chart: at most 120 of them, with the ticks of local time below.

import Charts
import Model

let minuteMs: Int64 = 60_000

struct TimeAxis: Sendable {
    static let maximumColumns = 120

    let since: Timestamp
    let columns: Int
    let bucketsAColumn: Int
    let columnMs: Int64
    let zone: DisplayZone
    private let buckets: Int

    init(_ series: NightSeries, zone: DisplayZone) {
        since = series.since
        buckets = series.buckets
        bucketsAColumn = max(1, (buckets + Self.maximumColumns - 1) / Self.maximumColumns)
        columns = (buckets + bucketsAColumn - 1) / bucketsAColumn
        columnMs = max(1, series.bucketMs) * Int64(bucketsAColumn)
        self.zone = zone
    }

    /// "per 5 min".
    var unit: String { "per \(bucketWords(columnMs))" }

    func sums(_ values: [Int]) -> [Int] {
        (0..<columns).map { slice(values, $0).reduce(0, +) }
    }

    func maxima(_ values: [Double?]) -> [Double?] {
        (0..<columns).map { slice(values, $0).compactMap(\.self).max() }
    }

    private func slice<Value>(_ values: [Value], _ column: Int) -> ArraySlice<Value> {
        values[min(values.count, column * bucketsAColumn)..<min(values.count, (column + 1) * bucketsAColumn)]
    }

    func start(_ column: Int) -> Timestamp { since + Int64(column) * columnMs }

    func range(_ column: Int) -> TimeRange { TimeRange(since: start(column), until: start(column + 1)) }

    /// nil for a time outside.
    func column(of time: Timestamp) -> Int? {
        guard time.isKnown, time >= since else { return nil }
        let column = Int((time - since) / columnMs)
        return column < columns ? column : nil
    }

    /// 0 at the axis' start, 1 at its end; nil outside.
    func position(_ time: Timestamp) -> Double? {
        let length = Int64(columns) * columnMs
        guard length > 0, time >= since, time - since <= length else { return nil }
        return Double(time - since) / Double(length)
    }

    /// `02:10`, on a night of minutes `02:10:05`.
    func clock(_ time: Timestamp) -> String { columnMs % minuteMs == 0 ? zone.minute(time) : zone.second(time) }

    /// `02:10–02:35`, or one of them when they read the same.
    func span(_ first: Timestamp, _ last: Timestamp) -> String {
        let words = [clock(first), clock(last)]
        return words[0] == words[1] ? words[0] : words.joined(separator: "\u{2013}")
    }

    /// Round local times, at most thirteen.
    var ticks: [AxisTick] {
        let length = Int64(columns) * columnMs
        guard length > 0 else { return [] }
        let minutes: [Int64] = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080]
        let seconds: [Int64] = [1, 2, 5, 10, 15, 30]
        let steps = seconds.map { $0 * 1000 } + minutes.map { $0 * minuteMs }
        let step = steps.first { length / $0 <= 12 } ?? (length / 12 / (1440 * minuteMs) + 1) * 1440 * minuteMs
        // The offset at the range's start places the ticks; a change of clocks within the range shows in their labels.
        let offset = Int64(zone.offsetSeconds(at: since)) * 1000
        let local = since.milliseconds + offset
        var time = Timestamp(milliseconds: local + (step - (local % step + step) % step) % step - offset)
        var ticks: [AxisTick] = []
        while time - since <= length, ticks.count < 40 {
            let isMidnight = zone.second(time) == "00:00:00"
            let clock = step % minuteMs == 0 ? zone.minute(time) : zone.second(time)
            let label = step >= 1440 * minuteMs ? day(time) : isMidnight ? "\(day(time)) \(clock)" : clock
            ticks.append(
                AxisTick(position: Double(time - since) / Double(length), label: label, isMajor: ticks.count % 4 == 0))
            time = time + step
        }
        return ticks
    }

    func markers(_ markers: [VersionMarker]) -> [AxisMarker] {
        markers.compactMap { marker in position(marker.time).map { AxisMarker(position: $0, label: marker.label) } }
    }

    /// `02:10–02:35`, with the day where the range is longer than one.
    func words(_ columns: Range<Int>) -> String {
        let from = start(columns.lowerBound)
        let isLong = Int64(self.columns) * columnMs > 1440 * minuteMs
        return "\(isLong ? day(from) + " " : "")\(clock(from))\u{2013}\(clock(start(columns.upperBound)))"
    }

    /// One for each column.
    var columnNames: [String] { (0..<columns).map { words($0..<$0 + 1) } }

    /// `12 Mar`.
    private func day(_ time: Timestamp) -> String {
        let parts = zone.longDate(time).split(separator: " ")
        return "\(parts.first ?? "") \(parts.dropFirst().first?.prefix(3) ?? "")"
    }
}
