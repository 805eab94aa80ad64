// Elements of a long column are put in order of time.

import Model

extension GrowingColumn {
    /// By time, then by `tie`, then as they stand.
    mutating func sort(byTime time: (Element) -> Timestamp, tie: (Element) -> TieBreaker) {
        let order = OrderOfTime(below: count) { time(self[$0]) }
        // In memory a second column would be the most that a run holds. In a file there is room, and what counts is to go through it in
        // order: it is a few long stretches that are merged.
        if memory.isInFile {
            willBeReadInNoOrder()
            var copy = GrowingColumn(in: memory)
            order.forEach(time: { time(self[$0]) }, tie: { tie(self[$0]) }) { copy.append(self[Int($0)]) }
            self = copy
        } else {
            var sources: [Int32] = []
            sources.reserveCapacity(count)
            order.forEach(time: { time(self[$0]) }, tie: { tie(self[$0]) }) { sources.append($0) }
            rearrange(&sources)
        }
    }

    /// Afterwards each element is the one that was at the place that `sources` has there. Every place stands in it once.
    private mutating func rearrange(_ sources: inout [Int32]) {
        for start in indices {
            // Each cycle of the permutation is a chain of swaps that leads back to its start. What stands where it belongs is its own source.
            var place = start
            while Int(sources[place]) != start {
                let source = Int(sources[place])
                swapAt(place, source)
                sources[place] = Int32(place)
                place = source
            }
            sources[place] = Int32(place)
        }
    }
}

/// What has something beside it.
protocol ExtrasOwner: BitwiseCopyable, Sendable {
    /// Its place among the words that lie there; -1 for none.
    var extras: Int32 { get set }
}

extension AccessRecord: ExtrasOwner {}
extension InvocationRecord: ExtrasOwner {}

extension GrowingExtraWords {
    /// Puts these in the order of those that they belong to, and leaves out what is nobody's.
    mutating func follow(_ owners: inout GrowingColumn<some ExtrasOwner>) {
        willBeReadInNoOrder()
        var ordered = GrowingExtraWords(in: owners.memory)
        for owner in owners.indices where owners[owner].extras >= 0 {
            owners[owner].extras = ordered.append(at: owners[owner].extras, of: self)
        }
        self = ordered
    }
}
