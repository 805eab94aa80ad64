// A block quote that opens with a bold word, anywhere but after the h1: a call-out.

import CCmark

/// nil if it opens otherwise: then it is a quotation.
func calloutNode(_ quote: Node) -> Node? {
    guard let paragraph = quote.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH, let word = paragraph.firstChild,
        word.type == CMARK_NODE_STRONG
    else { return nil }
    let callout = Node.block(calloutStart(word.plainText), exit: "</aside>")
    quote.moveChildren(to: callout)
    return callout
}

private func calloutStart(_ word: String) -> StaticString {
    switch word {
    case "Note.", "Note:", "Known.", "Known:", "Advice.", "Advice:": "<aside class=\"callout\">"
    default: "<aside class=\"callout warn\">"
    }
}
