// Failing runs without a request: which of them the gateway may have called all the same.

import Model

extension Join {
    /// The places of failing runs of which the logs cannot rule out that a request called them.
    func mayHaveBeenCalled(among unlinked: [Int]) -> Set<Int> {
        let failing = unlinked.filter { facts.invocations.records[$0].failed }
        guard !failing.isEmpty else { return [] }
        if requests.isEmpty { return Set(failing) }
        let serving = servingFunctions()
        let linked = linkedIDs(among: Set(failing.map { facts.invocations[$0].id }))
        let open = openRequests()
        return Set(
            failing.filter { place in
                let run = facts.invocations[place]
                return serving.contains(run.function) || wooed.contains(Int32(place)) || linked.contains(run.id)
                    || fitsAny(run.start.isKnown ? run.start : run.firstLine, open)
            })
    }

    /// Lines of a linked run that lost its START or END look like a further run of its id.
    private func linkedIDs(among ids: Set<ID128>) -> Set<ID128> {
        var linked: Set<ID128> = []
        for (place, run) in facts.invocations.records.enumerated() where taken[place] && ids.contains(run.id) {
            linked.insert(run.id)
        }
        return linked
    }

    /// Functions that the gateway is known to call, for an answer or for an authorization.
    private func servingFunctions() -> Set<Name> {
        var isServing = [Bool](repeating: false, count: rest.names.texts.count)
        for place in requests.indices {
            let view = view(requests[place])
            isServing[Int(view.function.index)] = true
            if let authorizer = view.authorizer { isServing[Int(authorizer.function.index)] = true }
            if let execution = view.execution { isServing[Int(execution.authorizerFunction.index)] = true }
        }
        isServing[Int(Name.none.index)] = false
        return Set(isServing.indices.lazy.filter { isServing[$0] }.map { Name(index: UInt32($0)) })
    }

    private struct Stay {
        var from: Timestamp
        var until: Timestamp
    }

    /// When requests were under way that may have called something and do not name it, in order of time; each stay lasts at least until
    /// the end of those before it.
    private func openRequests() -> [Stay] {
        var open: [Stay] = []
        for place in requests.indices {
            let request = requests[place]
            let view = view(request)
            guard view.time.isKnown, mayHaveCalled(view, request) || mayHaveAsked(view, request) else { continue }
            let latency = view.access.map { Int64($0.latencyMs) } ?? -1
            let slack: Int64 = (view.access?.timeIsWholeSeconds ?? true) ? 1_000 : 0
            open.append(
                Stay(from: view.time + -20, until: view.time + (latency < 0 ? Self.longestWaitMs : latency) + slack + 20))
        }
        open.sort { $0.from < $1.from }
        for place in open.indices.dropFirst() { open[place].until = max(open[place].until, open[place - 1].until) }
        return open
    }

    /// The integration: a row without its id tells that nothing was called only where the API logs that id.
    private func mayHaveCalled(_ view: RequestView, _ request: JoinedRequest) -> Bool {
        guard request.invocation < 0, !endedBeforeFunction(view) else { return false }
        if mayHaveUnnamedRun(view, request) { return true }
        guard let access = view.access, view.integrationID.isNone, view.errorTextID.isNone else { return false }
        return !apisThatLogIntegrationID.contains(access.api)
    }

    /// The authorizer: a failing request that names no run of one may have been ended by it.
    private func mayHaveAsked(_ view: RequestView, _ request: JoinedRequest) -> Bool {
        guard request.authorizer < 0, view.failed, view.accessExtras.authorizerID.isNone else { return false }
        return request.invocation < 0
    }

    private func fitsAny(_ start: Timestamp, _ open: [Stay]) -> Bool {
        guard start.isKnown else { return !open.isEmpty }
        let after = open.partitioningIndex { $0.from > start }
        return after > 0 && start <= open[after - 1].until
    }
}
