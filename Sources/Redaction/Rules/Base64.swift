// Text behind base64: bodies of requests and records of streams are logged like that.

extension RedactionRule {
    /// It has no finder: what the other rules find in the decoded text decides (`Redactor`).
    static let base64 = RedactionRule(
        name: "base64",
        description: "Base64 of 40 letters or more, when another rule finds something in the text behind it.",
        example: #"{"body":"dXNlcj1hbm4mcGFzc3dvcmQ9aHVudGVyMiZ0aGVtZT1kYXJr","isBase64Encoded":true}"#,
        exampleResult: #"{"body":"[base64#1]","isBase64Encoded":true}"#,
        finders: [])
}

extension ScannedText {
    /// The runs of base64 that stand for text, and the text. Ordinary text costs a look at every fortieth byte: a run of forty has one of them.
    func encodedTexts() -> [(range: Range<Int>, text: String)] {
        var found: [(Range<Int>, String)] = []
        var probe = Self.shortestRun - 1
        while probe < bytes.count {
            guard bytes[probe].isBase64 else {
                probe += Self.shortestRun
                continue
            }
            var start = probe
            // Two probes are never in one run: the second of them lies behind its end.
            while start > 0, bytes[start - 1].isBase64 { start -= 1 }
            let end = runEnd(from: probe) { $0.isBase64 }
            if end - start >= Self.shortestRun, let text = decoded(start..<end) {
                found.append((start..<runEnd(from: end, limit: 2) { $0 == UInt8(ascii: "=") }, text))
            }
            probe = end + Self.shortestRun
        }
        return found
    }

    static let shortestRun = 40

    /// A run may have lost its beginning, so that any of four places can be that of a first letter.
    private func decoded(_ range: Range<Int>) -> String? {
        for skipped in 0..<4 {
            if let text = decodedExactly(range.dropFirst(skipped)) { return text }
        }
        return nil
    }

    /// Nil as soon as what comes out is no text. Parts of a character at both ends are left out: the run may have been cut.
    private func decodedExactly(_ range: Range<Int>) -> String? {
        var text: [UInt8] = []
        text.reserveCapacity(min(range.count, 64))
        var bits: UInt32 = 0
        for (number, place) in range.enumerated() {
            bits = bits << 6 | UInt32(bytes[place].base64Value)
            guard number % 4 == 3 else { continue }
            for shift in [16, 8, 0] as [UInt32] {
                let byte = UInt8(truncatingIfNeeded: bits >> shift)
                guard byte >= 0x20 || byte.isNewline || byte == 0x09, byte != 0x7F else { return nil }
                text.append(byte)
            }
        }
        // Two letters more are one byte more, three are two.
        let rest = range.count % 4
        if rest == 2 { text.append(UInt8(truncatingIfNeeded: bits >> 4)) }
        if rest == 3 { text += [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)] }
        let whole = text.prefix(3).firstIndex { $0 & 0xC0 != 0x80 } ?? 0
        let last = text.suffix(4).lastIndex { $0 & 0xC0 != 0x80 } ?? text.endIndex
        return String(validating: text[whole...], as: UTF8.self)
            ?? String(validating: text[whole..<max(whole, last)], as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isBase64: Bool { isAlphanumeric || self == UInt8(ascii: "+") || self == UInt8(ascii: "/") }

    fileprivate var base64Value: UInt8 {
        if isUpper { return self - 0x41 }
        if isLower { return self - 0x61 + 26 }
        if isDigit { return self - 0x30 + 52 }
        return self == UInt8(ascii: "+") ? 62 : 63
    }
}
