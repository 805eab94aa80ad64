// `path:line:column` at the end of a frame.

struct SourcePlace {
    var file: Substring
    var line: Int?
    var column: Int?

    init(_ text: Substring) {
        file = text
        guard let (rest, last) = file.parted(byLast: UInt8(ascii: ":")), let number = last.number, !rest.isEmpty else { return }
        file = rest
        line = number
        guard let (path, middle) = rest.parted(byLast: UInt8(ascii: ":")), let first = middle.number, !path.isEmpty else {
            return
        }
        file = path
        line = first
        column = number
    }
}
