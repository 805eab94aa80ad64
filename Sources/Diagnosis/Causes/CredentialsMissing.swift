// authorizer / credentials-missing: the request carried nothing that an authorizer could look at.

import Model

extension CauseRule {
    static let credentialsMissing = CauseRule(
        .credentialsMissing,
        signs: [
            { incident in
                guard let line = incident.trace.authorizerLine(holding: "Unauthorized request"),
                    !incident.authorizerRan
                else { return nil }
                // At level ERROR the authorizer's lines are left out, so only its opened block or the row tells that none ran.
                let opened = incident.trace.authorizerLine(holding: "Starting authorizer") != nil
                return Sign(
                    .line, opened || incident.row.logsAuthorizer ? .certain : .likely,
                    [line.proof("the gateway refused the request without asking the authorizer")])
            },
            { incident in
                guard incident.responseType == "MISSING_AUTHENTICATION_TOKEN", !incident.hasNoRoute else { return nil }
                return Sign(.type, .certain, incident.responseTypeProof("a token is asked for on a route that exists"))
            },
            { incident in
                guard incident.responseType == "UNAUTHORIZED", !incident.authorizerRan, incident.row.authorizerReason == nil
                else { return nil }
                // The gateway's own check of a token (Cognito) leaves no run and maybe no reason either.
                return Sign(
                    .type, .likely, incident.responseTypeProof("refused as unauthorized, and no authorizer ran"))
            },
            { incident in
                guard !incident.authorizerRan, incident.row.authorizerReason == nil, !incident.hasNoRoute else { return nil }
                return statusAndMessage(401, ["Unauthorized"], "the gateway's text for a request without credentials")(incident)
            },
        ],
        sentence: { incident, _ in
            "API Gateway refused \(incident.call) because it carried no credentials that an authorizer could check; "
                + "\(incident.clientGot)."
        })
}

extension Incident {
    /// The authorizer's function, or the gateway's own check of a token, looked at this request.
    var authorizerRan: Bool { authorizerRun != nil || row.authorizerActed || trace.authorizerRan }
}

extension AccessRow {
    /// `authorizer.error` where it says more than that the request was refused.
    var authorizerReason: String? {
        guard let text = self["authorizer.error"], text != "Unauthorized" else { return nil }
        return text
    }
}
