// gateway / invalid-parameters: a required parameter or header was missing.

import Model

extension CauseRule {
    static let invalidParameters = CauseRule(
        .invalidParameters,
        signs: [
            { incident in
                let words = "Missing required request parameters"
                guard let line = incident.trace.line(holding: words) else { return nil }
                return Sign(
                    .line, .certain, [line.proof("the parameters that were missing", around: words)],
                    detail: line.message.text(between: "[", and: "]"))
            },
            { incident in
                guard incident.responseType == "BAD_REQUEST_PARAMETERS" else { return nil }
                return Sign(
                    .type, .certain,
                    incident.responseTypeProof("the gateway's response type for missing or invalid parameters"),
                    detail: incident.row.message?.text(between: "[", and: "]"))
            },
            statusAndMessage(
                400, ["Missing required request parameters"], "the gateway's text for parameters that were missing"),
        ],
        sentence: { incident, sign in
            let reason = sign.detail.map { " (\($0.shortened()))" } ?? ""
            return "API Gateway refused \(incident.call) because required parameters are missing\(reason); "
                + "\(incident.clientGot)."
        })
}
