// What an error's type says of how a run failed.

import Model

/// The platform's and the runtimes' own types tell apart init, exit, memory and time; any other type is an exception.
/// Lists: the runtime emulator's and the runtime clients' sources.
func fault(ofErrorType type: Span<UInt8>) -> InvocationFault {
    if isOutOfMemory(type) { return .outOfMemory }
    if type.has("Runtime.") {
        let own = type.extracting(8..<type.count)
        if own.spells("ExitError") || own.spells("NodeJsExit") { return .processExit }
        if own.spells("InvokeTimeout") { return .timeout }
        if isInitType(own) { return .initError }
        return .uncaughtError
    }
    if type.has("Sandbox.Timed") || type.has("Sandbox.Timeout") { return .timeout }
    if type.has("Extension.") {
        return type.spells("Extension.InitError") || type.spells("Extension.LaunchError") ? .initError : .processExit
    }
    if type.has("Init<") { return .initError }
    return .uncaughtError
}

private func isInitType(_ own: Span<UInt8>) -> Bool {
    own.spells("ImportModuleError") || own.spells("HandlerNotFound") || own.spells("UserCodeSyntaxError")
        || own.spells("MalformedHandlerName") || own.spells("InvalidEntrypoint") || own.spells("InvalidWorkingDir")
        || own.spells("InvalidTaskConfig") || own.spells("InitError") || own.spells("BuiltInModuleConflict")
        || own.spells("BeforeSnapshotError") || own.spells("AfterRestoreError") || own.spells("MalformedStreamingHandler")
}

private func isOutOfMemory(_ type: Span<UInt8>) -> Bool {
    type.spells("Runtime.OutOfMemory") || type.spells("MemoryError") || type.spells("java.lang.OutOfMemoryError")
        || type.spells("OutOfMemoryError") || type.spells("System.OutOfMemoryException")
        || type.spells("OutOfMemoryException") || type.spells("Function<NoMemoryError>") || type.spells("NoMemoryError")
}

/// The value of `status` in JSON, of `Status:` in text; `failure` is the word for a crash.
func invocationStatus(_ word: Span<UInt8>) -> InvocationStatus {
    if word.spells("success") { return .success }
    if word.spells("timeout") { return .timeout }
    if word.spells("error") || word.spells("failure") { return .error }
    return .unknown
}

/// A platform's status and error type taken together.
func fault(ofStatus word: Span<UInt8>, errorType: InvocationFault) -> InvocationFault {
    if word.spells("timeout") { return .timeout }
    if word.spells("failure") { return errorType > .uncaughtError ? errorType : .processExit }
    if word.spells("error") { return max(errorType, .uncaughtError) }
    return .none
}
