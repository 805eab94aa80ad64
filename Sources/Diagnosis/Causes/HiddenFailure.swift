// function / hidden-failure: the client saw success although the invocation failed.

import Model

extension CauseRule {
    static let hiddenFailure = CauseRule(
        .hiddenFailure,
        signs: [
            { incident in
                guard let status = incident.status, status < 400, let fault = incident.fault else { return nil }
                return Sign(.line, fault.confidence, fault.proof + incident.successProof, detail: fault.phrase)
            }
        ],
        sentence: { incident, sign in
            "\(incident.function.capitalized) \(sign.detail ?? "failed"), yet \(incident.clientGot)."
        })
}

extension Incident {
    fileprivate var successProof: [ProofLine] {
        guard let status else { return [] }
        let row = row.proof("the client saw success", around: "\(status)")
        if !row.isEmpty { return row }
        return trace.line(holding: "Method completed with status").map { [$0.proof("the client saw success")] } ?? []
    }
}
