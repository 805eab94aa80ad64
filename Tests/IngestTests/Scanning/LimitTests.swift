// What is too deep is text, and there is no limit to names.

import Ingest
import Model
import Testing

@Suite struct LimitTests {
    private func lines(nested levels: Int) -> InputFacts {
        let record =
            #"{"level":"ERROR","requestId":"\#(uuid(1))","message":"x","more":"# + String(repeating: "[", count: levels)
            + String(repeating: "]", count: levels) + "}"
        return scanned([
            TestEvent(0, "START RequestId: \(uuid(1)) Version: 42\n"), TestEvent(10, record),
            TestEvent(20, "END RequestId: \(uuid(1))\n"),
        ])
    }

    @Test func `JSON nested deeper than 64 levels is a line of text`() {
        #expect(lines(nested: 60).report.records.contains("lambda-json"))
        let deep = lines(nested: 70)
        #expect(!deep.report.records.contains("lambda-json"))
        #expect(deep.report.rejected == 0)
        #expect(deep.report.events == 3)
        #expect(deep.invocations.map(\.id) == [ID128(uuid(1))])
    }

    @Test func `every stream and every log group is kept apart`() {
        let facts = scanned(
            (0..<3_000).flatMap { number in
                let group = "/aws/lambda/orders-\(number % 1_000)"
                return [
                    TestEvent(
                        0, "START RequestId: \(uuid(number)) Version: 42\n", group: group, stream: "2026/03/12/[7]\(number)"),
                    TestEvent(9, "END RequestId: \(uuid(number))\n", group: group, stream: "2026/03/12/[7]\(number)"),
                ]
            })
        #expect(facts.invocations.count == 3_000)
        #expect(Set(facts.invocations.map(\.logGroup)).count == 1_000)
        #expect(Set(facts.invocations.map(\.stream)).count == 3_000)
    }
}
