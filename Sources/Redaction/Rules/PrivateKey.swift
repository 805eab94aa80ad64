// PEM blocks: private keys and certificates, with real or escaped newlines, whole or cut.

extension RedactionRule {
    static let privateKey = RedactionRule(
        name: "private-key",
        description: "PEM blocks (private keys, certificates), also when they are cut; the BEGIN and END lines stay.",
        example: "-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkq\\n-----END PRIVATE KEY-----",
        exampleResult: "-----BEGIN PRIVATE KEY-----[private-key#1]-----END PRIVATE KEY-----",
        finders: [.shaped(triggers: "-", findBody)])

    /// The block's content, from behind the BEGIN line.
    private static func findBody(in text: ScannedText, at index: Int) -> Finding? {
        // Asked at the last of the five hyphens that end a BEGIN line, so that the line itself stays.
        guard text[index - 1] == hyphen, text[index + 1] != hyphen, text.hasPrefix("-----", at: index - 4) else { return nil }
        var label = index - 5
        while label > text.floor, index - label < 48, text[label].isUpper || text[label].isDigit || text[label] == 0x20 {
            label -= 1
        }
        guard text.hasPrefix("-BEGIN ", at: label) else { return nil }

        let start = index + 1
        var end = start
        while end < text.bytes.count, text[end].isPEM {
            if text[end] == hyphen, text.hasPrefix("-----", at: end) { break }
            end += 1
        }
        if text.hasPrefix("-----END ", at: end) { return start == end ? nil : Finding(start..<end) }
        let cut = cutEnd(in: text, from: start)
        return cut == start ? nil : Finding(start..<cut)
    }

    /// Without an END line: as far as the runs of base64 are as long as a key's lines are.
    private static func cutEnd(in text: ScannedText, from start: Int) -> Int {
        var end = start
        while true {
            let run = text.runEnd(from: end) { $0 == UInt8(ascii: "\\") || $0.isNewline || $0.isSpace }
            let escape = run > end && text[run - 1] == UInt8(ascii: "\\") && text[run].isEscapeLetter ? 1 : 0
            let next = text.runEnd(from: run + escape) {
                $0.isAlphanumeric || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=")
            }
            let length = next - run - escape
            let isLast = next == text.bytes.count || text.isTruncationMark(at: next)
            guard length >= 16 || length > 0 && (end == start || isLast) || escape == 1 && length == 0 else { return end }
            end = next
        }
    }

    private static let hyphen = UInt8(ascii: "-")
}

extension UInt8 {
    fileprivate var isPEM: Bool {
        switch self {
        case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "\\"), UInt8(ascii: ":"), UInt8(ascii: ","),
            UInt8(ascii: "-"):
            true
        default: isAlphanumeric || isSpace || isNewline
        }
    }
}
