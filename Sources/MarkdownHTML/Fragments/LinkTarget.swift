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
        } else if isPlain(byte), index != colon, byte != UInt8(ascii: "%") || isEscape(bytes, at: index) {
            result.append(byte)
        } else {
            result.append(contentsOf: [UInt8(ascii: "%"), hex(byte >> 4), hex(byte & 15)])
        }
    }
    return result
}

/// Whether a percent sign encodes a byte already; a lone one is text.
private func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
    index + 2 < bytes.count && isHex(bytes[index + 1]) && isHex(bytes[index + 2])
}

private func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
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
