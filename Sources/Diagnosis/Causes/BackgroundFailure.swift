// function / background-failure: a failing run that no gateway request called (queue, schedule, event).

import Model

extension CauseRule {
    static let backgroundFailure = CauseRule(
        .backgroundFailure,
        signs: [
            { incident in
                guard incident.view == nil, let fault = incident.fault else { return nil }
                return Sign(
                    .line, incident.mayHaveRequest ? .likely : fault.confidence, fault.proof, detail: fault.phrase)
            }
        ],
        sentence: { incident, sign in
            let attempt = incident.run.map { $0.attempt > 1 ? " on attempt \($0.attempt)" : "" } ?? ""
            let caller =
                incident.mayHaveRequest
                ? "no log tells which request through API Gateway had called it, if any"
                : "no request through API Gateway had called it"
            return "\(incident.function.capitalized) \(sign.detail ?? "failed")\(attempt); \(caller)."
        })
}
