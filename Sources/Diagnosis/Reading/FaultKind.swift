// The ways in which a run of a function can fail, told from the platform's error types and texts.

enum FaultKind: Sendable {
    case exception, timeout, memory, exit, initialization, responseTooLarge

    /// Reads the error type and message that the platform or the runtime gave for a failed run. Types and texts:
    /// AWS's runtime interface emulator (`fatalerror`), the Node.js and Python runtime clients, recorded invocations.
    ///
    /// Anybody can throw an error that says "Task timed out", so texts count only in the platform's own form.
    init(type: String?, message: String) {
        let platform = isPlatformText(message) ? message.slice(0, min(message.utf8.count, 400)) : ""
        if platform.holds("Task timed out after") || timeoutTypes.contains(type ?? "") {
            self = .timeout
        } else if type == "Function.ResponseSizeTooLarge" || message.hasPrefix(responseTooLargeText) {
            self = .responseTooLarge
        } else if type == "Runtime.OutOfMemory" || platform.holds("signal: killed") || namesMemory(type ?? "") {
            self = .memory
        } else if initializationTypes.contains(type ?? "") || (type ?? "").hasPrefix("Init<")
            || initializationTexts.contains(where: { message.hasPrefix($0) }) || platform.holds("Error: fork/exec ")
        {
            self = .initialization
        } else if exitTypes.contains(type ?? "") || exitTexts.contains(where: { platform.holds($0) }) {
            self = .exit
        } else {
            self = .exception
        }
    }
}

let responseTooLargeText = "Response payload size exceeded maximum allowed payload size"

private let timeoutTypes: Set<String> = [
    "Sandbox.Timeout", "Sandbox.Timedout", "Runtime.InvokeTimeout", "Sandbox.TimeoutResponseTrailer",
]

private let initializationTypes: Set<String> = [
    "Runtime.ImportModuleError", "Runtime.HandlerNotFound", "Runtime.UserCodeSyntaxError", "Runtime.MalformedHandlerName",
    "Runtime.InvalidEntrypoint", "Runtime.InvalidWorkingDir", "Runtime.InvalidTaskConfig", "Runtime.InitError",
    "Runtime.BuiltInModuleConflict", "Runtime.MalformedStreamingHandler", "Runtime.BeforeSnapshotError",
    "Runtime.AfterRestoreError", "Extension.InitError", "Extension.LaunchError",
]

private let initializationTexts = [
    "Unable to import module", "Error: Cannot find module", "Init error when loading handler", "Error loading class ",
    "Class not found: ",
]

private let exitTypes: Set<String> = [
    "Runtime.ExitError", "Runtime.NodeJsExit", "Extension.ExitError", "Extension.Crash", "Sandbox.Failure",
]

private let exitTexts = [
    "Runtime exited with error", "Runtime exited without providing a reason", "Process exited before completing request",
]

/// `RequestId: <id> Error: ...`, or the older `<ISO time> <id> Task timed out ...`.
private func isPlatformText(_ message: String) -> Bool {
    if message.hasPrefix("RequestId: ") { return true }
    let head = Array(message.utf8.prefix(25))
    return head.count == 25 && isDigit(head[0]) && head[10] == UInt8(ascii: "T") && head[23] == UInt8(ascii: "Z")
}

/// A runtime's own words for memory that ran out, inside a line of a run that failed.
let memoryTexts = [
    "JavaScript heap out of memory", "java.lang.OutOfMemoryError", "runtime: out of memory", "failed to allocate memory",
    "System.OutOfMemoryException", "Runtime.OutOfMemory",
]

/// An error type that says memory ran out.
func namesMemory(_ type: String) -> Bool {
    type == "MemoryError" || type == "NoMemoryError" || type == "Function<NoMemoryError>" || type.hasSuffix("OutOfMemoryError")
        || type.hasSuffix("OutOfMemoryException")
}
