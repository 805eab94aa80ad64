// function / handled-error: the function ran well and itself answered with a server error.

import Model

extension CauseRule {
    static let handledError = CauseRule(
        .handledError,
        signs: [
            { incident in
                guard let status = incident.status, status >= 500, incident.answeredItself(status) else { return nil }
                return Sign(
                    .type, incident.runIsSurelyHealthy || incident.row.serviceStatus == 200 ? .certain : .likely,
                    incident.loggedErrorProof
                        + incident.row.proof("the function itself answered \(status)", around: "\(status)")
                        + incident.healthyProof)
            },
            { incident in
                guard let status = incident.status, status >= 500, let line = incident.bodyStatusLine(status) else { return nil }
                return Sign(
                    .line, .certain,
                    incident.loggedErrorProof + [line.proof("the function itself answered \(status)", around: "statusCode")])
            },
            { incident in
                guard let status = incident.status, status >= 500, incident.passedOn else { return nil }
                let line = incident.trace.line(holding: "Successfully completed execution")
                return Sign(
                    .type, incident.runIsSurelyHealthy ? .certain : .likely,
                    incident.loggedErrorProof
                        + (line.map { [$0.proof("the gateway passed the function's answer on as it was")] } ?? []))
            },
            { incident in
                // A REST API answers 502 for an answer in a wrong form, so any other 5xx of a healthy run is its own; an HTTP
                // API answers 500 for both, so there the function must have logged an error too.
                guard let status = incident.status, status >= 500, incident.runIsHealthy, incident.responseType == nil,
                    incident.row.functionStatus == nil, incident.row.integrationError == nil,
                    incident.kind == .http || incident.kind == .webSocket || status != 502,
                    incident.kind == .rest || incident.row.logs("integration.error") || incident.logged != nil
                else { return nil }
                return Sign(.status, .likely, incident.loggedErrorProof + incident.healthyProof)
            },
        ],
        sentence: { incident, _ in
            let error = incident.logged.flatMap { errorName(type: $0.error.type, message: $0.error.message) }
            let after = error.map { " after it had logged \u{201C}\($0)\u{201D}" } ?? ""
            let status = incident.status.map { "\($0)" } ?? "an error"
            return "\(incident.function.capitalized) reported success to Lambda but answered \(status)\(after); "
                + "\(incident.clientGot)."
        })
}

extension Incident {
    /// Service fine, function's status equal to the client's, no platform error: the answer is the function's own.
    func answeredItself(_ status: Int) -> Bool {
        guard row.functionStatus == status, functionFault == nil, gatewayFault == nil, responseType == nil,
            trace.endpointURI?.holds("lambda") ?? !rowNamesNoLambda
        else { return false }
        if let service = row.serviceStatus, service != 200, run == nil { return false }
        return true
    }

    /// The template logs Lambda's request id and status, and the row has neither: what answered is no function. Rows of WebSocket
    /// APIs leave both unset after a function ran as well.
    var rowNamesNoLambda: Bool {
        guard kind == .rest || kind == .http, run == nil else { return false }
        return row.logs("integration.requestId") && row["integration.requestId"] == nil
            && row.logs("integration.integrationStatus") && row.serviceStatus == nil
    }

    /// The line with the function's answer, when the execution log holds bodies.
    func bodyStatusLine(_ status: Int) -> EvidenceLine? {
        guard let body = trace.responseBody, passedOn, JSONText(body.message).integer("statusCode") == status else { return nil }
        return body
    }

    /// The gateway completed the execution: what the client got came from the integration.
    var passedOn: Bool {
        functionFault == nil && gatewayFault == nil && responseType == nil
            && trace.line(holding: "Successfully completed execution") != nil
            && trace.endpointURI?.holds("lambda") ?? functionCalled
    }

    var loggedErrorProof: [ProofLine] {
        guard let found = logged else { return [] }
        return [found.block.head.proof("the last error that the function logged", around: found.error.type)]
    }

    var healthyProof: [ProofLine] {
        guard let report = functionLines.last(where: { $0.isReport }) else { return [] }
        return [report.proof("the platform reports no error for the run")]
    }
}
