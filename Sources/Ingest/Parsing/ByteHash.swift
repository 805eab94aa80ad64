// One 64-bit hash of bytes, eight at a time: the identity of an event, and the key of the tables.

/// The same for the same bytes and seed on every machine and in every run.
func byteHash(_ bytes: Span<UInt8>, seed: UInt64 = 0x9e37_79b9_7f4a_7c15) -> UInt64 {
    unsafe bytes.withUnsafeBytes { raw in
        var hash = seed ^ UInt64(raw.count)
        var index = 0
        while index + 8 <= raw.count {
            let word = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            hash = mixed(hash, word)
            index += 8
        }
        var rest: UInt64 = 0
        var shift: UInt64 = 0
        while index < raw.count {
            rest |= unsafe UInt64(raw[index]) << shift
            shift += 8
            index += 1
        }
        return mixed(mixed(hash, rest), 0)
    }
}

/// Folds one more word into a hash.
@inline(__always)
func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    var value = (hash ^ word) &* 0xbf58_476d_1ce4_e5b9
    value ^= value >> 29
    value = value &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 32
}
