// Rung 5 with X-Ray segments at hand: which runs of a trace a request called, and as what.

import Model

extension Join {
    /// A trace belongs to the request whose id its gateway segment carries, when no other request or trace has that id.
    mutating func pairWithTraces() {
        guard !facts.traces.isEmpty else { return }
        var byRequest: [ID128: Int32] = [:]
        for (place, trace) in facts.traces.enumerated() where !trace.requestID.isNone {
            byRequest[trace.requestID] = byRequest[trace.requestID] == nil ? Int32(place) : -1
        }
        var owners: [Int32: Int] = [:]
        for place in requests.indices {
            let view = view(requests[place])
            let id = view.access.map(\.requestID) ?? view.execution?.requestID ?? .none
            guard !id.isNone, let trace = byRequest[id], trace >= 0 else { continue }
            if let other = owners[trace] {
                requests[other].trace = -1
            } else {
                owners[trace] = place
                requests[place].trace = trace
            }
        }
    }

    mutating func linkBySegments() {
        guard !facts.traces.isEmpty else { return }
        noteAuthorizers()
        for place in requests.indices where requests[place].trace >= 0 && requests[place].link == nil {
            let view = view(requests[place])
            guard let called = integrationInTrace(of: view) else { continue }
            requests[place].calledFunction = true
            if let run = invocation(called.id), !taken[Int(run)] { link(place, to: run, by: .traceID) }
        }
    }

    /// A trace names its runs and not their parts, so a function that is known to authorize is never taken for an integration.
    private mutating func noteAuthorizers() {
        for execution in facts.executions { authorizers.insert(execution.authorizerFunction) }
        for row in facts.access.records where row.extras >= 0 {
            let named = facts.accessExtras.accessExtras(at: row.extras).authorizerID
            if !named.isNone, let run = invocation(named) { authorizers.insert(facts.function(of: Int(run))) }
        }
        authorizers.remove(.none)
    }

    /// The run that authorized the request; `.none` when the trace does not tell.
    func authorizerInTrace(of view: RequestView) -> ID128 {
        guard let trace = view.trace else { return .none }
        let integration = integrationInTrace(of: view)?.id
        let others = trace.runs.filter { $0.id != integration }
        if let told = others.first(where: { $0.isAuthorizer || authorizers.contains($0.function) }) { return told.id }
        guard others.count == 1 else { return .none }
        // With the integration known, or known never to have been called, what is left is the authorizer.
        return integration != nil || endedBeforeFunction(view) ? others[0].id : .none
    }

    /// An authorizer has answered before the integration is called.
    private func integrationInTrace(of view: RequestView) -> TraceRun? {
        guard let trace = view.trace, !endedBeforeFunction(view) else { return nil }
        let authorizer = view.accessExtras.authorizerID
        let runs = trace.runs.filter {
            !$0.isAuthorizer && !authorizers.contains($0.function) && ($0.id != authorizer || authorizer.isNone)
        }
        if runs.count == 2, runs[0].end.isKnown, runs[0].end <= runs[1].start { return runs[1] }
        return runs.count == 1 ? runs[0] : nil
    }

    /// By its response type, where the row logs one.
    func endedBeforeFunction(_ view: RequestView) -> Bool {
        !view.responseType.isNone && namesBeforeFunction.contains(view.responseType)
    }
}
