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
