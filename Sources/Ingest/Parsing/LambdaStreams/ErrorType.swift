// What an error's type says of how a run failed.

import Model

/// The platform's and the runtimes' own types tell apart init, exit, memory and time; any other type is an exception.
/// Lists: the runtime emulator's and the runtime clients' sources.
func fault(ofErrorType type: Span<UInt8>) -> InvocationFault {
    if isOutOfMemory(type) { return .outOfMemory }
    if type.has("Runtime.") {
        let own = type.extracting(8..<type.count)
        if own.equals("ExitError") || own.equals("NodeJsExit") { return .processExit }
        if own.equals("InvokeTimeout") { return .timeout }
        if isInitType(own) { return .initError }
        return .uncaughtError
    }
    if type.has("Sandbox.Timed") || type.has("Sandbox.Timeout") { return .timeout }
    if type.has("Extension.") {
        return type.equals("Extension.InitError") || type.equals("Extension.LaunchError") ? .initError : .processExit
    }
    if type.has("Init<") { return .initError }
    return .uncaughtError
}

private func isInitType(_ own: Span<UInt8>) -> Bool {
    own.equals("ImportModuleError") || own.equals("HandlerNotFound") || own.equals("UserCodeSyntaxError")
        || own.equals("MalformedHandlerName") || own.equals("InvalidEntrypoint") || own.equals("InvalidWorkingDir")
        || own.equals("InvalidTaskConfig") || own.equals("InitError") || own.equals("BuiltInModuleConflict")
        || own.equals("BeforeSnapshotError") || own.equals("AfterRestoreError") || own.equals("MalformedStreamingHandler")
}

private func isOutOfMemory(_ type: Span<UInt8>) -> Bool {
    type.equals("Runtime.OutOfMemory") || type.equals("MemoryError") || type.equals("java.lang.OutOfMemoryError")
        || type.equals("OutOfMemoryError") || type.equals("System.OutOfMemoryException")
        || type.equals("OutOfMemoryException") || type.equals("Function<NoMemoryError>") || type.equals("NoMemoryError")
}

/// The value of `status` in JSON, of `Status:` in text; `failure` is the word for a crash.
func invocationStatus(_ word: Span<UInt8>) -> InvocationStatus {
    if word.equals("success") { return .success }
    if word.equals("timeout") { return .timeout }
    if word.equals("error") || word.equals("failure") { return .error }
    return .unknown
}

/// A platform's status and error type taken together.
func fault(ofStatus word: Span<UInt8>, errorType: InvocationFault) -> InvocationFault {
    if word.equals("timeout") { return .timeout }
    if word.equals("failure") { return errorType > .uncaughtError ? errorType : .processExit }
    if word.equals("error") { return max(errorType, .uncaughtError) }
    return .none
}
