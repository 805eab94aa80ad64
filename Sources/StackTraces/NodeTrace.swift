// Node.js: `stack` texts, and what console.error prints of an error with its causes.

enum NodeTrace {
    /// 1. The heading is the topmost line above the first frame that names an error.
    /// 2. Lines up to the first frame are its message; then frames.
    /// 3. `[cause]:` opens a cause of the error whose braces it stands in, `[errors]: [` a list of members.
    static func parse(_ lines: [TraceLine]) -> ParsedError? {
        guard let firstFrame = lines.firstIndex(where: { isFrame($0.text) }) else { return nil }
        var tree = TraceTree(runtime: .nodejs)
        var current: Int?
        var inMessage = false
        /// Errors whose braces may still be open, with the indentation of their headings; lists with that of their brackets.
        var open: [(node: Int, indent: Int, isList: Bool)] = []
        var start = 0
        if let (line, heading) = heading(above: firstFrame, in: lines) {
            guard let root = tree.open(type: heading.type, message: heading.message) else { return nil }
            current = root
            open.append((root, lines[line].indent, false))
            inMessage = true
            start = line + 1
        } else {
            guard let root = tree.open(type: nil, message: firstFrame > 0 ? lines[firstFrame - 1].text : "") else { return nil }
            current = root
            open.append((root, -1, false))
            start = firstFrame
        }

        for line in lines[start...] {
            if isFrame(line.text) {
                inMessage = false
                if let current, let frame = frame(line.text) { tree.add(frame, to: current) }
                continue
            }
            if let (relation, text) = nested(line, open: open) {
                while let last = open.last, open.count > 1, last.indent >= line.indent { open.removeLast() }
                guard let parent = open.last else { continue }
                let heading = Heading(text)
                current = tree.open(type: heading?.type, message: heading?.message ?? text, under: parent.node, as: relation)
                if let current { open.append((current, line.indent, false)) }
                inMessage = current != nil && heading != nil
                continue
            }
            if line.text.starts("[errors]: [") {
                while let last = open.last, open.count > 1, last.indent >= line.indent { open.removeLast() }
                if let owner = open.last { open.append((owner.node, line.indent, true)) }
                inMessage = false
                continue
            }
            if inMessage, let current {
                if line.text.ends(" {") || line.text == "{" {
                    inMessage = false
                } else {
                    tree.add(messageLine: line.text, to: current)
                }
            }
        }
        return tree.build()
    }

    static func isFrame(_ text: Substring) -> Bool {
        guard text.starts("at "), text.utf8.count <= TraceLine.longestFrame else { return false }
        let body = frameBody(text)
        if body.ends(")") {
            return body.has("(<anonymous>)") || body.has("(index ") || body.has("(native)") || body.has("(node:")
                || body.has("(eval at ")
                || body.before(suffix: ")").map(SourcePlace.init)?.line != nil && !body.has(".java:") && !body.has(".kt:")
        }
        let place = SourcePlace(body)
        return place.column != nil || body.starts("node:") || body.starts("file://") || body == "<anonymous>"
    }

    static func frame(_ text: Substring) -> Frame? {
        var body = frameBody(text)
        body = body.after("async ") ?? body
        var function: Substring?
        var location = body
        if let inner = body.before(suffix: ")"), let (name, place) = inner.parted(by: " (") {
            function = name
            location = place
        }
        if let (name, _) = function?.parted(by: " [as ") { function = name }
        if location.starts("eval at ") {
            // The place of the eval call: `eval at run (/var/task/a.js:1:2), <anonymous>:1:1`.
            location = location.parted(by: " (/").map { "/" + ($0.after.parted(by: ")")?.before ?? $0.after) } ?? "<anonymous>"
        }
        if location.starts("index ") || location == "<anonymous>" || location == "native" {
            return Frame(function: function.map(String.init), own: false)
        }
        let place = SourcePlace(location)
        let file = path(place.file)
        return Frame(
            function: function.flatMap { $0.isEmpty || $0 == "<anonymous>" ? nil : String($0) }, file: file, line: place.line,
            column: place.column, own: isOwn(file[...]))
    }

    /// Without `file://`, without what a bundler puts before the path of the source, without its hash.
    private static func path(_ file: Substring) -> String {
        var path = file.after("file://") ?? file
        if let (_, source) = path.parted(by: "webpack:/") {
            path = source
            while let rest = path.after("/") ?? path.after("./") { path = rest }
            if let (before, _) = path.parted(by: "?") { path = before }
            if let (project, rest) = path.parted(by: "/./") { return project + "/" + rest }
        }
        return String(path)
    }

    static func isOwn(_ file: Substring) -> Bool {
        if file.starts("node:") || file.starts("internal/") || file.starts("node_modules/") || file.starts("webpack/") {
            return false
        }
        if ["/node_modules/", "/var/runtime/", "/opt/nodejs/", "/var/lang/", "_virtual", "/webpack/bootstrap"].contains(
            where: file.has)
        {
            return false
        }
        // Before node: URLs, modules of Node.js itself were names without a path: `events.js`.
        return file.has("/") || file.has("\\") || !file.ends(".js")
    }

    private static func frameBody(_ text: Substring) -> Substring {
        var body = text.after("at ") ?? text
        body = body.before(suffix: " {") ?? body
        while let shorter = body.before(suffix: ",") ?? body.before(suffix: " }") ?? body.before(suffix: "]") {
            body = shorter.trimmed
        }
        return body
    }

    /// `[cause]: ...`, or a heading within an open `[errors]: [`.
    private static func nested(
        _ line: TraceLine, open: [(node: Int, indent: Int, isList: Bool)]
    ) -> (TraceTree.Relation, Substring)? {
        if let text = line.text.after("[cause]: ") ?? line.text.after("cause: "),
            Heading(text)?.isError == true || line.text.starts("[")
        {
            return (.cause, text)
        }
        guard let list = open.last(where: { $0.indent < line.indent }), list.isList, Heading(line.text)?.isError == true else {
            return nil
        }
        return (.member, line.text)
    }

    private static func heading(above frame: Int, in lines: [TraceLine]) -> (line: Int, Heading)? {
        var ordinary: (Int, Heading)?
        var within: (Int, Heading)?
        for (index, line) in lines[..<frame].enumerated() {
            var text = line.text.after("Uncaught ") ?? line.text
            // An error without frames of its own stands in brackets.
            if let bare = text.after("["), let inner = bare.before(suffix: "] {") ?? bare.before(suffix: "]") { text = inner }
            if let heading = Heading(text) {
                if heading.isError { return (index, heading) }
                // A type without a telling name counts right above its frames only.
                if index == frame - 1, text.utf8.first?.isUpper == true { ordinary = (index, heading) }
            }
            if within == nil, let heading = Heading.within(text) { within = (index, heading) }
        }
        return ordinary ?? within
    }
}
