// Rung 6 against its definition, on many small nights: what the tree answers is what asking every request of every run answers.

import Correlation
import Model
import Testing

/// A small generator with a fixed seed: the same nights on every run.
private struct Shuffler: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

@Suite struct `Runs that no log names` {
    private struct Caller {
        var time: Int64
        var latency: Int32
    }

    private struct Called {
        var start: Int64
        var hundredths: Int32
    }

    /// By the number of the caller: the one run that fits it and no other.
    private func links(_ callers: [Caller], _ runs: [Called]) -> [Int: Int] {
        func fits(_ caller: Caller, _ run: Called) -> Bool {
            (caller.time - 20...caller.time + Int64(caller.latency) + 20).contains(run.start)
                && (run.hundredths < 0 || run.hundredths / 100 <= caller.latency + 5)
        }
        var links: [Int: Int] = [:]
        for (number, caller) in callers.enumerated() {
            let fitting = runs.indices.filter { fits(caller, runs[$0]) }
            guard fitting.count == 1, callers.count(where: { fits($0, runs[fitting[0]]) }) == 1 else { continue }
            links[number] = fitting[0]
        }
        return links
    }

    @Test func `are linked to a request that only they fit, and that fits only them`() {
        var random = Shuffler(state: 20_261_130)
        var linked = 0
        for _ in 0..<300 {
            let callers = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                Caller(time: .random(in: 0...3_000, using: &random), latency: .random(in: 0...300, using: &random))
            }
            let runs = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                Called(start: .random(in: 0...3_300, using: &random), hundredths: .random(in: -5_000...30_000, using: &random))
            }
            let night = night(callers, runs)
            var found: [Int: Int] = [:]
            for request in night.requests where request.link == .timeWindow {
                let view = night.view(request)
                for number in callers.indices where view.access?.requestID == ID128("caller-\(number)") {
                    found[number] = runs.indices.first { view.invocation?.id == uuid($0 + 1) }
                }
            }
            #expect(found == links(callers, runs))
            linked += found.count
        }
        #expect(linked > 200)
    }

    private func night(_ callers: [Caller], _ runs: [Called]) -> JoinedNight {
        joined([
            input { facts in
                let endpoint = facts.names.intern("GET /orders")
                let function = facts.names.intern("orders-list")
                facts.access = callers.enumerated().map { number, caller in
                    row("caller-\(number)", at: at(caller.time)) {
                        $0.endpoint = endpoint
                        $0.latencyMs = caller.latency
                        $0.integrationLatencyMs = caller.latency
                    }
                }
                // Only this one tells which function the endpoint calls.
                facts.access.append(
                    row("known", at: at(-900_000)) {
                        $0.endpoint = endpoint
                        $0.functionStatus = 200
                    })
                var execution = ExecutionFact()
                execution.requestID = ID128("known")
                execution.endpoint = endpoint
                execution.function = function
                execution.integrationID = uuid(0)
                facts.executions = [execution]
                facts.invocations = runs.enumerated().map { number, called in
                    run(uuid(number + 1), at: at(called.start)) {
                        $0.function = function
                        $0.durationHundredths = called.hundredths < 0 ? -1 : called.hundredths
                    }
                }
            }
        ])
    }
}
