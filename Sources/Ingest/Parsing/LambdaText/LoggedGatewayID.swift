// The gateway's request id inside an event that a function logged: rung 4 of the join.

import Model

/// `requestContext.requestId` in JSON or in Node's and Python's way of printing an object, else the integration tag of the
/// gateway's headers; `.none` when there is neither.
func loggedGatewayID(_ message: Span<UInt8>) -> ID128 {
    if let context = message.find("requestContext"), opensObject(message, context + 14) {
        var from = context + 14
        while let key = message.find("requestId", from: from) {
            from = key + 9
            let id = quotedValue(message, from)
            if !id.isNone { return id }
        }
    }
    if let tag = message.find("x-amzn-lambda-integration-tag") { return quotedValue(message, tag + 29) }
    return .none
}

/// The key's value is written out, not folded as in Node's `requestContext: [Object]`.
private func opensObject(_ message: Span<UInt8>, _ start: Int) -> Bool {
    var index = start
    while index < message.count, index - start < 8 {
        if message[index] == UInt8(ascii: "{") { return true }
        index += 1
    }
    return false
}

/// The text in quotes after a key's own closing quote, colon and white space.
private func quotedValue(_ message: Span<UInt8>, _ start: Int) -> ID128 {
    var cursor = ByteCursor(at: start)
    _ = cursor.skip("\\\"", in: message) || cursor.skip("\"", in: message) || cursor.skip("'", in: message)
    cursor.skipSpaces(in: message)
    guard cursor.skip(":", in: message) || cursor.skip("=", in: message) else { return .none }
    cursor.skipSpaces(in: message)
    _ = cursor.skip("\\\"", in: message) || cursor.skip("\"", in: message) || cursor.skip("'", in: message)
    let first = cursor.at
    while cursor.at < message.count, cursor.at - first < 64, isIDByte(message[cursor.at]) { cursor.at += 1 }
    guard cursor.at - first >= 10 else { return .none }
    return ID128(message.extracting(first..<cursor.at))
}

@inline(__always)
func isIDByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || decimalDigit(byte) != nil || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "=")
}
