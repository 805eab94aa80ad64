// The door of this room: a joined request and its evidence in, a failure with its verdict out.

package import Model

/// Judges one candidate. Pure: candidates can be judged in any order and in parallel.
package func diagnose(_ candidate: FailureCandidate, in night: JoinedNight, evidence: Evidence) -> Failure {
    Failure(
        id: "", time: .unknown, verdict: Verdict(cause: .unknown, confidence: .likely, sentence: "", proof: []))
}

/// Puts failures together by fingerprint. Sets each failure's `group`; groups come by count, then id.
package func groupFailures(_ failures: inout [Failure]) -> [FailureGroup] { [] }
