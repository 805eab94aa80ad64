// Which requests and runs get a page, which lines their pages quote, and whose line is whose.

package import Model

/// Every failing request, and every failing invocation that belongs to no failing request. In order of the night.
package func failureCandidates(in night: JoinedNight) -> [FailureCandidate] {
    var candidates: [FailureCandidate] = []
    for (place, request) in night.requests.enumerated() {
        let view = night.view(request)
        let runFailed = view.invocation?.failed ?? false
        let authorizerFailed = view.authorizer?.failed ?? false
        if view.failed || runFailed {
            candidates.append(FailureCandidate(request: Int32(place), invocation: request.invocation))
        } else if authorizerFailed {
            candidates.append(FailureCandidate(request: Int32(place), invocation: request.authorizer))
        }
    }
    for run in night.unlinkedInvocations where night.invocations[Int(run)].failed {
        candidates.append(FailureCandidate(request: -1, invocation: run))
    }
    return candidates
}

/// What the second reading must quote, by input.
package func wantedEvidence(for candidates: [FailureCandidate], in night: JoinedNight, inputs: Int) -> [WantedEvidence] {
    var wanted = [WantedEvidence](repeating: WantedEvidence(), count: inputs)
    var heads: [ID128: [PlaceRange]] = [:]
    for head in night.adoptedHeads { heads[head.owner, default: []].append(head.places) }

    func wantInvocation(_ fact: InvocationFact) {
        for places in [fact.places] + (night.morePlaces[fact.id] ?? []) {
            wanted[Int(places.input)].invocations[fact.id, default: []].append(places)
        }
        if fact.hasInit { wanted[Int(fact.initPlaces.input)].invocations[fact.id, default: []].append(fact.initPlaces) }
        for places in heads[fact.id] ?? [] { wanted[Int(places.input)].heads[fact.id, default: []].append(places) }
    }

    for candidate in candidates {
        if candidate.request >= 0 {
            let view = night.view(night.requests[Int(candidate.request)])
            if let access = view.access { wanted[Int(access.place.input)].access.append(access.place) }
            if let execution = view.execution {
                for places in [execution.places] + (night.morePlaces[execution.requestID] ?? []) {
                    wanted[Int(places.input)].executions[execution.requestID, default: []].append(places)
                }
            }
            if let invocation = view.invocation { wantInvocation(invocation) }
            if let authorizer = view.authorizer { wantInvocation(authorizer) }
        } else {
            wantInvocation(night.invocations[Int(candidate.invocation)])
        }
    }
    return wanted
}

/// Hands the collected lines to the failures they are about. Lines that came twice are quoted once.
package func evidence(
    for candidates: [FailureCandidate], in night: JoinedNight, collected: [CollectedLine]
) -> [Evidence] {
    var lines: [EvidenceOwner: [EvidenceLine]] = [:]
    for item in collected { lines[item.owner, default: []].append(item.line) }
    for owner in lines.keys {
        lines[owner] = inOrder(lines[owner] ?? [])
    }

    let retried = Set(night.invocations.lazy.filter { $0.attempt > 1 }.map(\.id))
    func invocationLines(_ fact: InvocationFact) -> [EvidenceLine] {
        guard let all = lines[.invocation(fact.id)] else { return [] }
        guard retried.contains(fact.id) else { return all }
        return all.filter { line in
            fact.places.holds(line.place) || fact.hasInit && fact.initPlaces.holds(line.place)
        }
    }

    return candidates.map { candidate in
        var evidence = Evidence()
        guard candidate.request >= 0 else {
            evidence.function = invocationLines(night.invocations[Int(candidate.invocation)])
            return evidence
        }
        let view = night.view(night.requests[Int(candidate.request)])
        if let access = view.access { evidence.access = lines[.access(access.place)]?.first }
        if let execution = view.execution { evidence.execution = lines[.execution(execution.requestID)] ?? [] }
        if let invocation = view.invocation { evidence.function = invocationLines(invocation) }
        if let authorizer = view.authorizer { evidence.authorizer = invocationLines(authorizer) }
        return evidence
    }
}

private func inOrder(_ lines: [EvidenceLine]) -> [EvidenceLine] {
    struct Said: Hashable {
        var time: Timestamp
        var text: String
    }
    let ordered = lines.sorted { ($0.time, $0.place) < ($1.time, $1.place) }
    // The same words at the same millisecond within one input are two events; from two inputs they are one, delivered twice.
    var firstInput: [Said: UInt32] = [:]
    return ordered.filter { line in
        let said = Said(time: line.time, text: line.text)
        if let input = firstInput[said] { return input == line.place.input }
        firstInput[said] = line.place.input
        return true
    }
}

extension PlaceRange {
    fileprivate func holds(_ place: EventPlace) -> Bool {
        input == place.input && first <= place.event && place.event <= last
    }
}
