// One run of a function as it will happen, before anything is written.

enum RunFault: Equatable {
    case none
    case exception
    /// `announced`: an older platform that logs "Task timed out"; newer ones only put a status into REPORT.
    case timeout(announced: Bool)
    /// `killed`: an older platform that only sees the process die of a signal.
    case outOfMemory(killed: Bool)
    case exit
    case initFailure
    case responseTooLarge
}

struct RunPlan {
    var function: Int
    var id: String
    var attempt = 1
    /// When Lambda got the call, milliseconds since 1970.
    var called: Int64
    /// Hundredths of a millisecond, without init.
    var duration = 0
    var fault = RunFault.none
    /// The uncaught error, or with `fault` `.none` an error that the code caught and logged.
    var error: ErrorSample?
    /// The status code that the function's answer carries.
    var answer = 200
    var traceID: String?
    /// The gateway's id of the request, for functions that log it.
    var gatewayID: String?

    /// Filled when the run is given an execution environment.
    var stream = 0
    var version = 1
    var coldStart = false
    /// Hundredths of a millisecond.
    var initDuration = 0
    /// When the handler starts, milliseconds since 1970.
    var start: Int64 = 0

    var failed: Bool { fault != .none }
    /// As streams and START name it.
    var versionLabel: String { version == 0 ? "$LATEST" : String(version) }
    var end: Int64 { start + Int64((duration + 50) / 100) }

    /// What Lambda tells its caller, and what API Gateway repeats.
    func errorMessage(timeoutMs: Int) -> String {
        switch fault {
        case .none: ""
        case .exception, .initFailure: error?.message ?? ""
        case .timeout(announced: true): "\(isoTime(end)) \(id) Task timed out after \(timeoutMs / 1000).00 seconds"
        case .timeout(announced: false): "RequestId: \(id) Error: Task timed out after \(timeoutMs / 1000).00 seconds"
        case .outOfMemory: "RequestId: \(id) Error: Runtime exited with error: signal: killed"
        case .exit: "RequestId: \(id) Error: Runtime exited with error: exit status 1"
        case .responseTooLarge: "Response payload size exceeded maximum allowed payload size (6291556 bytes)."
        }
    }
}
