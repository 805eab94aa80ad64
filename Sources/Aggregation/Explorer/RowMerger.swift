// The rows of all stretches put together, in their order.

import Model

struct RowMerger: Sendable {
    private var rows = ExplorerRows()
    private var kinds: [RowKind: UInt32] = [:]
    private var kindCounts: [Int] = []
    private var texts: [String: UInt32] = ["": 0]
    private var isSorted = true
    private var counted: [RowStretch.CountedKey: UInt32] = [:]
    private let summarised: Bool

    init(_ source: RowSource) {
        summarised = source.summarised
        rows.agents += source.agents.texts
        rows.requests = source.requests.count
        guard !summarised else { return }
        rows.times.reserveCapacity(rows.requests)
        rows.kindOfRow.reserveCapacity(rows.requests)
        rows.latencies.reserveCapacity(rows.requests)
        rows.agentOfRow.reserveCapacity(rows.requests)
        rows.ids.reserveCapacity(rows.requests)
    }

    /// Names and kinds are numbered in the order in which they first come, as if there had been one stretch only.
    mutating func append(_ stretch: RowStretch) {
        let more = stretch.rows
        let names = more.names.map { number(of: $0) }
        let kinds = zip(more.kinds, stretch.kindCounts).map { number(of: $0.renamed(names), count: $1) }
        isSorted = isSorted && stretch.isSorted
        if let last = rows.times.last, let next = more.times.first, next < last { isSorted = false }
        rows.failures += more.failures.map { (row: rows.count + $0.row, failure: $0.failure) }
        for time in more.times { rows.times.append(time) }
        rows.kindOfRow += more.kindOfRow.lazy.map { kinds[Int($0)] }
        rows.latencies += more.latencies
        rows.agentOfRow += more.agentOfRow
        rows.ids += more.ids
        for (key, count) in stretch.counted {
            var key = key
            key.kind = kinds[Int(key.kind)]
            counted[key, default: 0] += count
        }
    }

    private mutating func number(of text: String) -> UInt32 {
        if let number = texts[text] { return number }
        let number = UInt32(rows.names.count)
        rows.names.append(text)
        texts[text] = number
        return number
    }

    private mutating func number(of kind: RowKind, count: Int) -> UInt32 {
        let number = kinds[kind] ?? UInt32(rows.kinds.count)
        if number == rows.kinds.count {
            rows.kinds.append(kind)
            kindCounts.append(0)
            kinds[kind] = number
        }
        kindCounts[Int(number)] += count
        return number
    }

    /// Common kinds get small numbers, which take fewer bytes; then the rows are put in order.
    consuming func finish() -> ExplorerRows {
        if summarised { mergeCounted() } else { sortByTime() }
        let kindOrder = kindCounts.indices.sorted { (kindCounts[$1], $0) < (kindCounts[$0], $1) }
        var kindNumbers = [UInt32](repeating: 0, count: kindOrder.count)
        for (number, old) in kindOrder.enumerated() { kindNumbers[old] = UInt32(number) }
        rows.kinds = kindOrder.map { rows.kinds[$0] }
        for row in rows.kindOfRow.indices { rows.kindOfRow[row] = kindNumbers[Int(rows.kindOfRow[row])] }
        return rows
    }

    /// Rows whose time is not known stood first and may stand after others now.
    private mutating func sortByTime() {
        guard !isSorted else { return }
        let times = rows.times
        rearrange(times.indices.sorted { (times[$0], $0) < (times[$1], $1) })
    }

    private mutating func mergeCounted() {
        rows.counts = [UInt32](repeating: 1, count: rows.count)
        let keys = counted.keys.sorted { ($0.minute, $0.kind, $0.step) < ($1.minute, $1.kind, $1.step) }
        for key in keys {
            rows.times.append(key.minute)
            rows.kindOfRow.append(key.kind)
            rows.latencies.append(key.step < 0 ? -1 : Int32(LatencyHistogram.floor(step: Int(key.step))))
            rows.agentOfRow.append(0)
            rows.ids.append(0)
            rows.counts.append(counted[key] ?? 0)
        }
        let times = rows.times
        rearrange(times.indices.sorted { (times[$0], $0) < (times[$1], $1) })
    }

    private mutating func rearrange(_ order: [Int]) {
        rows.times = RowTimes(order.lazy.map { [times = rows.times] in times[$0] })
        rows.kindOfRow = order.map { rows.kindOfRow[$0] }
        rows.latencies = order.map { rows.latencies[$0] }
        rows.agentOfRow = order.map { rows.agentOfRow[$0] }
        rows.ids = order.map { rows.ids[$0] }
        if !rows.counts.isEmpty { rows.counts = order.map { rows.counts[$0] } }
        var placeOf = [Int](repeating: 0, count: order.count)
        for (place, old) in order.enumerated() { placeOf[old] = place }
        rows.failures = rows.failures.map { (row: placeOf[$0.row], failure: $0.failure) }.sorted { $0.row < $1.row }
    }
}

extension RowKind {
    /// With the numbers that its names have now.
    fileprivate func renamed(_ numbers: [UInt32]) -> RowKind {
        var kind = self
        for field in [\RowKind.endpoint, \.api, \.stage, \.method, \.function, \.version] {
            kind[keyPath: field] = numbers[Int(kind[keyPath: field])]
        }
        return kind
    }
}
