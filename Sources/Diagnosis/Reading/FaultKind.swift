// The ways in which a run of a function can fail, told from the platform's error types and texts.

enum FaultKind: Sendable {
    case exception, timeout, memory, exit, initialization, responseTooLarge

    /// Reads the error type and message that the platform or the runtime gave for a failed run. Types and texts:
    /// AWS's runtime interface emulator (`fatalerror`), the Node.js and Python runtime clients, recorded invocations.
    init(type: String?, message: String) {
        if message.holds("Task timed out after") || timeoutTypes.contains(type ?? "") {
            self = .timeout
        } else if type == "Function.ResponseSizeTooLarge" || message.holds(responseTooLargeText) {
            self = .responseTooLarge
        } else if type == "Runtime.OutOfMemory" || message.holds("signal: killed") || namesMemory(type ?? "") {
            self = .memory
        } else if initializationTypes.contains(type ?? "") || (type ?? "").hasPrefix("Init<")
            || initializationTexts.contains(where: { message.holds($0) })
        {
            self = .initialization
        } else if exitTypes.contains(type ?? "") || exitTexts.contains(where: { message.holds($0) }) {
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
    "Unable to import module", "Init error when loading handler", "Error loading class ", "Class not found: ",
    "fork/exec /var/task/", "fork/exec /var/runtime/",
]

private let exitTypes: Set<String> = [
    "Runtime.ExitError", "Runtime.NodeJsExit", "Extension.ExitError", "Extension.Crash", "Sandbox.Failure",
]

private let exitTexts = [
    "Runtime exited with error", "Runtime exited without providing a reason", "Process exited before completing request",
]

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
