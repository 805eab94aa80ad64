// A series of the night as columns of a chart: at most 120 of them, with the ticks of local time below.

import Charts
import Model

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

    /// 0 at the axis' start, 1 at its end; nil outside.
    func position(_ time: Timestamp) -> Double? {
        let length = Int64(columns) * columnMs
        guard length > 0, time >= since, time - since <= length else { return nil }
        return Double(time - since) / Double(length)
    }

    /// Round local times, at most thirteen.
    var ticks: [AxisTick] {
        let length = Int64(columns) * columnMs
        guard length > 0 else { return [] }
        let minute: Int64 = 60_000
        let steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080].map { $0 * minute }
        let step = steps.first { length / $0 <= 12 } ?? (length / 12 / (1440 * minute) + 1) * 1440 * minute
        // The offset at the range's start places the ticks; a change of clocks within the range shows in their labels.
        let offset = Int64(zone.offsetSeconds(at: since)) * 1000
        let local = since.milliseconds + offset
        var time = Timestamp(milliseconds: local + (step - (local % step + step) % step) % step - offset)
        var ticks: [AxisTick] = []
        while time - since <= length, ticks.count < 40 {
            let isMidnight = zone.minute(time) == "00:00"
            let day = zone.longDate(time).split(separator: " ").prefix(2)
            let date = "\(day.first ?? "") \(day.last?.prefix(3) ?? "")"
            let label = step >= 1440 * minute ? date : isMidnight ? "\(date) 00:00" : zone.minute(time)
            ticks.append(
                AxisTick(position: Double(time - since) / Double(length), label: label, isMajor: ticks.count % 4 == 0))
            time = time + step
        }
        return ticks
    }

    func markers(_ markers: [VersionMarker]) -> [AxisMarker] {
        markers.compactMap { marker in position(marker.time).map { AxisMarker(position: $0, label: marker.label) } }
    }

    /// `02:10–02:35`, with dates where the range has several.
    func words(_ columns: Range<Int>) -> String {
        let from = start(columns.lowerBound)
        let until = start(columns.upperBound)
        return "\(zone.minute(from))\u{2013}\(zone.minute(until))"
    }
}
