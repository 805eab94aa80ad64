// The cell of the outcome table that a failure belongs to: what the client got, and what the function did.

import Model

enum ClientOutcome: String, CaseIterable, Sendable {
    case answered, failed
    case none = "no-client"

    var words: String {
        switch self {
        case .answered: "Client got an answer"
        case .failed: "Client got an error"
        case .none: "No client"
        }
    }
}

extension FunctionOutcome {
    var words: String {
        switch self {
        case .succeeded: "Function succeeded"
        case .failed: "Function failed"
        case .neverRan: "Function never ran"
        case .unknown: "No log of the function"
        }
    }

    var slug: String {
        switch self {
        case .succeeded: "function-succeeded"
        case .failed: "function-failed"
        case .neverRan: "function-never-ran"
        case .unknown: "function-unknown"
        }
    }
}

extension Failure {
    /// A failure whose client was answered has a page only because its invocation failed.
    var clientOutcome: ClientOutcome {
        if request == nil { return .none }
        return verdict.cause == .hiddenFailure ? .answered : .failed
    }

    /// What the platform recorded of the run; a run that answered 500 succeeded.
    var functionOutcome: FunctionOutcome {
        guard let invocation else {
            return strip.count == 6 && strip[4].state == .noLog && !verdict.cause.keptFunctionFromRunning ? .unknown : .neverRan
        }
        switch invocation.status {
        case .error, .timeout: return .failed
        case .success: return .succeeded
        case .unknown:
            switch verdict.cause {
            case .initFailed, .unhandledException, .functionTimeout, .outOfMemory, .processExited, .hiddenFailure,
                .backgroundFailure:
                return .failed
            default: return .succeeded
            }
        }
    }
}
