// A team's own rules for its groups.

import Diagnosis
import Model
import Testing

private func failure(_ id: String, message: String, endpoint: String, at ms: Int64) -> Failure {
    var failure = Failure(
        id: id, time: receipt + ms, verdict: Verdict(cause: .unhandledException, confidence: .certain, sentence: "", proof: []))
    failure.function = "orders-create"
    failure.endpoint = endpoint
    failure.error = ErrorDetails(type: "OrderError", message: message, runtime: "nodejs", raw: "", caught: false)
    return failure
}

private let night = [
    failure("a", message: "stock of item 17 gone", endpoint: "POST /orders", at: 1),
    failure("b", message: "price of item 17 unknown", endpoint: "POST /orders", at: 2),
    failure("c", message: "stock of item 18 gone", endpoint: "PUT /orders", at: 3),
]

private func grouped(_ failures: [Failure], _ change: (inout GroupRules) -> Void) -> (ids: [String], groups: [FailureGroup]) {
    var failures = failures
    var rules = GroupRules()
    change(&rules)
    let groups = groupFailures(&failures, rules: rules)
    return (failures.map(\.group), groups)
}

@Suite struct GroupRulesTests {
    private let plain = grouped(night) { _ in }.ids

    @Test func `A merge puts groups into the one that stays, with its id and title`() {
        let (stock, price) = (plain[0], plain[1])
        let merged = grouped(night) { $0.merged = [stock: price] }
        #expect(merged.ids == [price, price, price])
        #expect(merged.groups.map(\.id) == [price])
        #expect(merged.groups[0].title == "OrderError: price of item \u{2039}n\u{203A} unknown")
        #expect(merged.groups[0].members == [0, 1, 2])
        #expect(merged.groups[0].maskedValues.map { $0.values.map(\.count) } == [[1]])
    }

    @Test func `A split makes one group of each endpoint, with ids that do not depend on the order`() {
        let split = grouped(night) { $0.splits = [plain[0]: .endpoint] }
        #expect(Set(split.ids).count == 3)
        #expect(split.ids[1] == plain[1])
        #expect(split.ids[0] != plain[0])
        let parts = split.groups.filter { $0.id != plain[1] }
        #expect(Set(parts.compactMap { $0.fingerprint.last?.value }) == ["POST /orders", "PUT /orders"])
        let reversed = grouped(night.reversed()) { $0.splits = [plain[0]: .endpoint] }
        #expect(Array(reversed.ids.reversed()) == split.ids)
    }

    @Test func `Rules for groups that have no failure tonight change nothing`() {
        let same = grouped(night) {
            $0.merged = ["0123456789ab": "ba9876543210"]
            $0.splits = ["0123456789ab": .version]
        }
        #expect(same.ids == plain)
    }
}
