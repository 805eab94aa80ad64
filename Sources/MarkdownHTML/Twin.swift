// The published twin of a document: what reads well in a ticket, without the page.

/// In-cell figures (`![47.5 %](bar:0.475)`) become their alternative text, and so does a line that is one of `figures`; fenced blocks
/// and code spans stay as they are.
func twin(of document: [UInt8], captioning figures: [String]) -> [UInt8] {
    let endings = figures.map { Array("](\($0))".utf8) }
    var result: [UInt8] = []
    result.reserveCapacity(document.count)
    var fence: ArraySlice<UInt8>?
    var start = 0
    while true {
        let end = document[...].position(of: 0x0A, from: start) ?? document.count
        let line = document[start..<end]
        let run = fenceRun(line)
        if let open = fence {
            let closes = run.first == open.first && run.count >= open.count && line[run.endIndex...].allSatisfy(isBlank)
            if closes { fence = nil }
            result += line
        } else if run.count >= 3 {
            fence = run
            result += line
        } else {
            appendLine(caption(of: line, endings) ?? line, to: &result)
        }
        guard end < document.count else { return result }
        result.append(0x0A)
        start = end + 1
    }
}

/// The alternative text of a line that is an image and ends in one of `endings`.
private func caption(of line: ArraySlice<UInt8>, _ endings: [[UInt8]]) -> ArraySlice<UInt8>? {
    guard line.starts(with: "![".utf8) else { return nil }
    return endings.first { line.suffix($0.count).elementsEqual($0) }.map { line.dropFirst(2).dropLast($0.count) }
}

/// The backticks or tildes a line opens with.
private func fenceRun(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = line.drop { $0 == UInt8(ascii: " ") }
    guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return text.prefix(0) }
    return text.prefix { $0 == first }
}

private func appendLine(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var index = line.startIndex
    var copied = index
    while index < line.endIndex {
        switch line[index] {
        case UInt8(ascii: "\\") where index + 1 < line.endIndex: index += 2
        case UInt8(ascii: "`"): index = codeEnd(in: line, from: index)
        case UInt8(ascii: "!"):
            guard let image = cellImage(in: line, at: index) else {
                index += 1
                continue
            }
            result += line[copied..<index]
            result += image.alternative
            index = image.end
            // A figure without words goes with the blank that kept it from the words beside it.
            if image.alternative.isEmpty { index += blankLength(line[index...]) }
            copied = index
        default: index += 1
        }
    }
    result += line[copied...]
}

private func blankLength(_ text: ArraySlice<UInt8>) -> Int {
    text.first == UInt8(ascii: " ") ? 1 : text.starts(with: "\u{A0}".utf8) ? 2 : 0
}

/// Just after the code span that opens at `start`, or after its backticks if it does not close on the line.
private func codeEnd(in line: ArraySlice<UInt8>, from start: Int) -> Int {
    let ticks = line[start...].prefix { $0 == UInt8(ascii: "`") }.count
    var index = start + ticks
    while index < line.endIndex {
        guard line[index] == UInt8(ascii: "`") else {
            index += 1
            continue
        }
        let run = line[index...].prefix { $0 == UInt8(ascii: "`") }.count
        index += run
        if run == ticks { return index }
    }
    return start + ticks
}

private struct CellImage {
    var alternative: ArraySlice<UInt8>
    var end: Int
}

/// Alternative texts and arguments of in-cell figures are short; a bound keeps a line of `![` from costing its square.
private let longestPart = 1000

private func cellImage(in line: ArraySlice<UInt8>, at start: Int) -> CellImage? {
    guard start + 1 < line.endIndex, line[start + 1] == UInt8(ascii: "[") else { return nil }
    var index = start + 2
    let limit = min(line.endIndex, index + longestPart)
    while index < limit, line[index] != UInt8(ascii: "]") {
        index += line[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index + 1 < limit, line[index + 1] == UInt8(ascii: "(") else { return nil }
    let target = line[(index + 2)...]
    let scheme = target.prefix(10).prefix { $0 != UInt8(ascii: ":") }
    guard cellFigureSchemes.contains(scheme.string), target.count > scheme.count else { return nil }
    guard let close = target.prefix(longestPart).firstIndex(of: UInt8(ascii: ")")) else { return nil }
    return CellImage(alternative: line[start + 2..<index], end: close + 1)
}
