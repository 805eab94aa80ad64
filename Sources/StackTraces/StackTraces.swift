// The door of this room: text in, error out.
//
// 1. The first line that only one language prints decides which language reads the text.
// 2. Without one, an error document (JSON) is read as such, also when it was cut.
// 3. What is left is an error when its first line names one.

/// Finds the error in a log message; nil when there is none. `text` has `\n` line ends and may hold text before the error.
package func parseError(in text: String) -> ParsedError? {
    let lines = traceLines(of: text[...])
    let trace = TraceLanguage.trace(in: lines)
    // A document within a message is no error of its own; within a document nothing stands on a line like a trace of these.
    if let trace, !trace.frames.isEmpty, let runtime = trace.runtime, [.nodejs, .python, .java, .dotnet].contains(runtime) {
        return trace
    }
    return ErrorDocument.parse(text[...]) ?? trace ?? lines.firstError
}

/// Reads an error whose parts came apart already (JSON records): `stack` is the runtime's own text of it, lines joined by
/// newlines, possibly without the heading.
package func parseError(type: String?, message: String, stack: String) -> ParsedError {
    let lines = traceLines(of: stack[...])
    var error =
        TraceLanguage.trace(in: lines) ?? TraceLanguage.bareFrames(in: lines) ?? ParsedError(type: nil, message: "", runtime: nil)
    if let type, !type.isEmpty {
        let bare = RubyTrace.bareType(type[...])
        error.type = String(bare ?? type[...])
        if bare != nil { error.runtime = .ruby }
    }
    if !message.isEmpty { error.message = message }
    return error
}
