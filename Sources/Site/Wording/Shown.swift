// How much of a text of any length a page shows in a title, a fact or a cell.

/// The text, or its first `limit` bytes (to a whole character) and an ellipsis.
func clipped(_ text: String, _ limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    var end = text.utf8.index(text.utf8.startIndex, offsetBy: limit)
    while end > text.startIndex, text.utf8[end] & 0b1100_0000 == 0b1000_0000 { end = text.utf8.index(before: end) }
    return String(text[..<end]) + "\u{2026}"
}
