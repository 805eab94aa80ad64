// The door of this room: text in, error out.
//
// 1. Marks that only one language prints decide at once: `Traceback (most recent call last):`, `panicked at`, `goroutine 1 [`.
// 2. Lines that begin with `at` are common to three languages: the forms of their places vote.
// 3. An error document (JSON) is read as such, also when it was cut.
// 4. What is left is an error when its first line names one.

/// Finds the error in a log message; nil when there is none. `text` has `\n` line ends and may hold text before the error.
package func parseError(in text: String) -> ParsedError? {
    let lines = traceLines(of: text[...])
    return TraceLanguage.trace(in: lines) ?? lines.firstError
}

/// Reads an error whose parts came apart already (JSON records): `stack` is the runtime's own text of it, lines joined by
/// newlines, possibly without the heading.
package func parseError(type: String?, message: String, stack: String) -> ParsedError {
    let lines = traceLines(of: stack[...])
    var error = TraceLanguage.trace(in: lines) ?? ParsedError(type: nil, message: "", runtime: nil)
    if let type, !type.isEmpty { error.type = type }
    if !message.isEmpty { error.message = message }
    return error
}
