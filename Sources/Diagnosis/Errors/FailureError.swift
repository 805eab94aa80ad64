// Which error a failure's page shows.

import Model

extension Incident {
    /// The error behind the cause; nil where a run ended without one (time-out, memory, exit) or none was logged.
    func error(behind cause: Cause) -> ErrorDetails? {
        switch cause {
        case .authorizerCrashed:
            return authorizerFault?.event?.error
                ?? trace.authorizerLine(holding: "Authorizer result body before parsing").flatMap(ErrorReader.document)
        case .unhandledException, .initFailed, .processExited, .outOfMemory, .hiddenFailure, .backgroundFailure:
            return functionFault?.event?.error ?? gatewayError
        case .handledError, .answeredClientError:
            return logged?.error
        default:
            return nil
        }
    }

    /// What the gateway passed on of an error whose own log was not read.
    private var gatewayError: ErrorDetails? {
        guard let gatewayFault, gatewayFault.kind == .exception || gatewayFault.kind == .initialization else { return nil }
        if let document = gatewayFault.document.flatMap(ErrorReader.document) { return document }
        guard let message = gatewayFault.message, !message.isEmpty else { return nil }
        return ErrorDetails(
            type: gatewayFault.type, message: message, runtime: nil, raw: message, caught: false)
    }
}
