import Correlation
import Model
import Testing

/// Names that a configuration or a deployment file gives.
@Suite struct NamingTests {
    private func functions(_ given: GivenNames, of deployed: [String]) -> [String] {
        var merger = FactsMerger(given: given)
        merger.add(
            input { facts in
                facts.invocations = deployed.enumerated().map { number, name in
                    run(uuid(number + 1), at: at(Int64(number))) { $0.function = facts.names.intern(name) }
                }
            })
        let night = correlate(merger.finish(jobs: 2), range: nil)
        return night.invocations.map { night.names[$0.function] }
    }

    @Test func `a function is called what the configuration calls it`() {
        let given = GivenNames(functions: ["shop-prod-create": "orders"], derived: { _ in "never" })
        #expect(functions(given, of: ["shop-prod-create", "shop-prod-create"]) == ["orders", "orders"])
    }

    @Test func `a name from a deployment file is taken where it is the name of one function only`() {
        let given = GivenNames(derived: { name in name.hasSuffix("-create") ? "create" : name.hasSuffix("-read") ? "read" : nil })
        #expect(
            functions(given, of: ["shop-dev-create", "shop-prod-create", "shop-prod-read", "mailer"]) == [
                "shop-dev-create", "shop-prod-create", "read", "mailer",
            ])
        #expect(functions(given, of: ["shop-prod-read", "read"]) == ["shop-prod-read", "read"])
    }

    @Test func `an endpoint is called what the configuration calls it, and keeps its route`() {
        var merger = FactsMerger(given: GivenNames(endpoints: ["GET /orders/{id}": "Read an order"]))
        merger.add(
            input { facts in
                let (endpoint, route) = (facts.names.intern("GET /orders/{id}"), facts.names.intern("/orders/{id}"))
                facts.access = [
                    row("a", at: at(0)) { row in
                        row.endpoint = endpoint
                        row.route = route
                    }
                ]
            })
        let night = correlate(merger.finish(jobs: 2), range: nil)
        #expect(night.access.map { night.names[$0.endpoint] } == ["Read an order"])
        #expect(night.access.map { night.names[$0.route] } == ["/orders/{id}"])
    }
}
