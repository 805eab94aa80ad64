// The times of very many rows, four bytes each.

/// Milliseconds since 1970, mostly ascending: offsets from a time that is said once, and again where an offset would not fit, which is
/// after seven weeks or where a time lies before it.
package struct RowTimes: RandomAccessCollection, Sendable {
    private var offsets: [UInt32] = []
    /// In order of the first row that is counted from each.
    private var bases: [(row: Int, time: Int64)] = []

    package init() {}

    package init(_ times: some Sequence<Int64>) {
        for time in times { append(time) }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { offsets.count }

    package mutating func reserveCapacity(_ rows: Int) { offsets.reserveCapacity(rows) }

    package mutating func append(_ time: Int64) {
        if let base = bases.last, time >= base.time, let offset = UInt32(exactly: UInt64(bitPattern: time &- base.time)) {
            offsets.append(offset)
        } else {
            bases.append((offsets.count, time))
            offsets.append(0)
        }
    }

    package subscript(row: Int) -> Int64 { bases[base(of: row)].time + Int64(offsets[row]) }

    private func base(of row: Int) -> Int {
        var (low, high) = (0, bases.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if bases[middle].row <= row { low = middle } else { high = middle }
        }
        return low
    }
}
