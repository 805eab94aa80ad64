// function / background-failure: a failing run that no gateway request called (queue, schedule, event).

import Model

extension CauseRule {
    static let backgroundFailure = CauseRule(
        .backgroundFailure,
        signs: [
            { incident in
                guard incident.view == nil, let fault = incident.fault else { return nil }
                return Sign(.line, fault.confidence, fault.proof, detail: fault.phrase)
            }
        ],
        sentence: { incident, sign in
            let attempt = incident.run.map { $0.attempt > 1 ? " on attempt \($0.attempt)" : "" } ?? ""
            return "\(incident.function.capitalized) \(sign.detail ?? "failed")\(attempt); "
                + "no request through API Gateway had called it."
        })
}
