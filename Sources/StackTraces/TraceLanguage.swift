// Which language printed a trace.

enum TraceLanguage {
    /// The first line that only one language prints decides; lines that begin with `at` decide by the form of their place.
    static func trace(in lines: [TraceLine]) -> ParsedError? {
        for (index, line) in lines.enumerated() where line.text.utf8.count <= TraceLine.longestFrame {
            let text = line.text
            if text.starts("at ") {
                if NodeTrace.isFrame(text) { return NodeTrace.parse(lines) }
                if JavaTrace.isFrame(text) { return JavaTrace.parse(lines) }
                if DotNetTrace.isFrame(text) { return DotNetTrace.parse(lines) }
            }
            if PythonTrace.isTraceback(text) || PythonTrace.frame(text) != nil { return PythonTrace.parse(lines) }
            if text.starts("[errors]: [") || text.starts("[AggregateError") { return NodeTrace.parse(lines) }
            if text.starts("Caused by: "), index > 0, let error = Heading(text.after("Caused by: ") ?? ""), error.type.has(".") {
                return JavaTrace.parse(lines)
            }
            if text.starts("---> "), index > 0 { return DotNetTrace.parse(lines) }
            if GoTrace.isOpening(text) { return GoTrace.parse(lines) }
            if RustTrace.isOpening(text) { return RustTrace.parse(lines) }
            if SwiftTrace.isOpening(text) { return SwiftTrace.parse(lines) }
            if RubyTrace.isFrame(text) { return RubyTrace.parse(lines) }
        }
        return nil
    }

    /// Frames as error documents hold them, without the word `at`.
    static func bareFrames(in lines: [TraceLine]) -> ParsedError? {
        let java = lines.compactMap { JavaTrace.frame($0.text) }
        if !java.isEmpty { return ParsedError(type: nil, message: "", runtime: .java, frames: java) }
        let ruby = lines.compactMap { $0.text.has(".rb:") ? RubyTrace.frame($0.text) : nil }
        return ruby.isEmpty ? nil : ParsedError(type: nil, message: "", runtime: .ruby, frames: ruby)
    }
}

extension [TraceLine] {
    /// Without a trace: the Python runtime's heading, or a first line that names an error.
    var firstError: ParsedError? {
        if let error = PythonTrace.runtimeHeading(in: self[...], beforeTraceback: false) { return error }
        guard let first = firstIndex(where: { !$0.isBlank }), let heading = Heading(self[first].text), heading.isError else {
            return nil
        }
        var message = [heading.message] + self[(first + 1)...].map(\.text)
        while message.count > 1, message.last?.isEmpty == true { message.removeLast() }
        return ParsedError(type: String(heading.type), message: message.joined(separator: "\n"), runtime: nil)
    }
}
