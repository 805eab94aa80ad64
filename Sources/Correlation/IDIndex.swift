// A hash table from 128-bit ids to places in an array, four bytes a slot: the array itself holds the keys.

import Model

struct IDIndex {
    /// -1 is empty; size is a power of two, at most half full.
    private var slots: [Int32]
    private let mask: Int

    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    /// The places of all entries for which `key` gives `id`, in the order they were added.
    func places(of id: ID128, key: (Int32) -> ID128) -> [Int32] {
        var found: [Int32] = []
        var slot = start(of: id)
        while slots[slot] >= 0 {
            if key(slots[slot]) == id { found.append(slots[slot]) }
            slot = (slot + 1) & mask
        }
        return found
    }

    func first(of id: ID128, key: (Int32) -> ID128) -> Int32? {
        var slot = start(of: id)
        while slots[slot] >= 0 {
            if key(slots[slot]) == id { return slots[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    mutating func add(_ place: Int32, id: ID128) {
        var slot = start(of: id)
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = place
    }

    private func start(of id: ID128) -> Int {
        var bits = id.high ^ (id.low &* 0x9e37_79b9_7f4a_7c15)
        bits ^= bits >> 32
        bits = bits &* 0xd6e8_feb8_6659_fd93
        return Int(truncatingIfNeeded: bits >> 32) & mask
    }
}
