// A list of `- **Key:** value` as a KPI row, a fact grid or fact rows (visual-language.md 7.4 and 7.5).

import CCmark

enum FactPlace {
    /// Before the first section: a KPI row if a value has small lines, else a grid.
    case head
    case section
}

/// The list as `dl`, or nil if an item does not open with a bold key.
func factList(_ list: Node, in place: FactPlace) -> Node? {
    guard list.isBulletList else { return nil }
    let items = list.children
    let keys = items.compactMap(keyNode)
    guard !items.isEmpty, keys.count == items.count else { return nil }
    let values = keys.map { key in
        var nodes: [Node] = []
        var node = key.node.next
        while let current = node {
            nodes.append(current)
            node = current.next
        }
        return parts(of: nodes, separatedBy: .emDash)
    }
    let isRow = place == .head && values.contains { $0.count > 1 }

    var open = HTML()
    switch (place, isRow) {
    case (_, true): open.markup("<dl class=\"kpi\">")
    case (.head, false): open.markup(items.count % 5 == 0 ? "<dl class=\"facts five\">" : "<dl class=\"facts\">")
    case (.section, _): open.markup("<dl class=\"rows\">")
    }
    var run = InlineRun(parent: .block(open, exit: "</dl>"))
    for ((item, key), value) in zip(zip(items, keys), values) {
        let rest = item.children.dropFirst()
        if !isRow, rest.isEmpty, value.joined().allSatisfy({ $0.type == CMARK_NODE_TEXT || $0.type == CMARK_NODE_CODE }) {
            appendFact(key.name, value: value, to: &run.html)
        } else {
            run.append(fact(key.name, value: value, rest: rest, isKPI: isRow))
        }
    }
    return run.finished()
}

/// A fact of text and code, as most are, in one piece; line ends as libcmark puts them around the blocks of other facts.
private func appendFact(_ name: String, value: [[Node]], to html: inout HTML) {
    html.markup("<div><dt>")
    html.text(name)
    html.markup("</dt><dd>\n")
    let start = html.bytes.count
    for (index, part) in value.enumerated() {
        if index > 0 { html.markup("<span class=\"sub\">") }
        for (place, node) in part.enumerated() {
            let literal = node.literal
            if node.type == CMARK_NODE_CODE {
                appendCode(literal[...], to: &html)
            } else {
                appendMarked(index == 0 && place == 0 ? literal[...].trimmedStart : literal[...], to: &html)
            }
        }
        if index > 0 { html.markup("</span>") }
    }
    html.markup(html.bytes.count == start ? "</dd></div>\n" : "\n</dd></div>\n")
}

/// The bold span that opens an item and ends in a colon, and its text without the colon.
private func keyNode(_ item: Node) -> (node: Node, name: String)? {
    guard let paragraph = item.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH, let key = paragraph.firstChild,
        key.type == CMARK_NODE_STRONG
    else { return nil }
    let name = key.plainText
    guard name.utf8.last == UInt8(ascii: ":") else { return nil }
    return (key, String(Substring(name.utf8.dropLast())))
}

private func fact(_ name: String, value: [[Node]], rest: ArraySlice<Node>, isKPI: Bool) -> Node {
    var open = HTML()
    open.markup(isKPI && !isZero(value) ? kpiClass(name) : "<div>")
    open.markup("<dt>")
    open.text(name)
    open.markup("</dt><dd>")
    let group = Node.block(open, exit: "</dd></div>")
    for (index, part) in value.enumerated() {
        let nodes = index == 0 ? withoutLeadingBlank(part) : part
        let target: Node
        if isKPI || index > 0 {
            target = Node.inline(index == 0 ? "<span class=\"value\">" : "<span class=\"sub\">", exit: "</span>")
            group.append(target)
        } else {
            target = group
        }
        for node in isKPI && index == 0 ? withSmallUnit(nodes) : nodes { target.append(node) }
    }
    for block in rest { group.append(block) }
    return group
}

private func isZero(_ value: [[Node]]) -> Bool {
    value.first.map { $0.map(\.plainText).joined() }?.trimmingBlanks == "0"
}

/// Only two kinds of numbers may have a colour, and none of them when it is zero.
private func kpiClass(_ name: String) -> StaticString {
    switch name {
    case "Client errors", "Failure rate", "Server errors": "<div class=\"c5\">"
    case "Function errors": "<div class=\"fn\">"
    default: "<div>"
    }
}

private func withoutLeadingBlank(_ nodes: [Node]) -> [Node] {
    guard let first = nodes.first, first.type == CMARK_NODE_TEXT else { return nodes }
    let text = first.literal[...].trimmedStart
    if text.isEmpty, nodes.count > 1 { return Array(nodes.dropFirst()) }
    first.setLiteral(text)
    return nodes
}

/// `412 ms` with the unit in small type, linked or not.
private func withSmallUnit(_ nodes: [Node]) -> [Node] {
    if nodes.count == 1, nodes[0].type == CMARK_NODE_LINK {
        for node in withSmallUnit(nodes[0].children) { nodes[0].append(node) }
        return nodes
    }
    guard nodes.count == 1, nodes[0].type == CMARK_NODE_TEXT else { return nodes }
    let text = nodes[0].literal[...]
    guard let end = text.firstIndex(where: { !isDigit($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ".") }),
        end > text.startIndex
    else { return nodes }
    nodes[0].setLiteral(text[..<end])
    let unit = Node.inline("<span class=\"unit\">", exit: "</span>")
    unit.append(.text(text[end...]))
    return [nodes[0], unit]
}

extension String {
    fileprivate var trimmingBlanks: String { Array(utf8)[...].trimmed().string }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmedStart: ArraySlice<UInt8> { drop(while: isBlank) }
}
