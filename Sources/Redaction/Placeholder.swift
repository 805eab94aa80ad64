// What stands in place of a value. While texts are redacted it is a mark with a hash of the value, which needs no state and can be made on
// any core; before anything is written, `Numbering` makes it the placeholder that readers see: `[jwt#3]`.

/// A value that was replaced, told by its rule and a hash: enough to see that two are equal. Never written anywhere.
package struct RedactedValue: Hashable, Sendable {
    package let rule: String
    let hash: UInt64

    init(rule: String, value: ArraySlice<UInt8>) {
        self.rule = rule
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
        for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        self.hash = hash
    }

    init(rule: String, hash: UInt64) {
        self.rule = rule
        self.hash = hash
    }

    /// `[jwt#00c0ffee00c0ffee]`.
    var mark: [UInt8] {
        let digits = String(hash, radix: 16)
        return Array("[\(rule)#\(String(repeating: "0", count: markDigits - digits.count))\(digits)]".utf8)
    }
}

private let markDigits = 16

extension ScannedText {
    /// The end of a placeholder or a mark that begins at `index`.
    func placeholderEnd(at index: Int) -> Int? {
        guard let hash = ruleEnd(at: index) else { return nil }
        let digits = runEnd(from: hash + 1, limit: markDigits + 1) { $0.isHexDigit }
        guard self[digits] == UInt8(ascii: "]") else { return nil }
        let isNumber = digits > hash + 1 && digits - hash <= 10 && (hash + 1..<digits).allSatisfy { self[$0].isDigit }
        return isNumber || digits == hash + 1 + markDigits ? digits + 1 : nil
    }

    /// The value whose mark begins at `index`, and the mark's end.
    func mark(at index: Int) -> (value: RedactedValue, end: Int)? {
        guard let hash = ruleEnd(at: index) else { return nil }
        let digits = runEnd(from: hash + 1, limit: markDigits + 1) { $0.isHexDigit }
        guard digits == hash + 1 + markDigits, self[digits] == UInt8(ascii: "]"),
            let number = UInt64(String(decoding: bytes[hash + 1..<digits], as: UTF8.self), radix: 16)
        else { return nil }
        return (RedactedValue(rule: String(decoding: bytes[index + 1..<hash], as: UTF8.self), hash: number), digits + 1)
    }

    /// The place of the `#` behind `[rule`.
    private func ruleEnd(at index: Int) -> Int? {
        guard self[index] == UInt8(ascii: "[") else { return nil }
        let hash = runEnd(from: index + 1, limit: longestRuleName + 1) { $0.isLower || $0.isDigit || $0 == UInt8(ascii: "-") }
        return hash > index + 1 && self[hash] == UInt8(ascii: "#") ? hash : nil
    }
}

/// Letters of a rule's name, added ones included.
let longestRuleName = 40
