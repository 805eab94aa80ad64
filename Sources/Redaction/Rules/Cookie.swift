// Cookie and Set-Cookie, as lines, in header maps, in JSON, and the `cookies` array of HTTP API events.

extension RedactionRule {
    static let cookie = RedactionRule(
        name: "cookie",
        description: "Values of Cookie and Set-Cookie headers, and the cookies of an event.",
        example: "Method request headers: {Cookie=sid=s3cr3t; theme=dark, Accept=*/*}",
        exampleResult: "Method request headers: {Cookie=[cookie#1], Accept=*/*}",
        finders: [.keyed(names: ["cookie", "cookies"], findCookies)])

    private static func findCookies(_ value: KeyedValue, in text: ScannedText) -> [Range<Int>] {
        guard value.name.hasSuffix("cookie") || value.name.hasSuffix("cookies"), !text.isMasked(at: value.start) else {
            return []
        }
        if let quoted = text.quotedValues(at: value.start) { return quoted.filter { !text.isWorthless($0) } }
        let start = text.unquotedStart(at: value.start)
        guard !text.isMasked(at: start), text.placeholderEnd(at: start) == nil else { return [] }
        // "invalid cookie: expired" is a message; a cookie has a name.
        let name = text.runEnd(from: start, limit: 128) { $0.isBase64URL || $0 == UInt8(ascii: ".") }
        guard name > start, text[name] == UInt8(ascii: "=") else { return [] }
        return [text.headerValue(at: start, inMap: value.separator == UInt8(ascii: "="))]
    }
}
