// The ladder: every cause is asked, and the narrowest proof wins.
//
// A line that names the cause beats a response type, a response type beats a status. Between proofs of one strength the
// order below decides: what ended the request earliest, and the more special before the more general.

import Model

enum Ladder {
    /// Causes of failing requests that the gateway settles itself, in a request's order.
    private static let beforeFunction: [CauseRule] = [
        .wafBlocked, .requestTooLarge, .signatureRejected, .apiKeyRejected, .quotaExceeded, .throttled,
        .authorizerCrashed, .authorizerMisconfigured, .credentialsRejected, .accessDenied, .routeNotFound,
        .credentialsMissing, .invalidBody, .invalidParameters, .unsupportedMediaType,
    ]

    /// Causes that need the integration to have been tried.
    private static let fromFunctionOn: [CauseRule] = [
        .integrationTimeout, .functionPermission, .functionThrottled, .responseTooLarge, .initFailed, .outOfMemory,
        .functionTimeout, .unhandledException, .processExited, .malformedResponse, .integrationMisconfigured,
        .answeredClientError, .handledError, .integrationFailed,
    ]

    /// Causes of runs that failed while no client saw it.
    private static let withoutClientError: [CauseRule] = [.hiddenFailure, .backgroundFailure]

    static func verdict(on incident: Incident) -> Verdict {
        var rules = withoutClientError
        if incident.requestFailed {
            rules = incident.stoppedBeforeFunction ? beforeFunction : beforeFunction + fromFunctionOn
        }
        var best: Finding?
        for rule in rules {
            guard let finding = rule.finding(in: incident) else { continue }
            if best.map({ finding.sign.strength > $0.sign.strength }) ?? true { best = finding }
        }
        guard let best = best ?? CauseRule.unknown.finding(in: incident) else { return .nothingKnown }
        var verdict = Verdict(
            cause: best.cause, confidence: best.sign.confidence, sentence: best.sentence,
            proof: Array(best.sign.proof.prefix(3)))
        if best.cause == .unknown || best.sign.confidence == .likely { verdict.missing = Missing.clauses(for: incident) }
        return verdict
    }
}

extension Verdict {
    fileprivate static let nothingKnown = Verdict(
        cause: .unknown, confidence: .likely, sentence: "No log that was read tells what failed.", proof: [])
}
