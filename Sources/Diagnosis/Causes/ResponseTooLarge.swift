// response / response-too-large: the answer is larger than Lambda or the gateway carries.

import Model

extension CauseRule {
    static let responseTooLarge = CauseRule(
        .responseTooLarge,
        signs: [
            { incident in incident.fault(.responseTooLarge) },
            executionLine("is larger than allowed maximum", "the gateway carries no answer of that size"),
            executionLine("body size is too long", "the gateway carries no answer of that size"),
            integrationError("is larger than allowed maximum", "the gateway carries no answer of that size"),
        ],
        sentence: { incident, _ in
            "\(incident.function.capitalized) returned an answer larger than can be carried; \(incident.clientGot)."
        })
}
