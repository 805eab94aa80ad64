// .NET: `Exception.ToString()`, which prints the frames of the innermost exception first.

enum DotNetTrace {
    /// 1. The heading is followed at once by ` ---> inner heading` for each inner exception.
    /// 2. Frames belong to the innermost exception that is open; `--- End of inner exception stack trace ---` closes it.
    static func parse(_ lines: [TraceLine]) -> ParsedError? {
        var tree = TraceTree(runtime: .dotnet)
        var open: [(node: Int, holdsMembers: Bool)] = []
        var inMessage = false
        let firstFrame = lines.firstIndex { isFrame($0.text) || $0.text.starts("---> ") } ?? lines.endIndex
        var start = firstFrame
        if let (line, text) = heading(in: lines[..<firstFrame]) {
            start = line + 1
            for part in parts(of: text) { push(part, &tree, &open) }
            inMessage = true
        } else if let root = tree.open(type: nil, message: "") {
            open.append((root, false))
        }
        for line in lines[start...] {
            if isFrame(line.text) {
                inMessage = false
                if let node = open.last?.node, let frame = frame(line.text.before(suffix: "<---") ?? line.text) {
                    tree.add(frame, to: node)
                }
            } else if let text = line.text.after("---> (Inner Exception #"), let (_, inner) = text.parted(by: ") ") {
                // The members of an AggregateException are printed again, each with its number, behind its own frames.
                inMessage = false
                if text.starts("0)") { continue }
                while open.count > 1 { open.removeLast() }
                push(inner, &tree, &open)
            } else if let text = line.text.after("---> ") {
                for part in parts(of: text) { push(part, &tree, &open) }
                inMessage = true
            } else if line.text.starts("--- End of inner exception") {
                inMessage = false
                if open.count > 1 { open.removeLast() }
            } else if line.text.starts("--- End of stack trace") || line.text.starts("<---") {
                inMessage = false
            } else if inMessage, let node = open.last?.node {
                tree.add(messageLine: line.text, to: node)
            }
        }
        return tree.build()
    }

    /// `at Acme.Repo.Find(String id) in /src/Repo.cs:line 12`, `at lambda_method1(Closure, Stream)`.
    static func isFrame(_ text: Substring) -> Bool {
        guard text.starts("at "), text.utf8.count <= TraceLine.longestFrame else { return false }
        return text.has(":line ") || text.ends(")") && text.has("(")
    }

    static func frame(_ text: Substring) -> Frame? {
        guard let body = text.after("at "), let (name, _) = body.parted(by: "(") else { return nil }
        var frame = Frame(function: method(name), own: !libraries.contains(where: name.starts))
        if let (_, place) = body.parted(by: ") in "), let (file, line) = place.parted(by: ":line ") {
            frame.file = String(file)
            frame.line = line.number
        }
        return frame
    }

    /// The method as written: `Acme.Function.<Handler>d__3.MoveNext` is `Acme.Function.Handler`, and
    /// `Acme.Function.<>c__DisplayClass1_0.<Run>b__0` is `Acme.Function.Run`.
    private static func method(_ name: Substring) -> String {
        guard let open = name.parted(byLast: UInt8(ascii: "<")), let (inner, _) = open.after.parted(by: ">"), !inner.isEmpty
        else {
            return String(name)
        }
        var type = open.before
        if let (outer, _) = type.parted(by: ".<>c") { type = outer + "." }
        return String(type + inner)
    }

    private static let libraries = [
        "System.", "Microsoft.", "Amazon.", "AWSSDK.", "lambda_method", "Newtonsoft.", "Npgsql.", "MySql.", "Polly.", "AWS.",
    ]

    private static func push(
        _ text: Substring, _ tree: inout TraceTree, _ open: inout [(node: Int, holdsMembers: Bool)]
    ) {
        let heading = Heading(text)
        let node = tree.open(
            type: heading?.type, message: heading?.message ?? text, under: open.last?.node,
            as: open.last?.holdsMembers == true ? .member : .cause)
        // Past the limit the end of an inner exception must still close something: its outer one stands in for it.
        guard let kept = node ?? open.last?.node else { return }
        open.append((kept, heading?.type.ends("AggregateException") == true))
    }

    /// Older versions print inner exceptions on the line of the outer one.
    private static func parts(of text: Substring) -> [Substring] {
        var parts: [Substring] = []
        var rest = text
        while let (before, after) = rest.parted(by: " ---> ") {
            parts.append(before)
            rest = after
        }
        return parts + [rest]
    }

    private static func heading(in lines: ArraySlice<TraceLine>) -> (line: Int, Substring)? {
        var within: (Int, Substring)?
        for (index, line) in zip(lines.indices, lines) {
            let text = line.text.after("Unhandled exception. ") ?? line.text
            if let heading = Heading(text), heading.isError { return (index, text) }
            if within == nil, let heading = Heading.within(text), let place = text.position(of: String(heading.type)) {
                within = (index, Substring(text.utf8[place...]))
            }
        }
        return within
    }
}
