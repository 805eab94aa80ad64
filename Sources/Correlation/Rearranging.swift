// Elements of a long column change places without a second column beside it.

import Model

extension GrowingColumn {
    /// Afterwards element `place` is the one that was at `order[place]`. Every place stands in `order` once.
    mutating func rearrange(to order: [Int32]) {
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

/// The places below `count` in order of time, equal times as `breaksTie` has them; nil when they stand in order already. Most nights are
/// long stretches in order, which the standard sort makes use of.
func places(below count: Int, inOrderOf time: (Int) -> Timestamp, breaksTie: (Int, Int) -> Bool) -> [Int32]? {
    var latest = Timestamp.unknown
    let isInOrder = (0..<count).allSatisfy { place in
        let next = time(place)
        defer { latest = next }
        return place == 0 || latest < next || latest == next && !breaksTie(place, place - 1)
    }
    guard !isInOrder else { return nil }
    let times = (0..<count).map(time)
    var order = (0..<Int32(count)).map(\.self)
    order.sort { left, right in
        let (left, right) = (Int(left), Int(right))
        return times[left] == times[right] ? breaksTie(left, right) : times[left] < times[right]
    }
    return order
}
