// A name and where its value begins: `k=v`, `k: v`, `"k":"v"`, `\"k\":\"v\"`, `:k=>"v"`.

struct KeyedValue: Sendable {
    /// Lower case, letters and digits only, without a path before it: `identity.apiKey`, `api-key` and `API_KEY` are `apikey`.
    /// Digits at the end are cut.
    let name: String
    /// The last word of the name as written, for short names that would else match the end of ordinary words.
    let lastWord: String
    let separator: UInt8
    /// After the separator and spaces.
    let start: Int

    /// Nil when no name that ends like one of `endings` stands before the separator.
    init?(in text: ScannedText, separator index: Int, endings: NameEndings) {
        separator = text[index]
        var after = index + 1
        let next = text[after]
        if separator == UInt8(ascii: "=") {
            if next == UInt8(ascii: "=") { return nil }
            if next == UInt8(ascii: ">") { after += 1 }
        } else if next == UInt8(ascii: ":") || next == UInt8(ascii: "/") && text[after + 1] == UInt8(ascii: "/") {
            return nil
        }

        var end = index
        while end > text.floor, index - end < 4, text[end - 1].isSpace { end -= 1 }
        if end > text.floor, text[end - 1].isQuote {
            end -= 1
            while end > text.floor, index - end < 24, text[end - 1] == UInt8(ascii: "\\") { end -= 1 }
        }
        var begin = end
        while begin > text.floor, end - begin < Self.longestName, text[begin - 1].isNamePart { begin -= 1 }
        guard begin < end, endings.match(text, begin..<end) else { return nil }

        var name: [UInt8] = []
        var word: [UInt8] = []
        var previous: UInt8 = 0
        for place in begin..<end {
            let byte = text[place]
            if byte == UInt8(ascii: ".") { name.removeAll(keepingCapacity: true) }
            if !byte.isAlphanumeric || byte.isUpper && previous.isLower { word.removeAll(keepingCapacity: true) }
            if byte.isAlphanumeric {
                name.append(byte.lowercased)
                word.append(byte.lowercased)
            }
            previous = byte
        }
        while name.last?.isDigit == true { name.removeLast() }
        while word.last?.isDigit == true { word.removeLast() }
        guard !name.isEmpty else { return nil }
        // "API Key: ...": the one usual name of two words.
        if name == Array("key".utf8), text.hasPrefixIgnoringCase("api ", at: begin - 4) { name = Array("api key".utf8) }
        self.name = String(decoding: name, as: UTF8.self)
        lastWord = String(decoding: word, as: UTF8.self)
        start = text.runEnd(from: after) { $0.isSpace }
    }

    private static let longestName = 64
}

extension UInt8 {
    fileprivate var isNamePart: Bool {
        isAlphanumeric || self == UInt8(ascii: "_") || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
    }
}
