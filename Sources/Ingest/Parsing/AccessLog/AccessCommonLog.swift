// Rows in the common log format, as API Gateway's console offers it for REST and HTTP APIs.

import Model

/// `ip caller user [time] "METHOD /template HTTP/1.1" status length requestId extendedRequestId`. HTTP APIs have no extended id
/// and a route key with the method in it, so that the quoted part reads `GET GET /orders HTTP/1.1`; CloudFormation's example puts
/// the extended id first. False when the text is none of these.
func readCommonLog(_ text: Span<UInt8>, into row: inout AccessRow) -> Bool {
    guard let open = text.find(byte: UInt8(ascii: "[")), let close = text.find(byte: UInt8(ascii: "]"), from: open),
        text.has("] \"", at: close), let quote = text.find("\" ", from: close + 3)
    else { return false }
    var cursor = ByteCursor(at: open + 1)
    guard cursor.commonLogTime(in: text) != nil, cursor.at == close else { return false }
    row.clear()
    let before = words(text, 0..<open)
    let after = words(text, (quote + 1)..<text.count)
    guard before.count == 3 || before.count == 4, after.count >= 2 else { return false }
    func add(_ variable: AccessVariable, _ range: Range<Int>, _ row: inout AccessRow) {
        row.add(.exact(variable), key: text.extracting(0..<0), value: text.extracting(range))
    }
    let client = before.suffix(3)
    if before.count == 4 { add(.extendedRequestId, before[0], &row) }
    add(.identitySourceIp, client[client.startIndex], &row)
    add(.identityCaller, client[client.startIndex + 1], &row)
    add(.identityUser, client[client.startIndex + 2], &row)
    add(.requestTime, (open + 1)..<close, &row)
    addRequest(text, words(text, (close + 3)..<quote), isHTTP: before.count == 3 && after.count == 3, into: &row)
    add(.status, after[0], &row)
    add(.responseLength, after[1], &row)
    if after.count > 2 { add(.requestId, after[2], &row) }
    if after.count > 3 { add(.extendedRequestId, after[3], &row) }
    return true
}

private func addRequest(_ text: Span<UInt8>, _ words: [Range<Int>], isHTTP: Bool, into row: inout AccessRow) {
    guard words.count >= 3, let first = words.first, let last = words.last else { return }
    let empty = text.extracting(0..<0)
    let middle = words[1].lowerBound..<words[words.count - 2].upperBound
    let hasRouteKey = words.count > 3 || text.has("$", at: middle.lowerBound) || isHTTP && !text.has("/", at: middle.lowerBound)
    row.add(.exact(.httpMethod), key: empty, value: text.extracting(first))
    row.add(.exact(hasRouteKey ? .routeKey : .resourcePath), key: empty, value: text.extracting(middle))
    row.add(.exact(.protocol), key: empty, value: text.extracting(last))
}

/// At most 16 words: more than any of the templates has.
private func words(_ text: Span<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var answer: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound, answer.count < 16 {
        while start < range.upperBound, isWhiteSpace(text[start]) { start += 1 }
        var end = start
        while end < range.upperBound, !isWhiteSpace(text[end]) { end += 1 }
        if end > start { answer.append(start..<end) }
        start = end
    }
    return answer
}
