// Link targets: any text as one that CommonMark, HTML and a careful reader take the same way.

/// Percent-encodes what is not plain in a URL. A colon before the first `/`, `?` or `#` would make a scheme: only http, https and mailto
/// may be one, any other is encoded, so that the link stays relative.
func linkTarget(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let colon = schemeColon(in: bytes)
    for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "&") {
            result.append(contentsOf: "&amp;".utf8)
        } else if isPlain(byte), index != colon {
            result.append(byte)
        } else {
            result.append(contentsOf: [UInt8(ascii: "%"), hex(byte >> 4), hex(byte & 15)])
        }
    }
    return result
}

private func isPlain(_ byte: UInt8) -> Bool {
    if isAlphanumeric(byte) { return true }
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "#"),
        UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"),
        UInt8(ascii: "="), UInt8(ascii: "%"), UInt8(ascii: "_"):
        return true
    default: return false
    }
}

private func schemeColon(in bytes: [UInt8]) -> Int? {
    let end = bytes.firstIndex { [UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) }
    guard let end, bytes[end] == UInt8(ascii: ":") else { return nil }
    let scheme = bytes[..<end].string.lowercased()
    return ["http", "https", "mailto"].contains(scheme) ? nil : end
}

private func hex(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
