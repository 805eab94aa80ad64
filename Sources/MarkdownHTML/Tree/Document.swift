// A parsed document: owns libcmark's tree.

import CCmark

struct Document: ~Copyable {
    let root: Node

    init(parsing bytes: borrowing [UInt8]) {
        let parsed = unsafe bytes.withUnsafeBytes { buffer in
            let text = unsafe buffer.bindMemory(to: CChar.self)
            // An empty array has no base address; libcmark reads nothing of a text of length 0.
            return unsafe text.baseAddress.map { unsafe cmark_parse_document($0, text.count, CMARK_OPT_DEFAULT) }
                ?? cmark_parse_document("", 0, CMARK_OPT_DEFAULT)
        }
        guard let root = unsafe Node(parsed) else { preconditionFailure("libcmark returned no document") }
        self.root = root
    }

    deinit { root.remove() }

    /// Safe mode: raw HTML and links with a dangerous scheme are left out.
    func html() -> [UInt8] { root.html }
}
