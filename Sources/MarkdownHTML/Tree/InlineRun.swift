// A row of inline nodes with markup of our own between them, in as few nodes as it takes.

struct InlineRun {
    private let parent: Node
    /// What stands before the next node.
    var html = HTML()

    init(parent: Node) { self.parent = parent }

    mutating func append(_ node: Node) {
        flush()
        parent.append(node)
    }

    mutating func finished() -> Node {
        flush()
        return parent
    }

    private mutating func flush() {
        guard !html.bytes.isEmpty else { return }
        parent.append(.inline(html))
        html = HTML()
    }
}
