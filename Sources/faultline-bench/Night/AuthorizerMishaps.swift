// What ends at authentication and authorization.

import Model

extension Exchange {
    mutating func refuseAtAuthorizer(_ mishap: Mishap, _ landscape: Landscape, _ random: inout SplitMix64) {
        let rest = landscape.apis[api].kind == .rest
        let function = landscape.functions[landscape.authorizer]
        switch mishap.cause {
        case .credentialsMissing where mishap.variant == 1:
            refuse(403, "MISSING_AUTHENTICATION_TOKEN", "Missing Authentication Token", at: .authorizer)
        case .credentialsMissing where rest:
            refuse(401, "UNAUTHORIZED", "Unauthorized", at: .authorizer, lines: ["Unauthorized request: \(requestID)"])
            authorizerEnding = .noCredentials
        case .credentialsMissing:
            refuse(401, "UNAUTHORIZED", "Unauthorized", at: .authorizer)
        case .credentialsRejected where rest:
            refuse(401, "UNAUTHORIZED", "Unauthorized", at: .authorizer, lines: ["Unauthorized request: \(requestID)"])
            authorizerEnding = .rejected
            // The authorizer's way of answering 401 is to fail with exactly this word.
            authorizerRun = RunPlan(function: landscape.authorizer, id: random.uuid(), called: time, fault: .exception)
            authorizerRun?.error = ErrorSample(
                type: "Error", message: "Unauthorized", frames: Array(random.error(function).frames.dropFirst(2)))
        case .credentialsRejected:
            refuse(401, "UNAUTHORIZED", "Unauthorized", at: .authorizer)
            authorizerError = random.pick([
                "the token has expired", "invalid issuer", "signature verification failed for key id k\(random.within(1...9))",
            ])
        case .accessDenied where rest:
            refuse(
                403, "ACCESS_DENIED", "User is not authorized to access this resource with an explicit deny", at: .authorizer,
                lines: ["The client is not authorized to perform this operation."])
            // In the second manner the policy was remembered from an earlier request, and no authorizer ran.
            if mishap.variant == 0 {
                authorizerEnding = .denied
                authorizerRun = RunPlan(function: landscape.authorizer, id: random.uuid(), called: time)
            } else {
                authorizerEnding = nil
            }
        case .accessDenied:
            refuse(403, "ACCESS_DENIED", "Forbidden", at: .authorizer)
            authorizerError = "insufficient_scope: users.write is required"
        case .authorizerCrashed:
            refuse(
                500, mishap.variant == 0 ? "AUTHORIZER_FAILURE" : "AUTHORIZER_CONFIGURATION_ERROR",
                mishap.variant == 0 ? "Internal server error" : "-", at: .authorizer,
                lines: ["Execution failed due to configuration error: Authorizer error"])
            authorizerEnding = .crashed
            authorizerRun = RunPlan(function: landscape.authorizer, id: random.uuid(), called: time, fault: .exception)
            authorizerRun?.error = random.error(function)
        case .authorizerMisconfigured:
            refuse(
                500, "AUTHORIZER_CONFIGURATION_ERROR", "-", at: .authorizer,
                lines: [
                    "Execution failed due to configuration error: Invalid permissions on Lambda function",
                    "Execution failed due to configuration error: Authorizer error",
                ])
            authorizerEnding = .misconfigured
        default: break
        }
    }
}
