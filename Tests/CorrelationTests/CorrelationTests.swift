import Correlation
import Model
import Testing

@Suite struct `The join ladder` {
    @Test func `rung 1, the access row names the Lambda request id`() {
        let night = joined([
            input {
                $0.access = [row("a", at: at(0)) { $0.integrationID = uuid(1) }]
                $0.invocations = [run(uuid(2), at: at(1)), run(uuid(1), at: at(2))]
            }
        ])
        #expect(night.requests.count == 1)
        #expect(night.requests[0].link == .integrationRequestID)
        #expect(night.invocations[Int(night.requests[0].invocation)].id == uuid(1))
        #expect(night.unlinkedInvocations.map { night.invocations[Int($0)].id } == [uuid(2)])
    }

    @Test func `rung 2, the execution log names it`() {
        let night = joined([
            input {
                $0.access = [row("a", at: at(0))]
                var execution = ExecutionFact()
                execution.requestID = ID128("a")
                execution.integrationID = uuid(1)
                execution.firstTime = at(0)
                $0.executions = [execution]
                $0.invocations = [run(uuid(1), at: at(2))]
            }
        ])
        #expect(night.requests.map(\.link) == [.executionLog])
        #expect(night.requests[0].execution == 0)
    }

    @Test func `rung 3, the integration error text of an HTTP API carries it`() {
        let night = joined([
            input {
                $0.access = [row("a", at: at(0), status: 500) { $0.errorTextID = uuid(1) }]
                $0.invocations = [run(uuid(1), at: at(2))]
            }
        ])
        #expect(night.requests.map(\.link) == [.errorMessage])
    }

    @Test func `rung 4, the function logged the gateway's id`() {
        let night = joined([
            input {
                $0.access = [row("AbCdEfGhIAMEPQ=", at: at(0))]
                let extras = $0.runExtras(gateway: ID128("AbCdEfGhIAMEPQ="))
                $0.invocations = [run(uuid(1), at: at(2)) { $0.extras = extras }]
            }
        ])
        #expect(night.requests.map(\.link) == [.correlationID])
    }

    @Test func `rung 5, the same trace on both sides, only when one-to-one`() {
        let trace = ID128(trace: "Root=1-69b28a1d-00112233445566778899aabb")!
        func calling(_ id: String, _ time: Int64, _ extras: Int32) -> AccessFact {
            row(id, at: at(time)) {
                $0.extras = extras
                $0.integrationLatencyMs = 60
            }
        }
        let one = joined([
            input {
                $0.access = [calling("a", 0, $0.rowExtras(trace: trace))]
                let extras = $0.runExtras(trace: trace)
                $0.invocations = [run(uuid(1), at: at(2)) { $0.extras = extras }]
            }
        ])
        #expect(one.requests.map(\.link) == [.traceID])

        let two = joined([
            input {
                $0.access = [calling("a", 0, $0.rowExtras(trace: trace)), calling("b", 5, $0.rowExtras(trace: trace))]
                let extras = $0.runExtras(trace: trace)
                $0.invocations = [run(uuid(1), at: at(2)) { $0.extras = extras }]
            }
        ])
        #expect(two.requests.map(\.link) == [nil, nil])
    }

    private func windowNight(_ runs: [InvocationFact], naming named: ID128 = .none) -> JoinedNight {
        joined([
            input {
                let endpoint = $0.names.intern("GET /orders")
                let function = $0.names.intern("orders-list")
                $0.access = [
                    row("a", at: at(0)) {
                        $0.endpoint = endpoint
                        $0.integrationID = uuid(1)
                    },
                    row("b", at: at(10_000)) {
                        $0.endpoint = endpoint
                        $0.integrationLatencyMs = 80
                        $0.functionStatus = 200
                        $0.integrationID = named
                        $0.api = Name(index: 0)
                    },
                ]
                // The row that names its run belongs to another API's template.
                let other = $0.names.intern("other-api")
                $0.access[0].api = other
                $0.access[0].endpoint = endpoint
                $0.invocations = [run(uuid(1), at: at(2)) { $0.function = function }]
                var execution = ExecutionFact()
                execution.requestID = ID128("b")
                execution.endpoint = endpoint
                execution.function = function
                execution.firstTime = at(10_000)
                $0.executions = [execution]
                $0.invocations += runs.map {
                    var run = $0
                    run.function = function
                    return run
                }
            }
        ])
    }

