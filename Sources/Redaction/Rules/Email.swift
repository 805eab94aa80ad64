// E-mail addresses, plain and as `%40` in query strings.

extension RedactionRule {
    static let email = RedactionRule(
        name: "email",
        description: "E-mail addresses, also percent-encoded.",
        example: "no order for ann@example.com",
        exampleResult: "no order for [email#1]",
        // Found at the first byte would mean a look ahead from every letter; so the rule looks both ways from the sign.
        finders: [.shaped(triggers: "@%", findAddress)])

    private static func findAddress(in text: ScannedText, at index: Int) -> Finding? {
        let isEncoded = text[index] == UInt8(ascii: "%")
        if isEncoded, !text.hasPrefix("%40", at: index) { return nil }
        var start = index
        while start > text.floor, index - start < 64, text[start - 1].isLocalPart { start -= 1 }
        // Never in the middle of a character.
        while start < index, text[start] & 0xC0 == 0x80 { start += 1 }
        // An escape (`\n`) before the address is no part of it.
        if start > text.floor, text[start - 1] == UInt8(ascii: "\\"), text[start].isEscapeLetter { start += 1 }
        guard start < index, text[index - 1] != UInt8(ascii: "."), !text.endsShortenedAddress(at: index) else { return nil }

        let domain = index + (isEncoded ? 3 : 1)
        let run = text.runEnd(from: domain, limit: 255) {
            $0.isAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
        guard text[domain].isAlphanumeric, let end = lastTopLevel(in: text, domain..<run) else { return nil }
        // `express@4.18.2-beta.rc` is a version of a package.
        let number = text.runEnd(from: domain) { $0.isDigit }
        if number > domain, text[number] == UInt8(ascii: "."), text[number + 1].isDigit { return nil }
        return Finding(start..<end)
    }

    /// The end of the last label that may be a top-level one: behind a dot, two letters or more and nothing else.
    private static func lastTopLevel(in text: ScannedText, _ run: Range<Int>) -> Int? {
        var end = run.upperBound
        while end > run.lowerBound {
            var label = end
            while label > run.lowerBound, text[label - 1].isLetter { label -= 1 }
            if end - label >= 2, label - 1 > run.lowerBound, text[label - 1] == UInt8(ascii: "."),
                end == run.upperBound || !text[end].isAlphanumeric
            {
                return end
            }
            end = min(label, end - 1)
        }
        return nil
    }
}

extension UInt8 {
    fileprivate var isLocalPart: Bool {
        switch self {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"), 0x80...0xFF: true
        default: isAlphanumeric
        }
    }
}
