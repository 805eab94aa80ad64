// The block quote right after the h1: what happened, what to look at, and what proves it (visual-language.md 7.1).

import CCmark

/// Paragraphs before the list are the sentence and the advice; one that opens in bold right before the list is the list's heading;
/// paragraphs after the list stand under it.
func verdictNode(_ quote: Node) -> Node {
    var open = HTML()
    let blocks = quote.children
    let listIndex = blocks.firstIndex { $0.type == CMARK_NODE_LIST }
    open.markup(listIndex == nil ? "<div class=\"verdict alone\">" : "<div class=\"verdict\">")
    let verdict = Node.block(open, exit: "</div>")
    let words = Node.block("<div class=\"words\">", exit: "</div>")
    verdict.append(words)
    let headIndex = listIndex.flatMap { index in index > 0 && opensInBold(blocks[index - 1]) ? index - 1 : nil }
    for (index, block) in blocks.enumerated() where index < headIndex ?? listIndex ?? blocks.count {
        guard block.type == CMARK_NODE_PARAGRAPH else {
            words.append(block)
            continue
        }
        let paragraph = Node.block(index == 0 ? "<p class=\"sentence\">" : "<p class=\"advice\">", exit: "</p>")
        block.moveChildren(to: paragraph)
        words.append(paragraph)
    }
    guard let listIndex else { return verdict }
    let side = Node.block("<div class=\"side\">", exit: "</div>")
    verdict.append(side)
    if let headIndex { side.append(sideHead(blocks[headIndex])) }
    side.append(sideList(blocks[listIndex]))
    for block in blocks[(listIndex + 1)...] { side.append(block) }
    return verdict
}

private func opensInBold(_ block: Node) -> Bool {
    block.type == CMARK_NODE_PARAGRAPH && block.firstChild?.type == CMARK_NODE_STRONG
}

/// `**Proof** — verdict certain, join exact`.
private func sideHead(_ paragraph: Node) -> Node {
    let head = Node.block("<p class=\"sidehead\">", exit: "</p>")
    for (index, part) in parts(of: paragraph.children, separatedBy: .emDash).enumerated() {
        let target = index == 0 ? head : Node.inline("<span>", exit: "</span>")
        if index > 0 { head.append(target) }
        for node in part { target.append(node) }
    }
    return head
}

/// Items of parts split by ` — ` become rows: the first part names the place or the count, the others say what it is.
private func sideList(_ list: Node) -> Node {
    let items = list.children.map { item -> (parts: [[Node]], rest: ArraySlice<Node>) in
        guard let paragraph = item.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH else { return ([[]], item.children[...]) }
        return (parts(of: paragraph.children, separatedBy: .emDash), item.children.dropFirst())
    }
    let isProof = items.contains { $0.parts.count > 1 }
    let result = Node.block(isProof ? "<ul class=\"proof\">" : "<ul class=\"tally\">", exit: "</ul>")
    for item in items {
        let row = Node.block("<li>", exit: "</li>")
        result.append(row)
        for (index, part) in item.parts.enumerated() {
            let piece = Node.inline(pieceStart(index, isProof: isProof), exit: "</span>")
            row.append(piece)
            for node in part { piece.append(node) }
            if index == 0 { linkLine(in: piece) }
        }
        for block in item.rest { row.append(block) }
    }
    return result
}

private func pieceStart(_ index: Int, isProof: Bool) -> StaticString {
    guard isProof else { return "<span>" }
    return switch index {
    case 0: "<span class=\"key\">"
    case 1: "<span class=\"quote\">"
    default: "<span class=\"means\">"
    }
}

/// `L17` written as plain text becomes a link to that line.
private func linkLine(in piece: Node) {
    guard let only = piece.onlyChild, only.type == CMARK_NODE_TEXT else { return }
    let text = only.literal
    guard text.count > 1, text[0] == UInt8(ascii: "L") || text[0] == UInt8(ascii: "F"), text.dropFirst().allSatisfy(isDigit)
    else {
        return
    }
    var html = HTML()
    html.markup("<a href=\"#")
    html.text(text)
    html.markup("\">")
    html.text(text)
    html.markup("</a>")
    only.replace(with: .inline(html))
}
