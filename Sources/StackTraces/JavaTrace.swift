// Java and Kotlin: printStackTrace texts, and the Lambda runtime's form, which puts `message: class` before them.

enum JavaTrace {
    /// 1. The heading is the first line that begins with the name of a class, up to the first frame.
    /// 2. `Caused by:` continues the chain of the error printed at the same indentation, `Suppressed:` opens a member of it.
    static func parse(_ lines: [TraceLine]) -> ParsedError? {
        let firstFrame = lines.firstIndex { isFrame($0.text) || Self.opening($0.text) != nil } ?? lines.endIndex
        var tree = TraceTree(runtime: .java)
        var start = firstFrame
        let root: Int?
        if let (line, heading) = heading(in: lines[..<firstFrame]) {
            root = tree.open(type: heading.type, message: heading.message)
            start = line + 1
        } else {
            root = tree.open(type: nil, message: "")
        }
        var current = root
        var inMessage = true
        /// The errors whose text may go on, with the indentation of their headings.
        var open: [(node: Int, indent: Int)] = root.map { [($0, 0)] } ?? []
        for line in lines[start...] {
            if isFrame(line.text) {
                inMessage = false
                if let current, let frame = frame(line.text) { tree.add(frame, to: current) }
            } else if let (relation, text) = opening(line.text) {
                switch relation {
                case .cause: while open.count > 1, let last = open.last, last.indent > line.indent { open.removeLast() }
                case .member: while open.count > 1, let last = open.last, last.indent >= line.indent { open.removeLast() }
                }
                guard let parent = open.last else { continue }
                let heading = Heading(text)
                current = tree.open(type: heading?.type, message: heading?.message ?? text, under: parent.node, as: relation)
                if relation == .cause { open.removeLast() }
                open.append((current ?? parent.node, line.indent))
                inMessage = current != nil
            } else if inMessage, let current, !isFolded(line.text) {
                tree.add(messageLine: line.text, to: current)
            }
        }
        return tree.build()
    }

    /// `at java.base/java.lang.Thread.run(Thread.java:829)`, `(Unknown Source)`, `(Native Method)`; the error documents of the
    /// runtime leave out `at`.
    static func isFrame(_ text: Substring) -> Bool { text.starts("at ") && frame(text) != nil }

    static func frame(_ text: Substring) -> Frame? {
        guard text.utf8.count <= TraceLine.longestFrame else { return nil }
        // Logback adds the archive: `at a.B.c(B.java:1) ~[app.jar:na]`.
        let body = (text.after("at ") ?? text).parted(by: ") [").map { $0.before + ")" } ?? (text.after("at ") ?? text)
        let trimmed = body.parted(by: ") ~[").map { $0.before + ")" } ?? body
        guard let (path, place) = trimmed.before(suffix: ")")?.parted(byLast: UInt8(ascii: "(")), !path.isEmpty, !path.has(" ")
        else {
            return nil
        }
        let function = path.parted(byLast: UInt8(ascii: "/"))?.after ?? path
        guard function.has(".") else { return nil }
        let own = isOwn(function)
        switch place {
        case "Unknown Source", "Native Method", "<generated>": return Frame(function: String(function), own: own)
        default:
            let source = SourcePlace(place)
            guard source.column == nil, !source.file.has("/"), !source.file.has(" "),
                source.line != nil || source.file.ends(".java") || source.file.ends(".kt") || source.file.ends(".scala")
            else { return nil }
            return Frame(function: String(function), file: String(source.file), line: source.line, own: own)
        }
    }

    private static func isOwn(_ function: Substring) -> Bool { !libraries.contains(where: function.starts) }

    private static let libraries = [
        "java.", "javax.", "jdk.", "sun.", "com.sun.", "jakarta.", "kotlin.", "kotlinx.", "scala.", "groovy.", "lambdainternal.",
        "com.amazonaws.", "software.amazon.", "org.springframework.", "org.apache.", "org.hibernate.", "org.slf4j.", "org.junit.",
        "com.fasterxml.", "com.google.", "io.netty.", "io.micronaut.", "io.quarkus.", "reactor.", "okhttp3.", "okio.",
        "org.postgresql.", "com.mysql.", "com.zaxxer.", "ch.qos.logback.",
    ]

    private static func opening(_ text: Substring) -> (TraceTree.Relation, Substring)? {
        if let cause = text.after("Caused by: ") { return (.cause, cause) }
        if let suppressed = text.after("Suppressed: ") { return (.member, suppressed) }
        return nil
    }

    private static func isFolded(_ text: Substring) -> Bool {
        text.starts("... ") && (text.ends(" more") || text.ends(" common frames omitted"))
    }

    /// A class with its package, at the start of a line; the runtime's `message: class` before it is skipped.
    private static func heading(in lines: ArraySlice<TraceLine>) -> (line: Int, Heading)? {
        var found: (line: Int, Heading)?
        for (index, line) in zip(lines.indices, lines) {
            var text = line.text
            if let (_, rest) = text.after("Exception in thread \"")?.parted(by: "\" ") { text = rest }
            guard let heading = Heading(text), heading.type.has(".") || heading.isError else { continue }
            guard let earlier = found else {
                found = (index, heading)
                continue
            }
            // The class that the line before ended with opens the trace proper.
            if lines[earlier.line].text.ends(": " + heading.type) || lines[lines.startIndex].text.ends(": " + heading.type) {
                return (index, heading)
            }
        }
        if let found { return found }
        for (index, line) in zip(lines.indices, lines) {
            if let heading = Heading.within(line.text) { return (index, heading) }
        }
        return nil
    }
}
