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
        let time = hexadecimalWord(bytes.word(at: start + 2).byteSwapped),
        let head = hexadecimalWord(bytes.word(at: start + 11).byteSwapped),
        let middle = hexadecimalWord(bytes.word(at: start + 19).byteSwapped),
        let tail = hexadecimalWord(bytes.word(at: start + 27).byteSwapped)
    else { return nil }
    if start + 35 < bytes.count {
        let after = bytes[start + 35]
        if isLetter(after) || decimalDigit(after) != nil || after == UInt8(ascii: "-") { return nil }
    }
    return ID128(high: time << 32 | head, low: middle << 32 | tail)
}
