// What kind of value a token is, told from its bytes alone.

enum TokenKind {
    /// A token that is one value from end to end.
    static func whole(_ token: ArraySlice<UInt8>) -> Mask? {
        guard let first = token.first else { return nil }
        if starts(token, "arn:") { return .arn }
        if isURL(token) { return .url }
        if isUUID(token) { return .uuid }
        if isTime(token) { return .time }
        if isIP(token) { return .ip }
        if isEmail(token) { return .email }
        if first == UInt8(ascii: "/"), token.count > 1, token.dropFirst().contains(where: isLetter) { return .path }
        if isHost(token) { return .host }
        return isID(token) || isHex(token) ? (isHex(token) ? .hex : .id) : nil
    }

    /// A part of a token between two joints.
    static func part(_ token: ArraySlice<UInt8>) -> Mask? {
        if isIP(token) { return .ip }
        if isHost(token) { return .host }
        if isHex(token) { return .hex }
        return isID(token) ? .id : nil
    }

    private static func starts(_ token: ArraySlice<UInt8>, _ prefix: StaticString) -> Bool {
        token.starts(with: "\(prefix)".utf8)
    }

    /// `scheme://...`, the scheme short and of letters.
    private static func isURL(_ token: ArraySlice<UInt8>) -> Bool {
        guard let colon = token.prefix(24).firstIndex(of: UInt8(ascii: ":")), colon > token.startIndex else { return false }
        return token[colon...].starts(with: "://".utf8)
            && token[..<colon].allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") }
    }

    private static func isUUID(_ token: ArraySlice<UInt8>) -> Bool {
        guard token.count == 36 else { return false }
        for (offset, byte) in token.enumerated() {
            let dash = offset == 8 || offset == 13 || offset == 18 || offset == 23
            guard dash ? byte == UInt8(ascii: "-") : isHexDigit(byte) else { return false }
        }
        return true
    }

    /// `2026-03-12T09:14:05.128Z`, `2026-03-12`, `09:14:05`.
    private static func isTime(_ token: ArraySlice<UInt8>) -> Bool {
        guard token.count <= 35, token.count >= 7, let first = token.first, isDigit(first) else { return false }
        var dashes = 0
        var colons = 0
        for byte in token {
            switch byte {
            case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "T"), UInt8(ascii: "Z"): break
            case UInt8(ascii: "-"): dashes += 1
            case UInt8(ascii: ":"): colons += 1
            default: return false
            }
        }
        return (dashes >= 2 && token.prefix(5).last == UInt8(ascii: "-")) || (dashes == 0 && colons == 2)
    }

    private static func isIP(_ token: ArraySlice<UInt8>) -> Bool {
        guard token.count <= 45, token.count >= 7 else { return token.count >= 3 && isIPv6(token) }
        let fields = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if fields.count == 4 {
            // A port may follow the last field.
            let last = fields[3].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            let numbers = fields.prefix(3) + last
            if last.count <= 2, numbers.allSatisfy({ (1...5).contains($0.count) && $0.allSatisfy(isDigit) }) { return true }
        }
        return isIPv6(token)
    }

    private static func isIPv6(_ token: ArraySlice<UInt8>) -> Bool {
        guard token.count <= 45 else { return false }
        let colons = token.count { $0 == UInt8(ascii: ":") }
        return colons >= 3 && colons <= 8 && token.contains(where: isDigit)
            && token.allSatisfy { isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    }

    private static func isEmail(_ token: ArraySlice<UInt8>) -> Bool {
        guard token.count <= 320, let sign = token.firstIndex(of: UInt8(ascii: "@")), sign > token.startIndex else {
            return false
        }
        let domain = token[(sign + 1)...]
        return domain.contains(UInt8(ascii: ".")) && domain.allSatisfy { isHostByte($0) }
            && token[..<sign].allSatisfy {
                isHostByte($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "%")
            }
    }

    /// Lower-case labels that end in a domain in use; code has dotted names too, so the ending must be a known one.
    private static func isHost(_ token: ArraySlice<UInt8>) -> Bool {
        guard token.count <= 253, token.contains(UInt8(ascii: ".")) else { return false }
        let labels = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last else { return false }
        let name = last.split(separator: UInt8(ascii: ":")).first ?? last
        guard knownEndings.contains(String(decoding: name, as: UTF8.self)) else { return false }
        return labels.dropLast().allSatisfy { label in
            !label.isEmpty && label.allSatisfy { isHostByte($0) && !(0x41...0x5a).contains($0) }
        }
    }

    private static func isHex(_ token: ArraySlice<UInt8>) -> Bool {
        var digits = token
        if token.starts(with: "0x".utf8) {
            digits = token.dropFirst(2)
            return !digits.isEmpty && digits.allSatisfy(isHexDigit)
        }
        return digits.count >= 8 && digits.allSatisfy(isHexDigit) && digits.contains(where: isDigit)
            && digits.contains(where: isLetter)
    }

    /// Letters and digits mixed as no word mixes them, or the base64-like ids of API Gateway that end in `=`.
    private static func isID(_ token: ArraySlice<UInt8>) -> Bool {
        guard token.count >= 8 else { return false }
        var digits = 0
        var upper = 0
        var lower = 0
        var others = 0
        for byte in token {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x41...0x5a: upper += 1
            case 0x61...0x7a: lower += 1
            case UInt8(ascii: "="), UInt8(ascii: "+"): others += 1
            default: return false
            }
        }
        if token.last == UInt8(ascii: "="), others <= 2, token.count >= 12, upper > 1, lower > 0 { return true }
        guard others == 0, upper + lower > 0 else { return false }
        return (token.count >= 10 && digits >= 3) || (digits >= 2 && upper >= 2 && lower >= 2)
    }
}

private func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
}

private func isHostByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (isLetter(byte) && byte < 0x80) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
}

private let knownEndings: Set<String> = [
    "com", "net", "org", "io", "dev", "app", "cloud", "internal", "local", "localhost", "example", "test", "invalid", "aws",
    "edu", "gov", "info", "biz", "eu", "de", "uk", "fr", "nl", "ch", "at", "it", "es", "pl", "se", "no", "fi", "dk", "us", "ca",
    "jp", "cn", "in", "au", "br",
]
