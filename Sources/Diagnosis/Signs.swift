// The kinds of sign that many causes share.

import Model

/// The gateway named this response type, in the access row or in the execution log.
func responseType(_ type: String, _ meaning: String) -> @Sendable (Incident) -> Sign? {
    { incident in
        guard incident.responseType == type else { return nil }
        return Sign(.type, .certain, incident.responseTypeProof(meaning))
    }
}

/// A line of the gateway's execution log, outside the authorizer's block, holds these words.
func executionLine(_ words: String, _ meaning: String) -> @Sendable (Incident) -> Sign? {
    { incident in
        guard let line = incident.trace.line(holding: words) else { return nil }
        return Sign(.line, .certain, [line.proof(meaning, around: words)])
    }
}

/// A line in which the gateway quotes Lambda's service holds these words.
func quotation(_ kind: String, _ words: String, _ meaning: String) -> @Sendable (Incident) -> Sign? {
    { incident in
        guard incident.trace.customerErrorLine == nil, let line = incident.trace.quotation(kind, holding: words) else {
            return nil
        }
        return Sign(.line, .certain, [line.proof(meaning, around: words)])
    }
}

/// The integration's error in the access row holds these words, and they are the gateway's own.
func integrationError(_ words: String, _ meaning: String) -> @Sendable (Incident) -> Sign? {
    { incident in
        guard let text = incident.row.gatewayError, text.holds(words) else { return nil }
        return Sign(.line, .certain, incident.row.proof(meaning, around: words))
    }
}

/// Status and message of the row agree, no response type contradicts them, and no function was called.
func statusAndMessage(_ status: Int, _ messages: [String], _ meaning: String) -> @Sendable (Incident) -> Sign? {
    { incident in
        guard incident.status == status, incident.responseType == nil, !incident.functionAnswered,
            let message = incident.row.message, let words = messages.first(where: { message.holds($0) })
        else { return nil }
        return Sign(.status, .likely, incident.row.proof(meaning, around: words))
    }
}
