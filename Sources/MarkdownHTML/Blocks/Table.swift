// A pipe table as a table in a scrolling frame (visual-language.md 7.6).

import CCmark

/// The node to stand in place of the paragraph, or nil if libcmark did not take the cells as we wrote them.
func tableNode(_ syntax: TableSyntax, label: String) -> Node? {
    let columns = syntax.header.count
    guard let rows = parsedRows([syntax.header] + syntax.rows, columns: columns) else { return nil }

    var open = HTML()
    open.markup("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
    open.text(label)
    open.markup(columns > 7 ? "\"><table class=\"wide\">" : "\"><table>")
    let table = Node.block(open, exit: "</table></div>")

    let numeric = syntax.alignments.map { $0 == .right }
    table.append(.inline("<thead><tr>"))
    for (column, cell) in rows[0].enumerated() {
        table.append(.inline(numeric[column] ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">"))
        table.append(cell)
        table.append(.inline("</th>"))
    }
    table.append(.inline("</tr></thead>"))

    let body = rows.dropFirst()
    let hasFoot = body.count > 1 && body.last.map(isFoot) == true
    let headColumn = numeric.firstIndex(of: false)
    if body.count > 0 { table.append(.inline("<tbody>")) }
    for (index, row) in body.enumerated() {
        let isFootRow = hasFoot && index == body.count - 1
        if isFootRow { table.append(.inline("</tbody><tfoot>")) }
        let continues = row[0].firstChild == nil && index > 0
        table.append(.inline(rowStart(row, isFoot: isFootRow, continues: continues)))
        var isLeading = true
        for (column, cell) in row.enumerated() {
            isLeading = isLeading && cell.firstChild == nil
            appendCell(
                cell, to: table, isNumeric: numeric[column], isRowHead: column == headColumn && cell.firstChild != nil,
                belongsAbove: continues && isLeading)
        }
        table.append(.inline("</tr>"))
    }
    if body.count > 0 { table.append(.inline(hasFoot ? "</tfoot>" : "</tbody>")) }
    return table
}

/// One node per cell, out of one parse of all cells. Each cell is a paragraph that opens with `. `, which no block can begin
/// with, so that nothing in a cell starts a list, a heading or a reference definition.
private func parsedRows(_ rows: [[[UInt8]]], columns: Int) -> [[Node]]? {
    var source: [UInt8] = []
    for cell in rows.joined() {
        source += [UInt8(ascii: "."), UInt8(ascii: " ")]
        source += cell
        source += [0x0A, 0x0A]
    }
    let document = Document(parsing: source)
    let paragraphs = document.root.children
    guard paragraphs.count == rows.count * columns, paragraphs.allSatisfy({ $0.type == CMARK_NODE_PARAGRAPH }) else {
        return nil
    }
    let cells = paragraphs.map { paragraph in
        let cell = Node.inline("")
        paragraph.moveChildren(to: cell)
        if let opening = cell.firstChild {
            let text = opening.literal
            if text.count <= 2 { opening.remove() } else { opening.setLiteral(text[2...]) }
        }
        return cell
    }
    return stride(from: 0, to: cells.count, by: columns).map { Array(cells[$0..<$0 + columns]) }
}

/// A last row whose first cell is bold sums up; one that begins with a digit is a time or a status that is only made to stand out.
private func isFoot(_ row: [Node]) -> Bool {
    guard let first = row[0].firstChild, first.type == CMARK_NODE_STRONG else { return false }
    let text = first.plainText
    return StateBadge(text) == nil && text.utf8.first.map(isDigit) == false
}

private func rowStart(_ row: [Node], isFoot: Bool, continues: Bool) -> StaticString {
    if isFoot { return "<tr>" }
    if continues { return "<tr class=\"cont\">" }
    guard let first = row[0].firstChild, first.type == CMARK_NODE_STRONG, StateBadge(first.plainText) == nil else {
        return "<tr>"
    }
    return "<tr class=\"here\">"
}
