// gateway / quota-exceeded: the usage plan's quota of the API key is used up.

import Model

extension CauseRule {
    static let quotaExceeded = CauseRule(
        .quotaExceeded,
        signs: [
            executionLine("quota limit exceeded", "the quota check of the gateway failed"),
            responseType("QUOTA_EXCEEDED", "the gateway's response type for a used-up quota"),
            statusAndMessage(429, ["Limit Exceeded"], "the gateway's text for a used-up quota"),
        ],
        sentence: { incident, _ in
            "API Gateway turned \(incident.call) away because the quota of its API key is used up; \(incident.clientGot)."
        })
}
