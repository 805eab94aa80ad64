import Correlation
import Foundation
import Model
import Testing

/// A night of rows and runs that stand in no order within their inputs, many at the same time, some at none that is known. The number of a
/// row or run is in its id and in what lies beside it.
private func jumbledInputs(_ count: Int) -> [InputFacts] {
    var state: UInt64 = 42
    func random(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
    func time() -> Timestamp { random(below: 20) == 0 ? .unknown : at(Int64(random(below: count / 3))) }
    return (0..<7).map { number in
        input(UInt32(number)) { facts in
            for place in stride(from: number, to: count, by: 7) {
                let extras = place % 3 == 0 ? -1 : facts.rowExtras(authorizer: uuid(place))
                let gateway = place % 4 == 0 ? -1 : facts.runExtras(gateway: uuid(place))
                facts.access.append(
                    row("row-\(random(below: count * 9))", at: time()) {
                        $0.extras = extras
                        $0.responseBytes = Int32(place)
                        $0.eventHash = UInt64(place)
                    })
                facts.invocations.append(
                    run(uuid(1_000_000 + random(below: count * 9)), at: time()) {
                        $0.extras = gateway
                        $0.memoryMB = Int32(place)
                    })
            }
        }
    }
}

@Suite struct `The order of a night` {
    private func memory(inFile: Bool) throws -> ColumnMemory {
        inFile ? try ColumnMemory(inFileOf: NSTemporaryDirectory()) : ColumnMemory()
    }

    @Test(arguments: [false, true])
    func `requests are in order of time, then of id, and keep what lies beside them`(inFile: Bool) throws {
        let night = try joined(jumbledInputs(600), memory: memory(inFile: inFile))
        let views = night.requests.map { night.view($0) }
        try #require(views.count == 600)
        let keys = views.map { ($0.time, $0.primaryID) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(views.contains { !$0.time.isKnown })
        let beside = views.filter { view in
            let number = Int(view.access?.responseBytes ?? 0)
            return view.accessExtras.authorizerID == (number % 3 == 0 ? .none : uuid(number))
        }
        #expect(beside.count == views.count)
    }

    @Test(arguments: [false, true])
    func `runs are in order of start, then of id, and keep what lies beside them`(inFile: Bool) throws {
        let night = try joined(jumbledInputs(600), memory: memory(inFile: inFile))
        let runs = Array(night.invocations)
        try #require(runs.count == 600)
        let keys = runs.map { ($0.start, $0.id) }
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 <= $1 })
        let beside = runs.filter { run in
            night.facts.extras(of: run).gatewayID == (run.memoryMB % 4 == 0 ? .none : uuid(Int(run.memoryMB)))
        }
        #expect(beside.count == runs.count)
    }

    @Test func `what is the same at the same time stands as it was read`() {
        let inputs = [2, 1].map { part in
            input(UInt32(part)) { facts in
                facts.access = (0..<3).map { place in
                    row("one", at: at(5)) {
                        $0.responseBytes = Int32(10 * part + place)
                        $0.eventHash = UInt64(10 * part + place)
                    }
                }
            }
        }
        let night = joined(inputs)
        #expect(night.requests.compactMap { night.view($0).access?.responseBytes } == [20, 21, 22, 10, 11, 12])
    }

    @Test func `a request that only an execution log knows stands among the others by its time`() {
        let night = joined([
            input { facts in
                facts.access = [row("c", at: at(30)), row("a", at: at(10))]
                facts.executions = [ExecutionFact(), ExecutionFact()]
                for (place, time) in [(0, 20), (1, 40)] {
                    facts.executions[place].requestID = ID128("log-\(place)")
                    facts.executions[place].firstTime = at(Int64(time))
                }
            }
        ])
        #expect(night.requests.map { night.view($0).primaryID.text } == ["a", "log-0", "c", "log-1"])
    }
}
