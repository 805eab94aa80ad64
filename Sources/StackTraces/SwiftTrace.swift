// Swift: `Fatal error:` lines and the symbolic backtrace of a crash.

enum SwiftTrace {
    static func isOpening(_ text: Substring) -> Bool {
        text.utf8.count <= TraceLine.longestFrame && text.has("Fatal error: ") || text.starts("*** Signal ")
            || text.starts("*** Program crashed: ")
            || text.has("Program crashed: ") && text.utf8.count <= 512
    }

    /// `App/Orders.swift:12: Fatal error: message`, then `Thread 0 crashed:` and its frames.
    static func parse(_ lines: [TraceLine]) -> ParsedError? {
        guard let first = lines.firstIndex(where: { isOpening($0.text) }) else { return nil }
        var tree = TraceTree(runtime: .swift)
        let root: Int?
        var place: SourcePlace?
        if let (before, message) = lines[first].text.parted(by: "Fatal error: ") {
            root = tree.open(type: "Fatal error", message: message)
            place = before.trimmed.before(suffix: ":").map(SourcePlace.init)
        } else {
            let message = lines[first].text.parted(by: "crashed: ")?.after ?? lines[first].text.after("*** ") ?? lines[first].text
            root = tree.open(type: "Crash", message: message.before(suffix: " ***") ?? message)
        }
        guard let root else { return nil }
        var inCrashedThread = false
        for line in lines[(first + 1)...] where line.text.utf8.count <= TraceLine.longestFrame {
            if line.text.starts("Thread ") {
                // Other threads come behind the one that crashed.
                if inCrashedThread, tree.hasFrames(root) { break }
                inCrashedThread = line.text.has("crashed")
            } else if inCrashedThread, let frame = frame(line.text) {
                tree.add(frame, to: root)
            }
        }
        if !tree.hasFrames(root), let place, place.line != nil {
            tree.add(
                Frame(file: String(place.file), line: place.line, column: place.column, own: !place.file.starts("Swift/")),
                to: root)
        }
        return tree.build()
    }

    /// `0 [ra] 0x0000aaaa handler(_:) + 123 in app at /src/x.swift:12:3`.
    static func frame(_ text: Substring) -> Frame? {
        guard let (number, rest) = text.parted(by: " "), number.number != nil else { return nil }
        var body = rest.trimmed
        while let tag = body.after("["), let (_, after) = tag.parted(by: "] ") { body = after.trimmed }
        guard body.starts("0x"), let (_, symbol) = body.parted(by: " ") else { return nil }
        var name = symbol.trimmed
        while let tag = name.after("["), let (_, after) = tag.parted(by: "] ") { name = after.trimmed }
        var image: Substring = ""
        var place: SourcePlace?
        if let (before, source) = name.parted(by: " at ") {
            name = before
            place = SourcePlace(source)
        }
        // A closure's name has the word as well, so the last one is the image's.
        if let (before, module) = name.parted(byLast: UInt8(ascii: " ")), let symbol = before.before(suffix: " in") {
            name = symbol
            image = module
        }
        if let (before, offset) = name.parted(byLast: UInt8(ascii: "+")), offset.trimmed.number != nil { name = before.trimmed }
        let file = place?.file ?? ""
        let own =
            place != nil && !file.starts("/usr/") && !file.has("/.build/checkouts/") && !file.has("/<compiler-generated>")
        return Frame(
            function: String(name), file: place.map { String($0.file) }, line: place?.line, column: place?.column,
            own: own && !image.starts("lib"))
    }
}
