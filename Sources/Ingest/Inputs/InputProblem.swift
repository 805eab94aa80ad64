// What was named or found and cannot be an input.

package struct InputProblem: Hashable, Sendable {
    /// As named on the command line, or below it.
    package var path: String
    /// A lower-case clause: `no such file or directory`.
    package var reason: String

    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// `cannot read 'logs/a.gz': permission denied`.
    package var message: String { "cannot read '\(path)': \(reason)" }
}
