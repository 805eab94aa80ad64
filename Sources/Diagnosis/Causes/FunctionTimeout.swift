// function / function-timeout: the platform ended the run at the function's time limit.

import Model

extension CauseRule {
    static let functionTimeout = CauseRule(
        .functionTimeout,
        signs: [{ incident in incident.fault(.timeout) }],
        sentence: { incident, sign in
            "\(incident.function.capitalized) \(sign.detail ?? "failed"); \(incident.clientGot)."
        })
}
