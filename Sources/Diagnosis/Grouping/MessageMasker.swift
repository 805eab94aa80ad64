// Takes the variable parts out of a message: one pass over its bytes, every token judged once.
//
// 1. Quoted values are taken whole.
// 2. Other text falls into tokens at white space, brackets and commas.
// 3. A token is one kind of value as a whole (`TokenKind`), or its parts between `= : / & ? # @ - _` are, or its digits are.

struct MessageMasker {
    /// A longer message is compared by its beginning.
    static let maximumBytes = 4_096
    /// Placeholders and words of the masked message; more would not fit a title.
    static let maximumMaskedBytes = 400

    private let bytes: [UInt8]
    private var at = 0
    private var masked = MaskedMessage()
    private var written: [UInt8] = []
    /// Quote characters that do not close any more in the rest of the message.
    private var unclosed: Set<UInt8> = []

    static func mask(_ message: String) -> MaskedMessage {
        var masker = MessageMasker(message)
        return masker.run()
    }

    private init(_ message: String) {
        let all = message.utf8
        guard all.count > Self.maximumBytes else {
            bytes = Array(all)
            return
        }
        var head = Array(all.prefix(Self.maximumBytes))
        // The cut may have gone through a token or a scalar; both would change with what stands before them.
        while let last = head.last, !isSeparator(last) { head.removeLast() }
        bytes = head
    }

    private mutating func run() -> MaskedMessage {
        while at < bytes.count, written.count < Self.maximumMaskedBytes {
            let byte = bytes[at]
            if isQuote(byte), opensQuote(at), let end = closingQuote(of: byte) {
                emit(byte)
                take(.quoted, at + 1, end)
                emit(byte)
                at = end + 1
            } else if isSeparator(byte) || isQuote(byte) {
                separator(byte)
                at += 1
            } else {
                var end = at
                while end < bytes.count, !isSeparator(bytes[end]), !(isQuote(bytes[end]) && !isWordApostrophe(end)) { end += 1 }
                token(at, end)
                at = end
            }
        }
        while written.last == 0x20 { written.removeLast() }
        masked.text = String(decoding: written, as: UTF8.self)
        return masked
    }

    private mutating func separator(_ byte: UInt8) {
        if byte <= 0x20 || byte == 0x7f {
            if let last = written.last, last != 0x20 { emit(0x20) }
        } else {
            emit(byte)
        }
    }

    private mutating func token(_ from: Int, _ to: Int) {
        // Punctuation at the end of a sentence is not part of the value.
        var end = to
        while end > from, [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[end - 1]) {
            end -= 1
        }
        if let kind = TokenKind.whole(bytes[from..<end]) {
            take(kind, from, end)
        } else {
            parts(from, end)
        }
        for index in end..<to { emit(bytes[index]) }
    }

    private mutating func parts(_ from: Int, _ to: Int) {
        var start = from
        for index in from...to where index == to || isJoint(bytes[index]) {
            if index > start {
                if let rest = valueAfterJoint(start, to) {
                    take(rest, start, to)
                    return
                } else if let kind = TokenKind.part(bytes[start..<index]) {
                    take(kind, start, index)
                } else {
                    digits(start, index)
                }
            }
            if index < to { emit(bytes[index]) }
            start = index + 1
        }
    }

    /// `id=550e8400-...`: what follows the first joint of a token is often one value that has joints of its own.
    private func valueAfterJoint(_ start: Int, _ to: Int) -> Mask? {
        guard start > 0, isAssignment(bytes[start - 1]), to - start <= 128 else { return nil }
        return TokenKind.whole(bytes[start..<to])
    }

    /// Words stay; runs of digits go, also those that end a word, unless the word is a name that everybody knows (`S3`, `utf8`).
    private mutating func digits(_ from: Int, _ to: Int) {
        var index = from
        while index < to {
            guard isDigit(bytes[index]) else {
                emit(bytes[index])
                index += 1
                continue
            }
            var end = index
            while end < to, isDigit(bytes[end]) || (bytes[end] == UInt8(ascii: ".") && end + 1 < to && isDigit(bytes[end + 1])) {
                end += 1
            }
            if endsKnownName(index, end, from) {
                for digit in index..<end { emit(bytes[digit]) }
            } else {
                take(.number, index, end)
            }
            index = end
        }
    }

    private func endsKnownName(_ digits: Int, _ end: Int, _ from: Int) -> Bool {
        var start = digits
        while start > from, isLetter(bytes[start - 1]) { start -= 1 }
        guard start < digits, end - start <= 6 else { return false }
        return namesWithDigits.contains(String(decoding: bytes[start..<end], as: UTF8.self).lowercased())
    }

    private mutating func take(_ mask: Mask, _ from: Int, _ to: Int) {
        masked.values.append(MaskedValue(mask: mask, value: String(decoding: bytes[from..<to], as: UTF8.self)))
        written.append(contentsOf: mask.placeholder.utf8)
    }

    private mutating func emit(_ byte: UInt8) { written.append(byte) }

    private func opensQuote(_ index: Int) -> Bool { index == 0 || !isWordByte(bytes[index - 1]) }

    private func isWordApostrophe(_ index: Int) -> Bool {
        index > 0 && isWordByte(bytes[index - 1]) && index + 1 < bytes.count && isLetter(bytes[index + 1])
    }

    private mutating func closingQuote(of quote: UInt8) -> Int? {
        guard !unclosed.contains(quote) else { return nil }
        var index = at + 1
        while index < bytes.count {
            if bytes[index] == quote, index + 1 == bytes.count || !isWordByte(bytes[index + 1]) { return index }
            index += 1
        }
        unclosed.insert(quote)
        return nil
    }
}

/// A rule by length would tell order `a9` from order `a123`.
private let namesWithDigits: Set<String> = [
    "s3", "ec2", "http1", "http2", "http3", "h2", "h3", "oauth1", "oauth2", "utf8", "utf16", "utf32", "ascii85", "base32",
    "base64",
    "sha1", "sha256", "sha384", "sha512", "md5", "aes128", "aes256", "rs256", "es256", "hs256", "ipv4", "ipv6", "ip4", "ip6",
    "x86",
    "x64", "x509", "int8", "int16", "int32", "int64", "uint8", "uint32", "uint64", "float32", "float64", "i32", "i64", "u8",
    "u32",
    "u64", "es5", "es6", "p50", "p95", "p99", "neo4j", "log4j", "oauth2.0", "tls1", "tls1.2", "tls1.3", "v1", "v2", "v3", "v4",
]

private func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 || byte == 0x60 }

private func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7f, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
        true
    default: false
    }
}

private func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "?"), UInt8(ascii: "#"),
        UInt8(ascii: "@"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
    default: false
    }
}

private func isAssignment(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#")
}

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte >= 0x80 }

private func isWordByte(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "_") }
