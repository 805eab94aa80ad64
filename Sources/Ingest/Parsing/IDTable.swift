// From ids to places in a list: asked once or twice a run, where a dictionary's hash costs more than all else about the id.

import Model

/// Ids are random as they come, so that a few operations make a good hash of one. Ids that were made to meet in one place find no slot
/// within a few steps and go to a dictionary, whose hash nobody can foresee.
struct IDTable {
    private struct Slot {
        var id = ID128.none
        /// -1 is free.
        var place: Int32 = -1
    }

    private static let longestWalk = 8

    /// Their number is a power of two, and at most half of them are in use.
    private var slots: [Slot] = []
    private var used = 0
    private var crowded: [ID128: Int32] = [:]

    subscript(id: ID128) -> Int? {
        if slots.isEmpty { return nil }
        var slot = home(of: id)
        for _ in 0..<Self.longestWalk {
            if slots[slot].place < 0 { return nil }
            if slots[slot].id == id { return Int(slots[slot].place) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return crowded.isEmpty ? nil : crowded[id].map { Int($0) }
    }

    /// The place of an id that may have one already.
    mutating func set(_ id: ID128, to place: Int) {
        if (used + 1) * 2 > slots.count { grow() }
        put(id, Int32(place))
    }

    private mutating func put(_ id: ID128, _ place: Int32) {
        var slot = home(of: id)
        for _ in 0..<Self.longestWalk {
            if slots[slot].place < 0 || slots[slot].id == id {
                if slots[slot].place < 0 { used += 1 }
                slots[slot] = Slot(id: id, place: place)
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        crowded[id] = place
    }

    private mutating func grow() {
        let before = slots
        let beside = crowded
        slots = [Slot](repeating: Slot(), count: max(64, before.count * 2))
        used = 0
        crowded = [:]
        for slot in before where slot.place >= 0 { put(slot.id, slot.place) }
        for (id, place) in beside { put(id, place) }
    }

    @inline(__always)
    private func home(of id: ID128) -> Int {
        let mixed = (id.high ^ id.low &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
        return Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
    }
}
