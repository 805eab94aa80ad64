// The door of this room: text in, error out.

/// Finds the error in a log message; nil when there is none. `text` has `\n` line ends and may hold text before the error.
package func parseError(in text: String) -> ParsedError? {
    nil
}

/// Reads an error whose parts came apart already (JSON records): `stack` is the runtime's own text of it, lines joined by
/// newlines, possibly without the heading.
package func parseError(type: String?, message: String, stack: String) -> ParsedError {
    ParsedError(type: type, message: message, runtime: nil)
}
