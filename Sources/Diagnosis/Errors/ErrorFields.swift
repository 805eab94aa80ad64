// The keys under which structured lines carry an error, by the runtime or library that wrote them.

import Model
import StackTraces

struct ErrorFields: Sendable {
    var type: String
    var message: String
    var stack: [String]
    /// Names of the object inside the error's own in which it keeps the error that led to it.
    var cause: [String] = []

    func error(in line: EvidenceLine) -> ParsedError {
        parseError(type: line[type], message: line[message] ?? "", stack: stack.lazy.compactMap { line[$0] }.first ?? "")
    }

    /// The chain, nearest first, where it is kept in objects and not in the stack's text.
    func causes(in line: EvidenceLine) -> [ParsedError] {
        guard let object = type.split(separator: ".").first.map(String.init) else { return [] }
        var causes: [ParsedError] = []
        var path = object
        while causes.count < Self.longestChain {
            let inner = cause.lazy.map { name in
                let deeper = "\(path).\(name)"
                return (deeper, moved(from: object, to: deeper))
            }
            guard let (deeper, fields) = inner.first(where: { line[$0.1.type] != nil || line[$0.1.message] != nil }) else {
                break
            }
            causes.append(fields.error(in: line))
            path = deeper
        }
        return causes
    }

    private func moved(from object: String, to path: String) -> ErrorFields {
        func below(_ key: String) -> String { path + key.dropFirst(object.utf8.count) }
        return ErrorFields(type: below(type), message: below(message), stack: stack.map(below))
    }

    private static let longestChain = 20
}

/// The Node.js, Python, Java and .NET runtimes, then loggers; the reason of a rejected promise before the rejection. Powertools
/// writes `error` in TypeScript and Java, `exception` with its parts in .NET (in three spellings) and as a whole text in Python.
let knownErrorFields = [
    ErrorFields(type: "reason.errorType", message: "reason.errorMessage", stack: ["reason.stack", "reason.stackTrace"]),
    ErrorFields(type: "errorType", message: "errorMessage", stack: ["stackTrace", "stack", "trace"]),
    ErrorFields(type: "message.errorType", message: "message.errorMessage", stack: ["message.stackTrace", "message.stack"]),
    ErrorFields(type: "error.name", message: "error.message", stack: ["error.stack"], cause: ["cause"]),
    ErrorFields(type: "error.errorType", message: "error.errorMessage", stack: ["error.stackTrace", "error.stack"]),
    ErrorFields(type: "err.type", message: "err.message", stack: ["err.stack"], cause: ["cause"]),
    ErrorFields(
        type: "exception.type", message: "exception.message", stack: ["exception.stack_trace", "exception.stackTrace"],
        cause: ["inner_exception", "innerException"]),
    ErrorFields(
        type: "Exception.Type", message: "Exception.Message", stack: ["Exception.StackTrace"], cause: ["InnerException"]),
    ErrorFields(type: "exception_name", message: "stack_trace.value", stack: ["exception"]),
]
