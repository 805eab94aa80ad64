// Facts of many inputs become facts of one night: one name table, each event once, runs cut between inputs put together.

package import Model

/// All facts before the join.
package struct MergedFacts: Sendable {
    package internal(set) var names = NameTable()
    package internal(set) var access: [AccessFact] = []
    package internal(set) var executions: [ExecutionFact] = []
    package internal(set) var invocations: [InvocationFact] = []
    package internal(set) var reports: [InputReport] = []
    var edges: [StreamEdge] = []
    var morePlaces: [ID128: [PlaceRange]] = [:]
    var adoptedHeads: [(owner: ID128, places: PlaceRange)] = []
    var duplicates = 0
}

/// Takes the facts of each input in the order of the inputs, so that nothing depends on which core was faster.
package struct FactsMerger: Sendable {
    private var merged = MergedFacts()
    private let apiNames: [String: String]

    /// `apiNames` gives APIs, known to the logs by their ids, the names people use.
    package init(apiNames: [String: String] = [:]) { self.apiNames = apiNames }

    package mutating func add(_ facts: InputFacts) {
        let renamed = merged.names.absorb(facts.names)
        func rename(_ name: inout Name) { name = renamed[Int(name.index)] }
        func renameAPI(_ name: inout Name) {
            rename(&name)
            if let known = apiNames[merged.names[name]] { name = merged.names.intern(known) }
        }

        merged.access.reserveExtra(facts.access.count)
        for var fact in facts.access {
            renameAPI(&fact.api)
            rename(&fact.stage)
            rename(&fact.method)
            rename(&fact.route)
            rename(&fact.endpoint)
            rename(&fact.userAgent)
            rename(&fact.responseType)
            merged.access.append(fact)
        }
        for var fact in facts.executions {
            renameAPI(&fact.api)
            rename(&fact.stage)
            rename(&fact.method)
            rename(&fact.route)
            rename(&fact.endpoint)
            rename(&fact.function)
            rename(&fact.authorizerFunction)
            merged.executions.append(fact)
        }
        merged.invocations.reserveExtra(facts.invocations.count)
        for var fact in facts.invocations {
            rename(&fact.function)
            rename(&fact.version)
            rename(&fact.logGroup)
            rename(&fact.stream)
            merged.invocations.append(fact)
        }
        for var edge in facts.edges {
            rename(&edge.logGroup)
            rename(&edge.stream)
            rename(&edge.function)
            merged.edges.append(edge)
        }
        merged.reports.append(facts.report)
    }

    /// Each event once, each run whole.
    package consuming func finish() -> MergedFacts {
        var merged = merged
        merged.dropRepeatedRows()
        merged.uniteExecutions()
        merged.uniteInvocations()
        merged.adoptHeads()
        merged.edges = []
        return merged
    }
}

extension Array {
    /// Grows in steps of a quarter rather than by doubling: the fact arrays are most of the memory.
    fileprivate mutating func reserveExtra(_ extra: Int) {
        let needed = count + extra
        if needed > capacity { reserveCapacity(Swift.max(needed, count + count / 4)) }
    }
}
