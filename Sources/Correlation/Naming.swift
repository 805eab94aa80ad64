// The names that people use, in the place of those the logs know.

import Model

/// What a configuration and the deployment files it names say.
package struct GivenNames: Sendable {
    /// By the API's id.
    package var apis: [String: String]
    package var functions: [String: String]
    /// By the endpoint as the gateway names it: `GET /orders/{id}`.
    package var endpoints: [String: String]
    /// For functions that are in no list; taken only where it gives each function a name of its own.
    package var derived: (@Sendable (String) -> String?)?

    package init(
        apis: [String: String] = [:], functions: [String: String] = [:], endpoints: [String: String] = [:],
        derived: (@Sendable (String) -> String?)? = nil
    ) {
        self.apis = apis
        self.functions = functions
        self.endpoints = endpoints
        self.derived = derived
    }
}

extension MergedFacts {
    /// Before anything is joined: endpoints and functions that share a name given by hand are one from here on.
    mutating func rename(_ given: GivenNames) {
        let texts = functionNames(given)
        if !texts.isEmpty {
            let table = renamed(texts)
            functions.invocations.changeShapes { table.apply(&$0.function) }
            for place in gateway.executions.indices {
                table.apply(&gateway.executions[place].function)
                table.apply(&gateway.executions[place].authorizerFunction)
            }
            for place in functions.edges.indices { table.apply(&functions.edges[place].function) }
        }
        if !given.endpoints.isEmpty {
            let table = renamed(given.endpoints)
            gateway.access.changeShapes { table.apply(&$0.endpoint) }
            for place in gateway.executions.indices { table.apply(&gateway.executions[place].endpoint) }
        }
    }

    /// Names from a pattern are taken one to one: two stages of one service keep the names that tell them apart.
    private func functionNames(_ given: GivenNames) -> [String: String] {
        guard let derive = given.derived else { return given.functions }
        var seen: Set<Name> = []
        for shape in functions.invocations.shapes { seen.insert(shape.function) }
        for place in gateway.executions.indices {
            seen.formUnion([gateway.executions[place].function, gateway.executions[place].authorizerFunction])
        }
        for edge in functions.edges { seen.insert(edge.function) }
        let physical = Set(seen.compactMap { names.text($0) })
        var derived: [String: String] = [:]
        var owners: [String: Int] = [:]
        for name in physical where given.functions[name] == nil {
            guard let friendly = derive(name) else { continue }
            derived[name] = friendly
            owners[friendly, default: 0] += 1
        }
        let taken = physical.union(given.functions.values)
        return given.functions.merging(derived.filter { owners[$0.value] == 1 && !taken.contains($0.value) }) { own, _ in own }
    }

    private mutating func renamed(_ texts: [String: String]) -> RenamedNames {
        var table: [Name: Name] = [:]
        for (from, to) in texts.sorted(by: { $0.key < $1.key }) { table[names.intern(from)] = names.intern(to) }
        return RenamedNames(table: table)
    }
}

private struct RenamedNames {
    let table: [Name: Name]

    func apply(_ name: inout Name) {
        if let new = table[name] { name = new }
    }
}
