// The JSON that runtimes write of an error: `errorType`, `errorMessage`, and a stack under one of several names.

enum ErrorDocument {
    /// The first document in the text, also when other text stands before it (`Invoke Error \t{...}`, Go's time of day) and when
    /// it was cut.
    static func parse(_ text: Substring) -> ParsedError? {
        let keys = [text.position(of: "\"errorType\""), text.position(of: "\"errorMessage\"")].compactMap { $0 }
        guard let key = keys.min(), let brace = text.utf8[..<key].lastIndex(of: UInt8(ascii: "{")) else { return nil }
        if let value = JSONText(Substring(text.utf8[brace...])), let found = error(value, depth: 0) { return found }
        // An object before the names was the nearest brace.
        guard let first = text.utf8.firstIndex(of: UInt8(ascii: "{")), first != brace,
            let value = JSONText(Substring(text.utf8[first...]))
        else { return nil }
        return error(value, depth: 0)
    }

    private static func error(_ value: JSONText, depth: Int) -> ParsedError? {
        // The runtime's wrapper of a rejection: the error itself is the reason.
        if let reason = value["reason"], reason["errorMessage"] != nil || reason["errorType"] != nil, depth < TraceTree.deepest {
            return error(reason, depth: depth + 1)
        }
        let type = value["errorType"]?.string
        let message = value["errorMessage"]?.string
        guard type != nil || message != nil else { return nil }
        let stack = value["stack"] ?? value["stackTrace"] ?? value["trace"]
        var read = ParsedError(type: nil, message: "", runtime: nil)
        if let items = stack?.array {
            if items.contains(where: { $0["path"] != nil || $0["label"] != nil }) {
                read = ParsedError(type: nil, message: "", runtime: .go, frames: items.compactMap(goFrame))
            } else if items.contains(where: { $0.array != nil }) {
                read = ParsedError(type: nil, message: "", runtime: .python, frames: items.reversed().compactMap(oldPythonFrame))
            } else {
                let lines = items.compactMap(\.string).joined(separator: "\n")
                read =
                    TraceLanguage.trace(in: traceLines(of: lines[...])) ?? TraceLanguage.bareFrames(
                        in: traceLines(of: lines[...])) ?? read
            }
        } else if let text = stack?.string {
            read = TraceLanguage.trace(in: traceLines(of: text[...])) ?? read
        }
        if let type {
            let bare = RubyTrace.bareType(type[...])
            read.type = String(bare ?? type[...])
            if bare != nil { read.runtime = .ruby }
        }
        if let message { read.message = message }
        if read.causes.isEmpty, depth < TraceTree.deepest, let cause = value["cause"], let nested = error(cause, depth: depth + 1)
        {
            var nearest = nested
            nearest.causes = []
            read.causes = [nearest] + nested.causes
        }
        return read
    }

    private static func goFrame(_ item: JSONText) -> Frame? {
        let path = item["path"]?.string
        let label = item["label"]?.string
        guard path != nil || label != nil else { return nil }
        return Frame(
            function: label, file: path, line: item["line"]?.int,
            own: GoTrace.isOwn((label ?? "")[...], file: (path ?? "")[...]))
    }

    /// `[file, line, function, code]`, as Python's runtime wrote until 2019.
    private static func oldPythonFrame(_ item: JSONText) -> Frame? {
        guard let parts = item.array, parts.count >= 3, let file = parts[0].string, let line = parts[1].int else { return nil }
        let function = parts[2].string.map { ", in \($0)" } ?? ""
        return PythonTrace.frame("File \"\(file)\", line \(line)\(function)")
    }
}
