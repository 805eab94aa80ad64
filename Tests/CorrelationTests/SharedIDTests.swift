// Ids that stand for many things: the same answers as for few, in a time that grows with their number and not with its square.

import Correlation
import Model
import Testing

@Suite struct `Ids that come very often` {
    private let many = 10_000

    @Test func `a run answers one request, the first that the gateway received`() {
        let night = joined([
            input {
                $0.access = [
                    row("late", at: at(9), status: 502) { $0.integrationID = uuid(1) },
                    row("first", at: at(0), status: 502) { $0.integrationID = uuid(1) },
                    row("other", at: at(4), status: 502) { $0.integrationID = uuid(1) },
                ]
                $0.invocations = [run(uuid(1), at: at(1)) { $0.fault = .uncaughtError }]
            }
        ])
        #expect(night.requests.map(\.link) == [.integrationRequestID, nil, nil])
        #expect(night.requests.map(\.invocation) == [0, -1, -1])
        #expect(night.requests.map(\.calledFunction) == [true, true, true])
        #expect(night.orphanRequests.map(\.text) == ["the gateway named a run that is another request's"])
        #expect(night.orphanRequests.map(\.count) == [2])
    }

    @Test func `the stronger rung wins the run, whatever came first`() {
        let night = joined([
            input {
                $0.access = [
                    row("a", at: at(0), status: 500) { $0.errorTextID = uuid(1) },
                    row("b", at: at(5), status: 500) { $0.integrationID = uuid(1) },
                ]
                $0.invocations = [run(uuid(1), at: at(1))]
            }
        ])
        #expect(night.requests.map(\.link) == [nil, .integrationRequestID])
    }

    @Test func `requests that name one failing run are one hidden failure`() {
        let night = joined([
            input { facts in
                facts.access = (0..<many).map { number in
                    row("request-\(number)", at: at(Int64(number))) { $0.integrationID = uuid(1) }
                }
                facts.invocations = [run(uuid(1), at: at(0)) { $0.fault = .timeout }]
            }
        ])
        #expect(failureCandidates(in: night) == [FailureCandidate(request: 0, invocation: 0)])
    }

    @Test func `rows and execution logs with one request id pair by their extended ids`() {
        let night = joined([
            input { facts in
                facts.access = (0..<many).map { number in
                    row("chosen", at: at(Int64(number))) { $0.extendedID = ID128("ext-\(number)") }
                }
                facts.executions = (0..<many).reversed().map { number in
                    var execution = ExecutionFact()
                    execution.requestID = ID128("chosen")
                    execution.extendedID = ID128("ext-\(number)")
                    execution.firstTime = at(Int64(number))
                    execution.places = PlaceRange(input: 0, first: UInt32(number), last: UInt32(number))
                    return execution
                }
            }
        ])
        #expect(night.requests.count == many)
        #expect(night.requests.allSatisfy { night.view($0).execution?.extendedID == night.view($0).access?.extendedID })
    }

    @Test func `rows without extended ids take the execution logs of their id in order`() {
        let night = joined([
            input { facts in
                facts.access = (0..<many).map { row("chosen", at: at(Int64($0))) }
                facts.executions = (0..<many).map { number in
                    var execution = ExecutionFact()
                    execution.requestID = ID128("chosen")
                    execution.extendedID = ID128("ext-\(number)")
                    return execution
                }
            }
        ])
        #expect(night.requests.map(\.execution) == (0..<Int32(many)).map(\.self))
    }

    @Test func `runs that logged one gateway id go to its requests, one each`() {
        let night = joined([
            input { facts in
                facts.access = (0..<many).map { row("chosen", at: at(Int64($0))) }
                let extras = facts.runExtras(gateway: ID128("chosen"))
                facts.invocations = (0..<many).map { number in
                    run(uuid(number), at: at(Int64(number))) { $0.extras = extras }
                }
            }
        ])
        #expect(night.requests.map(\.invocation) == (0..<Int32(many)).map(\.self))
        #expect(night.requests.allSatisfy { $0.link == .correlationID })
    }

    /// Once cut in two inputs, once whole, exported twice.
    @Test func `runs of one id are told apart by when they started, and their parts find them`() {
        func attempt(_ number: Int, _ input: UInt32) -> InvocationFact {
            run(uuid(1), at: at(Int64(number) * 100)) {
                $0.places = PlaceRange(input: input, first: UInt32(number), last: UInt32(number))
            }
        }
        let whole = input(0) { facts in facts.invocations = (0..<many).map { attempt($0, 0) } }
        let again = input(1) { facts in facts.invocations = (0..<many).reversed().map { attempt($0, 1) } }
        let ends = input(2) { facts in
            facts.invocations = (0..<many).map { number in
                var part = attempt(number, 2)
                part.hasStart = false
                part.start = .unknown
                part.firstLine = part.end
                return part
            }
        }
        let night = joined([whole, again, ends])
        #expect(night.invocations.count == many)
        #expect(night.duplicates == many)
        #expect(night.morePlaces[uuid(1)]?.count == 2 * many)
        #expect(night.invocations.prefix(3).map(\.attempt) == [1, 2, 3])
    }

    @Test func `failing attempts of one id quote their own lines, and ask for each line once`() {
        let night = joined([
            input { facts in
                facts.invocations = (0..<many).map { number in
                    run(uuid(1), at: at(Int64(number) * 100)) {
                        $0.fault = .timeout
                        $0.places = PlaceRange(input: 0, first: UInt32(number), last: UInt32(number))
                    }
                }
            }
        ])
        let candidates = failureCandidates(in: night)
        let wanted = wantedEvidence(for: candidates, in: night, inputs: 1)
        #expect(wanted[0].invocations[uuid(1)]?.count == many)
        let lines = (0..<UInt32(many)).map { number in
            CollectedLine(
                owner: .invocation(uuid(1)),
                line: EvidenceLine(
                    source: .functionLog, time: at(Int64(number) * 100), level: nil, text: "line \(number)", message: "",
                    fields: [],
                    place: place(number)))
        }
        let found = evidence(for: candidates, in: night, collected: lines)
        #expect(found.count == many)
        #expect(found[7].function.map(\.text) == ["line 7"])
        #expect(found.allSatisfy { $0.function.count == 1 })
    }

    /// Every request may have called every run, so none is linked.
    @Test func `requests and runs of one moment, none of which names another, are told apart by nothing`() {
        let night = joined([
            input { facts in
                let endpoint = facts.names.intern("GET /orders")
                let function = facts.names.intern("orders-list")
                let (telling, silent) = (facts.names.intern("telling"), facts.names.intern("silent"))
                facts.access = [
                    row("known", at: at(0)) {
                        $0.integrationID = uuid(0)
                        $0.endpoint = endpoint
                        $0.api = telling
                    }
                ]
                facts.access += (1...many).map { number in
                    row("request-\(number)", at: at(60_000)) {
                        $0.integrationLatencyMs = 80
                        $0.endpoint = endpoint
                        $0.api = silent
                    }
                }
                var execution = ExecutionFact()
                execution.requestID = ID128("request-1")
                execution.api = silent
                execution.endpoint = endpoint
                execution.function = function
                facts.executions = [execution]
                facts.invocations = (0...many).map { number in
                    run(uuid(number), at: at(60_010)) {
                        $0.function = function
                        $0.fault = .timeout
                    }
                }
            }
        ])
        #expect(night.requests.count { $0.link == .timeWindow } == 0)
        #expect(night.unlinkedInvocations.count == many)
        #expect(night.maybeCalled.count == many)
    }
}
