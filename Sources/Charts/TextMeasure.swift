// Estimated widths of 12 px text, so that labels can be placed at build time without a font.

/// A little wider than the sans families of the page, so that an estimate errs towards room.
func textWidth(_ text: String, isBold: Bool = false) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x20, 0xA0, 0x27, 0x2C, 0x2E, 0x3A, 0x3B, 0x69, 0x6A, 0x6C, 0x7C: width += 3.5
        case 0x66, 0x72, 0x74, 0x28, 0x29, 0x2D, 0x2F: width += 4.5
        case 0x4D, 0x57, 0x6D, 0x77, 0x40, 0x25: width += 10
        case 0x41...0x5A: width += 8.2
        case ..<0x1100: width += 6.8
        default: width += 12.5
        }
    }
    return isBold ? width * 1.07 : width
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
