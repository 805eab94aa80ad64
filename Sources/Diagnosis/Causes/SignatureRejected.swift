// gateway / signature-rejected: an AWS signature was wrong, or its token had expired.

import Model

extension CauseRule {
    static let signatureRejected = CauseRule(
        .signatureRejected,
        signs: [
            responseType("INVALID_SIGNATURE", "the gateway's response type for a signature that does not match"),
            responseType("EXPIRED_TOKEN", "the gateway's response type for an expired token"),
            statusAndMessage(
                403,
                [
                    "The request signature we calculated does not match", "The security token included in the request",
                    "Signature expired", "Signature not yet current",
                ],
                "the gateway's text for a signature it does not accept"),
            { incident in
                guard incident.status == 403, incident.row["authenticate.error"] != nil, !incident.functionCalled else {
                    return nil
                }
                return Sign(.status, .likely, incident.row.proof("the authentication step failed", around: "authenticate"))
            },
        ],
        sentence: { incident, _ in
            let what =
                incident.responseType == "EXPIRED_TOKEN"
                ? "its security token had expired" : "its AWS signature was not valid"
            return "API Gateway refused \(incident.call) because \(what); \(incident.clientGot)."
        })
}
