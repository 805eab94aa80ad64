// A line of inline nodes cut at a separator that stands in its running text.

import CCmark

/// A sign between blanks.
struct Separator {
    static let emDash = Separator(sign: "—", bytes: Array(" — ".utf8))
    static let middleDot = Separator(sign: "·", bytes: Array(" · ".utf8))

    fileprivate let sign: StaticString
    let bytes: [UInt8]
}

/// The nodes, cut wherever `separator` stands in one of the text nodes among them; code, links and emphasis are not looked into.
/// The separators are dropped. There is always at least one part.
func parts(of nodes: [Node], separatedBy separator: Separator) -> [[Node]] {
    guard nodes.contains(where: { $0.type == CMARK_NODE_TEXT && $0.literalHolds(anyOf: separator.sign) }) else { return [nodes] }
    var result: [[Node]] = [[]]
    for node in nodes {
        guard node.type == CMARK_NODE_TEXT, node.literalHolds(anyOf: separator.sign) else {
            result[result.count - 1].append(node)
            continue
        }
        let literal = node.literal[...]
        var start = literal.startIndex
        var pieces: [ArraySlice<UInt8>] = []
        while let found = literal.position(of: separator.bytes, from: start) {
            pieces.append(literal[start..<found])
            start = found + separator.bytes.count
        }
        guard !pieces.isEmpty else {
            result[result.count - 1].append(node)
            continue
        }
        pieces.append(literal[start...])
        for (index, piece) in pieces.enumerated() {
            if index > 0 { result.append([]) }
            guard !piece.isEmpty else { continue }
            let text = Node.text(piece)
            text.insertBefore(node)
            result[result.count - 1].append(text)
        }
        node.remove()
    }
    return result
}
