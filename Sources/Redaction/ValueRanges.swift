// Where a named value ends: at its quote, at the next name, or where the text was cut.

extension ScannedText {
    /// The content of the quoted string at `index`, or of each string of the array there; nil when no quote begins there.
    /// An unclosed string ends with its line or at the mark of a cut.
    func quotedValues(at index: Int) -> [Range<Int>]? {
        if self[index] == UInt8(ascii: "[") {
            var values: [Range<Int>] = []
            var place = skippingBlanks(from: index + 1)
            while values.count < Self.longestArray, let value = quotedValue(at: place) {
                values.append(value.content)
                place = skippingBlanks(from: value.end)
                guard self[place] == UInt8(ascii: ",") else { break }
                place = skippingBlanks(from: place + 1)
            }
            return values.isEmpty ? nil : values
        }
        return quotedValue(at: index).map { [$0.content] }
    }

    /// Where an unquoted value begins: behind the bracket of a list (`{Authorization=[Bearer x]}`).
    func unquotedStart(at index: Int) -> Int {
        self[index] == UInt8(ascii: "[") && placeholderEnd(at: index) == nil ? index + 1 : index
    }

    /// An unquoted word: ends at white space, at a closing mark, or where a list or query goes on.
    func plainValue(at index: Int) -> Range<Int> {
        index..<runEnd(from: index) { !$0.isPlainEnd }
    }

    /// An unquoted header value: ends with its line, at a quote, at `}`, at ` [TRUNCATED]`; in a header map also at the next
    /// `, Name=`.
    func headerValue(at index: Int, inMap: Bool) -> Range<Int> {
        let isList = self[index - 1] == UInt8(ascii: "[")
        var end = index
        scan: while end < bytes.count {
            let byte = bytes[end]
            switch byte {
            case UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "\n"),
                UInt8(ascii: "\r"):
                break scan
            case UInt8(ascii: "]") where isList: break scan
            case UInt8(ascii: ",") where inMap && self[end + 1] == 0x20:
                let nameEnd = runEnd(from: end + 2, limit: 64) { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
                if nameEnd > end + 2, self[nameEnd] == UInt8(ascii: "=") { break scan }
            case 0x20, UInt8(ascii: "["):
                if end > index, isTruncationMark(at: end) { break scan }
            default: break
            }
            end += 1
        }
        while end > index, self[end - 1].isSpace { end -= 1 }
        return index..<end
    }

    /// Masked already, or a template's slot: known by the first bytes, so that nothing is measured in vain.
    func isMasked(at index: Int) -> Bool {
        hasPrefix("***", at: index) || hasPrefix("${", at: index) || hasPrefix("{{", at: index)
    }

    /// No secret: nothing, or a word that says that there is none, or a value some of which was taken already (were it taken
    /// again, a second pass would change what the first one left).
    func isWorthless(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return true }
        if range.prefix(32).contains(where: { placeholderEnd(at: $0) != nil }) { return true }
        guard range.count <= 12 else { return false }
        let word = String(decoding: bytes[range].lazy.map(\.lowercased), as: UTF8.self)
        return Self.worthless.contains(word)
    }

    private static let worthless: Set<String> = [
        "null", "nil", "none", "undefined", "true", "false", "-", "n/a", "nan", "%s", "%v", "{}", "()", "redacted",
        "[redacted]", "<redacted>", "[filtered]", "filtered", "[truncated]", "<nil>", "<null>", "missing", "invalid",
        "required", "expired",
    ]

    /// Elements looked at; header arrays have one or two.
    private static let longestArray = 64

    /// A quoted string, also behind what languages put before a quote: `b'`, `Optional("`, `Some("`.
    private func quotedValue(at index: Int) -> (content: Range<Int>, end: Int)? {
        var open = index
        if self[open].isLetter {
            open = runEnd(from: open, limit: 16) { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }
            if self[open] == UInt8(ascii: "(") { open += 1 } else if open - index > 1 { return nil }
        }
        let slashes = runEnd(from: open, limit: 32) { $0 == UInt8(ascii: "\\") } - open
        let quote = self[open + slashes]
        guard quote.isQuote else { return nil }
        let start = open + slashes + 1
        var place = start
        var run = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\\") {
                run += 1
            } else if byte.isNewline {
                break
            } else if byte == quote, run < slashes || run % (2 * (slashes + 1)) == slashes {
                // A quote written with n backslashes is closed by n; each level of JSON in JSON doubles them and adds one.
                return (start..<max(start, place - min(run, slashes)), place + 1)
            } else {
                run = 0
            }
            place += 1
        }
        let mark = max(start, place - 12)
        let end = place - start >= 12 && isTruncationMark(at: mark) ? mark : place
        return (start..<end, place)
    }

    private func skippingBlanks(from index: Int) -> Int { runEnd(from: index) { $0.isSpace || $0.isNewline } }
}

extension UInt8 {
    fileprivate var isPlainEnd: Bool {
        switch self {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"),
            UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "\\"), UInt8(ascii: "{"):
            true
        default: isSpace || isNewline
        }
    }
}
