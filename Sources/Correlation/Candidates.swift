// Which requests and runs get a page, which lines their pages quote, and whose line is whose.

package import Model

/// Every failing request, and every failing invocation that belongs to no failing request. In order of the night.
package func failureCandidates(in night: JoinedNight) -> [FailureCandidate] {
    var candidates: [FailureCandidate] = []
    for (place, request) in night.requests.enumerated() {
        func failed(_ run: Int32) -> Bool { run >= 0 && night.invocations.records[Int(run)].failed }
        if night.view(request).failed || failed(request.invocation) {
            candidates.append(FailureCandidate(request: Int32(place), invocation: request.invocation))
        } else if failed(request.authorizer) {
            candidates.append(FailureCandidate(request: Int32(place), invocation: request.authorizer))
        }
    }
    for run in night.unlinkedInvocations where night.invocations.records[Int(run)].failed {
        candidates.append(FailureCandidate(request: -1, invocation: run))
    }
    return candidates
}

/// What the second reading must quote, by input.
package func wantedEvidence(for candidates: [FailureCandidate], in night: JoinedNight, inputs: Int) -> [WantedEvidence] {
    var wanted = [WantedEvidence](repeating: WantedEvidence(), count: inputs)
    var heads: [ID128: [PlaceRange]] = [:]
    for head in night.adoptedHeads { heads[head.owner, default: []].append(head.places) }
    // Several failures may quote one run, and the runs of one id the same further places.
    var isWanted = [Bool](repeating: false, count: night.invocations.count)
    var wantedRuns: Set<ID128> = []
    var wantedExecutions: Set<ID128> = []

    func want(_ place: Int32) {
        guard !isWanted[Int(place)] else { return }
        isWanted[Int(place)] = true
        let fact = night.invocations[Int(place)]
        wanted[Int(fact.places.input)].invocations[fact.id, default: []].append(fact.places)
        if let places = night.facts.extras(of: fact).initPlaces {
            wanted[Int(places.input)].invocations[fact.id, default: []].append(places)
        }
        guard wantedRuns.insert(fact.id).inserted else { return }
        for places in night.morePlaces[fact.id] ?? [] {
            wanted[Int(places.input)].invocations[fact.id, default: []].append(places)
        }
        for places in heads[fact.id] ?? [] { wanted[Int(places.input)].heads[fact.id, default: []].append(places) }
    }

    for candidate in candidates {
        if candidate.request >= 0 {
            let view = night.view(night.requests[Int(candidate.request)])
            if let access = view.access { wanted[Int(access.place.input)].access.append(access.place) }
            if let execution = view.execution {
                wanted[Int(execution.places.input)].executions[execution.requestID, default: []].append(execution.places)
                let isFirst = wantedExecutions.insert(execution.requestID).inserted
                for places in isFirst ? night.morePlaces[execution.requestID] ?? [] : [] {
                    wanted[Int(places.input)].executions[execution.requestID, default: []].append(places)
                }
            }
            if view.joined.invocation >= 0 { want(view.joined.invocation) }
            if view.joined.authorizer >= 0 { want(view.joined.authorizer) }
        } else {
            want(candidate.invocation)
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

    let retried = Set(night.invocations.records.lazy.filter { $0.attempt > 1 }.map(\.id))
    var placed: [ID128: PlacedLines] = [:]
    for id in retried { placed[id] = lines[.invocation(id)].map(PlacedLines.init) }
    func invocationLines(_ fact: InvocationFact) -> [EvidenceLine] {
        guard let attempts = placed[fact.id] else { return lines[.invocation(fact.id)] ?? [] }
        return attempts.lines(in: [fact.places, night.facts.extras(of: fact).initPlaces].compactMap(\.self))
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

/// The lines of all attempts of one id, so that each attempt finds its own without a look at the others'.
private struct PlacedLines {
    let lines: [EvidenceLine]
    /// Numbers of lines, in order of their places.
    private let byPlace: [Int]

    init(_ lines: [EvidenceLine]) {
        self.lines = lines
        byPlace = lines.indices.sorted { lines[$0].place < lines[$1].place }
    }

    /// In the order of `lines`.
    func lines(in ranges: [PlaceRange]) -> [EvidenceLine] {
        var numbers: Set<Int> = []
        for range in ranges {
            let first = EventPlace(input: range.input, event: range.first)
            let last = EventPlace(input: range.input, event: range.last)
            let from = byPlace.partitioningIndex { lines[$0].place >= first }
            numbers.formUnion(byPlace[from...].prefix { lines[$0].place <= last })
        }
        return numbers.sorted().map { lines[$0] }
    }
}
