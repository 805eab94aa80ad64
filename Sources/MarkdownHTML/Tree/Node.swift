// A node of a parsed document: libcmark's tree with Swift's names.

import CCmark

/// A handle on a node. Valid as long as the `Document` it belongs to lives; handles never outlive `renderPage`.
@safe struct Node: Equatable {
    fileprivate let pointer: OpaquePointer

    init?(_ pointer: OpaquePointer?) {
        guard let pointer = unsafe pointer else { return nil }
        unsafe self.pointer = pointer
    }

    static func == (left: Node, right: Node) -> Bool { unsafe left.pointer == right.pointer }

    var type: cmark_node_type { unsafe cmark_node_get_type(pointer) }

    var parent: Node? { unsafe Node(cmark_node_parent(pointer)) }
    var next: Node? { unsafe Node(cmark_node_next(pointer)) }
    var previous: Node? { unsafe Node(cmark_node_previous(pointer)) }
    var firstChild: Node? { unsafe Node(cmark_node_first_child(pointer)) }
    var lastChild: Node? { unsafe Node(cmark_node_last_child(pointer)) }

    /// A snapshot, so that children may be moved while it is walked.
    var children: [Node] {
        var result: [Node] = []
        var child = firstChild
        while let node = child {
            result.append(node)
            child = node.next
        }
        return result
    }

    var onlyChild: Node? {
        guard let first = firstChild, first.next == nil else { return nil }
        return first
    }

    /// First and last line of the block in the document, from 1.
    var lines: ClosedRange<Int>? {
        let start = Int(unsafe cmark_node_get_start_line(pointer))
        let end = Int(unsafe cmark_node_get_end_line(pointer))
        return start >= 1 && start <= end ? start...end : nil
    }

    var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }

    var isBulletList: Bool {
        unsafe type == CMARK_NODE_LIST && cmark_node_get_list_type(pointer) == CMARK_BULLET_LIST
    }

    /// Text of a text, code or code-block node; empty for other nodes.
    var literal: [UInt8] { unsafe bytes(of: cmark_node_get_literal(pointer)) }

    /// `literal` as text.
    var literalText: String {
        guard let text = unsafe cmark_node_get_literal(pointer) else { return "" }
        return unsafe String(cString: text)
    }

    /// One of the bytes stands in the text of a text or code node; read where it is, without a copy.
    func literalHolds(anyOf bytes: StaticString) -> Bool {
        guard let text = unsafe cmark_node_get_literal(pointer) else { return false }
        // A StaticString's bytes are followed by a NUL.
        return unsafe strpbrk(text, UnsafeRawPointer(bytes.utf8Start).assumingMemoryBound(to: CChar.self)) != nil
    }

    var fenceInfo: String { unsafe bytes(of: cmark_node_get_fence_info(pointer))[...].string }

    var url: [UInt8] { unsafe bytes(of: cmark_node_get_url(pointer)) }

    func setLiteral(_ text: ArraySlice<UInt8>) {
        let terminated = text + [0]
        unsafe terminated.withUnsafeBytes { buffer in
            _ = unsafe cmark_node_set_literal(pointer, buffer.baseAddress?.assumingMemoryBound(to: CChar.self))
        }
    }

    func append(_ child: Node) {
        _ = unsafe cmark_node_append_child(pointer, child.pointer)
    }

    func insertBefore(_ sibling: Node) {
        _ = unsafe cmark_node_insert_before(sibling.pointer, pointer)
    }

    func insertAfter(_ sibling: Node) {
        _ = unsafe cmark_node_insert_after(sibling.pointer, pointer)
    }

    /// Takes the node out of its tree and frees it with all below it.
    func remove() {
        unsafe cmark_node_unlink(pointer)
        unsafe cmark_node_free(pointer)
    }

    /// Puts `replacement` where this node stands and frees this node.
    func replace(with replacement: Node) {
        replacement.insertBefore(self)
        remove()
    }

    /// Moves all children to the end of `parent`.
    func moveChildren(to parent: Node) {
        while let child = firstChild { parent.append(child) }
    }

    static func text(_ value: ArraySlice<UInt8>) -> Node {
        let node = make(CMARK_NODE_TEXT)
        node.setLiteral(value)
        return node
    }

    /// A block that prints `enter`, its children, `exit`. It may hold blocks and inlines alike.
    static func block(_ enter: consuming HTML, exit: StaticString = "") -> Node {
        custom(CMARK_NODE_CUSTOM_BLOCK, enter: enter, exit: exit)
    }

    static func block(_ enter: StaticString, exit: StaticString) -> Node {
        var html = HTML()
        html.markup(enter)
        return block(html, exit: exit)
    }

    /// An inline that prints `enter`, its children, `exit`.
    static func inline(_ enter: consuming HTML, exit: StaticString = "") -> Node {
        custom(CMARK_NODE_CUSTOM_INLINE, enter: enter, exit: exit)
    }

    static func inline(_ enter: StaticString, exit: StaticString = "") -> Node {
        var html = HTML()
        html.markup(enter)
        return inline(html, exit: exit)
    }

    /// This node and all below it as HTML. Safe mode: raw HTML and links with a dangerous scheme are left out.
    var html: [UInt8] {
        guard let text = unsafe cmark_render_html(pointer, CMARK_OPT_DEFAULT) else { return [] }
        defer { unsafe free(text) }
        return unsafe bytes(of: text)
    }

    private static func custom(_ type: cmark_node_type, enter: consuming HTML, exit: StaticString) -> Node {
        let node = make(type)
        unsafe enter.withCString { _ = unsafe cmark_node_set_on_enter(node.pointer, $0) }
        if exit.utf8CodeUnitCount > 0 {
            // A StaticString's bytes are followed by a NUL.
            let text = unsafe UnsafeRawPointer(exit.utf8Start).assumingMemoryBound(to: CChar.self)
            _ = unsafe cmark_node_set_on_exit(node.pointer, text)
        }
        return node
    }

    private static func make(_ type: cmark_node_type) -> Node {
        // libcmark's allocator ends the process rather than return null.
        guard let node = unsafe Node(cmark_node_new(type)) else { preconditionFailure("libcmark returned no node") }
        return node
    }
}

private func bytes(of text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text = unsafe text else { return [] }
    let raw = unsafe UnsafeRawBufferPointer(start: text, count: unsafe strlen(text))
    return unsafe Array(raw)
}
