// One 64-bit hash of bytes, eight at a time: the identity of an event, and the key of the tables.

/// The same for the same bytes and seed on every machine and in every run.
func byteHash(_ bytes: Span<UInt8>, seed: UInt64 = 0x9e37_79b9_7f4a_7c15) -> UInt64 {
    unsafe bytes.withUnsafeBytes { raw in
        let count = raw.count
        var hash = seed ^ UInt64(count)
        if count >= 8 {
            var index = 0
            if count >= 64 { unsafe foldLanes(raw, into: &hash, &index) }
            while index + 8 <= count {
                hash = folded(hash, unsafe word(raw, index))
                index += 8
            }
            // The last eight bytes again, some of them a second time: cheaper than the rest byte by byte.
            if index < count { hash = folded(hash, unsafe word(raw, count - 8)) }
        } else {
            var rest: UInt64 = 0
            for index in 0..<count { rest = rest << 8 | UInt64(unsafe raw[index]) }
            hash = folded(hash, rest)
        }
        return mixed(hash, 0)
    }
}

/// A step waits for the one before it; in four rows of their own they wait for nothing. Takes all that four rows can take.
@inline(__always)
private func foldLanes(_ raw: UnsafeRawBufferPointer, into hash: inout UInt64, _ index: inout Int) {
    var second = hash &+ 1
    var third = hash &+ 2
    var fourth = hash &+ 3
    while index + 32 <= raw.count {
        hash = folded(hash, unsafe word(raw, index))
        second = folded(second, unsafe word(raw, index + 8))
        third = folded(third, unsafe word(raw, index + 16))
        fourth = folded(fourth, unsafe word(raw, index + 24))
        index += 32
    }
    hash = folded(folded(folded(hash, second), third), fourth)
}

@inline(__always)
private func word(_ raw: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
}

/// Each step can be undone, so no two words give the same hash.
@inline(__always)
private func folded(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let value = (hash ^ word) &* 0xbf58_476d_1ce4_e5b9
    return value ^ value >> 29
}

/// Folds one more word into a hash.
@inline(__always)
func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    var value = (hash ^ word) &* 0xbf58_476d_1ce4_e5b9
    value ^= value >> 29
    value = value &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 32
}
