// Names as file names: `[a-z0-9._-]`, the same every night, never the same for two things.

import Model

/// A readable part and six digits of a hash of everything that tells the thing apart.
func slug(_ readable: String, unique parts: [String]) -> String {
    let digits = ID128(hashing: Array(parts.joined(separator: "\u{0}").utf8).span).hex
    let head = readablePart(readable)
    return head.isEmpty ? String(digits.suffix(12)) : "\(head)-\(digits.suffix(6))"
}

/// A function's name is its own slug when it can be one.
func functionSlug(_ name: String) -> String {
    let plain =
        !name.isEmpty && name.utf8.count <= 80
        && name.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        } && name != "index" && !name.hasPrefix("-")
    return plain ? name : slug(name, unique: [name])
}

private func readablePart(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
        default: if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
        }
        if bytes.count == 60 { break }
    }
    while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
}
