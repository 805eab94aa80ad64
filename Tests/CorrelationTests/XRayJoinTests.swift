// Rung 5 with X-Ray segments: which runs of a trace belong to a request, and as what.

import Model
import Testing

private func traced(
    _ request: String, _ runs: [(id: ID128, from: Int64, until: Int64, function: Name)], authorizing: Set<ID128> = []
) -> TraceFact {
    var fact = TraceFact()
    fact.traceID = ID128(high: 7, low: 8)
    fact.requestID = ID128(request)
    fact.start = at(0)
    fact.runs = runs.map { run in
        var traced = TraceRun()
        traced.id = run.id
        traced.function = run.function
        traced.start = at(run.from)
        traced.end = at(run.until)
        traced.isAuthorizer = authorizing.contains(run.id)
        return traced
    }
    return fact
}

@Suite struct `X-Ray segments in the join` {
    @Test func `the one run of a trace is the request's, by trace id`() {
        let night = joined([
            input {
                $0.access = [row("a", at: at(0), status: 504)]
                $0.invocations = [run(uuid(1), at: at(3))]
                $0.traces = [traced("a", [(uuid(1), 3, 60, .none)])]
            }
        ])
        #expect(night.requests[0].link == .traceID)
        #expect(night.requests[0].invocation == 0)
        #expect(night.view(night.requests[0]).trace?.traceID == ID128(high: 7, low: 8))
    }

    @Test func `of two runs one after the other the first authorized the request`() {
        let night = joined([
            input {
                $0.access = [row("a", at: at(0), status: 502)]
                $0.invocations = [run(uuid(1), at: at(2)), run(uuid(2), at: at(40))]
                $0.traces = [traced("a", [(uuid(1), 2, 30, .none), (uuid(2), 40, 90, .none)])]
            }
        ])
        #expect(night.requests[0].link == .traceID)
        #expect(night.requests[0].authorizer == 0)
        #expect(night.requests[0].invocation == 1)
        #expect(night.unlinkedInvocations.isEmpty)
    }

    @Test func `two runs at one time give none`() {
        let night = joined([
            input {
                $0.access = [row("a", at: at(0), status: 502)]
                $0.invocations = [run(uuid(1), at: at(2)), run(uuid(2), at: at(10))]
                $0.traces = [traced("a", [(uuid(1), 2, 30, .none), (uuid(2), 10, 90, .none)])]
            }
        ])
        #expect(night.requests[0].link == nil)
        #expect(night.requests[0].authorizer == -1)
    }

    @Test func `a request that ended in its authorizer has no run but that one`() {
        let night = joined([
            input {
                let type = $0.names.intern("AUTHORIZER_FAILURE")
                $0.access = [row("a", at: at(0), status: 500) { $0.responseType = type }]
                $0.invocations = [run(uuid(1), at: at(2)) { $0.fault = .uncaughtError }]
                $0.traces = [traced("a", [(uuid(1), 2, 30, .none)])]
            }
        ])
        #expect(night.requests[0].link == nil)
        #expect(night.requests[0].invocation == -1)
        #expect(night.requests[0].authorizer == 0)
        #expect(night.unlinkedInvocations.isEmpty)
    }

    @Test func `a function that is known to authorize is never taken for an integration`() {
        let night = joined([
            input {
                let function = $0.names.intern("order-authorizer")
                let extras = $0.rowExtras(authorizer: uuid(2))
                $0.access = [row("a", at: at(0), status: 500), row("b", at: at(500)) { $0.extras = extras }]
                $0.invocations = [
                    run(uuid(1), at: at(2)) { $0.function = function }, run(uuid(2), at: at(502)) { $0.function = function },
                ]
                $0.traces = [traced("a", [(uuid(1), 2, 30, function)])]
            }
        ])
        #expect(night.requests[0].link == nil)
        #expect(night.requests[0].invocation == -1)
    }

