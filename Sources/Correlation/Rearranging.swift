// Elements of a long column change places.

import Model

extension GrowingColumn {
    /// Afterwards element `place` is the one that was at `order[place]`. Every place stands in `order` once.
    mutating func rearrange(to order: [Int32]) {
        // In memory a second column would be the most that a run holds. In a file there is room, and what counts is to go through it in
        // order: it is a few long stretches that are merged.
        if memory.isInFile { copy(in: order) } else { swap(into: order) }
    }

    private mutating func copy(in order: [Int32]) {
        willBeReadInNoOrder()
        var copy = GrowingColumn(in: memory)
        for place in order { copy.append(self[Int(place)]) }
        self = copy
    }

    private mutating func swap(into order: [Int32]) {
        var isDone = [Bool](repeating: false, count: count)
        for start in indices where !isDone[start] {
            // Each cycle of the permutation is a chain of swaps that leads back to its start.
            var place = start
            isDone[place] = true
            while Int(order[place]) != start {
                swapAt(place, Int(order[place]))
                place = Int(order[place])
                isDone[place] = true
            }
        }
    }
}

/// What elements are sorted by: the time, then the first bits of what tells equal times apart. Thousands of runs start in the same
/// millisecond as another, and to look at the facts for each of them is to go through all of a column in no order.
struct OrderKey: Comparable, BitwiseCopyable, Sendable {
    var time: Timestamp
    var first: UInt64

    static func < (left: OrderKey, right: OrderKey) -> Bool {
        left.time == right.time ? left.first < right.first : left.time < right.time
    }
}

/// The places below `count` in the order of their keys, equal keys as `breaksTie` has them; nil when they stand in order already. Most
/// nights are long stretches in order, which the standard sort makes use of.
func places(
    below count: Int, inOrderOf key: (Int) -> OrderKey, memory: ColumnMemory, breaksTie: (Int, Int) -> Bool
) -> [Int32]? {
    let keys = Column((0..<count).lazy.map(key), in: memory)
    func isBefore(_ left: Int, _ right: Int) -> Bool {
        let (one, other) = (keys[left], keys[right])
        return one == other ? breaksTie(left, right) : one < other
    }
    guard (1..<max(1, count)).contains(where: { isBefore($0, $0 - 1) }) else { return nil }
    var order = (0..<Int32(count)).map(\.self)
    order.sort { isBefore(Int($0), Int($1)) }
    return order
}
