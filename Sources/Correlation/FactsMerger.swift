// Facts of many inputs become facts of one night: one name table, each event once, runs cut between inputs put together.

package import Model
import Workers

/// All facts before the join. Not copyable: a second owner would make the next change copy them all.
package struct MergedFacts: ~Copyable, Sendable {
    package internal(set) var names = NameTable()
    var gateway: GatewayFacts
    var functions: FunctionFacts
    var traces: [TraceFact] = []
    package internal(set) var reports: [InputReport] = []
    /// Where the facts lie.
    let memory: ColumnMemory

    init(in memory: ColumnMemory) {
        gateway = GatewayFacts(in: memory)
        functions = FunctionFacts(in: memory)
        self.memory = memory
    }
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

    /// Each event once, each run whole, all in order of time: the join goes through requests, rows and runs side by side.
    package consuming func finish(jobs: Int) -> MergedFacts {
        var merged = merged
        merged.rename(given)
        // From a file more than one column at a time would come back.
        let jobs = merged.memory.isInFile ? 1 : jobs
        sideBySide(jobs: jobs, &merged.gateway, { $0.unite() }, &merged.functions, { $0.unite() })
        merged.dropRepeatedTraces()
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
            if fact.extras >= 0 { fact.extras = gateway.extras.append(facts.accessExtras[Int(fact.extras)]) }
            gateway.access.append(fact)
        }
        for var fact in facts.executions {
            renameAPI(&fact.api)
            rename(&fact.stage)
            rename(&fact.method)
            rename(&fact.route)
            rename(&fact.endpoint)
            rename(&fact.function)
            rename(&fact.authorizerFunction)
            gateway.executions.append(fact)
        }
        for var fact in facts.invocations {
            rename(&fact.function)
            rename(&fact.version)
            rename(&fact.logGroup)
            rename(&fact.stream)
            if fact.extras >= 0 { fact.extras = functions.extras.append(facts.invocationExtras[Int(fact.extras)]) }
            functions.invocations.append(fact)
        }
        for var edge in facts.edges {
            rename(&edge.logGroup)
            rename(&edge.stream)
            rename(&edge.function)
            functions.edges.append(edge)
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
            access: gateway.access.freeze(), executions: gateway.executions.freeze(),
            invocations: functions.invocations.freeze(), accessExtras: gateway.extras.freeze(),
            invocationExtras: functions.extras.freeze(), traces: traces)
    }

    /// Of executions and runs whose lines lie in several inputs, by id.
    var morePlaces: [ID128: [PlaceRange]] { gateway.morePlaces.merging(functions.morePlaces, uniquingKeysWith: +) }

    var duplicates: Int { gateway.duplicates + functions.duplicates }
}
