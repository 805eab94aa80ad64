// Base64 as payloads carry it: the standard alphabet, padding optional, spaces at the end allowed.

/// Nil when the text is not base64 or is empty.
func decodeBase64(_ text: Span<UInt8>) -> [UInt8]? {
    var end = text.count
    while end > 0, isWhiteSpace(text[end - 1]) || text[end - 1] == UInt8(ascii: "=") { end -= 1 }
    guard end > 1, end % 4 != 1 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(end / 4 * 3 + 3)
    var bits: UInt32 = 0
    var held = 0
    for index in 0..<end {
        guard let value = sextet(text[index]) else { return nil }
        bits = bits << 6 | value
        held += 6
        if held >= 8 {
            held -= 8
            result.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
        }
    }
    return result
}

private func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5a: UInt32(byte - 0x41)
    case 0x61...0x7a: UInt32(byte - 0x61) + 26
    case 0x30...0x39: UInt32(byte - 0x30) + 52
    case 0x2b: 62
    case 0x2f: 63
    default: nil
    }
}
