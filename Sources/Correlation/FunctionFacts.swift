// What functions logged: lines of one run that lie in several inputs become one run, and repeated exports of a run are one.

import Model

/// Not copyable, as the columns are not. They shrink in place: a second one beside each would be the most memory of a run.
struct FunctionFacts: ~Copyable, Sendable {
    var invocations: GrowingFactColumn<InvocationFact>
    var extras: GrowingExtraWords
    var edges: [StreamEdge] = []
    /// Of runs whose lines lie in several inputs, by id.
    private(set) var morePlaces: [ID128: [PlaceRange]] = [:]
    private(set) var adoptedHeads: [(owner: ID128, places: PlaceRange)] = []
    private(set) var duplicates = 0

    init(in memory: ColumnMemory) {
        invocations = GrowingFactColumn(in: memory)
        extras = GrowingExtraWords(in: memory)
    }

    /// Each run once and whole, in order of start, then of id and attempt.
    mutating func unite() {
        uniteInvocations()
        adoptHeads()
        edges = []
        invocations.records.sort(byTime: \.orderTime) { TieBreaker(id: $0.id, attempt: $0.attempt) }
        extras.follow(&invocations.records)
    }

    /// Parts of one run, repeated exports of one run, and retries of one id told apart by when they started.
    private mutating func uniteInvocations() {
        var index = IDIndex(capacity: invocations.count)
        var many: [ID128: Attempts] = [:]
        var repeated: Set<ID128> = []
        var kept = 0
        for place in invocations.indices {
            let record = invocations.records[place]
            func keep() {
                index.add(Int32(kept), id: record.id)
                invocations.records[kept] = record
                kept += 1
            }
            guard index.first(of: record.id, key: { invocations.records[Int($0)].id }) != nil else {
                keep()
                continue
            }
            let fact = invocations[place]
            var same: Int32?
            if many[fact.id] != nil {
                same = many[fact.id]?.first(for: fact, in: invocations)
            } else {
                let runs = index.places(of: fact.id) { invocations.records[Int($0)].id }
                same = runs.first { invocations[Int($0)].isSameRun(as: fact) }
                if same == nil { repeated.insert(fact.id) }
                if runs.count == mostRunsToAsk { many[fact.id] = Attempts(runs, in: invocations) }
            }
            if let run = same {
                if invocations.records[Int(run)].hasStart && fact.hasStart { duplicates += 1 }
                uniteExtras(of: run, with: fact)
                invocations[Int(run)].absorb(fact)
                many[fact.id]?.changed(run, in: invocations)
                let places = [fact.places, extras.invocationExtras(at: fact.extras).initPlaces]
                morePlaces[fact.id, default: []] += places.compactMap(\.self)
            } else {
                keep()
                many[fact.id]?.add(Int32(kept - 1), in: invocations)
            }
        }
        invocations.records.truncate(to: kept)
        for id in repeated { numberAttempts(of: index.places(of: id) { invocations.records[Int($0)].id }) }
    }

    /// Before the run itself takes in the part.
    private mutating func uniteExtras(of run: Int32, with part: InvocationFact) {
        guard part.extras >= 0 else { return }
        let own = invocations.records[Int(run)].extras
        guard own >= 0 else {
            invocations.records[Int(run)].extras = part.extras
            return
        }
        var whole = extras.invocationExtras(at: own)
        let others = extras.invocationExtras(at: part.extras)
        fill(&whole.traceID, others.traceID)
        fill(&whole.gatewayID, others.gatewayID)
        whole.initPlaces = whole.initPlaces ?? others.initPlaces
        invocations.records[Int(run)].extras = extras.append(whole)
    }

    /// Of one id.
    private mutating func numberAttempts(of runs: [Int32]) {
        let ordered = runs.sorted { invocations.records[Int($0)].firstLine < invocations.records[Int($1)].firstLine }
        for (number, run) in ordered.enumerated() { invocations[Int(run)].attempt = UInt8(min(number + 1, 255)) }
    }

    /// Lines without an id at the head of a stream belong to the run that was open when the part before it ended.
    private mutating func adoptHeads() {
        guard edges.contains(where: { $0.headLines > 0 }) else { return }
        var index = IDIndex(capacity: invocations.count)
        for place in invocations.indices { index.add(Int32(place), id: invocations.records[place].id) }
        let ordered = edges.sorted {
            ($0.logGroup.index, $0.stream.index, $0.firstTime, $0.headPlaces.input)
                < ($1.logGroup.index, $1.stream.index, $1.firstTime, $1.headPlaces.input)
        }
        for (before, edge) in zip(ordered, ordered.dropFirst()) {
            guard edge.headLines > 0, !before.openAtEnd.isNone, before.logGroup == edge.logGroup, before.stream == edge.stream,
                let run = index.last(of: before.openAtEnd, key: { invocations.records[Int($0)].id })
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
