// The title, the line above it, and the headings below.

import CCmark

/// The h1; a bold three-digit number in it is a status badge.
func titleNode(_ heading: Node) -> Node {
    let title = Node.block("<h1>", exit: "</h1>")
    for child in heading.children {
        title.append(child)
        if child.type == CMARK_NODE_STRONG, let only = child.onlyChild, let badge = StatusBadge(only.literal) {
            child.replace(with: badge.node)
        }
    }
    return title
}

/// The paragraph before the h1.
func kicker(_ paragraph: Node) -> Node {
    let line = Node.block("<p class=\"kicker\">", exit: "</p>")
    for (index, part) in parts(of: paragraph.children, separatedBy: .middleDot).enumerated() {
        if index > 0 { line.append(.inline("<span class=\"dot\"> · </span>")) }
        for node in part { line.append(node) }
    }
    return line
}

func subheading(_ heading: Node, id: String) -> Node {
    var open = HTML()
    open.markup(heading.headingLevel == 3 ? "<h3 id=\"" : "<h4 id=\"")
    open.text(id)
    open.markup("\">")
    let line = Node.block(open, exit: heading.headingLevel == 3 ? "</h3>" : "</h4>")
    heading.moveChildren(to: line)
    line.append(permalink(to: id))
    return line
}

func permalink(to id: String) -> Node {
    var html = HTML()
    html.markup(" <a class=\"permalink\" href=\"#")
    html.text(id)
    html.markup("\" aria-label=\"Link to this section\">#</a>")
    return .inline(html)
}

/// A paragraph that opens with a bold "None." or "No ...": says what was looked for and not found.
func emptyState(_ paragraph: Node) -> Node? {
    guard let first = paragraph.firstChild, first.type == CMARK_NODE_STRONG else { return nil }
    let text = first.plainText
    guard text == "None." || text.hasPrefix("No ") else { return nil }
    let empty = Node.block("<p class=\"empty\">", exit: "</p>")
    paragraph.moveChildren(to: empty)
    return empty
}
