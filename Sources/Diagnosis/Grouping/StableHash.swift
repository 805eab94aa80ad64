// A 64-bit hash that is the same on every machine and in every version: FNV-1a with a final mix.

struct StableHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Adds a text together with its length, so that no two lists of texts are added alike.
    mutating func add(_ text: String) {
        var length = UInt64(text.utf8.count)
        for _ in 0..<8 {
            add(UInt8(truncatingIfNeeded: length))
            length >>= 8
        }
        for byte in text.utf8 { add(byte) }
    }

    private mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// The bits of the state spread over all digits (the finalizer of splitmix64).
    var value: UInt64 {
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
