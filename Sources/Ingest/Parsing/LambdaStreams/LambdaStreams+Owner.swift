// Whose line it is: the id it carries, else the run that is open in its stream, else nobody.

import Model

extension LambdaStreams {
    mutating func owner(of line: LambdaLine, _ number: Int, _ place: EventPlace) -> LineOwner {
        switch line.kind {
        case .chatter: return .nobody
        case .initStart: return .initialisation
        case .initReport, .restoreReport:
            return states[number].open < 0 ? .initialisation : .invocation(facts[states[number].open].id)
        case .trace:
            let state = states[number]
            if state.previous >= 0, facts[state.previous].hasReport, extras(of: state.previous).traceID.isNone {
                return .invocation(facts[state.previous].id)
            }
            return openOwner(number)
        case .fault where line.id.isNone:
            // The last word on a run comes after its END.
            let state = states[number]
            let index = state.open >= 0 ? state.open : state.previous
            return index >= 0 && !state.interleaves ? .invocation(facts[index].id) : .nobody
        case .start, .end, .report, .runtimeDone, .fault: return line.id.isNone ? .nobody : .invocation(line.id)
        case .application: return ownerOfApplicationLine(line, number)
        }
    }

    mutating func ownerOfApplicationLine(_ line: LambdaLine, _ number: Int) -> LineOwner {
        if line.idStrength != .none, trusts(line, number) {
            if line.isJSON { noteJSONID(line.id, number) }
            return .invocation(line.id)
        }
        if line.beforeRequest, states[number].open < 0 { return .initialisation }
        let owner = openOwner(number)
        if case .invocation = owner { return owner }
        if states[number].initialisation.isActive, states[number].open < 0 { return .initialisation }
        return states[number].headIsOver ? .nobody : .head
    }

    /// Code may call an id of its own `requestId`. It is believed when it is the id of a run seen before; else only where the
    /// platform writes JSON, in a record shaped as a runtime's or while no run is open whose START was seen.
    func trusts(_ line: LambdaLine, _ number: Int) -> Bool {
        if line.idStrength == .strong { return true }
        let open = states[number].open
        if open >= 0, facts[open].id == line.id { return true }
        if indices[line.id] != nil { return true }
        if states[number].hasTextPlatform { return false }
        return line.idStrength == .runtime || states[number].interleaves || open < 0 || !facts[open].hasStart
    }

    /// A JSON line of another run while one is open: requests interleave here.
    mutating func noteJSONID(_ id: ID128, _ number: Int) {
        states[number].hasJSONIDs = true
        let open = states[number].open
        guard open >= 0, !states[number].hasTextPlatform, facts[open].id != id else { return }
        if let index = indices[id], facts[index].hasReport { return }
        states[number].interleaves = true
    }

    func openOwner(_ number: Int) -> LineOwner {
        let open = states[number].open
        let previous = states[number].previous
        guard open >= 0, !states[number].interleaves else { return .nobody }
        // Two runs without a REPORT where lines carry ids: this may be an instance that runs several requests at a time.
        if states[number].hasJSONIDs, !states[number].hasTextPlatform, previous >= 0, !facts[previous].hasReport {
            return .nobody
        }
        return .invocation(facts[open].id)
    }
}
