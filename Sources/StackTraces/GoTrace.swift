// Go: `panic:` and `fatal error:` with the first goroutine's frames.

enum GoTrace {
    static func isOpening(_ text: Substring) -> Bool {
        text.starts("panic: ") || text.starts("fatal error: ") || text.starts("goroutine ") && text.ends("]:")
    }

    static func parse(_ lines: [TraceLine]) -> ParsedError? {
        guard let first = lines.firstIndex(where: { isOpening($0.text) }) else { return nil }
        var tree = TraceTree(runtime: .go)
        let opening = lines[first].text
        let message = opening.after("panic: ") ?? opening.after("fatal error: ") ?? ""
        guard let root = tree.open(type: opening.starts("fatal error: ") ? "fatal error" : "panic", message: recovered(message))
        else {
            return nil
        }
        var inMessage = true
        var goroutines = 0
        var function: Substring?
        for line in lines[(opening.starts("goroutine ") ? first : first + 1)...] {
            let text = line.text
            if text.starts("goroutine "), text.ends("]:") {
                goroutines += 1
                // The first one is the one that failed.
                if goroutines > 1 { break }
                inMessage = false
            } else if text == "runtime stack:" {
                // The scheduler's own stack stands between the message and the goroutines.
                inMessage = false
            } else if inMessage {
                if text.starts("[signal ") || text.starts("panic: ") || text.isEmpty {
                    if text.starts("panic: ") { tree.add(messageLine: text, to: root) }
                } else {
                    tree.add(messageLine: recovered(text), to: root)
                }
            } else if goroutines == 1, text.utf8.count <= TraceLine.longestFrame {
                if let name = function, let place = place(of: text) {
                    tree.add(
                        Frame(
                            function: String(name), file: String(place.file), line: place.line, own: isOwn(name, file: place.file)
                        ),
                        to: root)
                    function = nil
                } else {
                    function = name(text)
                }
            }
        }
        return tree.build()
    }

    /// `main.(*Repo).Find` of `main.(*Repo).Find(0xc000, {0x1, 0x2})`, and of `created by main.run in goroutine 1`.
    private static func name(_ text: Substring) -> Substring? {
        if let creator = text.after("created by ") { return creator.parted(by: " in goroutine ")?.before ?? creator }
        guard text.ends(")") else { return nil }
        var depth = 0
        for index in text.utf8.indices.reversed() {
            if text.utf8[index] == UInt8(ascii: ")") { depth += 1 }
            if text.utf8[index] == UInt8(ascii: "(") {
                depth -= 1
                if depth == 0 { return index == text.startIndex ? nil : Substring(text.utf8[..<index]) }
            }
        }
        return nil
    }

    /// `/src/main.go:28 +0x1d`.
    private static func place(of text: Substring) -> SourcePlace? {
        let place = SourcePlace(text.parted(by: " +0x")?.before ?? text)
        return place.line != nil && (place.file.ends(".go") || place.file.ends(".s")) ? place : nil
    }

    static func isOwn(_ function: Substring, file: Substring) -> Bool {
        if file.has("/go/src/") || file.has("/pkg/mod/") || file.has("/vendor/") || file.starts("runtime/") { return false }
        if function.starts("github.com/aws/aws-lambda-go") || function.starts("runtime.") || function.starts("reflect.") {
            return false
        }
        return !file.has("github.com/aws/aws-lambda-go") && !file.starts("_cgo")
    }

    private static func recovered(_ message: Substring) -> Substring { message.before(suffix: " [recovered]") ?? message }
}
