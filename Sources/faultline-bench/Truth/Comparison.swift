// Compares the verdicts of a night with its truth.
//
// 1. A failure that is true but was not found, or was found and is not true, is an error.
// 2. With full evidence every verdict and every join must be right.
// 3. With reduced evidence a verdict may be wrong as long as it does not call itself certain; a join may be missing, not wrong.

import Model

struct Comparison {
    private(set) var full = ConfusionMatrix()
    private(set) var reduced = ConfusionMatrix()
    private(set) var joins: [JoinOutcome: Int] = [:]
    private(set) var rungs: [String: Int] = [:]
    private(set) var errors: [String] = []

    init(_ truths: [TrueFailure], _ failures: [Failure]) {
        var found: [FailureKey: Failure] = [:]
        for failure in failures { found[failure.key] = failure }
        var reducedRuns: Set<String> = []
        var trueKeys: Set<FailureKey> = []
        for truth in truths {
            trueKeys.insert(truth.key)
            if !truth.isFull { reducedRuns.formUnion([truth.run, truth.authorizerRun].compactMap { $0 }) }
            guard let failure = found[truth.key] else {
                errors.append("\(truth.key.id): \(truth.cause) was not found")
                continue
            }
            compareVerdict(truth, failure)
            compareJoin(truth, failure)
        }
        for failure in failures where !trueKeys.contains(failure.key) {
            compareExtra(failure, reducedRuns)
        }
    }

    private mutating func compareVerdict(_ truth: TrueFailure, _ failure: Failure) {
        let told = failure.verdict
        if truth.isFull {
            full.count(truth.cause, told)
        } else {
            reduced.count(truth.cause, told)
        }
        if told.cause.rawValue != truth.cause, truth.isFull || told.confidence == .certain {
            errors.append(
                "\(truth.key.id): \(truth.cause) was told as \(told.cause.rawValue), \(told.confidence.rawValue), with "
                    + "\(truth.evidence) evidence: \(told.sentence)")
        }
    }

    private mutating func compareJoin(_ truth: TrueFailure, _ failure: Failure) {
        guard failure.request != nil else { return }
        let linked = failure.link == nil ? nil : failure.invocation?.id
        let outcome: JoinOutcome =
            if linked == nil { truth.link == nil ? .noneThere : .missing } else { linked == truth.run ? .right : .wrong }
        joins[outcome, default: 0] += 1
        if let link = failure.link { rungs[link.name, default: 0] += 1 }
        if outcome == .wrong || (truth.isFull && (outcome == .missing || failure.link?.name != truth.link)) {
            errors.append(
                "\(truth.key.id): joined to \(linked ?? "nothing") by \(failure.link?.name ?? "nothing") instead of "
                    + "\(truth.run ?? "nothing") by \(truth.link ?? "nothing")")
        }
    }

    /// The run of a request whose ids are gone is a failure of its own, and must not be called certain to have had no request.
    private mutating func compareExtra(_ failure: Failure, _ reducedRuns: Set<String>) {
        let told = failure.verdict
        if failure.request == nil, let run = failure.invocation?.id, reducedRuns.contains(run) {
            reduced.count("run of a request above", told)
            if told.confidence == .certain {
                errors.append("\(run): told as \(told.cause.rawValue), certain, though a request called it")
            }
        } else {
            errors.append("\(failure.key.id): \(told.cause.rawValue) was told of what did not fail")
        }
    }
}

/// What became of the join of a failing request to its run.
enum JoinOutcome: String, CaseIterable {
    case right, wrong, missing
    case noneThere = "no run to find"
}

extension Failure {
    fileprivate var key: FailureKey {
        if let request = request?.extendedID ?? request?.id { return FailureKey(id: request, attempt: 0) }
        return FailureKey(id: invocation?.id ?? id, attempt: invocation?.attempt ?? 1)
    }
}
