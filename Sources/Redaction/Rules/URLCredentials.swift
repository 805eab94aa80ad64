// User and password in a URL: connection strings, clone URLs.

extension RedactionRule {
    static let urlCredentials = RedactionRule(
        name: "url-credentials",
        description: "User and password between :// and @ of a URL or connection string.",
        example: "connecting to mongodb+srv://shop:hunter2@db.example.net/orders",
        exampleResult: "connecting to mongodb+srv://[url-credentials#1]@db.example.net/orders",
        finders: [.shaped(triggers: "/", findUserInfo)])

    private static func findUserInfo(in text: ScannedText, at index: Int) -> Finding? {
        guard text[index - 1] == UInt8(ascii: "/"), text[index - 2] == UInt8(ascii: ":") else { return nil }
        let start = index + 1
        var last: Int?
        let end = text.runEnd(from: start, limit: longestAuthority) { !$0.endsAuthority }
        for place in start..<end where text[place] == UInt8(ascii: "@") { last = place }
        guard let last, last > start, text.placeholderEnd(at: start) != last else { return nil }
        return Finding(start..<last)
    }

    private static let longestAuthority = 512
}

extension UInt8 {
    fileprivate var endsAuthority: Bool {
        switch self {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
        default: isSpace || isNewline || isQuote
        }
    }
}
