// What stands in place of a value: `[jwt#7d1e]`. Equal values have equal placeholders, in every file and in every run.

/// Sixteen bits of a hash without a key: enough to tell values of one page apart, too few to find a value by trying.
func placeholder(rule: String, value: ArraySlice<UInt8>) -> [UInt8] {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 32
    hash ^= hash >> 16
    let digits = String(hash & 0xFFFF, radix: 16)
    return Array("[\(rule)#\(String(repeating: "0", count: 4 - digits.count))\(digits)]".utf8)
}

extension ScannedText {
    /// The end of a placeholder that begins at `index`.
    func placeholderEnd(at index: Int) -> Int? {
        guard self[index] == UInt8(ascii: "[") else { return nil }
        let hash = runEnd(from: index + 1, limit: 24) { $0.isLower || $0 == UInt8(ascii: "-") }
        guard hash > index + 1, self[hash] == UInt8(ascii: "#"), self[hash + 5] == UInt8(ascii: "]"),
            (1...4).allSatisfy({ self[hash + $0].isHexDigit })
        else { return nil }
        return hash + 6
    }
}
