// Looking into a document that JSONReader has read.

extension JSONReader {
    /// Calls with the index of every value directly inside the object or array at `index`.
    func forEachChild(of index: Int, _ body: (Int) -> Void) {
        var child = index + 1
        let end = next(index)
        while child < end {
            body(child)
            child = next(child)
        }
    }

    func keyEquals(_ index: Int, _ key: StaticString) -> Bool { withKey(index) { $0.spells(key) } }
}
