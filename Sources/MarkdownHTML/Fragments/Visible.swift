// Characters that do not show, or that reorder what does, made visible.

/// Controls, bidirectional overrides and zero-width characters: a log line may not hide a part of itself on a page.
/// Line ends and tabs are not meant; they are handled where text is laid out.
private func hides(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
        0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF, 0xE0000...0xE007F:
        true
    default: false
    }
}

/// The text with every hiding character written as `\u{202E}`.
func visible(_ text: String) -> [UInt8] {
    let source = Array(text.utf8)
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while index < source.count {
        let byte = source[index]
        if (0x20..<0x7F).contains(byte) || byte == 0x0A {
            index += 1
            continue
        }
        // U+00A0, which every row of a log has before a unit.
        if byte == 0xC2, source[index + 1] == 0xA0 {
            index += 2
            continue
        }
        let (scalar, end) = scalar(in: source, at: index)
        if hides(scalar) {
            result += source[copied..<index]
            result.append(contentsOf: "\\u{\(String(scalar, radix: 16, uppercase: true))}".utf8)
            copied = end
        }
        index = end
    }
    guard copied > 0 else { return source }
    result += source[copied...]
    return result
}

/// The scalar that begins at `start` and where the next one begins; `bytes` are those of a `String` and therefore whole.
private func scalar(in bytes: [UInt8], at start: Int) -> (UInt32, end: Int) {
    let first = UInt32(bytes[start])
    guard first >= 0x80 else { return (first, start + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var scalar = first & (0x7F >> UInt32(length))
    for byte in bytes[start + 1..<start + length] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    return (scalar, start + length)
}
