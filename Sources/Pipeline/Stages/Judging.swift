// Second reading and verdicts: the lines of the failures are quoted, and each failure is judged by them.

import Correlation
import Diagnosis
import Ingest
import Model
import Synchronization

/// Failures in order of time, then id, with the candidate each was made from.
struct Judged: Sendable {
    var candidates: [FailureCandidate]
    var failures: [Failure]
    /// Places of inputs that were not the same files at both readings; their lines are not among the failures'.
    var changedInputs: [Int]
}

func judge(
    _ candidates: [FailureCandidate], in night: JoinedNight, inputs: [Input], settings: Settings, reporter: @escaping Reporter
) async -> Judged {
    let (lines, changed) = await collectLines(candidates, in: night, inputs: inputs, settings: settings, reporter: reporter)
    reporter(.began(.judging, total: candidates.count))
    let evidence = evidence(for: candidates, in: night, collected: lines)
    let chunk = 64
    let chunks = (candidates.count + chunk - 1) / chunk
    let judged = Mutex<[Failure]>([])
    await inOrder(chunks, jobs: settings.jobs) { index in
        let places = index * chunk..<min((index + 1) * chunk, candidates.count)
        let failures = places.map { diagnose(candidates[$0], in: night, evidence: evidence[$0]) }
        reporter(.advanced(.judging, units: failures.count, bytes: 0))
        return failures
    } take: { failures in
        judged.withLock { $0 += failures }
    }
    let failures = judged.withLock { $0 }
    reporter(.ended(.judging))
    guard failures.count == candidates.count else { return Judged(candidates: [], failures: [], changedInputs: []) }
    let order = failures.indices.sorted {
        (failures[$0].time, failures[$0].id, $0) < (failures[$1].time, failures[$1].id, $1)
    }
    return Judged(
        candidates: order.map { candidates[$0] }, failures: uniqueIDs(order.map { failures[$0] }), changedInputs: changed)
}

/// An id is a file name: requests that share a client-chosen id are told apart by a number, in order of time.
private func uniqueIDs(_ failures: [Failure]) -> [Failure] {
    var seen: [String: Int] = [:]
    return failures.map { failure in
        var failure = failure
        let number = seen[failure.id, default: 0] + 1
        seen[failure.id] = number
        if number > 1 { failure.id += "_\(number)" }
        return failure
    }
}

private func collectLines(
    _ candidates: [FailureCandidate], in night: JoinedNight, inputs: [Input], settings: Settings, reporter: @escaping Reporter
) async -> (lines: [CollectedLine], changed: [Int]) {
    let wanted = wantedEvidence(for: candidates, in: night, inputs: inputs.count)
    let places = wanted.indices.filter { !wanted[$0].isEmpty }
    reporter(.began(.collecting, total: places.count))
    let lines = Mutex<[CollectedLine]>([])
    let changed = Mutex<[Int]>([])
    await inOrder(places.count, jobs: settings.jobs) { index in
        let input = inputs[places[index]]
        let found = collect(wanted[places[index]], from: input)
        reporter(.advanced(.collecting, units: 1, bytes: 0))
        // Looked at behind the reading: whatever happened before its last byte is seen.
        return (place: places[index], lines: input.hasChanged ? nil : found)
    } take: { (found: (place: Int, lines: [CollectedLine]?)) in
        if let more = found.lines { lines.withLock { $0 += more } } else { changed.withLock { $0.append(found.place) } }
    }
    reporter(.ended(.collecting))
    return (lines.withLock { $0 }, changed.withLock { $0 })
}
