// The prefix of an execution-log event: `(<request id>) `.

import Model

struct ExecutionPrefix {
    var id: ID128
    /// Where the text after `(<id>) ` begins.
    var textStart: Int
    /// The event is all lines of one request, as the console's Test feature gives them.
    var isTestReport = false

    /// nil when the event does not begin so. REST ids are UUIDs, WebSocket ids look like base64.
    init?(_ message: Span<UInt8>) {
        guard message.count > 12, message[0] == UInt8(ascii: "(") else { return nil }
        var end = 1
        while end < message.count, end <= 41, isIDByte(message[end]) { end += 1 }
        guard end >= 11, message.has(")", at: end) else { return nil }
        id = ID128(message.extracting(1..<end))
        textStart = message.has(" ", at: end + 1) ? end + 2 : end + 1
    }

    /// `Execution log for request <id>`, and a line `Thu Mar 12 09:14:05 UTC 2026 : <text>` for each event.
    init?(testReport message: Span<UInt8>) {
        var cursor = ByteCursor()
        guard cursor.skip("Execution log for request ", in: message) else { return nil }
        let word = cursor.word(in: message)
        guard word.count >= 10, word.count <= 40 else { return nil }
        id = ID128(message.extracting(word))
        textStart = message.skippingSpaces(from: cursor.at)
        isTestReport = true
    }
}
