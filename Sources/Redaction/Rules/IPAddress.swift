// Addresses of clients, shortened so that a network can still be told apart: IPv4 to /24, IPv6 to /48.

extension RedactionRule {
    static let ipAddress = RedactionRule(
        name: "ip-address",
        description: "IPv4 addresses are shortened to /24, IPv6 addresses to /48; loopback and link-local ones stay.",
        example: "X-Forwarded-For=203.0.113.7, 2001:db8:1:2::5",
        exampleResult: "X-Forwarded-For=203.0.113.x, 2001:db8:1::x",
        finders: [.shaped(triggers: "0123456789", findIPv4), .shaped(triggers: "0123456789abcdefABCDEF:", findIPv6)])

    private static func findIPv4(in text: ScannedText, at index: Int) -> Finding? {
        let before = index > text.floor ? text[index - 1] : 0
        let first = text.runEnd(from: index, limit: 4) { $0.isDigit }
        guard text[first] == UInt8(ascii: "."), text.startsWord(at: index), before != UInt8(ascii: "."),
            before != UInt8(ascii: "-")
        else { return nil }
        var groups: [Int] = []
        var place = index
        var last = index
        while groups.count < 4 {
            let end = text.runEnd(from: place, limit: 4) { $0.isDigit }
            guard (1...3).contains(end - place), end - place == 1 || text[place] != 0x30 else { return nil }
            let value = text.bytes[place..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
            guard value <= 255 else { return nil }
            groups.append(value)
            last = place
            place = end
            if groups.count < 4 {
                guard text[place] == UInt8(ascii: ".") else { return nil }
                place += 1
            }
        }
        let after = text[place]
        guard text.endsWord(at: place), after != UInt8(ascii: "-"),
            !(after == UInt8(ascii: ".") && text[place + 1].isDigit), !isVersion(in: text, before: index)
        else { return nil }
        if groups[0] == 127 || groups == [0, 0, 0, 0] || groups[0] == 169 && groups[1] == 254 { return nil }
        return Finding(last..<place, replacement: [UInt8(ascii: "x")])
    }

    /// `Chrome/120.0.0.0`, `version 1.2.3.4`, `"version":"1.2.3.4"`, `v 1.2.3.4`.
    private static func isVersion(in text: ScannedText, before index: Int) -> Bool {
        if index > text.floor + 1, text[index - 1] == UInt8(ascii: "/"), text[index - 2].isAlphanumeric { return true }
        var end = index
        while end > text.floor, index - end < 8, !text[end - 1].isAlphanumeric, !text[end - 1].isNewline { end -= 1 }
        // A word that was taken away says nothing: a second pass would not see it.
        func ends(with word: String) -> Bool {
            let start = end - word.utf8.count
            return start >= text.floor && text.hasPrefixIgnoringCase(word, at: start)
        }
        return ends(with: "version") || ends(with: "ver") || ends(with: "v") && !text[end - 2].isAlphanumeric
    }

    private static func findIPv6(in text: ScannedText, at index: Int) -> Finding? {
        let before = index > text.floor ? text[index - 1] : 0
        let isJoined = before == UInt8(ascii: ":") && !text[index - 2].isHexDigit && text[index - 2].isLetter
        guard text.startsWord(at: index), before != UInt8(ascii: "."), before != UInt8(ascii: "-"),
            before != UInt8(ascii: ":") || isJoined
        else { return nil }
        var end = text.runEnd(from: index, limit: 46) { $0.isHexDigit || $0 == UInt8(ascii: ":") }
        // A colon of the sentence: "2001:db8::5: refused".
        if text[end - 1] == UInt8(ascii: ":"), text[end - 2] != UInt8(ascii: ":") { end -= 1 }
        let after = text[end]
        guard end - index < 46, text.endsWord(at: end),
            !(after == UInt8(ascii: ".") && text[end + 1].isDigit), let groups = ipv6Groups(text.bytes[index..<end])
        else { return nil }
        if groups.dropLast().allSatisfy({ $0 == 0 }) || groups[0] & 0xFFC0 == 0xFE80 { return nil }
        let network = groups.prefix(3).map { String($0, radix: 16) }.joined(separator: ":")
        return Finding(index..<end, replacement: Array("\(network)::x".utf8))
    }

    /// Eight numbers, or nil for times, names of modules and other text with colons.
    private static func ipv6Groups(_ bytes: ArraySlice<UInt8>) -> [UInt16]? {
        guard bytes.count(where: { $0 == UInt8(ascii: ":") }) >= 2, bytes.contains(where: \.isDigit) else { return nil }
        var groups: [UInt16] = []
        var gap: Int?
        var place = bytes.startIndex
        while place < bytes.endIndex {
            if bytes[place] == UInt8(ascii: ":") {
                guard place + 1 < bytes.endIndex, bytes[place + 1] == UInt8(ascii: ":"), gap == nil else { return nil }
                gap = groups.count
                place += 2
                continue
            }
            var value = 0
            let start = place
            while place < bytes.endIndex, let digit = Character(UnicodeScalar(bytes[place])).hexDigitValue {
                guard place - start < 4 else { return nil }
                value = value * 16 + digit
                place += 1
            }
            groups.append(UInt16(value))
            guard groups.count <= 8 else { return nil }
            if place < bytes.endIndex, place + 1 < bytes.endIndex, bytes[place + 1] != UInt8(ascii: ":") {
                place += 1
            } else if place + 1 == bytes.endIndex {
                return nil
            }
        }
        guard let gap else { return groups.count == 8 ? groups : nil }
        // `A1::B2` may be a module; an address this short begins with a full group.
        guard groups.count < 8, groups.count >= 3 || groups.first.map({ $0 >= 0x1000 }) == true else { return nil }
        groups.insert(contentsOf: [UInt16](repeating: 0, count: 8 - groups.count), at: gap)
        return groups
    }
}

extension ScannedText {
    /// `203.0.113.x` or `2001:db8:1::x` ends there: an address of a client, and no part of another value.
    func endsShortenedAddress(at end: Int) -> Bool {
        guard self[end - 1] == UInt8(ascii: "x") else { return false }
        if hasPrefix("::", at: end - 3) { return true }
        var place = end - 2
        for _ in 0..<3 {
            guard self[place] == UInt8(ascii: "."), self[place - 1].isDigit else { return false }
            place -= 1
            while self[place].isDigit, end - place < 16 { place -= 1 }
        }
        return true
    }
}
