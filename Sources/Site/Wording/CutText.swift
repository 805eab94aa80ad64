// A text of any length, cut at a line's end so that a page stays small.

struct CutText {
    let text: String
    let isCut: Bool

    /// As many whole lines as `cost` bytes of HTML hold; a first line that is longer is cut inside.
    init(_ text: String, cost: Int) {
        let bytes = text.utf8.span
        // No byte costs more than six.
        guard bytes.count > cost / 6 else {
            self.text = text
            isCut = false
            return
        }
        var left = cost
        var index = 0
        var lineEnd = 0
        while index < bytes.count {
            let byte = bytes[index]
            left -=
                byte == UInt8(ascii: "\"")
                ? 6 : byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&") ? 5 : 1
            guard left >= 0 else { break }
            index += 1
            if byte == 0x0A { lineEnd = index }
        }
        guard index < bytes.count else {
            self.text = text
            isCut = false
            return
        }
        if lineEnd == 0 {
            while index > 0, bytes[index] & 0b1100_0000 == 0b1000_0000 { index -= 1 }
            lineEnd = index
        }
        self.text = String(decoding: text.utf8.prefix(lineEnd), as: UTF8.self) + "\u{2026}"
        isCut = true
    }
}
