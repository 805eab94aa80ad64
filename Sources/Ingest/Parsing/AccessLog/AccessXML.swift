// Rows in the XML that API Gateway's console offers: one `request` element with an element per variable.

import Model

/// `<request id="..."> <ip>203.0.113.7</ip> ... </request>`; the values are put in raw. False when the text is no such row.
func readAccessXML(_ text: Span<UInt8>, into row: inout AccessRow, keys: inout AccessKeys) -> Bool {
    var cursor = ByteCursor()
    guard cursor.skip("<request id=\"", in: text), let quote = text.find(byte: UInt8(ascii: "\""), from: cursor.at) else {
        return false
    }
    row.clear()
    row.add(.exact(.requestId), key: text.extracting(9..<11), value: text.extracting(cursor.at..<quote))
    var from = quote
    while let open = text.find(byte: UInt8(ascii: "<"), from: from) {
        var end = open + 1
        while end < text.count, end - open < 40, isLetter(text[end]) || decimalDigit(text[end]) != nil { end += 1 }
        from = end
        guard end > open + 1, text.has(">", at: end), let close = text.find("</", from: end) else { continue }
        let name = text.extracting((open + 1)..<end)
        row.add(keys.match(name), key: name, value: text.extracting((end + 1)..<close))
        from = close + 2
    }
    return row.seen.nonzeroBitCount >= 2
}
