// gateway / integration-misconfigured: mapping, endpoint address or role of the integration is wrong.

import Model

extension CauseRule {
    static let integrationMisconfigured = CauseRule(
        .integrationMisconfigured,
        signs: [
            { incident in
                let words = "Execution failed due to configuration error: "
                guard
                    let line = incident.trace.gateway.first(where: {
                        $0.message.hasPrefix(words) && !isNamedElsewhere($0.message)
                    })
                else { return nil }
                return Sign(
                    .line, .certain, [line.proof("what is wrong with the integration")],
                    detail: line.message.text(after: words))
            },
            executionLine("Lambda invocation failed with status: 404", "Lambda knows no such function"),
            { incident in
                let words = "Execution failed due to configuration error: "
                guard let text = incident.row.gatewayError, text.holds(words), !isNamedElsewhere(text) else { return nil }
                return Sign(
                    .line, .certain, incident.row.proof("what is wrong with the integration", around: words),
                    detail: text.text(after: words))
            },
            responseType("API_CONFIGURATION_ERROR", "the gateway's response type for an integration it cannot use"),
        ],
        sentence: { incident, sign in
            let reason = sign.detail.map { " (\($0.shortened()))" } ?? ""
            return "API Gateway could not use the integration of \(incident.call) as it is configured\(reason); "
                + "\(incident.clientGot)."
        })
}

/// Configuration errors that are causes of their own.
private func isNamedElsewhere(_ text: String) -> Bool {
    ["Malformed Lambda proxy response", "Rate Exceeded", "Invalid permissions on Lambda function", "Authorizer error"]
        .contains { text.holds($0) }
}
