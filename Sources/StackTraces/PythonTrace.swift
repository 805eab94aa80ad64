// Python: tracebacks as the interpreter prints them, and the Lambda runtime's own form, which puts the error first.

enum PythonTrace {
    static func isTraceback(_ text: Substring) -> Bool {
        text.ends("raceback (most recent call last):")
            && (text == "Traceback (most recent call last):" || text.ends("+ Exception Group Traceback (most recent call last):"))
    }

    /// With a traceback, or with its frames alone, as JSON records have them.
    static func parse(_ lines: [TraceLine]) -> ParsedError? {
        guard let first = lines.firstIndex(where: { isTraceback($0.text) }) else {
            let frames = lines.compactMap { frame($0.text) }
            return frames.isEmpty ? nil : ParsedError(type: nil, message: "", runtime: .python, frames: frames.reversed())
        }
        let heading = runtimeHeading(in: lines[..<first], beforeTraceback: true)
        var reader = PythonReader()
        for line in lines[first...] { reader.read(line) }
        var error = reader.finish()
        if error?.type == nil, let heading {
            error?.type = heading.type
            error?.message = heading.message
        }
        return error ?? heading
    }

    /// `File "/var/task/app.py", line 25, in handler`; syntax errors have no function, and the runtime writes `Line 3` for them.
    static func frame(_ text: Substring) -> Frame? {
        guard text.utf8.count <= TraceLine.longestFrame, let (file, rest) = text.after("File \"")?.parted(by: "\""),
            let tail = rest.after(", line ") ?? rest.after(" Line ")
        else { return nil }
        let (digits, function) = tail.parted(by: ", in ") ?? (tail, "")
        return Frame(
            function: function.isEmpty ? nil : String(function), file: String(file), line: digits.trimmed.number, own: isOwn(file)
        )
    }

    /// `[ERROR] KeyError: 'order_id'`, and lines of its message up to the traceback. Other loggers print `[ERROR] word: text`
    /// too: without a traceback only a type's name tells an error.
    static func runtimeHeading(in lines: ArraySlice<TraceLine>, beforeTraceback: Bool) -> ParsedError? {
        for (index, line) in zip(lines.indices, lines) {
            guard let heading = line.text.after("[ERROR] ").flatMap(Heading.init) else { continue }
            guard beforeTraceback || heading.isError || heading.type.starts("Runtime.") else { return nil }
            var message = [heading.message] + lines[(index + 1)...].map(\.text)
            while message.count > 1, message.last?.isEmpty == true { message.removeLast() }
            return ParsedError(type: String(heading.type), message: message.joined(separator: "\n"), runtime: .python)
        }
        return nil
    }

    private static func isOwn(_ file: Substring) -> Bool {
        if file.starts("/var/runtime/") || file.starts("/var/lang/") || file.starts("/opt/python/") || file.starts("<") {
            return false
        }
        return !["/site-packages/", "/dist-packages/", "/lib/python3", "/lib/python2"].contains(where: file.has)
    }
}
