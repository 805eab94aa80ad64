// edge / waf-blocked: AWS WAF refused the request before the API looked at it.

import Model

extension CauseRule {
    static let wafBlocked = CauseRule(
        .wafBlocked,
        signs: [
            responseType("WAF_FILTERED", "the gateway's response type for a request that WAF blocked"),
            { incident in
                guard incident.row["wafResponseCode"] == "WAF_BLOCK" else { return nil }
                return Sign(.type, .certain, incident.row.proof("WAF's own decision", around: "WAF_BLOCK"))
            },
            { incident in
                guard incident.status == 403, incident.row.number("waf.status") == 403, !incident.functionCalled else {
                    return nil
                }
                return Sign(.status, .likely, incident.row.proof("WAF answered 403, and so did the gateway"))
            },
        ],
        sentence: { incident, _ in "AWS WAF blocked \(incident.call) before the API looked at it; \(incident.clientGot)." })
}
