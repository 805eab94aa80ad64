// The door of this room: a joined request and its evidence in, a failure with its verdict out.
//
// 1. Read once what the logs say: access row, execution trace, faults of the runs (`Incident`).
// 2. Ask every cause, keep the narrowest proof (`Ladder`).
// 3. Fill the page: facts, error, lines with the proofs marked, strip, second clock, last sign of life.

package import Model

/// Judges one candidate. Pure: candidates can be judged in any order and in parallel.
package func diagnose(_ candidate: FailureCandidate, in night: JoinedNight, evidence: Evidence) -> Failure {
    let incident = Incident(candidate, in: night, evidence: evidence)
    let verdict = Ladder.verdict(on: incident)
    var failure = Failure(id: incident.id, time: incident.time, verdict: verdict)
    failure.endpoint = incident.endpoint
    failure.function = incident.functionName
    failure.request = incident.requestDetails
    failure.invocation = incident.invocationDetails(incident.run)
    failure.authorizer = incident.invocationDetails(incident.authorizerRun)
    failure.link = incident.run == nil ? nil : incident.view?.joined.link
    failure.error = incident.error(behind: verdict.cause)
    failure.strip = Strip(incident: incident, verdict: verdict).layers
    failure.afterwards = incident.afterwards(verdict.cause)
    failure.lastSign = incident.lastSign(verdict.cause)
    failure.calls = incident.calls(verdict.cause)
    var lines = Lines.interleaved(evidence)
    Lines.mark(verdict.proof, in: &lines)
    failure.omittedLines = Lines.cut(&lines)
    failure.lines = lines
    return failure
}

extension Incident {
    /// The request's primary id, or the run's; a later attempt of a run has its number behind it.
    fileprivate var id: String {
        if let view { return view.primaryID.hex }
        guard let run else { return ID128.none.hex }
        return run.attempt > 1 ? "\(run.id.hex)-\(run.attempt)" : run.id.hex
    }

    fileprivate var time: Timestamp {
        if let view, view.time.isKnown { return view.time }
        guard let run else { return .unknown }
        return [run.start, run.firstLine, run.end].first { $0.isKnown } ?? .unknown
    }
}
