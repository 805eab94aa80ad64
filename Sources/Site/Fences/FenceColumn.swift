// One column of a row in a fence: a single line in which a bar between spaces, which would end the column, is broken.

func fenceColumn(_ text: String) -> String {
    guard text.holds(byte: bar) || text.holds(byte: 0x0A) || text.holds(byte: 0x0D) else { return text }
    let source = Array(text.utf8)
    var column: [UInt8] = []
    var afterSpace = true
    for (index, byte) in source.enumerated() {
        let isSpace = byte == UInt8(ascii: " ") || byte == 0x0A || byte == 0x0D
        if byte == bar {
            let next = index + 1 < source.count ? source[index + 1] : UInt8(ascii: " ")
            let ends = afterSpace || next == UInt8(ascii: " ") || next == 0x0A || next == 0x0D
            if ends { column.append(contentsOf: "\u{A6}".utf8) } else { column.append(bar) }
        } else if byte != 0x0A || index == 0 || source[index - 1] != 0x0D {
            column.append(isSpace ? UInt8(ascii: " ") : byte)
        }
        afterSpace = isSpace
    }
    return String(decoding: column, as: UTF8.self)
}

private let bar = UInt8(ascii: "|")
