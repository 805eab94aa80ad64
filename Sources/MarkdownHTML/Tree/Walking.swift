// Walks over a tree without recursion: how deep a document nests is not ours to decide.

import CCmark

extension Node {
    /// The node behind this one and all below it, in document order; nil behind the last one below `root`.
    private func following(below root: Node) -> Node? {
        var climbing = self
        while climbing.next == nil, let parent = climbing.parent, parent != root { climbing = parent }
        return climbing.next
    }

    /// Visits all nodes below this one in document order. Where `transform` answers a node, that one takes the visited node's place
    /// and what stands below either is not visited.
    func rewrite(_ transform: (Node) -> Node?) {
        var current = firstChild
        while let node = current {
            let replacement = transform(node)
            if replacement == nil, let child = node.firstChild {
                current = child
                continue
            }
            current = node.following(below: self)
            if let replacement { node.replace(with: replacement) }
        }
    }

    /// What a reader without markup would read; line ends become spaces.
    var plainText: String {
        if let only = onlyChild, only.firstChild == nil, only.type == CMARK_NODE_TEXT { return only.literalText }
        var text: [UInt8] = literal
        var current = firstChild
        while let node = current {
            switch node.type {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += node.literal
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
            default: break
            }
            current = node.firstChild ?? node.following(below: self)
        }
        return text[...].string
    }

    /// Leaves out what nests deeper than `limit`: browsers draw nothing useful there.
    func cutNesting(deeperThan limit: Int) {
        var depth = 1
        var current = firstChild
        while let node = current {
            if depth < limit, let child = node.firstChild {
                depth += 1
                current = child
                continue
            }
            if depth >= limit {
                while let child = node.firstChild { child.remove() }
            }
            var climbing = node
            while climbing.next == nil, let parent = climbing.parent, parent != self {
                climbing = parent
                depth -= 1
            }
            current = climbing.next
        }
    }
}
