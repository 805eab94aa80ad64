// The last sign of life of a run that ended without a trace.

import Model

extension Incident {
    /// The last line that the function printed before its run was ended, and the silence after it.
    func lastSign(_ cause: Cause) -> LastSign? {
        let isAuthorizer = cause == .authorizerCrashed
        let lines = isAuthorizer ? evidence.authorizer : functionLines
        guard let fault = isAuthorizer ? authorizerFault : functionFault, fault.event == nil,
            isAuthorizer || cause.layer == .function || cause == .integrationTimeout
        else { return nil }
        switch fault.kind {
        case .timeout, .memory, .exit: break
        case .exception, .initialization, .responseTooLarge: return nil
        }
        let end = endOfRun(isAuthorizer ? authorizerRun : run, lines)
        let sign =
            lines.last { $0.source == .functionLog && (!end.isKnown || $0.time <= end) }
            ?? lines.first { $0.text.hasPrefix("START ") || $0["type"] == "platform.start" }
        guard let sign else { return nil }
        var last = LastSign(
            place: sign.place, text: sign.message, time: sign.time,
            silenceMs: end.isKnown && sign.time.isKnown ? max(0, end - sign.time) : nil)
        last.earlierRuns = (isAuthorizer ? runsBeforeAuthorizer : runsBefore).map { run in
            EarlierRun(
                id: run.id.text ?? run.id.hex, start: run.start, durationMs: run.durationMs,
                memoryUsedMB: run.memoryUsedMB < 0 ? nil : Int(run.memoryUsedMB), failed: run.failed)
        }
        return last
    }

    private func endOfRun(_ run: InvocationFact?, _ lines: [EvidenceLine]) -> Timestamp {
        if let end = run?.end, end.isKnown { return end }
        return lines.last { $0.source == .platformLog }?.time ?? .unknown
    }
}
