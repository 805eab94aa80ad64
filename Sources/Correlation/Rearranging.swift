// Elements of a large array change places without a second array beside it.

import Model

extension MutableCollection where Self: RandomAccessCollection, Index == Int {
    /// Afterwards element `place` is the one that was at `order[place]`. Every place stands in `order` once.
    mutating func rearrange(to order: [Int]) {
        var isDone = [Bool](repeating: false, count: count)
        for start in indices where !isDone[start] {
            // Each cycle of the permutation is a chain of swaps that leads back to its start.
            var place = start
            isDone[place] = true
            while order[place] != start {
                swapAt(place, order[place])
                place = order[place]
                isDone[place] = true
            }
        }
    }
}

/// The places of `times` in order of time, equal times as `breaksTie` has them; nil when they stand in order already. Most nights are
/// long stretches in order, which the standard sort makes use of.
func places(inOrderOf times: [Timestamp], breaksTie: (Int, Int) -> Bool) -> [Int]? {
    func isBefore(_ left: Int, _ right: Int) -> Bool {
        times[left] == times[right] ? breaksTie(left, right) : times[left] < times[right]
    }
    guard times.indices.dropFirst().contains(where: { isBefore($0, $0 - 1) }) else { return nil }
    return times.indices.sorted(by: isBefore)
}
