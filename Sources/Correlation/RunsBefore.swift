// A death without a trace is told by what went before it: the earlier runs of the same container.

import Model

extension JoinedNight {
    /// For every run that ran out of time or memory or lost its process. A container is a log stream, and runs are in order of start.
    func runsBeforeDeaths() -> [Int32: [Int32]] {
        let containers = Set(
            invocations.records.lazy.filter(\.diedSilently).map { Container(invocations.shapes[Int($0.shape)]) }
                .filter { !$0.stream.isNone })
        guard !containers.isEmpty else { return [:] }
        let isNamed = invocations.shapes.map { containers.contains(Container($0)) }
        var latest: [Container: [Int32]] = [:]
        var before: [Int32: [Int32]] = [:]
        for (place, run) in invocations.records.enumerated() where isNamed[Int(run.shape)] {
            let container = Container(invocations.shapes[Int(run.shape)])
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

    init(_ shape: InvocationShape) {
        group = shape.logGroup
        stream = shape.stream
    }
}

extension InvocationRecord {
    fileprivate var diedSilently: Bool {
        fault == .timeout || fault == .outOfMemory || fault == .processExit || status == .timeout
    }
}
