// The rows of the explorer, from a night that is built row by row.

import Aggregation
import Model
import Testing

extension NightBuilder {
    fileprivate func rows(
        limit: Int = explorerLimit, groups: [FailureGroup] = [], jobs: Int = 1, stretch: Int = 1_000
    ) -> ExplorerRows {
        let night = JoinedNight(
            names: names,
            facts: NightFacts(
                access: FactColumn(access), executions: [], invocations: FactColumn(invocations),
                accessExtras: ExtraWords(), invocationExtras: ExtraWords(), traces: []),
            requests: Column(requests),
            unlinkedInvocations: unlinked)
        return explorerRows(
            SummaryInput(
                night: night, candidates: candidates, failures: failures, groups: groups, inputs: [], title: "Night",
                toolVersion: "0", range: TimeRange(since: Self.since, until: Self.since + 3_600_000), zone: .utc),
            jobs: jobs, limit: limit, stretch: stretch)
    }

    fileprivate mutating func backgroundFailure(_ function: String, at ms: Int64) {
        let run = run(function, at: ms) { $0.fault = .timeout }
        unlinked.append(run)
        candidates.append(FailureCandidate(request: -1, invocation: run))
        var failure = Failure(
            id: "\(failures.count)", time: Self.since + ms,
            verdict: Verdict(cause: .backgroundFailure, confidence: .certain, sentence: "", proof: []))
        failure.function = function
        failures.append(failure)
    }
}

extension ExplorerRows {
    /// What the rows say, a line each.
    fileprivate var lines: [String] {
        (0..<count).map { row in
            let kind = kinds[Int(kindOfRow[row])]
            let seconds = (times[row] - NightBuilder.since.milliseconds) / 1000
            let parts = [
                "\(seconds) s", names[Int(kind.endpoint)], "\(kind.status)", kind.cause?.rawValue ?? "fine",
                names[Int(kind.function)], "\(latencies[row]) ms",
            ]
            return parts.joined(separator: " | ") + (counts.isEmpty ? "" : " x \(counts[row])")
        }
    }
}

