// Characters that do not show, or that reorder what does, made visible.

extension Unicode.Scalar {
    /// Controls, bidirectional overrides and zero-width characters: a log line may not hide a part of itself on a page.
    /// Line ends and tabs are not meant; they are handled where text is laid out.
    fileprivate var hides: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}

/// The text with every hiding character written as `\u{202E}`.
func visible(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
        result.append(contentsOf: text.utf8)
        return result
    }
    for scalar in text.unicodeScalars {
        if scalar.hides {
            result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8)
        } else {
            result.append(contentsOf: scalar.utf8)
        }
    }
    return result
}
