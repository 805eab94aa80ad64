// One column of a row in a fence: a single line in which a bar between spaces, which would end the column, is broken.

func fenceColumn(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == 0x0A || $0 == 0x0D || $0 >= 0x80 }) else { return text }
    var column = ""
    var afterSpace = true
    var pendingBar = false
    for character in text {
        let isSpace = character == " " || character.endsLine
        if pendingBar { column.append(isSpace ? "\u{A6}" : "|") }
        pendingBar = character == "|" && !afterSpace
        if !pendingBar { column.append(character == "|" ? "\u{A6}" : character.endsLine ? " " : character) }
        afterSpace = isSpace
    }
    if pendingBar { column.append("\u{A6}") }
    return column
}

extension Character {
    /// A line end of a log. Unicode's other ones (U+2028, U+0085, vertical tab) are hiding characters of a text, not the end of its line.
    var endsLine: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}
