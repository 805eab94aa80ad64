// gateway / throttled: the gateway's own rate or burst limit was reached.

import Model

extension CauseRule {
    static let throttled = CauseRule(
        .throttled,
        signs: [
            executionLine("Key throttle limit exceeded", "the limit that was reached, with its rate and burst"),
            executionLine("has exceeded throttle limit", "the limit that was reached"),
            responseType("THROTTLED", "the gateway's response type for a rate limit"),
            statusAndMessage(429, ["Too Many Requests"], "the gateway's text for a rate limit"),
        ],
        sentence: { incident, _ in
            "API Gateway turned \(incident.call) away because a rate limit was reached; \(incident.clientGot)."
        })
}
