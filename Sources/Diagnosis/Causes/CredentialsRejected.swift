// authorizer / credentials-rejected: an authorizer looked at the credentials and did not accept them.

import Model

extension CauseRule {
    static let credentialsRejected = CauseRule(
        .credentialsRejected,
        signs: [
            { incident in
                guard let line = incident.trace.authorizerLine(holding: "Unauthorized request"), incident.authorizerRan else {
                    return nil
                }
                return Sign(
                    .line, .certain,
                    [line.proof("the gateway refused the request after the authorizer had run")]
                        + incident.row.authorizerReasonProof,
                    detail: incident.row.authorizerReason)
            },
            { incident in
                guard incident.responseType == "UNAUTHORIZED",
                    incident.authorizerRan || incident.row.authorizerReason != nil
                else { return nil }
                let reason = incident.row.authorizerReasonProof
                return Sign(
                    .type, .certain,
                    reason.isEmpty ? incident.responseTypeProof("refused as unauthorized after the authorizer had run") : reason,
                    detail: incident.row.authorizerReason)
            },
            { incident in
                guard incident.status == 401, incident.responseType == nil, !incident.functionAnswered,
                    let reason = incident.row.authorizerReason
                else { return nil }
                return Sign(.type, .certain, incident.row.authorizerReasonProof, detail: reason)
            },
            { incident in
                guard incident.authorizerRan else { return nil }
                return statusAndMessage(401, ["Unauthorized"], "refused as unauthorized after the authorizer had run")(incident)
            },
        ],
        sentence: { incident, sign in
            let reason = sign.detail.map { " (\($0.shortened()))" } ?? ""
            return "\(incident.authorizer.capitalized) did not accept the credentials of \(incident.call)\(reason); "
                + "\(incident.clientGot)."
        })
}

extension AccessRow {
    fileprivate var authorizerReasonProof: [ProofLine] {
        authorizerReason == nil ? [] : proof("the authorizer's reason", around: authorizerReason?.firstLine)
    }
}
