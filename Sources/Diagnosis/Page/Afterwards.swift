// The second clock: what the function did after the gateway had stopped waiting.

import Model

extension Incident {
    func afterwards(_ cause: Cause) -> String? {
        guard cause == .integrationTimeout else { return nil }
        let subject = function.capitalized
        guard let run else {
            return view?.joined.calledFunction ?? false
                ? "The log of \(function) was not read, so what it did afterwards is not known."
                : "No run of \(function) was found, so what it did afterwards is not known."
        }
        guard run.hasReport || run.end.isKnown else {
            return "\(subject) was still running at the end of the logs."
        }
        let when = run.end.isKnown ? distance(to: run.end) : nil
        switch functionFault?.kind {
        case .timeout: return "\(subject) ran into its own time limit\(when ?? " afterwards")."
        case nil: return "\(subject) finished without an error\(when ?? " afterwards")."
        case _: return "\(subject) failed\(when ?? " afterwards")."
        }
    }

    /// ` 2.314 s after the gateway had answered, at 09:14:36.128 UTC`.
    private func distance(to end: Timestamp) -> String? {
        let at = ", at \(DisplayZone.utc.clock(end)) UTC"
        guard let stop = gatewayEnd else { return at }
        let late = end - stop
        let span = seconds(abs(late))
        return late >= 0 ? " \(span) after the gateway had answered\(at)" : " \(span) before the gateway answered\(at)"
    }

    /// When the gateway answered: receipt and latency, else the execution log's last line.
    private var gatewayEnd: Timestamp? {
        if let access = view?.access, access.time.isKnown, !access.timeIsWholeSeconds {
            let took = access.latencyMs >= 0 ? access.latencyMs : access.integrationLatencyMs
            if took >= 0 { return access.time + Int64(took) }
        }
        if let last = view?.execution?.lastTime, last.isKnown { return last }
        return nil
    }
}
