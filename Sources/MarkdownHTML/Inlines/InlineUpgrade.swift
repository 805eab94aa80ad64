// The upgrades of running text, applied to the whole tree once its blocks stand: badges, in-cell figures, redaction tokens, times.

import CCmark

func upgradeInlines(below root: Node, figures: FigureSource) {
    root.rewrite { node in
        switch node.type {
        case CMARK_NODE_STRONG:
            guard let only = node.onlyChild, only.type == CMARK_NODE_TEXT else { return nil }
            return StateBadge(only.literal[...].string)?.node
        case CMARK_NODE_CODE: return markedCode(node.literal)
        // Neither a token nor a date without one of them.
        case CMARK_NODE_TEXT: return node.literalHolds(anyOf: "[-") ? markedText(node.literal[...]) : nil
        case CMARK_NODE_IMAGE: return cellFigure(node, figures: figures)
        default: return nil
        }
    }
}

/// A code span that is a status or has redaction tokens in it; nil for any other.
private func markedCode(_ text: [UInt8]) -> Node? {
    guard text.contains(UInt8(ascii: "[")) || StatusBadge(text) != nil else { return nil }
    var html = HTML()
    appendCode(text[...], to: &html)
    return .inline(html)
}

/// A code span: a status as its badge, with redaction tokens set apart.
func appendCode(_ text: ArraySlice<UInt8>, to html: inout HTML) {
    if let badge = StatusBadge(text) { return badge.append(to: &html) }
    html.markup("<code>")
    html.evidence(text)
    html.markup("</code>")
}

/// Running text with redaction tokens or full times in it, or nil if there is neither.
private func markedText(_ text: ArraySlice<UInt8>) -> Node? {
    guard text.contains(UInt8(ascii: "[")) || !fullTimes(in: text).isEmpty else { return nil }
    var html = HTML()
    appendMarked(text, to: &html)
    return .inline(html)
}

/// Running text, with redaction tokens and full times set apart.
func appendMarked(_ text: ArraySlice<UInt8>, to html: inout HTML) {
    var start = text.startIndex
    for time in fullTimes(in: text) {
        html.evidence(text[start..<time.range.lowerBound])
        html.markup("<time datetime=\"")
        html.text(time.machineReadable)
        html.markup("\">")
        html.text(text[time.range])
        html.markup("</time>")
        start = time.range.upperBound
    }
    html.evidence(text[start...])
}
