// function / process-exited: the process ended before it answered, and not for memory.

import Model

extension CauseRule {
    static let processExited = CauseRule(
        .processExited,
        signs: [{ incident in incident.fault(.exit) }],
        sentence: { incident, sign in
            "\(incident.function.capitalized) \(sign.detail ?? "failed"); \(incident.clientGot)."
        })
}
