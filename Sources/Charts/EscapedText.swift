// The one place where text turns into markup: XML escapes, and no character that a parser or a reader's eye could trip over.

/// White space becomes a space, a character that XML forbids (and every other control character) becomes U+FFFD, and a
/// control of text direction becomes its escape, so that a hostile name cannot reorder the text around it.
func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    if text.utf8.allSatisfy(isPlain) { return bytes.append(contentsOf: text.utf8) }
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x26: bytes.append(contentsOf: "&amp;".utf8)
        case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
        case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
        case 0x22: bytes.append(contentsOf: "&quot;".utf8)
        case 0x27: bytes.append(contentsOf: "&#39;".utf8)
        case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: bytes.append(UInt8(ascii: " "))
        case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: bytes.append(contentsOf: "\u{FFFD}".utf8)
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            bytes.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
        case 0x20..<0x7F: bytes.append(UInt8(scalar.value))
        default: bytes.append(contentsOf: scalar.utf8)
        }
    }
}

/// Nearly all text of a chart is a number or a name of such letters.
private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    default: (0x20..<0x7F).contains(byte)
    }
}

/// An address that stays within the site: nil when it names a scheme or a host.
func localAddress(_ address: String) -> String? {
    guard !address.isEmpty, !address.hasPrefix("//"), !address.hasPrefix("\\") else { return nil }
    for byte in address.utf8 {
        switch byte {
        case UInt8(ascii: ":"): return nil
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return address
        default: continue
        }
    }
    return address
}
