// authorizer / access-denied: a policy said Deny.

import Model

extension CauseRule {
    static let accessDenied = CauseRule(
        .accessDenied,
        signs: [
            { incident in
                let words = "The client is not authorized to perform this operation"
                guard let line = incident.trace.authorizerLine(holding: words) else { return nil }
                return Sign(.line, .certain, [line.proof("a policy denied the request")])
            },
            { incident in
                // "Using valid authorizer policy" is logged for Deny as well: only the policy itself tells.
                guard incident.status == 403, !incident.functionCalled,
                    let line = incident.trace.authorizerLine(holding: "Authorizer result body before parsing"),
                    line.message.holds("\"Deny\"") || line.message.holds("\"isAuthorized\":false")
                else { return nil }
                return Sign(.line, .certain, [line.proof("the policy that the authorizer returned", around: "\"Effect\"")])
            },
            responseType("ACCESS_DENIED", "the gateway's response type for a policy that says Deny"),
            { incident in
                guard incident.status == 403, !incident.functionCalled, incident.row["authorize.error"] != nil
                else { return nil }
                return Sign(.status, .likely, incident.row.proof("the authorization step failed", around: "authorize"))
            },
            statusAndMessage(
                403, ["User is not authorized to access this resource", "is not authorized to perform: execute-api"],
                "the gateway's text for a policy that says Deny"),
            { incident in
                // A JWT authorizer of an HTTP API refuses a token without the route's scope.
                guard incident.status == 403, incident.responseType == nil, !incident.functionCalled,
                    let reason = incident.row.authorizerReason
                else { return nil }
                return Sign(.status, .likely, incident.row.proof("the authorizer's reason", around: reason))
            },
            { incident in
                guard incident.status == 403, incident.responseType == nil, !incident.functionCalled,
                    let line = incident.trace.authorizerLine(holding: "Successfully completed authorizer execution")
                else { return nil }
                return Sign(.status, .likely, [line.proof("the authorizer answered, and the request went no further")])
            },
        ],
        sentence: { incident, _ in
            let who = incident.authorizerRan ? "A policy of \(incident.authorizer)" : "An access policy"
            return "\(who) denied \(incident.call); \(incident.clientGot)."
        })
}