    @Test func `stronger rungs win, and the trace still tells what the run called`() {
        let night = joined([
            input {
                let table = $0.names.intern("DynamoDB")
                var trace = traced("a", [(uuid(1), 2, 30, .none)])
                var call = TraceCall()
                call.name = table
                trace.runs[0].calls = [call]
                $0.access = [row("a", at: at(0), status: 502) { $0.integrationID = uuid(1) }]
                $0.invocations = [run(uuid(1), at: at(2))]
                $0.traces = [trace]
            }
        ])
        #expect(night.requests[0].link == .integrationRequestID)
        #expect(night.tracedRun(uuid(1))?.calls.map { night.names[$0.name] } == ["DynamoDB"])
    }

    @Test func `an id that two requests share ties the trace to neither`() {
        let night = joined([
            input {
                $0.access = [
                    row("a", at: at(0), status: 502) { $0.extendedID = ID128("x") },
                    row("a", at: at(900), status: 502) { $0.extendedID = ID128("y") },
                ]
                $0.invocations = [run(uuid(1), at: at(2))]
                $0.traces = [traced("a", [(uuid(1), 2, 30, .none)])]
            }
        ])
        #expect(night.requests.map(\.link) == [nil, nil])
    }

    @Test func `a trace that was fetched twice is one, and the fuller one stays`() {
        let night = joined([
            input { $0.traces = [traced("a", [])] }, input(1) { $0.traces = [traced("a", [(uuid(1), 2, 30, .none)])] },
        ])
        #expect(night.traces.map(\.runs.count) == [1])
    }
}

@Suite struct `Failing runs without a request` {
    @Test func `without any log of a gateway nothing is sure of who called`() {
        let night = joined([input { $0.invocations = [run(uuid(1), at: at(0)) { $0.fault = .uncaughtError }] }])
        #expect(night.maybeCalled == [0])
    }

    @Test func `a function of a queue is surely not the gateway's where every row names its run`() {
        let night = joined([
            input {
                let serving = $0.names.intern("orders")
                let queue = $0.names.intern("queue-worker")
                $0.access = [row("a", at: at(0)) { $0.integrationID = uuid(1) }]
                $0.invocations = [
                    run(uuid(1), at: at(1)) { $0.function = serving },
                    run(uuid(2), at: at(2)) {
                        $0.function = queue
                        $0.fault = .uncaughtError
                    },
                    run(uuid(3), at: at(3)) {
                        $0.function = serving
                        $0.fault = .uncaughtError
                    },
                ]
            }
        ])
        #expect(night.unlinkedInvocations == [1, 2])
        #expect(night.maybeCalled == [2], "the gateway is known to call that function")
    }

    @Test func `rows that log no id of the run may have called whatever failed at that time`() {
        let night = joined([
            input {
                $0.access = [row("a", at: at(0), status: 502) { $0.latencyMs = -1 }]
                $0.invocations = [
                    run(uuid(1), at: at(100)) { $0.fault = .uncaughtError },
                    run(uuid(2), at: at(90_000)) { $0.fault = .uncaughtError },
                ]
            }
        ])
        #expect(night.maybeCalled == [0])
    }

    @Test func `a crashed authorizer that no row names may be the one that ended a request`() {
        let night = joined([
            input {
                let type = $0.names.intern("AUTHORIZER_FAILURE")
                let api = $0.names.intern("api")
                $0.access = [
                    row("a", at: at(0)) {
                        $0.integrationID = uuid(9)
                        $0.api = api
                    },
                    row("b", at: at(60_000), status: 500) {
                        $0.responseType = type
                        $0.api = api
                    },
                ]
                $0.invocations = [
                    run(uuid(1), at: at(60_002)) { $0.fault = .uncaughtError },
                    run(uuid(2), at: at(70_000)) { $0.fault = .uncaughtError },
                ]
            }
        ])
        #expect(night.maybeCalled == [0])
    }
}
