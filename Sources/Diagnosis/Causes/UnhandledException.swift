// function / unhandled-exception: the code threw an error that nothing caught.

import Model

extension CauseRule {
    static let unhandledException = CauseRule(
        .unhandledException,
        signs: [{ incident in incident.fault(.exception) }],
        sentence: { incident, sign in
            "\(incident.function.capitalized) \(sign.detail ?? "failed"); \(incident.clientGot)."
        })
}
