// Which requests and runs an id means.

import Model

/// At most ten, in order of time. An id of fewer than eight characters matches only as a whole.
func candidates(matching text: String, in night: JoinedNight) -> [FailureCandidate] {
    let wanted = text.lowercased()
    let whole = ID128(text)
    let trace = ID128(trace: text)
    let traceStart = startOfTrace(wanted)

    func matches(_ id: ID128) -> Bool {
        if id.isNone { return false }
        if id == whole { return true }
        guard text.utf8.count >= 8 else { return false }
        return id.hex.hasPrefix(wanted.filter { $0 != "-" }) || (id.text?.lowercased().hasPrefix(wanted) ?? false)
    }

    func matchesTrace(_ id: ID128) -> Bool {
        guard !id.isNone else { return false }
        return id == trace || (traceStart.map { id.hex.hasPrefix($0) } ?? false)
    }

    var found: [FailureCandidate] = []
    var taken: Set<Int32> = []
    for (place, request) in night.requests.enumerated() {
        let view = night.view(request)
        let ids = [
            view.access?.requestID, view.access?.extendedID, view.access?.integrationID, view.accessExtras.authorizerID,
            view.execution?.requestID, view.execution?.extendedID, view.invocation?.id, view.authorizer?.id,
        ]
        let traces = [
            view.accessExtras.traceID, view.execution?.traceID, view.invocation.map { night.facts.extras(of: $0).traceID },
            view.trace?.traceID,
        ]
        guard ids.contains(where: { $0.map(matches) ?? false }) || traces.contains(where: { $0.map(matchesTrace) ?? false })
        else { continue }
        found.append(FailureCandidate(request: Int32(place), invocation: request.invocation))
        taken.insert(request.invocation)
        if found.count == 10 { return found }
    }
    for run in night.unlinkedInvocations where !taken.contains(run) {
        let fact = night.invocations[Int(run)]
        guard matches(fact.id) || matchesTrace(night.facts.extras(of: fact).traceID) else { continue }
        found.append(FailureCandidate(request: -1, invocation: run))
        if found.count == 10 { return found }
    }
    return found
}

/// The hexadecimal digits that `1-69b28a1d-0011` begins a trace id with; nil for what is no start of one.
private func startOfTrace(_ text: String) -> String? {
    let bare = text.hasPrefix("root=") ? String(text.dropFirst(5)) : text
    guard bare.hasPrefix("1-"), bare.utf8.count >= 8 else { return nil }
    let digits = bare.dropFirst(2).filter { $0 != "-" }
    return digits.allSatisfy(\.isHexDigit) ? digits : nil
}