@Suite struct `Rows of the explorer` {
    @Test func `are every request and every failing run without one, in order of time`() {
        var night = NightBuilder()
        night.request("GET /a", 200, at: 0, run: night.run("f", at: 1))
        night.request("GET /a", 502, at: 20_000, run: night.run("f", at: 20_001), latency: 900, cause: .unhandledException)
        night.backgroundFailure("worker", at: 10_000)
        night.unlinked.append(night.run("healthy-worker", at: 15_000))
        night.failures[0].endpoint = "GET /a"
        let rows = night.rows()
        #expect(
            rows.lines == [
                "0 s | GET /a | 200 | fine | f | 50 ms",
                "10 s |  | -1 | background-failure | worker | 40 ms",
                "20 s | GET /a | 502 | unhandled-exception | f | 900 ms",
            ])
        #expect(rows.failures.map(\.row) == [1, 2])
        #expect(rows.failures.map(\.failure) == [1, 0])
        #expect(rows.requests == 2)
        #expect(!rows.isSummarised)
    }

    @Test func `a row whose time no log tells stands at the start of the range`() {
        var night = NightBuilder()
        night.request("GET /a", 200, at: 5_000)
        night.request("GET /b", 200, at: 6_000)
        night.access[1].time = .unknown
        #expect(night.rows().lines.first == "0 s | GET /b | 200 | fine |  | 50 ms")
    }

    @Test func `above the limit healthy requests are exact counts and failures stay whole`() {
        var night = NightBuilder()
        for second in 0..<90 { night.request("GET /a", 200, at: Int64(second) * 1000, latency: 11) }
        night.request("GET /a", 200, at: 30_500, latency: 400)
        night.request("GET /a", 500, at: 30_600, latency: 77, cause: .handledError)
        night.failures[0].endpoint = "GET /a"
        let rows = night.rows(limit: 91)
        #expect(
            rows.lines == [
                "0 s | GET /a | 200 | fine |  | 10 ms x 60",
                "0 s | GET /a | 200 | fine |  | 360 ms x 1",
                "30 s | GET /a | 500 | handled-error |  | 77 ms x 1",
                "60 s | GET /a | 200 | fine |  | 10 ms x 30",
            ])
        #expect(rows.failures.map(\.row) == [2])
        #expect(rows.counts.reduce(0, +) == 92)
        #expect(rows.requests == 92)
        #expect(!night.rows(limit: 92).isSummarised)
    }

    @Test(arguments: [explorerLimit, 50]) func `are the same however the requests are cut and on however many threads`(limit: Int)
    {
        var night = NightBuilder()
        for place in 0..<60 {
            let at = Int64(place) * 7_000
            let run = night.run("f\(place % 3)", at: at, version: "\(place / 20)")
            night.request(
                "GET /\(place % 7 * place % 5)", place % 9 == 4 ? 500 : 200, at: at, run: run,
                cause: place % 9 == 4 ? .handledError : nil)
            night.access[place].userAgent = night.names.intern("agent \(place % 4)")
            if place % 13 == 6 { night.backgroundFailure("worker \(place % 2)", at: at + 3_500) }
        }
        night.access[0].time = .unknown
        func told(_ rows: ExplorerRows) -> [String] {
            rows.lines + ["\(rows.names) \(rows.agents) \(rows.kinds) \(rows.agentOfRow) \(rows.ids) \(rows.failures)"]
        }
        let whole = told(night.rows(limit: limit))
        for stretch in [1, 7, 30, 59, 60] {
            for jobs in [1, 4] {
                #expect(told(night.rows(limit: limit, jobs: jobs, stretch: stretch)) == whole, "\(jobs) by \(stretch)")
            }
        }
    }

    @Test func `what is common has small numbers`() {
        var night = NightBuilder()
        night.request("GET /rare", 200, at: 0)
        for second in 1..<5 { night.request("GET /common", 200, at: Int64(second)) }
        for (place, agent) in ["b", "a", "a", "b", "a"].enumerated() {
            night.access[place].userAgent = night.names.intern(agent)
        }
        let rows = night.rows()
        #expect(rows.kindOfRow == [1, 0, 0, 0, 0])
        #expect(rows.agents == ["", "a", "b"])
        #expect(rows.agentOfRow == [2, 1, 1, 2, 1])
    }

    @Test func `agents beyond the two thousand commonest are one`() {
        var night = NightBuilder()
        // Agent 0 calls once, all others twice.
        for second in 1...4_001 { night.request("GET /a", 200, at: Int64(second)) }
        for place in night.access.indices { night.access[place].userAgent = night.names.intern("agent \((place + 1) / 2)") }
        let rows = night.rows()
        #expect(rows.agents.count == 1 + 2_000 + 1)
        #expect(rows.agents.last == "other callers")
        #expect(rows.agentOfRow[0] == 2_001)
    }

    @Test func `a UUID is known by its first six digits, another id by a hash`() {
        var night = NightBuilder()
        for at in 0..<4 { night.request("GET /a", 200, at: Int64(at)) }
        night.access[0].requestID = ID128("451a81bf-733c-44d8-bcfe-9717d0b5950f")
        night.access[1].requestID = ID128("JKJaXmPLvHcESHA=")
        night.access[2].requestID = .none
        night.access[2].extendedID = ID128("JKJaXmPLvHcESHA=")
        night.access[3].requestID = .none
        let rows = night.rows()
        #expect(rows.ids == [0x451A81, 0x5374FB, 0x5374FB, 0])
        #expect(rows.kindOfRow.map { rows.kinds[Int($0)].hasUUID } == [true, false, false, false])
    }

    @Test func `a failure has its group`() {
        var night = NightBuilder()
        night.request("GET /a", 500, at: 0, cause: .handledError)
        var group = FailureGroup(id: "aaaaaaaaaaaa", title: "Error", cause: .handledError)
        group.members = [0]
        let rows = night.rows(groups: [group])
        #expect(rows.kinds.map(\.group) == [0])
    }
}
