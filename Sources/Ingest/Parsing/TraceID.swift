// X-Ray trace ids from bytes, equal to what `ID128(trace:)` reads from text, without a `String` per line.

import Model

/// `1-8hex-24hex`, bare or as the `Root=` of a tracing header, at any place among the header's `;`-separated fields.
func traceID(_ bytes: Span<UInt8>) -> ID128? {
    if let bare = bareTraceID(bytes, at: 0) { return bare }
    var start = 0
    while start < bytes.count {
        if start + 5 <= bytes.count, bytes.extracting(start..<(start + 5)).equalsIgnoringCase("root=") {
            return bareTraceID(bytes, at: start + 5)
        }
        guard let next = bytes.find(byte: UInt8(ascii: ";"), from: start) else { return nil }
        start = next + 1
    }
    return nil
}

private func bareTraceID(_ bytes: Span<UInt8>, at start: Int) -> ID128? {
    guard bytes.has("1-", at: start), start + 35 <= bytes.count, bytes[start + 10] == UInt8(ascii: "-"),
        let time = hexadecimal(bytes, start + 2, 8), let head = hexadecimal(bytes, start + 11, 8),
        let tail = hexadecimal(bytes, start + 19, 16)
    else { return nil }
    if start + 35 < bytes.count {
        let after = bytes[start + 35]
        if isLetter(after) || decimalDigit(after) != nil || after == UInt8(ascii: "-") { return nil }
    }
    return ID128(high: time << 32 | head, low: tail)
}

private func hexadecimal(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> UInt64? {
    var value: UInt64 = 0
    for index in start..<(start + length) {
        let byte = lowercased(bytes[index])
        if let digit = decimalDigit(byte) {
            value = value << 4 | UInt64(digit)
        } else if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "f") {
            value = value << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
        } else {
            return nil
        }
    }
    return value
}
