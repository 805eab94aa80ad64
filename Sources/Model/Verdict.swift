// Layers, causes and verdicts: the published vocabulary of verdicts.md.

/// In a request's order.
package enum Layer: String, CaseIterable, Sendable {
    case edge, gateway, authorizer, function, response, unknown
}

package enum Cause: String, CaseIterable, Sendable {
    case wafBlocked = "waf-blocked"
    case routeNotFound = "route-not-found"
    case signatureRejected = "signature-rejected"
    case apiKeyRejected = "api-key-rejected"
    case throttled
    case quotaExceeded = "quota-exceeded"
    case invalidBody = "invalid-body"
    case invalidParameters = "invalid-parameters"
    case unsupportedMediaType = "unsupported-media-type"
    case requestTooLarge = "request-too-large"
    case credentialsMissing = "credentials-missing"
    case credentialsRejected = "credentials-rejected"
    case accessDenied = "access-denied"
    case authorizerCrashed = "authorizer-crashed"
    case authorizerMisconfigured = "authorizer-misconfigured"
    case functionPermission = "function-permission"
    case functionThrottled = "function-throttled"
    case integrationMisconfigured = "integration-misconfigured"
    case integrationTimeout = "integration-timeout"
    case integrationFailed = "integration-failed"
    case initFailed = "init-failed"
    case unhandledException = "unhandled-exception"
    case functionTimeout = "function-timeout"
    case outOfMemory = "out-of-memory"
    case processExited = "process-exited"
    case handledError = "handled-error"
    case answeredClientError = "answered-client-error"
    case malformedResponse = "malformed-response"
    case responseTooLarge = "response-too-large"
    case hiddenFailure = "hidden-failure"
    case backgroundFailure = "background-failure"
    case unknown

    package var layer: Layer {
        switch self {
        case .wafBlocked: .edge
        case .routeNotFound, .signatureRejected, .apiKeyRejected, .throttled, .quotaExceeded, .invalidBody,
            .invalidParameters, .unsupportedMediaType, .requestTooLarge, .integrationMisconfigured:
            .gateway
        case .credentialsMissing, .credentialsRejected, .accessDenied, .authorizerCrashed, .authorizerMisconfigured:
            .authorizer
        case .functionPermission, .functionThrottled, .integrationFailed, .initFailed, .unhandledException,
            .functionTimeout, .outOfMemory, .processExited, .handledError, .answeredClientError, .hiddenFailure,
            .backgroundFailure:
            .function
        case .integrationTimeout, .malformedResponse, .responseTooLarge: .response
        case .unknown: .unknown
        }
    }

    /// The function did not run because of this, whatever the gateway says it called.
    package var keptFunctionFromRunning: Bool {
        switch self {
        case .functionThrottled, .functionPermission, .integrationMisconfigured: true
        default: [.edge, .gateway, .authorizer].contains(layer)
        }
    }

    /// The cause in words, as a title uses it: "Malformed response".
    package var title: String {
        switch self {
        case .wafBlocked: "Blocked by WAF"
        case .routeNotFound: "Route not found"
        case .signatureRejected: "Signature rejected"
        case .apiKeyRejected: "API key rejected"
        case .throttled: "Throttled"
        case .quotaExceeded: "Quota exceeded"
        case .invalidBody: "Invalid body"
        case .invalidParameters: "Invalid parameters"
        case .unsupportedMediaType: "Unsupported media type"
        case .requestTooLarge: "Request too large"
        case .credentialsMissing: "Credentials missing"
        case .credentialsRejected: "Credentials rejected"
        case .accessDenied: "Access denied"
        case .authorizerCrashed: "Authorizer crashed"
        case .authorizerMisconfigured: "Authorizer misconfigured"
        case .functionPermission: "No permission to call the function"
        case .functionThrottled: "Function throttled"
        case .integrationMisconfigured: "Integration misconfigured"
        case .integrationTimeout: "Integration timeout"
        case .integrationFailed: "Integration failed"
        case .initFailed: "Init failed"
        case .unhandledException: "Unhandled exception"
        case .functionTimeout: "Function timeout"
        case .outOfMemory: "Out of memory"
        case .processExited: "Process exited"
        case .handledError: "Handled error"
        case .answeredClientError: "Answered with a client error"
        case .malformedResponse: "Malformed response"
        case .responseTooLarge: "Response too large"
        case .hiddenFailure: "Hidden failure"
        case .backgroundFailure: "Background failure"
        case .unknown: "Unknown"
        }
    }
}

package enum Confidence: String, Sendable {
    case certain, likely
}

/// A quoted line that proves a verdict.
package struct ProofLine: Sendable {
    package var source: LogSource
    /// The event's text, or for a long one the telling line of it.
    package var line: String
    /// Where the quoted event stands; the page links it.
    package var place: EventPlace
    /// What it proves, a clause.
    package var meaning: String

    package init(source: LogSource, line: String, place: EventPlace, meaning: String) {
        self.source = source
        self.line = line
        self.place = place
        self.meaning = meaning
    }
}

package struct Verdict: Sendable {
    package var cause: Cause
    package var confidence: Confidence
    /// One sentence: who answered, what went wrong, what the client got.
    package var sentence: String
    /// One to three.
    package var proof: [ProofLine]
    /// For `unknown`: the fields or logs that would decide it, a clause each.
    package var missing: [String] = []

    package init(cause: Cause, confidence: Confidence, sentence: String, proof: [ProofLine]) {
        self.cause = cause
        self.confidence = confidence
        self.sentence = sentence
        self.proof = proof
    }

    package var layer: Layer { cause.layer }
}
