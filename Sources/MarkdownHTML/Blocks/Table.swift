// A pipe table as a table in a scrolling frame (visual-language.md 7.6).

import CCmark

/// The node to stand in place of the paragraph, or nil if libcmark did not take the cells as we wrote them.
func tableNode(_ syntax: TableSyntax, label: String, anchors: inout Anchors) -> Node? {
    let columns = syntax.header.count
    guard let rows = tableRows([syntax.header] + syntax.rows) else { return nil }

    var open = HTML()
    open.markup("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
    open.text(label)
    // How much room a table needs before it scrolls is decided by its number of columns.
    open.markup(columns > 7 ? "\"><table class=\"wide\">" : columns > 4 ? "\"><table class=\"mid\">" : "\"><table>")
    var table = InlineRun(parent: .block(open, exit: "</table></div>"))

    let numeric = syntax.alignments.map { $0 == .right }
    table.html.markup("<thead><tr>")
    for (column, cell) in rows[0].enumerated() {
        table.html.markup(numeric[column] ? "<th scope=\"col\" class=\"num\">" : "<th scope=\"col\">")
        cell.append(to: &table)
        table.html.markup("</th>")
    }
    table.html.markup("</tr></thead>")

    let body = rows.dropFirst()
    // A column that is bold throughout only has bold names: none of its rows stands out.
    let isEven = body.count > 1 && body.allSatisfy { $0[0].boldOpening != nil }
    let hasFoot = body.count > 1 && !isEven && body.last.map(isFoot) == true
    let headColumn = numeric.firstIndex(of: false)
    if body.count > 0 { table.html.markup("<tbody>") }
    for (index, row) in body.enumerated() {
        let isFootRow = hasFoot && index == body.count - 1
        if isFootRow { table.html.markup("</tbody><tfoot>") }
        let continues = row[0].isEmpty && index > 0
        table.html.markup("<tr")
        if !isFootRow, let head = headColumn.map({ row[$0].name }), !head.isEmpty {
            table.html.markup(" id=\"")
            table.html.text(anchors.row(for: head))
            table.html.markup("\"")
        }
        table.html.markup(rowClass(row, isPlain: isFootRow || isEven, continues: continues))
        var isLeading = true
        for (column, cell) in row.enumerated() {
            isLeading = isLeading && cell.isEmpty
            appendCell(
                cell, to: &table, isNumeric: numeric[column], isRowHead: column == headColumn && !cell.isEmpty,
                belongsAbove: continues && isLeading)
        }
        table.html.markup("</tr>")
    }
    if body.count > 0 { table.html.markup(hasFoot ? "</tfoot>" : "</tbody>") }
    return table.finished()
}

/// The cells that hold markup, out of one parse of all of them. Each is a paragraph that opens with `. `, which no block can begin
/// with, so that nothing in a cell starts a list, a heading or a reference definition.
private func tableRows(_ rows: [[ArraySlice<UInt8>]]) -> [[TableCell]]? {
    var source: [UInt8] = []
    var expected = 0
    /// Nil for a cell that the parser has to see.
    let plain = rows.map { row in
        row.map { cell -> TableCell? in
            if isPlainText(cell) { return .plain(cell) }
            if let text = codeText(cell) { return .code(text) }
            source += [UInt8(ascii: "."), UInt8(ascii: " ")]
            source += cell
            source += [0x0A, 0x0A]
            expected += 1
            return nil
        }
    }
    let document = Document(parsing: source)
    let paragraphs = document.root.children
    guard paragraphs.count == expected, paragraphs.allSatisfy({ $0.type == CMARK_NODE_PARAGRAPH }) else { return nil }
    var next = 0
    return plain.map { row in
        row.map { cell in
            if let cell { return cell }
            defer { next += 1 }
            return .marked(detachedContent(of: paragraphs[next]))
        }
    }
}

/// The paragraph's inlines without the opening, in a node of their own.
private func detachedContent(of paragraph: Node) -> Node {
    let content = Node.inline("")
    paragraph.moveChildren(to: content)
    if let opening = content.firstChild {
        let text = opening.literal
        if text.count <= 2 { opening.remove() } else { opening.setLiteral(text[2...]) }
    }
    return content
}

/// A last row whose first cell is bold sums up; one that begins with a digit is a time or a status that is only made to stand out.
private func isFoot(_ row: [TableCell]) -> Bool {
    guard let text = row[0].boldOpening else { return false }
    return text.utf8.first.map(isDigit) == false
}

private func rowClass(_ row: [TableCell], isPlain: Bool, continues: Bool) -> StaticString {
    if isPlain { return ">" }
    if continues { return " class=\"cont\">" }
    return row[0].boldOpening == nil ? ">" : " class=\"here\">"
}
