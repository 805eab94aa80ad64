// gateway / invalid-body: the body did not match the method's model.

import Model

extension CauseRule {
    static let invalidBody = CauseRule(
        .invalidBody,
        signs: [
            { incident in
                let words = "Request body does not match model schema"
                guard let line = incident.trace.line(holding: words) else { return nil }
                return Sign(
                    .line, .certain, [line.proof("what the model did not accept", around: words)],
                    detail: line.message.text(between: ": [", and: "]", last: true))
            },
            { incident in
                guard incident.responseType == "BAD_REQUEST_BODY" else { return nil }
                return Sign(
                    .type, .certain,
                    incident.responseTypeProof("the gateway's response type for a body that its model does not accept"),
                    detail: incident.validationText)
            },
            { incident in
                guard incident.status == 400, incident.row["error.validationErrorString"] != nil, !incident.functionAnswered,
                    incident.responseType == nil
                else { return nil }
                return Sign(
                    .status, .likely, incident.row.proof("what the model did not accept", around: "validation"),
                    detail: incident.validationText)
            },
            statusAndMessage(400, ["Invalid request body"], "the gateway's text for a body that its model does not accept"),
        ],
        sentence: { incident, sign in
            let reason = sign.detail.map { " (\($0.shortened()))" } ?? ""
            return "API Gateway refused the body of \(incident.call), which does not match the method\u{2019}s model\(reason); "
                + "\(incident.clientGot)."
        })
}

extension Incident {
    /// `[object has missing required properties (["a"])]` without the outer brackets.
    fileprivate var validationText: String? {
        guard let text = row["error.validationErrorString"] else { return nil }
        return text.hasPrefix("[") && text.hasSuffix("]") ? text.slice(1, text.utf8.count - 1) : text
    }
}
