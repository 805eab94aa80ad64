// function / init-failed: the function could not start: import, syntax, handler, crash or time-out of its init.

import Model

extension CauseRule {
    static let initFailed = CauseRule(
        .initFailed,
        signs: [{ incident in incident.fault(.initialization) }],
        sentence: { incident, sign in
            "\(incident.function.capitalized) \(sign.detail ?? "failed"); \(incident.clientGot)."
        })
}
