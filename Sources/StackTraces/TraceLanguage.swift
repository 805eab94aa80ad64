// Which language printed a trace.

enum TraceLanguage {
    static func trace(in lines: [TraceLine]) -> ParsedError? {
        for line in lines where line.text.utf8.count <= TraceLine.longestFrame {
            if PythonTrace.isTraceback(line.text) || PythonTrace.frame(line.text) != nil { return PythonTrace.parse(lines) }
            if NodeTrace.isFrame(line.text) { return NodeTrace.parse(lines) }
        }
        return nil
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
