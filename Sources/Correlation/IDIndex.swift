// A hash table from 128-bit ids to places in an array, four bytes a slot: the array itself holds the keys.

import Model

/// Any number of entries may have one id, and every step is bounded all the same: a row or a line can repeat an id as often as it likes.
struct IDIndex {
    private struct Crowd {
        var places: [Int32] = []
        /// How many of them, from the first, are of no more use to `firstLeft`.
        var passed = 0
    }

    /// -1 is empty; size is a power of two, at most half full.
    private var slots: [Int32]
    private let mask: Int
    /// What found no slot within `longestWalk` of its start, by id, in the order it was added.
    private var crowds: [ID128: Crowd] = [:]

    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    /// The places of all entries for which `key` gives `id`, in the order they were added.
    func places(of id: ID128, key: (Int32) -> ID128) -> [Int32] {
        var found: [Int32] = []
        _ = walk(from: id) { place in
            if key(place) == id { found.append(place) }
            return false
        }
        if let crowd = crowd(of: id) { found += crowd.places }
        return found
    }

    func first(of id: ID128, key: (Int32) -> ID128) -> Int32? {
        walk(from: id) { key($0) == id } ?? crowd(of: id)?.places.first
    }

    func last(of id: ID128, key: (Int32) -> ID128) -> Int32? {
        if let crowd = crowd(of: id) { return crowd.places.last }
        return places(of: id, key: key).last
    }

    /// The first place that is not `taken`; a place that was taken once must stay so.
    mutating func firstLeft(of id: ID128, key: (Int32) -> ID128, taken: (Int32) -> Bool) -> Int32? {
        if let place = walk(from: id, until: { key($0) == id && !taken($0) }) { return place }
        guard let crowd = crowd(of: id) else { return nil }
        let passed = crowd.places[crowd.passed...].firstIndex { !taken($0) } ?? crowd.places.count
        crowds[id]?.passed = passed
        return passed < crowd.places.count ? crowd.places[passed] : nil
    }

    mutating func add(_ place: Int32, id: ID128) {
        var slot = start(of: id)
        var steps = 0
        while slots[slot] >= 0 {
            slot = (slot + 1) & mask
            steps += 1
            if steps == Self.longestWalk {
                crowds[id, default: Crowd()].places.append(place)
                return
            }
        }
        slots[slot] = place
    }

    /// Ids that are all different hardly ever walk as far.
    private static let longestWalk = 64

    private func crowd(of id: ID128) -> Crowd? { crowds.isEmpty ? nil : crowds[id] }

    private func walk(from id: ID128, until isFound: (Int32) -> Bool) -> Int32? {
        var slot = start(of: id)
        var steps = 0
        while slots[slot] >= 0, steps < Self.longestWalk {
            if isFound(slots[slot]) { return slots[slot] }
            slot = (slot + 1) & mask
            steps += 1
        }
        return nil
    }

    private func start(of id: ID128) -> Int {
        var bits = id.high ^ (id.low &* 0x9e37_79b9_7f4a_7c15)
        bits ^= bits >> 32
        bits = bits &* 0xd6e8_feb8_6659_fd93
        return Int(truncatingIfNeeded: bits >> 32) & mask
    }
}
