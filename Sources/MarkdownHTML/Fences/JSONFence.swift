// A fenced block `json`, opened so that it reads without script: one member per line, keys set apart.

/// Text that has line ends already is left as it is laid out. Nothing is checked: what is no JSON comes out as it went in.
func jsonBlock(_ text: ArraySlice<UInt8>) -> HTML {
    let opens = !text.dropLast().contains(0x0A)
    var html = HTML(capacity: 3 * text.count)
    html.markup("<pre class=\"json\"><code>")
    var index = text.startIndex
    var depth = 0
    while index < text.endIndex {
        let byte = text[index]
        if byte == UInt8(ascii: "\"") {
            let end = stringEnd(in: text, from: index)
            let isKey = text[end...].drop(while: isBlank).first == UInt8(ascii: ":")
            if isKey { html.markup("<span class=\"k\">") }
            html.evidence(text[index..<end])
            if isKey { html.markup("</span>") }
            index = end
            continue
        }
        if opens {
            layOut(byte, next: text[(index + 1)...].first, depth: &depth, in: &html)
        } else {
            html.text(byte: byte)
        }
        index += 1
    }
    html.markup("</code></pre>")
    return html
}

private func layOut(_ byte: UInt8, next: UInt8?, depth: inout Int, in html: inout HTML) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
        html.text(byte: byte)
        depth += 1
        if next != byte + 2 { lineEnd(depth, in: &html) }
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        // An empty object or array stays on its line.
        if html.bytes.last != byte - 2 { lineEnd(depth, in: &html) }
        html.text(byte: byte)
    case UInt8(ascii: ","):
        html.text(byte: byte)
        lineEnd(depth, in: &html)
    case UInt8(ascii: ":"): html.markup(": ")
    case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0A: break
    default: html.text(byte: byte)
    }
}

private func lineEnd(_ depth: Int, in html: inout HTML) {
    html.markup("\n")
    // Deeper levels stand under the last one: indentation is no measure of a hostile text.
    for _ in 0..<min(max(depth, 0), 16) { html.markup("  ") }
}

/// Just after the closing quote of the string that starts at `start`.
private func stringEnd(in text: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start + 1
    while index < text.endIndex {
        if text[index] == UInt8(ascii: "\\") {
            index += 2
        } else if text[index] == UInt8(ascii: "\"") {
            return index + 1
        } else {
            index += 1
        }
    }
    return text.endIndex
}
