// One cell: its class, its status badge, its second lines.

import CCmark

enum TableCell {
    /// Text without any markup; most cells are numbers, and need no parser.
    case plain(ArraySlice<UInt8>)
    /// A code span and nothing else: most other cells are ids and names.
    case code(ArraySlice<UInt8>)
    /// A node that holds the cell's inlines.
    case marked(Node)

    var isEmpty: Bool {
        switch self {
        case .plain(let text): text.isEmpty
        case .code: false
        case .marked(let node): node.firstChild == nil
        }
    }

    /// What names the row: the text up to a second line.
    var name: String {
        let text: ArraySlice<UInt8>
        switch self {
        case .plain(let plain): return plain.string
        case .code(let code): text = code
        case .marked(let node): text = Array(node.plainText.utf8)[...]
        }
        return text.position(of: Separator.emDash.bytes, from: text.startIndex).map { text[..<$0].string } ?? text.string
    }

    /// The text of the bold span the cell opens with, unless that is the badge of a state.
    var boldOpening: String? {
        guard case .marked(let node) = self, let first = node.firstChild, first.type == CMARK_NODE_STRONG else { return nil }
        let text = first.plainText
        return StateBadge(text) == nil ? text : nil
    }

    func append(to run: inout InlineRun) {
        switch self {
        case .plain(let text): appendMarked(text, to: &run.html)
        case .code(let text): appendCode(text, to: &run.html)
        case .marked(let node): run.append(node)
        }
    }
}

/// Whether libcmark would make one text node of it, and we nothing else: no markup, no redaction token, no second line.
func isPlainText(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"),
            UInt8(ascii: ",")...UInt8(ascii: ":"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}

/// The text of a cell that is one code span which libcmark would take as it stands.
func codeText(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let tick = UInt8(ascii: "`")
    guard cell.count > 2, cell.first == tick, cell.last == tick else { return nil }
    let text = cell.dropFirst().dropLast()
    let isPadded = text.first == UInt8(ascii: " ") && text.last == UInt8(ascii: " ")
    return isPadded || text.contains(tick) || text.contains(0) ? nil : text
}

private let zero = Array("0".utf8)[...]
private let enDash = Array("–".utf8)[...]

func appendCell(_ cell: TableCell, to run: inout InlineRun, isNumeric: Bool, isRowHead: Bool, belongsAbove: Bool) {
    let text = onlyText(of: cell)
    let isWord = isNumeric && !text.isEmpty && !text.contains(where: isDigit)
    let isNil = text == zero || text == enDash || isWord

    run.html.markup(isRowHead ? "<th scope=\"row\"" : "<td")
    if isNumeric || isNil || belongsAbove {
        run.html.markup(" class=\"")
        if isNumeric { run.html.markup("num") }
        if isNil { run.html.markup(isNumeric ? " nil" : "nil") }
        if belongsAbove { run.html.markup(isNumeric || isNil ? " above" : "above") }
        run.html.markup("\"")
    }
    run.html.markup(">")
    if !isNumeric, let badge = StatusBadge(text) {
        badge.append(to: &run.html)
    } else {
        appendLines(of: cell, markingStatus: !isNumeric, to: &run)
    }
    run.html.markup(isRowHead ? "</th>" : "</td>")
}

private func appendLines(of cell: TableCell, markingStatus: Bool, to run: inout InlineRun) {
    guard case .marked(let node) = cell else {
        cell.append(to: &run)
        return
    }
    let lines = parts(of: node.children, separatedBy: .emDash)
    if markingStatus { markStatus(lines[0]) }
    run.append(node)
    for line in lines.dropFirst() {
        let second = Node.inline("<span class=\"sub\">", exit: "</span>")
        for inline in line { second.append(inline) }
        node.append(second)
    }
}

/// A first line that is a status and nothing else, linked or not.
private func markStatus(_ nodes: [Node]) {
    guard nodes.count == 1 else { return }
    let target = nodes[0].type == CMARK_NODE_LINK ? nodes[0].onlyChild : nodes[0]
    guard let target, target.type == CMARK_NODE_TEXT, let badge = StatusBadge(target.literal) else { return }
    target.replace(with: badge.node)
}

/// The text of a cell that is text and nothing else.
private func onlyText(of cell: TableCell) -> ArraySlice<UInt8> {
    switch cell {
    case .plain(let text): return text
    case .code: return []
    case .marked(let node):
        guard let only = node.onlyChild, only.type == CMARK_NODE_TEXT else { return [] }
        return only.literal[...]
    }
}
