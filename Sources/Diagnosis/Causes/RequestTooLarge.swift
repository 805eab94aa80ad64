// gateway / request-too-large: the request is larger than the gateway takes.

import Model

extension CauseRule {
    static let requestTooLarge = CauseRule(
        .requestTooLarge,
        signs: [
            responseType("REQUEST_TOO_LARGE", "the gateway's response type for a request over its size limit"),
            statusAndMessage(
                413, ["Request Too Long", "Request Entity Too Large", "Request Too Large"],
                "the gateway's text for a request over its size limit"),
        ],
        sentence: { incident, _ in
            "API Gateway refused \(incident.call) because it is larger than the gateway takes; \(incident.clientGot)."
        })
}
