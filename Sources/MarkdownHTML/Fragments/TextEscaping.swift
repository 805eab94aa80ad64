// Running text as Markdown that says the same: as little escaped as possible, so that the twin stays readable.

/// `bytes` hold no line end. What is escaped: markup anywhere; block markers at the start, since the fragment may open a
/// line; a closing `#` and an image's `!` at the end; blanks at both ends, which Markdown would strip.
func escapedText(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty else { return [] }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    let marker = lineStartMarker(of: bytes)
    for (index, byte) in bytes.enumerated() {
        let isLast = index == bytes.count - 1
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            result += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "_") where !standsInWord(bytes, index):
            result += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "&") where isLast || mayOpenEntity(bytes[index + 1]):
            result += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "#") where isLast, UInt8(ascii: "!") where isLast:
            result += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: " ") where index == 0 || isLast:
            result.append(contentsOf: "&#32;".utf8)
        case UInt8(ascii: "\t") where index == 0 || isLast:
            result.append(contentsOf: "&#9;".utf8)
        case 0xE2 where opensSecondLine(bytes, index):
            result += QuotedDash.mark
        case 0x80 where index > 0 && opensSecondLine(bytes, index - 1), 0x94 where index > 1 && opensSecondLine(bytes, index - 2):
            break
        default:
            if index == marker { result.append(UInt8(ascii: "\\")) }
            result.append(byte)
        }
    }
    return result
}

/// `escapedText` would change nothing, nothing in the text hides and it has one line: most values are names and numbers. Anything
/// unusual is answered with false.
func saysItself(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0 else { return true }
    let last = text.count - 1
    switch text[0] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "."),
        UInt8(ascii: ")"), UInt8(ascii: "("):
        return false
    default: break
    }
    var digits = 0
    for index in text.indices {
        let byte = text[index]
        if isDigit(byte) {
            if digits == index { digits += 1 }
            continue
        }
        if isAlphanumeric(byte) { continue }
        switch byte {
        case UInt8(ascii: " "): if index == 0 || index == last { return false }
        case UInt8(ascii: "."), UInt8(ascii: ")"):
            // Behind digits it may number an item.
            if digits == index, index == last || isBlank(text[index + 1]) { return false }
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "("),
            UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: ";"),
            UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            break
        case UInt8(ascii: "_"):
            guard index > 0, index < last, isAlphanumeric(text[index - 1]), isAlphanumeric(text[index + 1]) else { return false }
        default:
            guard isNoBreakSpace(text, index) else { return false }
        }
    }
    return true
}

/// One of the two bytes of U+00A0, which stands between a number and its unit; its second byte is no other character's behind 0xC2.
func isNoBreakSpace(_ text: Span<UInt8>, _ index: Int) -> Bool {
    switch text[index] {
    case 0xC2: index + 1 < text.count && text[index + 1] == 0xA0
    case 0xA0: index > 0 && text[index - 1] == 0xC2
    default: false
    }
}

/// The place of the byte that would make the text a block of its own at the start of a line.
private func lineStartMarker(of bytes: [UInt8]) -> Int? {
    switch bytes[0] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: ":"),
        UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "("):
        return 0
    default:
        guard let end = bytes.firstIndex(where: { !isDigit($0) }), end > 0 else { return nil }
        guard bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else { return nil }
        // Only before a blank does it number an item; the end of the text may stand before one.
        return end + 1 == bytes.count || isBlank(bytes[end + 1]) ? end : nil
    }
}

/// An underscore between letters or digits opens no emphasis; names such as `user_id` stay as they are.
private func standsInWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    index > 0 && index < bytes.count - 1 && isAlphanumeric(bytes[index - 1]) && isAlphanumeric(bytes[index + 1])
}

private func mayOpenEntity(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "#") || isAlphanumeric(byte) }

private func opensSecondLine(_ bytes: [UInt8], _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x94
        && (index == 0 || bytes[index - 1] == UInt8(ascii: " "))
        && (index + 3 == bytes.count || bytes[index + 3] == UInt8(ascii: " "))
}
