// Elements of a large array change places without a second array beside it.

extension Array {
    /// Afterwards element `place` is the one that was at `order[place]`; elements that `order` does not name are gone. No place may stand in
    /// `order` twice.
    mutating func rearrange(to order: [Int]) {
        var isDone = [Bool](repeating: false, count: count)
        var isNamed = isDone
        for place in order { isNamed[place] = true }
        let whole = order + indices.filter { !isNamed[$0] }
        for start in indices where !isDone[start] {
            // Each cycle of the permutation is a chain of swaps that leads back to its start.
            var place = start
            isDone[place] = true
            while whole[place] != start {
                swapAt(place, whole[place])
                place = whole[place]
                isDone[place] = true
            }
        }
        removeLast(count - order.count)
    }
}
