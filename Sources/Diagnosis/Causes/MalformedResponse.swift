// response / malformed-response: the function answered in a form that the gateway cannot turn into a response.

import Model

extension CauseRule {
    static let malformedResponse = CauseRule(
        .malformedResponse,
        signs: [
            { incident in
                let words = "Malformed Lambda proxy response"
                guard let line = incident.trace.line(holding: words) else { return nil }
                let body = incident.trace.responseBody.map { [$0.proof("what the function returned")] } ?? []
                return Sign(.line, .certain, [line.proof("the gateway could not read the function's answer")] + body)
            },
            integrationError("Malformed Lambda proxy response", "the gateway could not read the function's answer"),
            integrationError("match the format that API Gateway expects", "the gateway could not read the function's answer"),
            { incident in
                // REST: 502 for a healthy run can only mean its answer. HTTP APIs answer 500, which the function may have said.
                guard incident.status == 502, incident.runIsHealthy, incident.row.functionStatus != 502, !incident.passedOn,
                    incident.kind != .http
                else { return nil }
                return Sign(
                    .type, .likely,
                    incident.row.proof("the gateway answered 502") + incident.healthyProof)
            },
            { incident in
                // HTTP APIs answer 500 for it, and the row then holds the status that the function had given.
                guard incident.kind == .http, incident.status == 500, incident.runIsHealthy,
                    let own = incident.row.functionStatus, (200..<400).contains(own)
                else { return nil }
                return Sign(
                    .type, .likely,
                    incident.row.proof("the function answered \(own), the gateway 500", around: "integration")
                        + incident.healthyProof)
            },
        ],
        sentence: { incident, _ in
            "\(incident.function.capitalized) returned an answer that API Gateway could not turn into a response; "
                + "\(incident.clientGot)."
        })
}