    @Test func `rung 6, the one run of the endpoint's function that fits in time`() {
        let night = windowNight([run(uuid(2), at: at(10_010))])
        #expect(night.requests.map(\.link) == [.integrationRequestID, .timeWindow])
    }

    @Test func `rung 6 gives no link when two runs fit`() {
        let night = windowNight([
            run(uuid(2), at: at(10_010)) { $0.fault = .uncaughtError }, run(uuid(3), at: at(10_020)) { $0.status = .timeout },
        ])
        #expect(night.requests.map(\.link) == [.integrationRequestID, nil])
        #expect(night.unlinkedInvocations.map { night.invocations[Int($0)].id } == [uuid(2), uuid(3)])
        #expect(night.maybeCalled == Set(night.unlinkedInvocations))
    }

    @Test func `rung 6 gives a request no other run than the one a log names for it`() {
        let night = windowNight([run(uuid(2), at: at(10_010))], naming: uuid(7))
        #expect(night.requests.map(\.link) == [.integrationRequestID, nil])
        #expect(night.maybeCalled.isEmpty)
    }

    @Test func `rung 6 does not take a run that lasted longer than the gateway waited`() {
        let night = windowNight([run(uuid(2), at: at(10_010)) { $0.durationHundredths = 900_000 }])
        #expect(night.requests.map(\.link) == [.integrationRequestID, nil])
    }

    @Test func `the authorizer's own run is linked and is no orphan`() {
        let night = joined([
            input {
                let extras = $0.rowExtras(authorizer: uuid(9))
                $0.access = [row("a", at: at(0), status: 403) { $0.extras = extras }]
                $0.invocations = [run(uuid(9), at: at(1))]
            }
        ])
        #expect(night.requests[0].authorizer == 0)
        #expect(night.unlinkedInvocations.isEmpty)
        #expect(!night.requests[0].calledFunction)
    }

    @Test func `orphans on both sides carry their reason`() {
        let night = joined([
            input {
                let serving = $0.names.intern("orders")
                let queue = $0.names.intern("queue-worker")
                $0.access = [
                    row("a", at: at(0)) { $0.integrationID = uuid(1) },
                    row("b", at: at(5)) { $0.integrationID = uuid(2) },
                ]
                $0.invocations = [
                    run(uuid(1), at: at(1)) { $0.function = serving },
                    run(uuid(3), at: at(2)) { $0.function = serving },
                    run(uuid(4), at: at(3)) { $0.function = queue },
                ]
            }
        ])
        #expect(night.orphanRequests.map(\.count) == [1])
        #expect(night.orphanRequests.map(\.text) == ["the gateway named the run, but no log of it was read"])
        #expect(night.orphanInvocations.map(\.count) == [1, 1])
    }
}

@Suite struct `What came twice or in pieces` {
    @Test func `the same row in two exports is one request`() {
        let one = input { $0.access = [row("a", at: at(0))] }
        let night = joined([one, one])
        #expect(night.requests.count == 1)
        #expect(night.duplicates == 1)
        #expect(night.collisions == 0)
    }

    @Test func `two different rows with one primary key are two requests and a collision`() {
        let night = joined([
            input { $0.access = [row("a", at: at(0)), row("a", at: at(7), status: 500)] }
        ])
        #expect(night.requests.count == 2)
        #expect(night.collisions == 1)
    }

