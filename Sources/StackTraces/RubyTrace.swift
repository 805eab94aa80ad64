// Ruby: backtraces with both quotings, and `full_message` texts.

enum RubyTrace {
    /// `/var/task/app.rb:4:in 'Object#handler': stock gone (RuntimeError)`, then `from ...` lines.
    static func parse(_ lines: [TraceLine]) -> ParsedError? {
        guard let first = lines.firstIndex(where: { isFrame($0.text) }) else { return nil }
        var tree = TraceTree(runtime: .ruby)
        let (type, message, opening) = heading(lines[first].text, before: lines[..<first])
        guard let root = tree.open(type: type, message: message) else { return nil }
        var current: Int? = root
        if let frame = frame(opening) { tree.add(frame, to: root) }
        for line in lines[(first + 1)...] {
            if let text = line.text.after("from ") ?? (isFrame(line.text) ? line.text : nil) {
                // A frame with a message and a class in brackets begins a cause.
                let (type, message, place) = heading(text, before: [])
                if type != nil { current = tree.open(type: type, message: message, under: current ?? root) }
                if let current, let frame = frame(place) { tree.add(frame, to: current) }
            }
        }
        return tree.build()
    }

    /// ``/var/task/app.rb:4:in `handler'`` or `in 'Object#handler'`.
    static func isFrame(_ text: Substring) -> Bool {
        let text = text.after("from ") ?? text
        guard text.utf8.count <= TraceLine.longestFrame, let (place, rest) = text.parted(by: ":in ") else { return false }
        return (rest.starts("`") || rest.starts("'")) && SourcePlace(place).line != nil
    }

    static func frame(_ text: Substring) -> Frame? {
        guard text.utf8.count <= TraceLine.longestFrame else { return nil }
        let (location, rest) = text.parted(by: ":in ") ?? (text, "")
        let place = SourcePlace(location)
        guard let line = place.line else { return nil }
        let name = Substring(rest.utf8.dropFirst())
        let function = name.parted(byLast: UInt8(ascii: "'"))?.before ?? name
        return Frame(
            function: function.isEmpty ? nil : String(function), file: String(place.file), line: line, own: isOwn(place.file))
    }

    /// `Function<RuntimeError>`, as the Lambda runtime writes types, is `RuntimeError`.
    static func bareType(_ type: Substring) -> Substring? {
        for wrapper in ["Function<", "Init<", "Runtime<"] {
            if let inner = type.after(wrapper)?.before(suffix: ">") { return inner }
        }
        return nil
    }

    private static func isOwn(_ file: Substring) -> Bool {
        if file.starts("/var/runtime/") || file.starts("/var/lang/") || file.starts("<internal:") || file.starts("/opt/ruby/") {
            return false
        }
        return !file.has("/gems/") && !file.has("/lib/ruby/")
    }

    private static func heading(
        _ text: Substring, before lines: ArraySlice<TraceLine>
    ) -> (type: Substring?, message: Substring, frame: Substring) {
        if let (head, tail) = text.parted(by: "': "),
            let (message, type) = tail.before(suffix: ")")?.parted(byLast: UInt8(ascii: "("))
        {
            return (type, message.trimmed, head + "'")
        }
        guard let line = lines.last(where: { !$0.isBlank })?.text else { return (nil, "", text) }
        if let (message, type) = line.before(suffix: ")")?.parted(byLast: UInt8(ascii: "(")), Heading.isErrorName(type) {
            return (type, message.trimmed, text)
        }
        let heading = Heading(line) ?? Heading.within(line)
        return (heading?.type, heading?.message ?? line, text)
    }
}
