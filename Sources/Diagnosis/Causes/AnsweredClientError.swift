// function / answered-client-error: the function itself answered 4xx, a business outcome.

import Model

extension CauseRule {
    static let answeredClientError = CauseRule(
        .answeredClientError,
        signs: [
            { incident in
                guard let status = incident.status, (400..<500).contains(status), incident.answeredItself(status) else {
                    return nil
                }
                return Sign(
                    .type, .certain, incident.row.proof("the function itself answered \(status)", around: "\(status)"))
            },
            { incident in
                guard let status = incident.status, (400..<500).contains(status), let line = incident.bodyStatusLine(status)
                else { return nil }
                return Sign(.line, .certain, [line.proof("the function itself answered \(status)", around: "statusCode")])
            },
            { incident in
                guard let status = incident.status, (400..<500).contains(status), incident.passedOn,
                    let line = incident.trace.line(holding: "Successfully completed execution")
                else { return nil }
                return Sign(
                    .type, incident.runIsSurelyHealthy ? .certain : .likely,
                    [line.proof("the gateway passed the function's answer on as it was")])
            },
            { incident in
                guard let status = incident.status, (400..<500).contains(status), incident.runIsHealthy,
                    incident.responseType == nil
                else { return nil }
                return Sign(
                    .status, .likely,
                    incident.healthyProof + incident.row.proof("the client got \(status), and the gateway names no error"))
            },
        ],
        sentence: { incident, _ in
            let status = incident.status.map { "\($0)" } ?? "with a client error"
            return "\(incident.function.capitalized) itself answered \(status) to \(incident.call); \(incident.clientGot)."
        })
}
