// One cell: its class, its status badge, its second lines.

import CCmark

func appendCell(_ cell: Node, to table: Node, isNumeric: Bool, isRowHead: Bool, belongsAbove: Bool) {
    let lines = parts(of: cell.children, separatedBy: emDash)
    if !isNumeric { markStatus(lines[0]) }
    let text = cell.literalOfOnlyText
    let isNil = text == [UInt8(ascii: "0")] || text == Array("–".utf8)

    var open = HTML()
    open.markup(isRowHead ? "<th scope=\"row\"" : "<td")
    let classes: [StaticString] = (isNumeric ? ["num"] : []) + (isNil ? ["nil"] : []) + (belongsAbove ? ["above"] : [])
    if !classes.isEmpty {
        open.markup(" class=\"")
        for (index, name) in classes.enumerated() {
            if index > 0 { open.markup(" ") }
            open.markup(name)
        }
        open.markup("\"")
    }
    open.markup(">")
    table.append(.inline(open))
    for line in lines.dropFirst() {
        let second = Node.inline("<span class=\"sub\">", exit: "</span>")
        for node in line { second.append(node) }
        cell.append(second)
    }
    table.append(cell)
    table.append(.inline(isRowHead ? "</th>" : "</td>"))
}

/// A cell that is a status and nothing else, linked or not.
private func markStatus(_ nodes: [Node]) {
    guard nodes.count == 1 else { return }
    let target = nodes[0].type == CMARK_NODE_LINK ? nodes[0].onlyChild : nodes[0]
    guard let target, target.type == CMARK_NODE_TEXT, let badge = StatusBadge(target.literal) else { return }
    target.replace(with: badge.node)
}

extension Node {
    /// The text of a node that holds one text node and nothing else.
    fileprivate var literalOfOnlyText: [UInt8] {
        guard let only = onlyChild, only.type == CMARK_NODE_TEXT else { return [] }
        return only.literal
    }
}
