// GFM's table syntax: the lines of a paragraph as rows of raw cells, or nil if they are no table.

struct TableSyntax {
    enum Alignment { case none, left, center, right }

    var alignments: [Alignment]
    var header: [ArraySlice<UInt8>]
    /// Every row has as many cells as the header: missing ones are empty, excess ones are dropped.
    var rows: [[ArraySlice<UInt8>]]

    init?(lines: [ArraySlice<UInt8>]) {
        guard lines.count >= 2, let alignments = delimiterRow(lines[1]) else { return nil }
        let header = tableCells(of: lines[0])
        guard header.count == alignments.count else { return nil }
        self.alignments = alignments
        self.header = header
        rows = lines.dropFirst(2).map { line in
            let cells = tableCells(of: line).prefix(header.count)
            return cells + Array(repeating: [], count: header.count - cells.count)
        }
    }
}

/// The cells of a row, trimmed. A pipe after a backslash belongs to the cell, also inside a code span, and loses that one backslash.
func tableCells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let pipe = UInt8(ascii: "|")
    let backslash = UInt8(ascii: "\\")
    let trimmed = line.trimmed()
    let row = trimmed.first == pipe ? trimmed.dropFirst() : trimmed
    var cells: [ArraySlice<UInt8>] = []
    cells.reserveCapacity(8)
    /// What stands in the cell before a pipe that belongs to it.
    var head: [UInt8] = []
    var start = row.startIndex
    var place = start
    while let index = row.position(of: pipe, from: place) {
        place = index + 1
        if index > start, row[index - 1] == backslash {
            head += row[start..<index - 1]
            head.append(pipe)
        } else {
            cells.append(tableCell(head, row[start..<index]))
            head = []
        }
        start = place
    }
    // What follows the closing pipe is no cell; a row without a closing pipe ends with its last cell.
    let rest = tableCell(head, row[start...])
    if !rest.isEmpty || row.last != pipe || cells.isEmpty { cells.append(rest) }
    return cells
}

private func tableCell(_ head: [UInt8], _ tail: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    head.isEmpty ? tail.trimmed() : (head + tail)[...].trimmed()
}

private func delimiterRow(_ line: ArraySlice<UInt8>) -> [TableSyntax.Alignment]? {
    guard line.contains(UInt8(ascii: "|")) || line.contains(UInt8(ascii: ":")) else { return nil }
    var alignments: [TableSyntax.Alignment] = []
    for cell in tableCells(of: line) {
        var dashes = cell
        let left = dashes.first == UInt8(ascii: ":")
        if left { dashes.removeFirst() }
        let right = dashes.last == UInt8(ascii: ":")
        if right { dashes.removeLast() }
        guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
        alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
    }
    return alignments
}
