// A map from byte strings to small numbers that is asked without making a `String` first.

import Glibc

/// Open addressing with a bounded search, so that keys made to collide cost a miss and never a long chain. A miss after
/// `insert` is therefore possible; who asks must be able to answer without the table.
struct ByteTable {
    private struct Entry {
        var hash: UInt64
        var start: Int
        var length: Int
        var value: UInt32
    }

    private static let longestSearch = 16
    private static let mostEntries = 1 << 20

    private var entries: [Entry] = []
    /// Index into `entries` plus one; 0 is free. The count is a power of two.
    private var slots = [UInt32](repeating: 0, count: 256)
    private var arena: [UInt8] = []

    func find(_ key: Span<UInt8>, hash: UInt64) -> UInt32? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        for _ in 0..<Self.longestSearch {
            let number = slots[slot]
            if number == 0 { return nil }
            let entry = entries[Int(number) - 1]
            if entry.hash == hash, entry.length == key.count, matches(entry, key) { return entry.value }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The key must not be in the table yet.
    mutating func insert(_ key: Span<UInt8>, hash: UInt64, value: UInt32) {
        guard entries.count < Self.mostEntries else { return }
        entries.append(Entry(hash: hash, start: arena.count, length: key.count, value: value))
        arena.append(key)
        if entries.count * 2 > slots.count {
            slots = [UInt32](repeating: 0, count: slots.count * 2)
            for number in entries.indices { place(number) }
        } else {
            place(entries.count - 1)
        }
    }

    private mutating func place(_ number: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: entries[number].hash) & mask
        for _ in 0..<Self.longestSearch {
            if slots[slot] == 0 {
                slots[slot] = UInt32(number + 1)
                return
            }
            slot = (slot + 1) & mask
        }
    }

    /// The lengths are equal.
    private func matches(_ entry: Entry, _ key: Span<UInt8>) -> Bool {
        unsafe arena.withUnsafeBufferPointer { own in
            unsafe key.withUnsafeBufferPointer { key in
                unsafe key.isEmpty || memcmp(own.baseAddress! + entry.start, key.baseAddress!, entry.length) == 0
            }
        }
    }
}
