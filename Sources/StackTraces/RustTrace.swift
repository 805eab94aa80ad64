// Rust: panics with their backtrace, and what the Lambda runtime logs of a returned error.

enum RustTrace {
    static func isOpening(_ text: Substring) -> Bool {
        text.starts("thread '") && text.has("panicked at ") || text.has("ERROR Lambda runtime invoke{")
            || text.has("ERROR") && text.has("Lambda runtime invoke{")
    }

    static func parse(_ lines: [TraceLine]) -> ParsedError? {
        guard let first = lines.firstIndex(where: { $0.text.utf8.count <= 65_536 && isOpening($0.text) }) else { return nil }
        if let (_, place) = lines[first].text.parted(by: "panicked at ") { return panic(place, lines[(first + 1)...]) }
        guard let (_, debug) = lines[first].text.parted(by: "}: ") else { return nil }
        return returned(debug, lines[(first + 1)...])
    }

    /// `src/main.rs:10:5:` with the message on the lines below, or, before Rust 1.73, `'message', src/main.rs:10:5`.
    private static func panic(_ text: Substring, _ lines: ArraySlice<TraceLine>) -> ParsedError? {
        var tree = TraceTree(runtime: .rust)
        var place = text.before(suffix: ":") ?? text
        var message: Substring?
        if let quoted = text.after("'"), let (before, _) = quoted.parted(byLast: UInt8(ascii: "'")) {
            message = before
            place = Substring(quoted.utf8[before.endIndex...]).after("', ") ?? ""
        }
        guard let root = tree.open(type: "panic", message: message ?? lines.first?.text ?? "") else { return nil }
        var rest = message == nil ? lines.dropFirst() : lines
        while message == nil, let line = rest.first, !isBacktrace(line.text), !line.text.starts("note: ") {
            tree.add(messageLine: line.text, to: root)
            rest = rest.dropFirst()
        }
        addBacktrace(rest, to: root, &tree)
        let source = SourcePlace(place)
        if !tree.hasFrames(root), source.line != nil {
            tree.add(
                Frame(file: String(source.file), line: source.line, column: source.column, own: isOwn("", file: source.file)),
                to: root)
        }
        return tree.build()
    }

    /// The Debug text of the error: a type with its fields, or anyhow's message with a list of causes.
    private static func returned(_ debug: Substring, _ lines: ArraySlice<TraceLine>) -> ParsedError? {
        var tree = TraceTree(runtime: .rust)
        let end = debug.utf8.firstIndex { !($0.isName || $0 == UInt8(ascii: ":")) } ?? debug.endIndex
        let name = Substring(debug.utf8[..<end])
        let rest = Substring(debug.utf8[end...])
        let isType = name.utf8.first?.isUpper == true && (rest.isEmpty || rest.starts(" {") || rest.starts("("))
        guard let root = tree.open(type: isType ? name : nil, message: debug) else { return nil }
        var current = root
        var inCauses = false
        for (index, line) in zip(lines.indices, lines) {
            if isBacktrace(line.text) {
                addBacktrace(lines[index...], to: root, &tree)
                break
            }
            if line.text == "Caused by:" {
                inCauses = true
            } else if inCauses, !line.isBlank {
                let (number, text) = line.text.parted(by: ": ") ?? ("", line.text)
                let message = number.number == nil ? line.text : text
                guard let cause = tree.open(type: nil, message: message.trimmed, under: current) else { break }
                current = cause
            } else if !inCauses {
                tree.add(messageLine: line.text, to: root)
            }
        }
        return tree.build()
    }

    private static func isBacktrace(_ text: Substring) -> Bool { text == "stack backtrace:" || text == "Stack backtrace:" }

    /// `4: app::handler` and below it `at src/main.rs:10:5`.
    private static func addBacktrace(_ lines: ArraySlice<TraceLine>, to node: Int, _ tree: inout TraceTree) {
        var function: Substring?
        func flush() {
            if let function { tree.add(Frame(function: String(function), own: isOwn(function, file: "")), to: node) }
        }
        for line in lines where line.text.utf8.count <= TraceLine.longestFrame {
            if let (number, name) = line.text.parted(by: ": "), number.number != nil {
                flush()
                function = name.after("0x").flatMap { $0.parted(by: " - ")?.after } ?? name
            } else if let place = line.text.after("at "), let name = function {
                let source = SourcePlace(place)
                tree.add(
                    Frame(
                        function: String(name), file: String(source.file), line: source.line, column: source.column,
                        own: isOwn(name, file: source.file)),
                    to: node)
                function = nil
            }
        }
        flush()
    }

    private static func isOwn(_ function: Substring, file: Substring) -> Bool {
        if file.has("/rustc/") || file.has("/.cargo/") || file.has("/.rustup/") { return false }
        let name = function.after("<") ?? function
        return ![
            "std::", "core::", "alloc::", "tokio::", "lambda_runtime::", "lambda_http::", "tower::", "hyper::", "futures",
            "rust_begin_unwind",
            "__rust", "_start", "__libc", "main", "anyhow::", "tracing::", "rust_panic", "backtrace::",
        ].contains { $0 == "main" ? name == "main" : name.starts($0) }
    }
}