    @Test func `a run cut between two inputs is one run, whole`() {
        let head = input(0) {
            $0.invocations = [
                run(uuid(1), at: at(0)) {
                    $0.hasReport = false
                    $0.end = .unknown
                    $0.durationHundredths = -1
                    $0.places = PlaceRange(input: 0, first: 3, last: 4)
                }
            ]
        }
        let tail = input(1) {
            $0.invocations = [
                run(uuid(1), at: .unknown) {
                    $0.hasStart = false
                    $0.firstLine = at(40)
                    $0.end = at(50)
                    $0.status = .timeout
                    $0.places = PlaceRange(input: 1, first: 0, last: 2)
                }
            ]
        }
        let night = joined([head, tail])
        #expect(night.invocations.count == 1)
        #expect(night.invocations[0].start == at(0))
        #expect(night.invocations[0].end == at(50))
        #expect(night.invocations[0].status == .timeout)
        #expect(night.morePlaces[uuid(1)] == [PlaceRange(input: 1, first: 0, last: 2)])
    }

    @Test func `the same run in two exports is one run`() {
        let one = input { $0.invocations = [run(uuid(1), at: at(0)) { $0.errorLines = 2 }] }
        let night = joined([one, one])
        #expect(night.invocations.count == 1)
        #expect(night.invocations[0].errorLines == 2)
        #expect(night.duplicates == 1)
    }

    /// Its init is the very first event of the night.
    @Test func `the same run in two exports keeps the init of the first`() {
        let exports = (0..<2).map { (number: UInt32) in
            input(number) { facts in
                var extras = InvocationExtras()
                extras.initPlaces = PlaceRange(input: number, first: 0, last: 0)
                facts.invocationExtras = [extras]
                facts.invocations = [
                    run(uuid(1), at: at(0)) {
                        $0.hasInit = true
                        $0.extras = 0
                    }
                ]
            }
        }
        let night = joined(exports)
        #expect(night.facts.extras(of: night.invocations[0]).initPlaces == PlaceRange(input: 0, first: 0, last: 0))
    }

    @Test
    func `where no container kept times, runs of one id in two streams are two attempts and copies of one stream are one run`() {
        func part(_ index: UInt32, stream name: String, attempts: UInt8 = 1) -> InputFacts {
            input(index) { facts in
                let stream = facts.names.intern(name)
                facts.invocations = (1...attempts).map { attempt in
                    run(uuid(1), at: .unknown) { run in
                        run.stream = stream
                        run.attempt = attempt
                        (run.firstLine, run.end) = (.unknown, .unknown)
                    }
                }
            }
        }
        #expect(joined([part(0, stream: "a"), part(1, stream: "b")]).invocations.map(\.attempt) == [1, 2])
        #expect(joined([part(0, stream: "a"), part(1, stream: "a")]).invocations.map(\.attempt) == [1])
        #expect(joined([part(0, stream: "a", attempts: 2)]).invocations.map(\.attempt) == [1, 2])
    }

    @Test func `a retry by Lambda keeps the id and is a second attempt`() {
        let night = joined([
            input { $0.invocations = [run(uuid(1), at: at(60_000)), run(uuid(1), at: at(0))] }
        ])
        #expect(night.invocations.map(\.attempt) == [1, 2])
        #expect(night.invocations.map(\.start) == [at(0), at(60_000)])
    }

    @Test func `lines at the head of a part belong to the run that was open when the part before it ended`() {
        let before = input(0) {
            let stream = $0.names.intern("stream")
            $0.invocations = [run(uuid(1), at: at(0)) { $0.hasReport = false }]
            var edge = StreamEdge()
            edge.stream = stream
            edge.firstTime = at(0)
            edge.openAtEnd = uuid(1)
            $0.edges = [edge]
        }
        let after = input(1) {
            _ = $0.names.intern("another name first")
            let stream = $0.names.intern("stream")
            var edge = StreamEdge()
            edge.stream = stream
            edge.firstTime = at(30)
            edge.headLines = 1
            edge.headFault = .uncaughtError
            edge.headPlaces = PlaceRange(input: 1, first: 0, last: 0)
            $0.edges = [edge]
        }
        let night = joined([before, after])
        #expect(night.invocations[0].fault == .uncaughtError)
        let candidates = failureCandidates(in: night)
        let wanted = wantedEvidence(for: candidates, in: night, inputs: 2)
        #expect(wanted[1].heads == [uuid(1): [PlaceRange(input: 1, first: 0, last: 0)]])
    }
}

