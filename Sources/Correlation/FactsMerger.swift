// Facts of many inputs become facts of one night: one name table, each event once, runs cut between inputs put together.

package import Model

/// All facts before the join. Not copyable: a second owner would make the next change copy them all.
package struct MergedFacts: ~Copyable, Sendable {
    package internal(set) var names = NameTable()
    package internal(set) var access: GrowingColumn<AccessFact>
    package internal(set) var executions: GrowingColumn<ExecutionFact>
    package internal(set) var invocations: GrowingColumn<InvocationFact>
    var accessExtras: GrowingColumn<AccessExtras>
    var invocationExtras: GrowingColumn<InvocationExtras>
    package internal(set) var traces: [TraceFact] = []
    package internal(set) var reports: [InputReport] = []
    var edges: [StreamEdge] = []
    var morePlaces: [ID128: [PlaceRange]] = [:]
    var adoptedHeads: [(owner: ID128, places: PlaceRange)] = []
    var duplicates = 0

    init(in memory: ColumnMemory) {
        access = GrowingColumn(in: memory)
        executions = GrowingColumn(in: memory)
        invocations = GrowingColumn(in: memory)
        accessExtras = GrowingColumn(in: memory)
        invocationExtras = GrowingColumn(in: memory)
    }

    /// Where the facts lie.
    var memory: ColumnMemory { access.memory }
}

/// Takes the facts of each input in the order of the inputs, so that nothing depends on which core was faster.
package struct FactsMerger: ~Copyable, Sendable {
    private var merged: MergedFacts
    private let given: GivenNames

    package init(given: GivenNames = GivenNames(), memory: ColumnMemory = ColumnMemory()) {
        self.given = given
        merged = MergedFacts(in: memory)
    }

    /// Taken over at once: all inputs beside all that came from them would be twice the memory.
    package mutating func add(_ facts: InputFacts) { merged.take(facts, apiNames: given.apis) }

    /// Each event once, each run whole.
    package consuming func finish() -> MergedFacts {
        var merged = merged
        merged.rename(given)
        merged.dropRepeatedRows()
        merged.uniteExecutions()
        merged.uniteInvocations()
        merged.adoptHeads()
        merged.dropRepeatedTraces()
        merged.edges = []
        return merged
    }
}

extension MergedFacts {
    fileprivate mutating func take(_ facts: InputFacts, apiNames: [String: String]) {
        let renamed = names.absorb(facts.names)
        func rename(_ name: inout Name) { name = renamed[Int(name.index)] }
        // Asked once a name, not once a fact.
        let renamedAPIs =
            apiNames.isEmpty ? renamed : renamed.map { name in apiNames[names[name]].map { names.intern($0) } ?? name }
        func renameAPI(_ name: inout Name) { name = renamedAPIs[Int(name.index)] }
        let extrasBefore = (access: Int32(accessExtras.count), invocations: Int32(invocationExtras.count))

        for var fact in facts.access {
            renameAPI(&fact.api)
            rename(&fact.stage)
            rename(&fact.method)
            rename(&fact.route)
            rename(&fact.endpoint)
            rename(&fact.userAgent)
            rename(&fact.responseType)
            if fact.extras >= 0 { fact.extras += extrasBefore.access }
            access.append(fact)
        }
        for extras in facts.accessExtras { accessExtras.append(extras) }
        for var fact in facts.executions {
            renameAPI(&fact.api)
            rename(&fact.stage)
            rename(&fact.method)
            rename(&fact.route)
            rename(&fact.endpoint)
            rename(&fact.function)
            rename(&fact.authorizerFunction)
            executions.append(fact)
        }
        for var fact in facts.invocations {
            rename(&fact.function)
            rename(&fact.version)
            rename(&fact.logGroup)
            rename(&fact.stream)
            if fact.extras >= 0 { fact.extras += extrasBefore.invocations }
            invocations.append(fact)
        }
        for extras in facts.invocationExtras { invocationExtras.append(extras) }
        for var edge in facts.edges {
            rename(&edge.logGroup)
            rename(&edge.stream)
            rename(&edge.function)
            edges.append(edge)
        }
        for var trace in facts.traces {
            for run in trace.runs.indices {
                rename(&trace.runs[run].function)
                for call in trace.runs[run].calls.indices { rename(&trace.runs[run].calls[call].name) }
            }
            traces.append(trace)
        }
        reports.append(facts.report)
    }
}

extension MergedFacts {
    /// The facts, handed over without a copy; here nothing is left of them.
    mutating func takeFacts() -> NightFacts {
        defer { traces = [] }
        return NightFacts(
            access: access.freeze(), executions: executions.freeze(), invocations: invocations.freeze(),
            accessExtras: accessExtras.freeze(), invocationExtras: invocationExtras.freeze(), traces: traces)
    }

    /// By time, so that the join goes through requests, rows and runs side by side: rows by their receipt and then their id, runs by start,
    /// then id and attempt. What lies beside them follows them.
    mutating func putInOrder() {
        access.sort(byTime: \.time) { TieBreaker(id: $0.primaryID) }
        accessExtras.follow(&access)
        invocations.sort(byTime: \.orderTime) { TieBreaker(id: $0.id, attempt: $0.attempt) }
        invocationExtras.follow(&invocations)
    }
}

private protocol ExtrasOwner: BitwiseCopyable, Sendable {
    var extras: Int32 { get set }
}

extension AccessFact: ExtrasOwner {}
extension InvocationFact: ExtrasOwner {}

extension GrowingColumn {
    /// Puts these in the order of those that they belong to, and leaves out what is nobody's.
    fileprivate mutating func follow(_ owners: inout GrowingColumn<some ExtrasOwner>) {
        willBeReadInNoOrder()
        var ordered = GrowingColumn(in: memory)
        for owner in owners.indices where owners[owner].extras >= 0 {
            ordered.append(self[Int(owners[owner].extras)])
            owners[owner].extras = Int32(ordered.count - 1)
        }
        self = ordered
    }
}
