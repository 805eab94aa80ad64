// response / integration-timeout: the gateway stopped waiting before the answer came.

import Model

extension CauseRule {
    static let integrationTimeout = CauseRule(
        .integrationTimeout,
        signs: [
            { incident in
                let words = "Execution failed due to a timeout error"
                guard let line = incident.trace.line(holding: words) else { return nil }
                return Sign(.line, .certain, [line.proof("the gateway stopped waiting")] + incident.lateProof)
            },
            { incident in
                guard let text = incident.row.gatewayError, text.holds("timeout error") else { return nil }
                return Sign(
                    .line, .certain,
                    incident.row.proof("the gateway stopped waiting", around: "timeout error") + incident.lateProof)
            },
            { incident in
                guard incident.responseType == "INTEGRATION_TIMEOUT" else { return nil }
                return Sign(
                    .type, .certain,
                    incident.responseTypeProof("the gateway's response type for an answer that did not come in time")
                        + incident.lateProof)
            },
            { incident in
                guard incident.outran else { return nil }
                return Sign(
                    .type, .likely,
                    incident.row.proof("the gateway had answered \(incident.status ?? 504)") + incident.lateProof)
            },
            statusAndMessage(504, ["Endpoint request timed out"], "the gateway's text for an answer that did not come in time"),
            { incident in
                // 29 s is the default limit of REST and WebSocket APIs, 30 s the limit of HTTP APIs.
                guard let status = incident.status, status == 504 || (status == 503 && incident.kind == .http),
                    incident.responseType == nil, !incident.runIsHealthy, incident.row.functionStatus == nil,
                    let waited = incident.waitedMs, waited >= 28_900
                else { return nil }
                return Sign(.status, .likely, incident.row.proof("the gateway waited up to its limit"))
            },
        ],
        sentence: { incident, _ in
            let waited = incident.waitedMs.map { " after \(seconds(Int64($0)))" } ?? ""
            return "API Gateway stopped waiting for \(incident.function)\(waited); \(incident.clientGot)."
        })
}

extension Incident {
    /// The end of the run, which lay after the gateway's answer.
    fileprivate var lateProof: [ProofLine] {
        guard let report = functionLines.last(where: { $0.isReport }) else { return [] }
        return [report.proof("how long the function took", around: "Duration")]
    }
}