@Suite struct `What gets a page` {
    @Test func `failing requests, hidden failures and background failures, each once`() {
        let night = joined([
            input {
                $0.access = [
                    row("a", at: at(0), status: 502) { $0.integrationID = uuid(1) },
                    row("b", at: at(1), status: 200) { $0.integrationID = uuid(2) },
                    row("c", at: at(2), status: 404),
                    row("d", at: at(3), status: 200),
                ]
                $0.invocations = [
                    run(uuid(1), at: at(0)) { $0.fault = .uncaughtError },
                    run(uuid(2), at: at(1)) { $0.status = .error },
                    run(uuid(3), at: at(2)) { $0.status = .timeout },
                    run(uuid(4), at: at(3)),
                ]
            }
        ])
        #expect(
            failureCandidates(in: night) == [
                FailureCandidate(request: 0, invocation: 0), FailureCandidate(request: 1, invocation: 1),
                FailureCandidate(request: 2, invocation: -1), FailureCandidate(request: -1, invocation: 2),
            ])
    }

    @Test func `a request belongs to the range in which the gateway received it, and takes its run along`() {
        let facts = input {
            $0.access = [
                row("a", at: at(0)) { $0.integrationID = uuid(1) },
                row("b", at: at(999)) { $0.integrationID = uuid(2) },
                row("c", at: at(1_000)) { $0.integrationID = uuid(3) },
            ]
            $0.invocations = [
                run(uuid(1), at: at(5)), run(uuid(2), at: at(1_001)), run(uuid(3), at: at(1_002)), run(uuid(4), at: at(500)),
                run(uuid(5), at: at(1_000)),
            ]
        }
        let night = joined([facts], range: TimeRange(since: at(0), until: at(1_000)))
        #expect(night.requests.count == 2)
        #expect(night.invocations.map(\.id) == [uuid(1), uuid(4), uuid(2)])
    }

    @Test func `what lies beside rows and runs stays with them when a range cuts others off`() {
        let trace = ID128(high: 7, low: 8)
        let facts = input { facts in
            let ofRow = facts.rowExtras(authorizer: uuid(9), trace: trace)
            let ofRun = facts.runExtras(trace: trace)
            facts.invocationExtras[Int(ofRun)].initPlaces = PlaceRange(input: 0, first: 3, last: 5)
            facts.access = [
                row("a", at: at(0), status: 502) {
                    $0.integrationID = uuid(2)
                    $0.extras = ofRow
                }
            ]
            facts.invocations = [
                run(uuid(1), at: at(-500)),
                run(uuid(2), at: at(5)) {
                    $0.hasInit = true
                    $0.extras = ofRun
                },
            ]
        }
        let night = joined([facts], range: TimeRange(since: at(0), until: at(1_000)))
        #expect(night.invocations.map(\.id) == [uuid(2)])
        #expect(night.view(night.requests[0]).accessExtras.authorizerID == uuid(9))
        let wanted = wantedEvidence(for: failureCandidates(in: night), in: night, inputs: 1)
        #expect(wanted[0].invocations[uuid(2)]?.contains(PlaceRange(input: 0, first: 3, last: 5)) == true)
    }

    @Test func `a line that two exports hold is quoted once`() {
        let night = joined([
            input(0) {
                $0.invocations = [run(uuid(1), at: at(0)) { $0.fault = .timeout }]
            }
        ])
        func line(_ input: UInt32, _ event: UInt32) -> CollectedLine {
            CollectedLine(
                owner: .invocation(uuid(1)),
                line: EvidenceLine(
                    source: .functionLog, time: at(1), level: nil, text: "same", message: "same", fields: [],
                    place: place(event, input: input)))
        }
        let found = evidence(
            for: failureCandidates(in: night), in: night, collected: [line(0, 1), line(0, 2), line(1, 7)])
        #expect(found[0].function.map(\.place) == [place(1), place(2)])
    }
}
