// gateway / api-key-rejected: the method asks for an API key, and the request's key is missing or not known.

import Model

extension CauseRule {
    static let apiKeyRejected = CauseRule(
        .apiKeyRejected,
        signs: [
            { incident in
                // The healthy line reads "authorized because method ... does not require API Key".
                guard let line = incident.trace.line(holding: " not authorized because "),
                    line.message.holds("requires API Key")
                else { return nil }
                return Sign(.line, .certain, [line.proof("the key check of the gateway failed")])
            },
            responseType("INVALID_API_KEY", "the gateway's response type for a missing or unknown API key"),
        ],
        sentence: { incident, _ in
            "API Gateway refused \(incident.call) because its API key is missing, unknown or in no usage plan; "
                + "\(incident.clientGot)."
        })
}
