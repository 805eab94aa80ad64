// A hash table from 128-bit ids to places in a column, which itself holds the keys.

import Model

/// Any number of entries may have one id, and every step is bounded all the same: a row or a line can repeat an id as often as it likes.
struct IDIndex {
    private struct Crowd {
        var places: [Int32] = []
        /// How many of them, from the first, are of no more use to `firstLeft`.
        var passed = 0
    }

    /// A place and 32 more bits of the hash, so that a look at the column is nearly always a look at the right element: the column is much
    /// larger than this table, and may lie in a file. At most two thirds are in use.
    private struct Slot {
        var place: Int32 = -1
        var tag: UInt32 = 0
    }

    private struct Hash {
        var slot: Int
        var tag: UInt32
    }

    private var slots: [Slot]
    /// What found no slot within `longestWalk` of its start, by id, in the order it was added.
    private var crowds: [ID128: Crowd] = [:]

    init(capacity: Int) {
        slots = [Slot](repeating: Slot(), count: 16 + capacity + capacity / 2)
    }

    /// The places of all entries for which `key` gives `id`, in the order they were added.
    func places(of id: ID128, key: (Int32) -> ID128) -> [Int32] {
        var found: [Int32] = []
        let walk = walk(from: id) { place in
            if key(place) == id { found.append(place) }
            return false
        }
        if let crowd = crowd(of: id, behind: walk) { found += crowd.places }
        return found
    }

    func first(of id: ID128, key: (Int32) -> ID128) -> Int32? {
        let walk = walk(from: id) { key($0) == id }
        return walk.found ?? crowd(of: id, behind: walk)?.places.first
    }

    func last(of id: ID128, key: (Int32) -> ID128) -> Int32? { places(of: id, key: key).last }

    /// The first place that is not `taken`; a place that was taken once must stay so.
    mutating func firstLeft(of id: ID128, key: (Int32) -> ID128, taken: (Int32) -> Bool) -> Int32? {
        let walk = walk(from: id) { key($0) == id && !taken($0) }
        if let place = walk.found { return place }
        guard let crowd = crowd(of: id, behind: walk) else { return nil }
        let passed = crowd.places[crowd.passed...].firstIndex { !taken($0) } ?? crowd.places.count
        crowds[id]?.passed = passed
        return passed < crowd.places.count ? crowd.places[passed] : nil
    }

    mutating func add(_ place: Int32, id: ID128) {
        let hash = hash(of: id)
        var slot = hash.slot
        var steps = 0
        while slots[slot].place >= 0 {
            slot = after(slot)
            steps += 1
            if steps == Self.longestWalk {
                crowds[id, default: Crowd()].places.append(place)
                return
            }
        }
        slots[slot] = Slot(place: place, tag: hash.tag)
    }

    /// Ids that are all different hardly ever walk as far.
    private static let longestWalk = 64

    /// What was added found the first free slot, if there was one near enough, and no slot becomes free again.
    private func crowd(of id: ID128, behind walk: (found: Int32?, isFull: Bool)) -> Crowd? { walk.isFull ? crowds[id] : nil }

    private func walk(from id: ID128, until isFound: (Int32) -> Bool) -> (found: Int32?, isFull: Bool) {
        let hash = hash(of: id)
        var slot = hash.slot
        for _ in 0..<Self.longestWalk {
            guard slots[slot].place >= 0 else { return (nil, false) }
            if slots[slot].tag == hash.tag, isFound(slots[slot].place) { return (slots[slot].place, false) }
            slot = after(slot)
        }
        return (nil, true)
    }

    private func after(_ slot: Int) -> Int { slot + 1 == slots.count ? 0 : slot + 1 }

    private func hash(of id: ID128) -> Hash {
        var bits = id.high ^ (id.low &* 0x9e37_79b9_7f4a_7c15)
        bits ^= bits >> 32
        bits = bits &* 0xd6e8_feb8_6659_fd93
        let slot = bits.multipliedFullWidth(by: UInt64(slots.count)).high
        return Hash(slot: Int(slot), tag: UInt32(truncatingIfNeeded: bits))
    }
}
