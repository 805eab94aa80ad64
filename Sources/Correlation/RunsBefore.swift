// A death without a trace is told by what went before it: the earlier runs of the same container.

import Model

extension JoinedNight {
    /// For every run that ran out of time or memory or lost its process. A container is a log stream, and runs are in order of start.
    func runsBeforeDeaths() -> [Int32: [Int32]] {
        let deaths = invocations.indices.filter { invocations[$0].diedSilently && !invocations[$0].stream.isNone }
        guard !deaths.isEmpty else { return [:] }
        let containers = Set(deaths.map { Container(invocations[$0]) })
        var latest: [Container: [Int32]] = [:]
        var before: [Int32: [Int32]] = [:]
        // Nearly all runs are of other streams, and to look a container up takes longer than to look at a run.
        var isNamed = [Bool](repeating: false, count: names.texts.count)
        for container in containers { isNamed[Int(container.stream.index)] = true }
        for (place, run) in invocations.enumerated() where isNamed[Int(run.stream.index)] {
            let container = Container(run)
            guard containers.contains(container) else { continue }
            var runs = latest[container] ?? []
            if run.diedSilently, !runs.isEmpty { before[Int32(place)] = runs }
            if runs.count == mostRuns { runs.removeFirst() }
            runs.append(Int32(place))
            latest[container] = runs
        }
        return before
    }
}

private let mostRuns = 5

private struct Container: Hashable {
    var group: Name
    var stream: Name

    init(_ run: InvocationFact) {
        group = run.logGroup
        stream = run.stream
    }
}

extension InvocationFact {
    fileprivate var diedSilently: Bool {
        fault == .timeout || fault == .outOfMemory || fault == .processExit || status == .timeout
    }
}
