// What the second reading looks for, in the order in which events come.

import Model

struct WantedPlaces {
    struct Head {
        var id: ID128
        var first: UInt32
        var last: UInt32
    }

    private(set) var access: Set<UInt32> = []
    private(set) var heads: [Head] = []
    private var executions: [ID128: [ClosedRange<UInt32>]] = [:]
    private var invocations: [ID128: [ClosedRange<UInt32>]] = [:]
    /// All of it, merged and in order.
    private var ranges: [ClosedRange<UInt32>] = []

    init(_ wanted: WantedEvidence, input: UInt32) {
        func own(_ places: [PlaceRange]) -> [ClosedRange<UInt32>] {
            places.filter { $0.input == input && $0.first <= $0.last }.map { $0.first...$0.last }
        }
        access = Set(wanted.access.filter { $0.input == input }.map(\.event))
        executions = wanted.executions.mapValues { Self.merged(own($0)) }
        invocations = wanted.invocations.mapValues { Self.merged(own($0)) }
        for (id, places) in wanted.heads {
            for range in own(places) { heads.append(Head(id: id, first: range.lowerBound, last: range.upperBound)) }
        }
        heads.sort { $0.first == $1.first ? $0.id < $1.id : $0.first < $1.first }
        var all = access.map { $0...$0 }
        for places in executions.values { all += places }
        for places in invocations.values { all += places }
        all += heads.map { $0.first...$0.last }
        ranges = Self.merged(all)
    }

    func covers(_ ordinal: UInt32) -> Bool { Self.isHeld(ordinal, by: ranges) }

    func execution(_ id: ID128, holds ordinal: UInt32) -> Bool { Self.isHeld(ordinal, by: executions[id] ?? []) }

    func invocation(_ id: ID128, holds ordinal: UInt32) -> Bool { Self.isHeld(ordinal, by: invocations[id] ?? []) }

    /// `ranges` are in order and do not overlap.
    private static func isHeld(_ ordinal: UInt32, by ranges: [ClosedRange<UInt32>]) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < ordinal { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(ordinal)
    }

    private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var answer: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = answer.last, range.lowerBound <= last.upperBound {
                answer[answer.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                answer.append(range)
            }
        }
        return answer
    }
}
