// A paragraph that is one image of a chart, with the paragraph and the list of peaks that follow it, as a figure.

import CCmark

struct ChartFigure {
    var node: Node
    /// Blocks taken, the image's own included.
    var used: Int
}

/// The SVG is inlined; the paragraph after it is the caption, or the alternative text if none follows. A list whose items open with a bold
/// letter belongs to the caption.
func chartFigure(_ blocks: ArraySlice<Node>, source: FigureSource) -> ChartFigure? {
    guard let first = blocks.first, let image = first.onlyChild, image.type == CMARK_NODE_IMAGE else { return nil }
    let path = image.url[...].string
    guard path.hasSuffix(".svg"), let svg = source.chart(path) else { return nil }
    var open = HTML()
    open.markup("<figure>")
    open.finished(svg)
    let figure = Node.block(open, exit: "</figure>")
    let caption = Node.block("<figcaption>", exit: "</figcaption>")
    figure.append(caption)

    let following = blocks.dropFirst()
    guard let text = following.first, text.type == CMARK_NODE_PARAGRAPH, isCaption(text) else {
        image.moveChildren(to: caption)
        return ChartFigure(node: figure, used: 1)
    }
    caption.append(text)
    guard let peaks = following.dropFirst().first, peaks.type == CMARK_NODE_LIST, peaks.children.allSatisfy(isPeak) else {
        return ChartFigure(node: figure, used: 2)
    }
    caption.append(.block("<div class=\"peaks\">", exit: "</div>"))
    caption.lastChild?.append(peaks)
    return ChartFigure(node: figure, used: 3)
}

/// A table, another figure or a warning is no caption.
private func isCaption(_ paragraph: Node) -> Bool {
    guard let first = paragraph.firstChild else { return false }
    if first.type == CMARK_NODE_IMAGE { return false }
    if first.type == CMARK_NODE_STRONG { return false }
    return first.literal.first != UInt8(ascii: "|")
}

private func isPeak(_ item: Node) -> Bool {
    guard let paragraph = item.firstChild, let letter = paragraph.firstChild, letter.type == CMARK_NODE_STRONG else {
        return false
    }
    return letter.plainText.utf8.count == 1
}
