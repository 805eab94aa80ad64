// The line that says what was thrown: `Type: message`, `Type [CODE]: message`, `Type`.

struct Heading {
    var type: Substring
    var message: Substring

    /// A heading at the start of the text, of a type with any name.
    init?(_ text: Substring) {
        let end = text.utf8.firstIndex { !($0.isName || $0 == UInt8(ascii: ".")) } ?? text.endIndex
        let name = Substring(text.utf8[..<end])
        guard let first = name.utf8.first, first.isLetter || first == UInt8(ascii: "_") || first >= 0x80,
            name.utf8.last?.isName == true
        else { return nil }
        var rest = Substring(text.utf8[end...])
        // Node.js puts the code of its own errors behind the name.
        if let bracket = rest.after(" ["), let (code, tail) = bracket.parted(by: "]"), code.utf8.count <= 64, !code.has(" ") {
            rest = tail
        }
        guard rest.isEmpty || rest.starts(":") else { return nil }
        type = name
        message = Substring(rest.utf8.dropFirst()).trimmed
    }

    /// A heading that stands behind other words on its line: `could not save: OrderError: gone`.
    static func within(_ text: Substring) -> Heading? {
        guard text.utf8.count <= TraceLine.longestFrame else { return nil }
        var start = text.startIndex
        while start < text.endIndex {
            let end = text.utf8[start...].firstIndex { !($0.isName || $0 == UInt8(ascii: ".")) } ?? text.endIndex
            let name = Substring(text.utf8[start..<end])
            if isErrorName(name), let heading = Heading(Substring(text.utf8[start...])) { return heading }
            guard end < text.endIndex else { return nil }
            start = text.utf8.index(after: end)
        }
        return nil
    }

    var isError: Bool { Self.isErrorName(type) }

    /// The names that languages and people give to errors.
    static func isErrorName(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, first.isLetter else { return false }
        return ["Error", "Exception", "Failure", "Fault", "Rejection", "Warning", "Interrupt"].contains { name.ends($0) }
    }
}
