// Authorization headers wherever they stand, and bare `Bearer ...` and `Basic ...`.

extension RedactionRule {
    static let authorization = RedactionRule(
        name: "authorization",
        description: "Credentials of Authorization headers and authorizer tokens; the scheme (Bearer, Basic, ...) stays.",
        example: #"{"Authorization":"Bearer abcdef123456","Accept":"*/*"}"#,
        exampleResult: #"{"Authorization":"Bearer [authorization#1]","Accept":"*/*"}"#,
        finders: [.keyed(names: ["authorization", "authorizationtoken"], findHeader), .shaped(triggers: "BbTt", findBare)])

    private static func findHeader(_ value: KeyedValue, in text: ScannedText) -> [Range<Int>] {
        guard value.name.hasSuffix("authorization") || value.name.hasSuffix("authorizationtoken") else { return [] }
        if text.isMasked(at: value.start) { return [] }
        if let quoted = text.quotedValues(at: value.start) {
            return quoted.map { credentials(in: $0, text) }.filter { !text.isWorthless($0) }
        }
        let start = text.unquotedStart(at: value.start)
        if text.isMasked(at: start) || text.placeholderEnd(at: start) != nil { return [] }
        let isMap = value.separator == UInt8(ascii: "=")
        // In a line of prose only the word behind the scheme is taken; the rest of the line may be the message.
        let word = text.runEnd(from: start) { !$0.isSpace && !$0.isHeaderEnd }
        let second = text[word] == 0x20 ? text.runEnd(from: word + 1) { !$0.isSpace && !$0.isHeaderEnd } : word
        let isDigest = text.hasPrefixIgnoringCase("digest ", at: start)
        let query = text.runEnd(from: start) { $0.isToken }
        if isMap, text[query] == UInt8(ascii: "&") { return text.isWorthless(start..<query) ? [] : [start..<query] }
        let whole = isMap || isDigest ? text.headerValue(at: start, inMap: isMap) : start..<second
        let range = credentials(in: whole, text)
        if text[range.lowerBound] == 0x20 || text.isMasked(at: range.lowerBound) || text.isWorthless(range) { return [] }
        return [range]
    }

    /// Behind the scheme, when there is one. A signature's parts have a rule of their own.
    private static func credentials(in whole: Range<Int>, _ text: ScannedText) -> Range<Int> {
        let nothing = whole.upperBound..<whole.upperBound
        if text.hasPrefix("AWS4-HMAC-SHA256", at: whole.lowerBound) { return nothing }
        let scheme = text.runEnd(from: whole.lowerBound, limit: 32) { $0.isBase64URL }
        guard text[whole.lowerBound].isLetter, scheme < whole.upperBound, text[scheme] == 0x20 else { return whole }
        let start = text.runEnd(from: scheme) { $0 == 0x20 }
        if start >= whole.upperBound { return whole.lowerBound..<scheme }
        return text.isMasked(at: start) ? nothing : start..<whole.upperBound
    }

    private static let bareSchemes = ["bearer ", "basic ", "token "]

    private static func findBare(in text: ScannedText, at index: Int) -> Finding? {
        // Most words are told by where they end.
        guard text[index + 5] == 0x20 || text[index + 6] == 0x20,
            let scheme = bareSchemes.first(where: { text.hasPrefixIgnoringCase($0, at: index) }), text.startsWord(at: index)
        else { return nil }
        let start = text.runEnd(from: index + scheme.utf8.count) { $0 == 0x20 }
        let end = text.runEnd(from: start) { $0.isToken }
        // "Bearer authentication failed" and "Token /x" are words, not credentials.
        guard end - start >= 8, text.looksRandom(start..<end), text[start] != UInt8(ascii: "/") else { return nil }
        return Finding(start..<end)
    }
}

extension UInt8 {
    fileprivate var isHeaderEnd: Bool {
        switch self {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "}"), UInt8(ascii: "\\"), UInt8(ascii: "]"): true
        default: isNewline || isQuote
        }
    }
}
