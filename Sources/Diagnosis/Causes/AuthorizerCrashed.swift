// authorizer / authorizer-crashed: the authorizer's own function failed.

import Model

extension CauseRule {
    static let authorizerCrashed = CauseRule(
        .authorizerCrashed,
        signs: [
            { incident in
                // An authorizer refuses a caller by throwing "Unauthorized": that run fails, and the client gets 401.
                guard incident.endedInAuthorizer || ((incident.status ?? 500) >= 500 && !incident.functionCalled),
                    let fault = incident.authorizerFault
                else { return nil }
                return Sign(
                    .line, .certain, fault.proof + incident.authorizerEndProof,
                    detail: fault.phrase(incident.authorizerRun))
            },
            { incident in
                guard let line = incident.trace.authorizerLine(holding: "Authorizer result body before parsing"),
                    incident.endedInAuthorizer || (incident.status ?? 500) >= 500,
                    let error = ErrorReader.document(line)
                else { return nil }
                return Sign(
                    .line, .certain,
                    [line.proof("the authorizer answered with an error", around: "errorType")] + incident.authorizerEndProof,
                    detail: RunFault.told(type: error.type, message: error.message).phrase(incident.authorizerRun))
            },
            { incident in
                let words = "Lambda execution failed with status 200 due to customer function error: "
                guard let line = incident.trace.authorizerLine(holding: words), !incident.functionAnswered,
                    incident.endedInAuthorizer || incident.row["integration.requestId"] == nil
                else { return nil }
                return Sign(
                    .line, .certain, [line.proof("the authorizer's function failed")] + incident.authorizerEndProof,
                    detail: line.message.text(between: words, and: ". Lambda request id: ", last: true).map {
                        RunFault.told(type: nil, message: $0).phrase(incident.authorizerRun)
                    })
            },
            { incident in
                // The run failed by its facts, though no line of it could be quoted.
                guard incident.endedInAuthorizer, let run = incident.authorizerRun, run.failed else { return nil }
                return Sign(.type, .certain, incident.authorizerEndProof)
            },
        ],
        sentence: { incident, sign in
            "\(incident.authorizer.capitalized) \(sign.detail ?? "failed"), so the request never reached the function; "
                + "\(incident.clientGot)."
        })
}

extension Incident {
    /// The gateway says that its authorizer could not decide.
    var endedInAuthorizer: Bool {
        responseType?.hasPrefix("AUTHORIZER_") ?? false || trace.authorizerLine(holding: "Authorizer error") != nil
    }

    /// The gateway's word for it: its line, else its response type.
    var authorizerEndProof: [ProofLine] {
        if let line = trace.authorizerLine(holding: "Authorizer error") {
            return [line.proof("the gateway ended the request there")]
        }
        return responseType?.hasPrefix("AUTHORIZER_") ?? false
            ? responseTypeProof("the gateway's response type for an authorizer that failed") : []
    }
}
