// The result of the join: everything in order of time, nothing outside the range, orphans with their reasons.

import Model

extension Join {
    consuming func night() -> JoinedNight {
        let keep = keptInvocations()
        var renumbered = [Int32](repeating: -1, count: facts.invocations.count)
        let order = facts.invocations.indices.filter { keep[$0] }.sorted {
            let (left, right) = (facts.invocations[$0], facts.invocations[$1])
            return (left.orderTime, left.id, left.attempt) < (right.orderTime, right.id, right.attempt)
        }
        for (place, run) in order.enumerated() { renumbered[run] = Int32(place) }

        let unlinked = order.filter { !taken[$0] }
        let maybeCalled = mayHaveBeenCalled(among: unlinked)
        var requests = requests
        for place in requests.indices {
            if requests[place].invocation >= 0 { requests[place].invocation = renumbered[Int(requests[place].invocation)] }
            if requests[place].authorizer >= 0 { requests[place].authorizer = renumbered[Int(requests[place].authorizer)] }
        }
        let keys = requests.map { request in
            let view = view(request)
            return (time: view.time, id: view.primaryID)
        }
        requests = requests.indices.sorted { (keys[$0].time, keys[$0].id) < (keys[$1].time, keys[$1].id) }.map { requests[$0] }

        var night = JoinedNight(
            names: facts.names, access: facts.access, executions: facts.executions, invocations: facts.invocations,
            requests: requests, unlinkedInvocations: unlinked.map { renumbered[$0] })
        night.adoptedHeads = facts.adoptedHeads
        night.morePlaces = facts.morePlaces
        night.maybeCalled = Set(maybeCalled.map { renumbered[$0] })
        night.traces = facts.traces
        night.collisions = collisions
        night.duplicates = facts.duplicates
        // The only owner from here on, so that the runs change places without a copy of all of them.
        facts.invocations = []
        night.invocations.rearrange(to: order)
        night.runsBefore = night.runsBeforeDeaths()
        night.orphanInvocations = orphanInvocations(in: night)
        night.orphanRequests = orphanRequests(in: night)
        return night
    }

    /// A linked run belongs to its request's range; any other to the one it started in.
    private func keptInvocations() -> [Bool] {
        guard let range else { return [Bool](repeating: true, count: facts.invocations.count) }
        var linked = [Bool](repeating: false, count: facts.invocations.count)
        for request in requests {
            if request.invocation >= 0 { linked[Int(request.invocation)] = true }
            if request.authorizer >= 0 { linked[Int(request.authorizer)] = true }
        }
        return facts.invocations.indices.map { place in
            linked[place] || !taken[place] && range.contains(facts.invocations[place].orderTime)
        }
    }

    private func orphanInvocations(in night: JoinedNight) -> [OrphanReason] {
        var serving: Set<Name> = []
        for request in night.requests where request.invocation >= 0 {
            serving.insert(night.invocations[Int(request.invocation)].function)
        }
        var background = 0
        var unnamed = 0
        for run in night.unlinkedInvocations {
            if serving.contains(night.invocations[Int(run)].function) { unnamed += 1 } else { background += 1 }
        }
        return [
            OrphanReason(
                text: "no request of these logs calls the function: a queue, a schedule or an event did", count: background),
            OrphanReason(
                text: "the function serves requests, but none of those read names this run or fits it alone", count: unnamed),
        ].filter { $0.count > 0 }
    }

    private func orphanRequests(in night: JoinedNight) -> [OrphanReason] {
        var withoutLog = 0
        var withoutID = 0
        for request in night.requests where request.calledFunction && request.invocation < 0 {
            let view = night.view(request)
            let names = [view.access?.integrationID, view.access?.errorTextID, view.execution?.integrationID]
            if names.contains(where: { !($0 ?? .none).isNone }) { withoutLog += 1 } else { withoutID += 1 }
        }
        return [
            OrphanReason(text: "the gateway named the run, but no log of it was read", count: withoutLog - displaced),
            OrphanReason(text: "the gateway named a run that is another request's", count: displaced),
            OrphanReason(text: "the gateway called a function and logged no id of the run", count: withoutID),
        ].filter { $0.count > 0 }
    }
}

extension InvocationFact {
    /// When it started, or its first line when START lies outside of what was read.
    var orderTime: Timestamp { start.isKnown ? start : firstLine }
}
