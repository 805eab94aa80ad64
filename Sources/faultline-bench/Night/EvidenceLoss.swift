// Which part of its logs a failing request loses; what is left must still be judged honestly.

enum EvidenceLoss {
    case nothing
    /// Fields that the row's template does not hold.
    case accessFields(Set<String>)
    case executionLog
    case functionLogs
    /// Every id by which a run could be found: only time is left to join by.
    case ids
    /// Single lines of all logs but the access log.
    case lines(LineLoss)

    var droppedFields: Set<String> {
        switch self {
        case .accessFields(let names): names
        case .ids: ["integration.requestId", "integrationRequestId", "xrayTraceId"]
        case .nothing, .executionLog, .functionLogs, .lines: []
        }
    }

    var keepsExecutionLog: Bool {
        switch self {
        case .executionLog, .ids: false
        case .nothing, .accessFields, .functionLogs, .lines: true
        }
    }

    var keepsFunctionLogs: Bool { if case .functionLogs = self { false } else { true } }
    var lines: LineLoss? { if case .lines(let loss) = self { loss } else { nil } }
    var isNothing: Bool { if case .nothing = self { true } else { false } }
}

/// About two lines of five are lost; which ones is decided by their text, so that a request's writers need no common state.
struct LineLoss {
    var seed: UInt64

    func drops(_ message: String) -> Bool {
        var hash = seed
        for byte in message.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        var random = SplitMix64(seed: hash)
        return random.chance(0.4)
    }
}

extension SplitMix64 {
    mutating func evidenceLoss() -> EvidenceLoss {
        switch below(5) {
        case 0:
            let names = [
                "error.responseType", "errorResponseType", "error.message", "errorMessage", "error.validationErrorString",
                "integration.error", "integrationErrorMessage", "integration.status", "integration.integrationStatus",
                "authorizer.error", "authorizerError", "authorizer.status", "authorizer.requestId", "authorizer.latency",
                "wafResponseCode",
            ]
            var dropped: Set<String> = []
            for name in names where chance(0.6) { dropped.insert(name) }
            return .accessFields(dropped)
        case 1: return .executionLog
        case 2: return .functionLogs
        case 3: return .ids
        default: return .lines(LineLoss(seed: next()))
        }
    }
}
