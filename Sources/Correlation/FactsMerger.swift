// Facts of many inputs become facts of one night: one name table, each event once, runs cut between inputs put together.

package import Model

/// All facts before the join.
package struct MergedFacts: Sendable {
    package internal(set) var names = NameTable()
    package internal(set) var access: [AccessFact] = []
    package internal(set) var executions: [ExecutionFact] = []
    package internal(set) var invocations: [InvocationFact] = []
    package internal(set) var traces: [TraceFact] = []
    package internal(set) var reports: [InputReport] = []
    var edges: [StreamEdge] = []
    var morePlaces: [ID128: [PlaceRange]] = [:]
    var adoptedHeads: [(owner: ID128, places: PlaceRange)] = []
    var duplicates = 0
}

/// Takes the facts of each input in the order of the inputs, so that nothing depends on which core was faster.
package struct FactsMerger: Sendable {
    private var inputs: [InputFacts] = []
    private let given: GivenNames

    package init(given: GivenNames = GivenNames()) { self.given = given }

    package mutating func add(_ facts: InputFacts) { inputs.append(facts) }

    /// Each event once, each run whole. The facts of an input are released as soon as they are taken over: growing arrays, or all inputs
    /// beside all that came from them, would be twice the memory.
    package consuming func finish() -> MergedFacts {
        var merged = MergedFacts()
        merged.access.reserveCapacity(inputs.reduce(0) { $0 + $1.access.count })
        merged.executions.reserveCapacity(inputs.reduce(0) { $0 + $1.executions.count })
        merged.invocations.reserveCapacity(inputs.reduce(0) { $0 + $1.invocations.count })
        inputs.reverse()
        while let facts = inputs.popLast() { merged.take(facts, apiNames: given.apis) }
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

        for var fact in facts.access {
            renameAPI(&fact.api)
            rename(&fact.stage)
            rename(&fact.method)
            rename(&fact.route)
            rename(&fact.endpoint)
            rename(&fact.userAgent)
            rename(&fact.responseType)
            access.append(fact)
        }
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
            invocations.append(fact)
        }
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
