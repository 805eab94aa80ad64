// Errors as they are met line by line, put together at the end: no recursion over the text, whatever its depth.

struct TraceTree {
    enum Relation {
        /// Of the chain: the parent was thrown because of it.
        case cause
        /// One of several that the parent holds: AggregateError, exception groups, suppressed exceptions.
        case member
    }

    private struct Node {
        var error: ParsedError
        var parent: Int?
        var relation: Relation
        var depth: Int
    }

    let runtime: Runtime
    private var nodes: [Node] = []
    /// Lines of messages, joined once: a message may have very many.
    private var messages: [[Substring]] = []

    init(runtime: Runtime) { self.runtime = runtime }

    var isEmpty: Bool { nodes.isEmpty }

    /// The number of the new error; nil when the chain or the tree has grown past its limits and the error is left out.
    mutating func open(type: Substring?, message: Substring, under parent: Int? = nil, as relation: Relation = .cause) -> Int? {
        let depth = parent.map { nodes[$0].depth + 1 } ?? 0
        guard depth <= Self.deepest, nodes.count < Self.mostErrors else { return nil }
        nodes.append(
            Node(
                error: ParsedError(type: type.map(String.init), message: "", runtime: runtime), parent: parent,
                relation: relation,
                depth: depth))
        messages.append([message])
        return nodes.count - 1
    }

    mutating func add(_ frame: Frame, to node: Int) {
        if nodes[node].error.frames.count < Self.mostFrames { nodes[node].error.frames.append(frame) }
    }

    mutating func add(messageLine line: Substring, to node: Int) { messages[node].append(line) }

    mutating func reverseFrames() { for index in nodes.indices { nodes[index].error.frames.reverse() } }

    func hasFrames(_ node: Int) -> Bool { !nodes[node].error.frames.isEmpty }

    /// The error that was opened first, with all others below it.
    func build() -> ParsedError? { build(root: 0) }

    func build(root: Int) -> ParsedError? {
        guard nodes.indices.contains(root) else { return nil }
        var built = nodes.map(\.error)
        // The rest of the chain behind each error, and its members, in order of text.
        var chain = [[ParsedError]](repeating: [], count: nodes.count)
        var members = chain
        for index in nodes.indices {
            var lines = messages[index]
            while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
            built[index].message = lines.joined(separator: "\n")
        }
        for index in nodes.indices.reversed() {
            built[index].causes = members[index].reversed()
            guard index != root else { continue }
            let parent = nodes[index].parent ?? root
            switch nodes[index].relation {
            case .cause: chain[parent] = [built[index]] + chain[index]
            case .member:
                var member = built[index]
                member.causes += chain[index]
                members[parent].append(member)
            }
        }
        var error = built[root]
        error.causes += chain[root]
        return error
    }

    /// Deeper causes, and errors and frames past these numbers, are left out; the raw text still holds them.
    static let deepest = 20
    private static let mostErrors = 256
    private static let mostFrames = 1000
}
