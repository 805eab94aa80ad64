// The lines of fences and the rows of tables, kept out of what libcmark reads.
//
// A page of a night is mostly logs and rows, and we lay both out from the text as it stands. libcmark would copy each line of a fence a
// few times, and read all rows of a table as one paragraph, for nothing. So it gets of such a fence the first line and the last, and of
// such a table the header and the line below; the rest is found here by the first line of the node that it makes of them.
//
// What must hold: libcmark would have seen the same block. It would for a fence at the start of a line and for a table of lines that
// begin with a pipe and have blank ones around, unless something before them is still open: raw HTML, or a fence in a quote or an item.
// A document with a line that could open one of those is left whole.

struct SetAside {
    /// What libcmark reads.
    private(set) var text: [UInt8] = []
    /// The lines between a fence and its end, by the number of the block's first line in `text`, from 1.
    private(set) var fences: [Int: ArraySlice<UInt8>] = [:]
    /// The rows of a table below its header, by the same.
    private(set) var rows: [Int: [ArraySlice<UInt8>]] = [:]
    /// Lines of `text`.
    private var count = 0

    /// Nothing is set aside.
    init(whole document: [UInt8]) { text = document }

    /// `document` has `\n` line ends.
    init(of document: [UInt8]) {
        let lines = document[...].lines()
        text.reserveCapacity(min(document.count, 8192))
        var isAfterBlank = true
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if let end = fenceEnd(lines, from: index) {
                let inside = document[line.endIndex + 1..<lines[end].startIndex]
                keep(line)
                // libcmark writes another character for a NUL.
                if isLaidOut(line), inside.position(of: 0, from: inside.startIndex) == nil {
                    fences[count] = inside
                } else {
                    for line in lines[index + 1..<end] { keep(line) }
                }
                keep(lines[end])
                index = end + 1
                isAfterBlank = false
            } else if isAfterBlank, let end = tableEnd(lines, from: index) {
                keep(line)
                rows[count] = Array(lines[index + 2..<end])
                keep(lines[index + 1])
                index = end
                isAfterBlank = false
            } else if mayOpenBlock(line) {
                self = SetAside(whole: document)
                return
            } else {
                keep(line)
                index += 1
                isAfterBlank = line.allSatisfy(isBlank)
            }
        }
    }

    private mutating func keep(_ line: ArraySlice<UInt8>) {
        text += line
        text.append(0x0A)
        count += 1
    }
}

private let backtick = UInt8(ascii: "`")
private let shortestFence = 3

/// The backticks that `line` begins with, when they open a fence: none of what follows is one.
private func fenceLength(_ line: ArraySlice<UInt8>) -> Int? {
    guard line.first == backtick else { return nil }
    let length = line.prefix { $0 == backtick }.count
    return length >= shortestFence && !line.dropFirst(length).contains(backtick) ? length : nil
}

/// The number of the line that closes the fence which opens at `start`; nil when none opens there or it stays open.
private func fenceEnd(_ lines: [ArraySlice<UInt8>], from start: Int) -> Int? {
    guard let length = fenceLength(lines[start]) else { return nil }
    return lines[(start + 1)...].firstIndex { line in
        let text = line.first == UInt8(ascii: " ") ? line.drop { $0 == UInt8(ascii: " ") } : line
        guard text.first == backtick, line.count - text.count < 4 else { return false }
        let ticks = text.prefix { $0 == backtick }
        return ticks.count >= length && text[ticks.endIndex...].allSatisfy(isBlank)
    }
}

/// A fence that `PageBuilder` lays out itself.
private func isLaidOut(_ line: ArraySlice<UInt8>) -> Bool {
    let kind = line.drop { $0 == backtick }
    return ["log", "stack", "layers", "json"].contains { kind.elementsEqual($0.utf8) }
}

/// The number of the line behind the table that begins at `start`; nil when there is none, or one without rows.
private func tableEnd(_ lines: [ArraySlice<UInt8>], from start: Int) -> Int? {
    let pipe = UInt8(ascii: "|")
    guard lines[start].first == pipe else { return nil }
    let end = lines[start...].firstIndex { $0.first != pipe } ?? lines.count
    guard end - start > 2, end == lines.count || lines[end].allSatisfy(isBlank) else { return nil }
    return TableSyntax(lines: Array(lines[start..<start + 2])) == nil ? nil : end
}

/// A line that could open raw HTML or a fence that ends elsewhere than `fenceEnd` knows: behind blanks and the marks of quotes and items.
private func mayOpenBlock(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { byte in
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
            UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
    switch text.first {
    case UInt8(ascii: "<"): return true
    case UInt8(ascii: "~"): return text.starts(with: "~~~".utf8)
    case backtick: return text.starts(with: "```".utf8) && (text.count < line.count || fenceLength(line) != nil)
    default: return false
    }
}
