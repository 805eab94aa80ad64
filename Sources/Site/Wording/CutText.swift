// A text of any length, cut at a line's end so that a page stays small.

struct CutText {
    let text: String
    let isCut: Bool

    /// As many whole lines as `cost` bytes of HTML hold; a first line that is longer is cut inside.
    init(_ text: String, cost: Int) {
        var left = cost
        var index = text.utf8.startIndex
        var lineEnd = index
        while index < text.utf8.endIndex {
            let byte = text.utf8[index]
            left -=
                byte == UInt8(ascii: "\"")
                ? 6 : byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&") ? 5 : 1
            guard left >= 0 else { break }
            index = text.utf8.index(after: index)
            if byte == 0x0A { lineEnd = index }
        }
        guard index < text.utf8.endIndex else {
            self.text = text
            isCut = false
            return
        }
        if lineEnd == text.utf8.startIndex {
            while index > text.utf8.startIndex, text.utf8[index] & 0b1100_0000 == 0b1000_0000 {
                index = text.utf8.index(before: index)
            }
            lineEnd = index
        }
        self.text = text[..<lineEnd] + "\u{2026}"
        isCut = true
    }
}
