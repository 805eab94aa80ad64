// Traces that were fetched twice.

import Model

extension MergedFacts {
    /// A trace that was fetched twice; the fuller one stays, because segments arrive for some minutes.
    mutating func dropRepeatedTraces() {
        struct Key: Hashable {
            var trace: ID128
            var request: ID128
            var run: ID128
        }
        var kept: [Key: Int] = [:]
        var unique: [TraceFact] = []
        for trace in traces {
            let run = trace.requestID.isNone ? trace.runs.first?.id ?? .none : .none
            let key = Key(trace: trace.traceID, request: trace.requestID, run: run)
            guard let place = kept[key] else {
                kept[key] = unique.count
                unique.append(trace)
                continue
            }
            if trace.weight > unique[place].weight { unique[place] = trace }
        }
        traces = unique
    }
}

extension TraceFact {
    fileprivate var weight: Int { runs.reduce(0) { $0 + 1 + $1.calls.count } }
}
