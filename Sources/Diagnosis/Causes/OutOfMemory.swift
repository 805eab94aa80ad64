// function / out-of-memory: the run used all the memory it was given.

import Model

extension CauseRule {
    static let outOfMemory = CauseRule(
        .outOfMemory,
        signs: [{ incident in incident.fault(.memory) }],
        sentence: { incident, sign in
            "\(incident.function.capitalized) \(sign.detail ?? "failed"); \(incident.clientGot)."
        })
}
