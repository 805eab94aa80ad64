// Deliveries that came twice count once; lines of one run that lie in several inputs become one run. The columns shrink in place: a
// second one beside each would be the most memory of a run.

import Model

extension MergedFacts {
    /// Rows with the same event hash and ids are one event that was delivered or exported twice.
    mutating func dropRepeatedRows() {
        var index = IDIndex(capacity: access.count)
        var kept = 0
        for place in access.indices {
            let fact = access[place]
            let key = ID128(high: fact.eventHash, low: fact.requestID.low ^ fact.extendedID.low)
            let before = index.first(of: key) {
                ID128(
                    high: access[Int($0)].eventHash, low: access[Int($0)].requestID.low ^ access[Int($0)].extendedID.low)
            }
            if before != nil {
                duplicates += 1
                continue
            }
            index.add(Int32(kept), id: key)
            access[kept] = fact
            kept += 1
        }
        access.truncate(to: kept)
    }

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

    /// Lines of one request in several execution-log inputs. Requests that share a client-chosen request id are told apart by
    /// their extended ids.
    mutating func uniteExecutions() {
        var firsts = IDIndex(capacity: executions.count)
        var further: [RequestIDs: Int32] = [:]
        var kept = 0
        for place in executions.indices {
            let fact = executions[place]
            // Where the first of an id lacks an extended id it is the only one: the next that has one has been taken in.
            let first = firsts.first(of: fact.requestID) { executions[Int($0)].requestID }
            let same = first.flatMap { executions[Int($0)].mayBeOne(with: fact.extendedID) ? $0 : further[RequestIDs(fact)] }
            if let same {
                executions[Int(same)].absorb(fact)
                morePlaces[fact.requestID, default: []].append(fact.places)
                continue
            }
            if first == nil { firsts.add(Int32(kept), id: fact.requestID) } else { further[RequestIDs(fact)] = Int32(kept) }
            executions[kept] = fact
            kept += 1
        }
        executions.truncate(to: kept)
    }

    /// Parts of one run, repeated exports of one run, and retries of one id told apart by when they started.
    mutating func uniteInvocations() {
        var index = IDIndex(capacity: invocations.count)
        var many: [ID128: Attempts] = [:]
        var repeated: Set<ID128> = []
        var kept = 0
        for place in invocations.indices {
            let fact = invocations[place]
            var same: Int32?
            if !many.isEmpty, many[fact.id] != nil {
                same = many[fact.id]?.first(for: fact, in: invocations)
            } else {
                let runs = index.places(of: fact.id) { invocations[Int($0)].id }
                same = runs.first { invocations[Int($0)].isSameRun(as: fact) }
                if same == nil, !runs.isEmpty { repeated.insert(fact.id) }
                if runs.count == mostRunsToAsk { many[fact.id] = Attempts(runs, in: invocations) }
            }
            if let run = same {
                if invocations[Int(run)].hasStart && fact.hasStart { duplicates += 1 }
                uniteExtras(of: run, with: fact)
                invocations[Int(run)].absorb(fact)
                many[fact.id]?.changed(run, in: invocations)
                morePlaces[fact.id, default: []].append(fact.places)
                if fact.hasInit { morePlaces[fact.id, default: []].append(invocationExtras[Int(fact.extras)].initPlaces) }
            } else {
                index.add(Int32(kept), id: fact.id)
                invocations[kept] = fact
                many[fact.id]?.add(Int32(kept), in: invocations)
                kept += 1
            }
        }
        invocations.truncate(to: kept)
        for id in repeated { numberAttempts(of: index.places(of: id) { invocations[Int($0)].id }) }
    }

    /// Before the run itself takes in the part.
    private mutating func uniteExtras(of run: Int32, with part: InvocationFact) {
        guard part.extras >= 0 else { return }
        let own = invocations[Int(run)].extras
        guard own >= 0 else {
            invocations[Int(run)].extras = part.extras
            return
        }
        var extras = invocationExtras[Int(own)]
        let others = invocationExtras[Int(part.extras)]
        fill(&extras.traceID, others.traceID)
        fill(&extras.gatewayID, others.gatewayID)
        if !invocations[Int(run)].hasInit { extras.initPlaces = others.initPlaces }
        invocationExtras[Int(own)] = extras
    }

    /// Of one id.
    private mutating func numberAttempts(of runs: [Int32]) {
        let ordered = runs.sorted { invocations[Int($0)].firstLine < invocations[Int($1)].firstLine }
        for (number, run) in ordered.enumerated() { invocations[Int(run)].attempt = UInt8(min(number + 1, 255)) }
    }

