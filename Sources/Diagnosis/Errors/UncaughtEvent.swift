// The event by which a runtime says which error ended the invocation.

import Model

struct UncaughtEvent {
    var block: LineBlock
    var error: ErrorDetails
    /// It has a form that only the runtime writes; otherwise it is the last error of a run that failed.
    var isLabelled: Bool

    static func find(in blocks: [LineBlock], runFailed: Bool) -> UncaughtEvent? {
        for block in blocks.reversed() where isLabelled(block.head) {
            let error = ErrorReader.read(block, caught: false) ?? ErrorReader.plain(block.head, caught: false)
            return UncaughtEvent(block: block, error: error, isLabelled: true)
        }
        guard runFailed else { return nil }
        for block in blocks.reversed() where block.head.source == .functionLog && mayBeError(block.head) {
            guard let error = ErrorReader.read(block, caught: false) else { continue }
            return UncaughtEvent(block: block, error: error, isLabelled: false)
        }
        return nil
    }

    /// The forms of the runtime clients of Node.js, Python (text and JSON), Go, Ruby and Rust.
    private static func isLabelled(_ line: EvidenceLine) -> Bool {
        guard line.source == .functionLog else { return false }
        let text = line.text
        if text.hasPrefix("[ERROR] ") { return text.holds("\nTraceback (most recent call last)") }
        if line["log_level"] != nil, line["errorType"] != nil, line["message"] == nil { return true }
        for label in nodeLabels where line.message.hasPrefix(label) { return true }
        if line.fields.contains(where: { $0.name == "errorType" }) {
            for label in nodeLabels where text.holds("\t" + label) { return true }
        }
        if isGoDocument(text) { return true }
        return text.hasPrefix("Error raised from handler method") || text.hasPrefix("Critical exception from handler")
            || text.hasPrefix("Init error when loading handler") || text.hasPrefix("ERROR Lambda runtime invoke{")
    }

    /// `2026/03/12 09:14:05 {"errorMessage":...`: what the Go library prints of an error or a panic.
    private static func isGoDocument(_ text: String) -> Bool {
        let stamp = Array(text.utf8.prefix(20))
        return stamp.count == 20 && stamp[4] == UInt8(ascii: "/") && stamp[13] == UInt8(ascii: ":")
            && text.slice(20).hasPrefix("{\"errorMessage\":")
    }

    private static func mayBeError(_ line: EvidenceLine) -> Bool {
        if let level = line.level { return level >= .error }
        return true
    }
}

private let nodeLabels = ["Invoke Error \t", "Uncaught Exception \t", "Unhandled Promise Rejection \t"]
