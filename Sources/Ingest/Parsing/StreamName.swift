// What the name of a Lambda log stream tells: the version, and in a shared group the function.

import Model

/// `2026/03/12/[$LATEST]0123…` or, in a shared group, `2026/03/12/orders[42]0123…`; an export to S3 has `-` for `/`.
struct StreamName {
    var function = ""
    var version = ""

    /// nil when no Lambda stream is called so.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let span = bytes.span
        var cursor = ByteCursor()
        guard cursor.digits(4, in: span) != nil, skipSeparator(&cursor, span), cursor.digits(2, in: span) != nil,
            skipSeparator(&cursor, span), cursor.digits(2, in: span) != nil, skipSeparator(&cursor, span),
            let open = span.find(byte: UInt8(ascii: "["), from: cursor.at),
            let close = span.find(byte: UInt8(ascii: "]"), from: open)
        else { return nil }
        function = span.extracting(cursor.at..<open).decoded
        version = span.extracting((open + 1)..<close).decoded
    }
}

private func skipSeparator(_ cursor: inout ByteCursor, _ bytes: Span<UInt8>) -> Bool {
    cursor.skip("/", in: bytes) || cursor.skip("-", in: bytes)
}
