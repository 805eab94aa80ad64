// The result of the join: everything in order of time, nothing outside the range, orphans with their reasons.

import Model

extension Join {
    consuming func night() -> JoinedNight {
        let unlinked = facts.invocations.indices.filter { !taken[$0] }
        let maybeCalled = mayHaveBeenCalled(among: unlinked)
        let kept = keptInvocations()

        var night = JoinedNight(
            names: rest.names, facts: facts, requests: requests.freeze(), unlinkedInvocations: unlinked.map(Int32.init))
        night.maybeCalled = Set(maybeCalled.map(Int32.init))
        if let kept { night = night.keeping(kept, in: rest.memory) }
        night.adoptedHeads = rest.functions.adoptedHeads
        night.morePlaces = rest.morePlaces
        night.collisions = collisions
        night.duplicates = rest.duplicates
        night.runsBefore = night.runsBeforeDeaths()
        night.orphanInvocations = orphanInvocations(in: night)
        night.orphanRequests = orphanRequests(in: night)
        return night
    }

    /// The places of the runs that belong to the range: a linked run to its request's, any other to the one it started in. Nil for all.
    private func keptInvocations() -> [Int]? {
        guard let range else { return nil }
        var linked = [Bool](repeating: false, count: facts.invocations.count)
        for place in requests.indices {
            let request = requests[place]
            if request.invocation >= 0 { linked[Int(request.invocation)] = true }
            if request.authorizer >= 0 { linked[Int(request.authorizer)] = true }
        }
        let kept = facts.invocations.indices.filter { place in
            linked[place] || !taken[place] && range.contains(facts.invocations.records[place].orderTime)
        }
        return kept.count == facts.invocations.count ? nil : kept
    }

    private func orphanInvocations(in night: JoinedNight) -> [OrphanReason] {
        var serving = [Bool](repeating: false, count: night.names.texts.count)
        for request in night.requests where request.invocation >= 0 {
            serving[Int(night.facts.function(of: Int(request.invocation)).index)] = true
        }
        var background = 0
        var unnamed = 0
        for run in night.unlinkedInvocations {
            if serving[Int(night.facts.function(of: Int(run)).index)] { unnamed += 1 } else { background += 1 }
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
            let names = [view.integrationID, view.errorTextID, view.execution?.integrationID ?? .none]
            if names.contains(where: { !$0.isNone }) { withoutLog += 1 } else { withoutID += 1 }
        }
        return [
            OrphanReason(text: "the gateway named the run, but no log of it was read", count: withoutLog - displaced),
            OrphanReason(text: "the gateway named a run that is another request's", count: displaced),
            OrphanReason(text: "the gateway called a function and logged no id of the run", count: withoutID),
        ].filter { $0.count > 0 }
    }
}

extension JoinedNight {
    /// The same night with these invocations alone; all that requests name are among them.
    fileprivate func keeping(_ kept: [Int], in memory: ColumnMemory) -> JoinedNight {
        var renumbered = [Int32](repeating: -1, count: invocations.count)
        for (place, run) in kept.enumerated() { renumbered[run] = Int32(place) }
        func renumber(_ run: inout Int32) {
            if run >= 0 { run = renumbered[Int(run)] }
        }
        let requests = requests.lazy.map { request in
            var request = request
            renumber(&request.invocation)
            renumber(&request.authorizer)
            return request
        }
        let facts = NightFacts(
            access: access, executions: executions,
            invocations: FactColumn(
                records: Column(kept.lazy.map { invocations.records[$0] }, in: memory), shapes: invocations.shapes),
            accessExtras: facts.accessExtras,
            invocationExtras: facts.invocationExtras, traces: traces)
        var night = JoinedNight(
            names: names, facts: facts, requests: Column(requests, in: memory),
            unlinkedInvocations: unlinkedInvocations.map { renumbered[Int($0)] }.filter { $0 >= 0 })
        night.maybeCalled = Set(maybeCalled.map { renumbered[Int($0)] }.filter { $0 >= 0 })
        return night
    }
}

extension InvocationRecord {
    /// When it started, or its first line when START lies outside of what was read.
    var orderTime: Timestamp { start.isKnown ? start : firstLine }
}