    /// Lines without an id at the head of a stream belong to the run that was open when the part before it ended.
    mutating func adoptHeads() {
        guard edges.contains(where: { $0.headLines > 0 }) else { return }
        var index = IDIndex(capacity: invocations.count)
        for place in invocations.indices { index.add(Int32(place), id: invocations[place].id) }
        let ordered = edges.sorted {
            ($0.logGroup.index, $0.stream.index, $0.firstTime, $0.headPlaces.input)
                < ($1.logGroup.index, $1.stream.index, $1.firstTime, $1.headPlaces.input)
        }
        for (before, edge) in zip(ordered, ordered.dropFirst()) {
            guard edge.headLines > 0, !before.openAtEnd.isNone, before.logGroup == edge.logGroup, before.stream == edge.stream,
                let run = index.last(of: before.openAtEnd, key: { invocations[Int($0)].id })
            else { continue }
            invocations[Int(run)].fault = max(invocations[Int(run)].fault, edge.headFault)
            invocations[Int(run)].errorLines &+= edge.headErrorLines
            invocations[Int(run)].warningLines &+= edge.headWarningLines
            adoptedHeads.append((before.openAtEnd, edge.headPlaces))
        }
    }
}

/// A run has two retries at most; only lines that a program made up give an id more runs than this.
private let mostRunsToAsk = 16

extension TraceFact {
    fileprivate var weight: Int { runs.reduce(0) { $0 + 1 + $1.calls.count } }
}

/// Both ids of a request whose log was read.
struct RequestIDs: Hashable {
    var requestID: ID128
    var extendedID: ID128

    init(_ fact: ExecutionFact) { (requestID, extendedID) = (fact.requestID, fact.extendedID) }
    init(_ fact: AccessFact) { (requestID, extendedID) = (fact.requestID, fact.extendedID) }
}

extension ExecutionFact {
    /// With something whose request id is the same.
    func mayBeOne(with other: ID128) -> Bool { extendedID.isNone || other.isNone || extendedID == other }

    fileprivate mutating func absorb(_ other: ExecutionFact) {
        firstTime = min(firstTime, other.firstTime)
        lastTime = max(lastTime, other.lastTime)
        fill(&extendedID, other.extendedID)
        fill(&integrationID, other.integrationID)
        fill(&traceID, other.traceID)
        fill(&api, other.api)
        fill(&stage, other.stage)
        fill(&method, other.method)
        fill(&route, other.route)
        fill(&endpoint, other.endpoint)
        fill(&function, other.function)
        fill(&authorizerFunction, other.authorizerFunction)
        if status < 0 { status = other.status }
        if integrationLatencyMs < 0 { integrationLatencyMs = other.integrationLatencyMs }
        hasFailureLine = hasFailureLine || other.hasFailureLine
    }
}

extension InvocationFact {
    /// A part that lacks START or REPORT completes a run that lacks it too; two STARTs are one run only when they are the
    /// same event. Where the container keeps no times, the stream tells, and in it the scan has numbered the attempts.
    fileprivate func isSameRun(as other: InvocationFact) -> Bool {
        if hasStart && other.hasStart {
            if start.isKnown || other.start.isKnown { return start == other.start }
            return stream == other.stream && logGroup == other.logGroup && attempt == other.attempt
        }
        if hasReport && other.hasReport { return end == other.end }
        return true
    }

    fileprivate mutating func absorb(_ other: InvocationFact) {
        fill(&function, other.function)
        fill(&version, other.version)
        fill(&logGroup, other.logGroup)
        fill(&stream, other.stream)
        if !start.isKnown { start = other.start }
        if !end.isKnown { end = other.end }
        let repeated = hasStart && other.hasStart || hasReport && other.hasReport
        if !repeated {
            errorLines &+= other.errorLines
            warningLines &+= other.warningLines
        }
        if !firstLine.isKnown || other.firstLine.isKnown && other.firstLine < firstLine { firstLine = other.firstLine }
        hasInit = hasInit || other.hasInit
        if durationHundredths < 0 { durationHundredths = other.durationHundredths }
        if initHundredths < 0 { initHundredths = other.initHundredths }
        if billedMs < 0 { billedMs = other.billedMs }
        if memoryMB < 0 { memoryMB = other.memoryMB }
        if memoryUsedMB < 0 { memoryUsedMB = other.memoryUsedMB }
        if status == .unknown { status = other.status }
        fault = max(fault, other.fault)
        hasStart = hasStart || other.hasStart
        hasReport = hasReport || other.hasReport
    }
}

private func fill(_ name: inout Name, _ other: Name) {
    if name.isNone { name = other }
}

private func fill(_ id: inout ID128, _ other: ID128) {
    if id.isNone { id = other }
}
