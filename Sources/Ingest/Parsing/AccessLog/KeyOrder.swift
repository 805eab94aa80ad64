// The keys of the row before, in order: the next row most likely has the same ones, and then a comparison tells what each stands for.

import Glibc

struct KeyOrder {
    /// What a key means; that depends on the key alone.
    struct Known {
        var match: AccessKeys.Match
        var isFunctionLogs: Bool
    }

    private struct Place {
        var length: Int32 = -1
        var known = Known(match: .none, isFunctionLogs: false)
    }

    /// Longer keys and further fields are not remembered.
    private static let longestKey = 64
    private static let mostFields = 64

    /// As many as the longest row had.
    private var places: [Place] = []
    private var keys: [UInt8] = []
    private var number = -1

    mutating func beginRow() { number = -1 }

    /// What the next key of the row means, if it is the one that stood here in the row before.
    @inline(__always)
    mutating func next(_ key: Span<UInt8>) -> Known? {
        number += 1
        guard number < places.count, Int(places[number].length) == key.count else { return nil }
        let isSame = unsafe keys.withUnsafeBufferPointer { keys in
            unsafe key.withUnsafeBufferPointer { key in
                // Of the length of one that was remembered, so neither longer than its place nor without an address.
                unsafe key.isEmpty || memcmp(keys.baseAddress! + number * Self.longestKey, key.baseAddress!, key.count) == 0
            }
        }
        return isSame ? places[number].known : nil
    }

    /// What the key that `next` did not know means.
    mutating func remember(_ key: Span<UInt8>, _ known: Known) {
        guard number < Self.mostFields, key.count <= Self.longestKey else { return }
        while places.count <= number {
            places.append(Place())
            keys.append(contentsOf: repeatElement(0, count: Self.longestKey))
        }
        places[number] = Place(length: Int32(key.count), known: known)
        for index in key.indices { keys[number * Self.longestKey + index] = key[index] }
    }
}
