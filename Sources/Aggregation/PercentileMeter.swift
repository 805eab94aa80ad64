// Exact percentiles of a stream of values: few values are put in order, many are counted, so that no list grows with a night.

package import Model

/// Takes values once and, if it `needsSecondWalk`, the same values again. Negative values are "not known" and left out.
///
/// Of many values each one below `exactLimit` has its own counter. Above it they are counted by their upper halves, which is enough
/// unless a percentile lies there; then a second walk counts the lower halves of the values around it.
package struct PercentileMeter: Sendable {
    /// As long as they are few.
    private var values: [Int32] = []
    private var count = 0
    private var largest: Int32 = -1
    private var isCounting = false
    /// By value, as far as was needed; a power of two long.
    private var exact: [UInt32] = []
    /// By upper half, of the values that are not among the exact ones.
    private var upper: [UInt32] = []
    /// Upper halves that hold a percentile, at most three, and the counters of their lower halves.
    private var refined: [(half: Int, counts: [UInt32])] = []

    /// More values than this are counted: putting them in order would take longer.
    package static let few = 1 << 12
    /// Nine minutes of milliseconds, five seconds in hundredths of a millisecond; a multiple of an upper half.
    private static let exactLimit: Int32 = 1 << 19
    private static let percents = [50, 95, 99]

    package init() {}

    package mutating func add(_ value: Int32) {
        guard value >= 0 else { return }
        count += 1
        largest = max(largest, value)
        if isCounting {
            tally(value)
        } else {
            values.append(value)
            if values.count > Self.few { beginCounting() }
        }
    }

    private mutating func beginCounting() {
        isCounting = true
        for value in values { tally(value) }
        values = []
    }

    private mutating func tally(_ value: Int32) {
        if value < exact.count {
            exact[Int(value)] += 1
        } else if value < Self.exactLimit {
            var size = max(exact.count, 1 << 12)
            while size <= value { size *= 2 }
            exact += [UInt32](repeating: 0, count: size - exact.count)
            exact[Int(value)] += 1
        } else {
            if upper.isEmpty { upper = [UInt32](repeating: 0, count: 1 << 15) }
            upper[Int(value >> 16)] += 1
        }
    }

    /// Asked when all values were added; until `finish`, they are then to be given to `addAgain`.
    package mutating func needsSecondWalk() -> Bool {
        guard isCounting else { return false }
        refined = Set(Self.percents.compactMap { place(ofRank: rank($0)).half }).sorted().map {
            ($0, [UInt32](repeating: 0, count: 1 << 16))
        }
        return !refined.isEmpty
    }

    package mutating func addAgain(_ value: Int32) {
        guard value >= Self.exactLimit else { return }
        for place in refined.indices where refined[place].half == Int(value >> 16) {
            refined[place].counts[Int(value & 0xFFFF)] += 1
        }
    }

    /// `unit` values are a millisecond; the answer is in milliseconds. A percentile is the least value that so many per cent of all do not
    /// exceed (nearest rank). Empty afterwards, for the next stream of values.
    package mutating func finish(per unit: Double) -> Percentiles {
        guard count > 0 else { return Percentiles() }
        values.sort()
        var result = Percentiles()
        result.count = count
        result.p50 = Double(value(ofRank: rank(50))) / unit
        result.p95 = Double(value(ofRank: rank(95))) / unit
        result.p99 = Double(value(ofRank: rank(99))) / unit
        result.max = Double(largest) / unit
        self = PercentileMeter()
        return result
    }

    /// From 1.
    private func rank(_ percent: Int) -> Int { (count * percent + 99) / 100 }

    private func value(ofRank rank: Int) -> Int {
        guard isCounting else { return Int(values[rank - 1]) }
        let (value, half, rest) = place(ofRank: rank)
        guard let half, let counts = refined.first(where: { $0.half == half })?.counts else { return value }
        return half << 16 | counts.place(ofRank: rest).place
    }

    /// The value, as far as it is counted exactly; else its upper half and its rank among the values that share it.
    private func place(ofRank rank: Int) -> (value: Int, half: Int?, rest: Int) {
        let (value, rest) = exact.place(ofRank: rank)
        guard value == exact.count else { return (value, nil, rest) }
        let (half, further) = upper.place(ofRank: rest)
        return (half << 16, half, further)
    }
}

extension [UInt32] {
    /// Of counters: the one that holds the rank, and the rank within it; the rank beyond all of them when there are not as many.
    fileprivate func place(ofRank rank: Int) -> (place: Int, rest: Int) {
        var rest = rank
        for (place, count) in enumerated() {
            if rest <= Int(count) { return (place, rest) }
            rest -= Int(count)
        }
        return (count, rest)
    }
}
