// unknown / unknown: no sign was strong enough to name a cause.

import Model

extension CauseRule {
    static let unknown = CauseRule(
        .unknown,
        signs: [
            { incident in
                let line =
                    incident.trace.gateway.last { $0.message.hasPrefix("Execution failed") }
                    ?? incident.trace.line(holding: "Method completed with status")
                let row = incident.row.proof("all that the access log says of the request")
                let rest = line.map { [$0.proof("all that the execution log says of the end")] } ?? []
                let run = incident.functionLines.last { $0.isReport }.map { [$0.proof("the run that was read")] } ?? []
                return Sign(.status, .likely, row + rest + run)
            }
        ],
        sentence: { incident, _ in
            if incident.status == 502, incident.row.serviceStatus == 200 {
                return "\(incident.function.capitalized) either failed or answered in a wrong form, and no log that was read "
                    + "tells which; \(incident.clientGot)."
            }
            guard let status = incident.status else { return "Something failed, and no log that was read tells what." }
            return "The client got \(status) for \(incident.call), and no log that was read tells which layer failed."
        })
}
