// Estimated widths of 12 px text, so that labels can be placed at build time without a font.

/// A little wider than the sans families of the page, so that an estimate errs towards room.
func textWidth(_ text: String, isBold: Bool = false) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars {
        switch scalar {
        case " ", "\u{A0}", "'", ",", ".", ":", ";", "|", "I": width += 3.5
        case "i", "j", "l": width += 2.9
        case "f", "r", "t", "(", ")", "-", "/": width += 4.1
        case "c", "k", "s", "v", "x", "y", "z", "J", "L": width += 6.7
        case "w", "C", "D", "H", "N", "R", "U": width += 8.8
        case "m", "M", "G", "O", "Q": width += 9.8
        case "W", "@", "%": width += 11.5
        case "A"..."Z": width += 8
        case "\u{0}"..."\u{10FF}", "…": width += 6.8
        default: width += 12.5
        }
    }
    return isBold ? width * 1.03 : width
}

/// The text, cut at `limit` pixels with an ellipsis.
func clipped(_ text: String, to limit: Double) -> String {
    var width = 0.0
    var end = text.startIndex
    let room = limit - textWidth("…")
    for index in text.indices {
        width += textWidth(String(text[index]))
        if width <= room { end = text.index(after: index) }
        if width > limit { return text[..<end] + "…" }
    }
    return text
}

/// At most two lines, broken at a space; `first` pixels of the first line are taken already.
func twoLines(_ text: String, width: Double, first: Double) -> [String] {
    guard first + textWidth(text) > width else { return [text] }
    var line = ""
    var rest = text[...]
    while let space = rest.firstIndex(of: " ") {
        let longer = line + (line.isEmpty ? "" : " ") + rest[..<space]
        if first + textWidth(longer) > width { break }
        line = longer
        rest = rest[rest.index(after: space)...]
    }
    guard !line.isEmpty else { return [clipped(text, to: width - first)] }
    return [line, clipped(String(rest), to: width)]
}
