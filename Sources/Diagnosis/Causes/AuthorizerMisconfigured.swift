// authorizer / authorizer-misconfigured: the gateway could not call the authorizer, or could not use its answer.

import Model

extension CauseRule {
    static let authorizerMisconfigured = CauseRule(
        .authorizerMisconfigured,
        signs: [
            { incident in
                guard incident.trace.authorizerLine(holding: "Authorizer error") != nil || incident.endedInAuthorizer,
                    let line = incident.trace.authorizer.last(where: {
                        $0.message.hasPrefix("Execution failed") && !$0.message.holds("Authorizer error")
                    })
                else { return nil }
                return Sign(
                    .line, .certain, [line.proof("why the authorizer could not be used")] + incident.authorizerEndProof,
                    detail: line.message.text(after: "error: "))
            },
            { incident in
                guard incident.endedInAuthorizer else { return nil }
                // Without the authorizer's log a crash cannot be ruled out, nor with a text log, whose REPORT names no exception.
                let healthy = incident.authorizerRun.map { !$0.failed && $0.status == .success } ?? false
                return Sign(
                    .type, healthy ? .certain : .likely, incident.authorizerEndProof,
                    detail: incident.row["authorizer.error"] ?? (healthy ? "its answer is not a valid policy" : nil))
            },
            { incident in
                // Rows of HTTP APIs often carry the authorizer's text and no response type.
                guard let status = incident.status, status >= 500, incident.responseType == nil, !incident.functionCalled,
                    let reason = incident.row.authorizerReason
                else { return nil }
                return Sign(
                    .status, .likely, incident.row.proof("the authorizer's reason", around: reason), detail: reason)
            },
        ],
        sentence: { incident, sign in
            let reason = sign.detail.map { " (\($0.shortened()))" } ?? ""
            return "API Gateway could not use \(incident.authorizer)\(reason); \(incident.clientGot)."
        })
}
