import Aggregation
import Model
import Testing

/// A night that is built row by row: each request with its own run, or with none.
struct NightBuilder {
    var names = NameTable()
    var access: [AccessFact] = []
    var invocations: [InvocationFact] = []
    var requests: [JoinedRequest] = []
    var unlinked: [Int32] = []
    var candidates: [FailureCandidate] = []
    var failures: [Failure] = []
    var inputs: [InputReport] = []

    static let since = Timestamp(year: 2026, month: 3, day: 12, hour: 1)

    mutating func run(_ function: String, at ms: Int64, version: String = "1", _ fill: (inout InvocationFact) -> Void = { _ in })
        -> Int32
    {
        var fact = InvocationFact()
        fact.id = ID128(high: 1, low: UInt64(invocations.count + 1))
        fact.function = names.intern(function)
        fact.version = names.intern(version)
        fact.start = Self.since + ms
        fact.firstLine = fact.start
        fact.durationHundredths = 4_000
        fact.memoryMB = 256
        fact.memoryUsedMB = 100
        fact.hasStart = true
        fact.hasReport = true
        fill(&fact)
        invocations.append(fact)
        return Int32(invocations.count - 1)
    }

    mutating func request(
        _ endpoint: String, _ status: Int16, at ms: Int64, run: Int32 = -1, latency: Int32 = 50, cause: Cause? = nil,
        called: Bool = false
    ) {
        var row = AccessFact()
        row.requestID = ID128(high: 2, low: UInt64(access.count + 1))
        row.endpoint = names.intern(endpoint)
        row.api = names.intern("orders-api")
        row.stage = names.intern("prod")
        row.time = Self.since + ms
        row.status = status
        row.latencyMs = latency
        row.kind = .rest
        access.append(row)
        var request = JoinedRequest()
        request.access = Int32(access.count - 1)
        request.invocation = run
        request.link = run >= 0 ? .integrationRequestID : nil
        request.calledFunction = called || run >= 0
        requests.append(request)
        if let cause {
            candidates.append(FailureCandidate(request: Int32(requests.count - 1), invocation: run))
            var failure = Failure(
                id: "\(failures.count)", time: row.time,
                verdict: Verdict(cause: cause, confidence: .certain, sentence: "", proof: []))
            failure.function = run >= 0 ? names[invocations[Int(run)].function] : nil
            failures.append(failure)
        }
    }

    func report(hours: Int64 = 1, walking: Walking = .inMemory(jobs: 1)) -> Report {
        let night = JoinedNight(
            names: names,
            facts: NightFacts(
                access: FactColumn(access), executions: [], invocations: FactColumn(invocations),
                accessExtras: ExtraWords(), invocationExtras: ExtraWords(), traces: []),
            requests: Column(requests),
            unlinkedInvocations: unlinked)
        return summarise(
            SummaryInput(
                night: night, candidates: candidates, failures: failures, groups: [], inputs: inputs, title: "Night",
                toolVersion: "0", range: TimeRange(since: Self.since, until: Self.since + hours * 3_600_000), zone: .utc),
            walking: walking)
    }
}

@Suite struct `The night in numbers` {
    @Test func `client errors, server errors and function errors are three numbers`() {
        var night = NightBuilder()
        night.request("GET /a", 200, at: 0, run: night.run("f", at: 1))
        night.request("GET /a", 500, at: 10, run: night.run("f", at: 11), cause: .handledError)
        night.request(
            "GET /a", 502, at: 20, run: night.run("f", at: 21) { $0.fault = .uncaughtError }, cause: .unhandledException)
        night.request("GET /a", 400, at: 30, cause: .invalidBody)
        night.unlinked.append(night.run("worker", at: 40) { $0.fault = .timeout })
        let totals = night.report().totals
        #expect(totals.requests == 4)
        #expect(totals.clientErrors == 1)
        #expect(totals.serverErrors == 2)
        #expect(totals.functionErrors == 2)
        #expect(totals.invocations == 4)
        #expect(totals.linked == 3)
        #expect(totals.invocationsWithoutRequest == 1)
    }

    @Test func `requests are the sum of the eight outcomes`() {
        var night = NightBuilder()
        night.request("GET /a", 200, at: 0, run: night.run("f", at: 1))
        night.request("GET /a", 200, at: 1, run: night.run("f", at: 1) { $0.status = .error }, cause: .hiddenFailure)
        night.request("OPTIONS /a", 204, at: 2)
        night.request("GET /a", 200, at: 3, called: true)
        night.request("GET /a", 500, at: 4, run: night.run("f", at: 4), cause: .handledError)
        night.request("GET /a", 504, at: 5, run: night.run("f", at: 5) { $0.fault = .timeout }, cause: .functionTimeout)
        night.request("GET /a", 500, at: 6, cause: .functionThrottled, called: true)
        night.request("GET /a", 502, at: 7, cause: .unknown, called: true)
        let outcomes = night.report().outcomes
        #expect(outcomes.clientAnswered == [1, 1, 1, 1])
        #expect(outcomes.clientFailed == [1, 1, 1, 1])
    }

    @Test func `an endpoint splits one status by cause`() {
        var night = NightBuilder()
        night.request("GET /a", 401, at: 0, cause: .credentialsMissing)
        night.request("GET /a", 401, at: 1, run: night.run("f", at: 1), cause: .answeredClientError)
        night.request("GET /a", 401, at: 2, cause: .credentialsMissing)
        let endpoint = night.report().endpoints[0]
        #expect(endpoint.statuses == [401: 3])
        #expect(endpoint.causes.map(\.cause) == [.credentialsMissing, .answeredClientError])
        #expect(endpoint.causes.map(\.failures) == [[0, 2], [1]])
    }

    @Test func `percentiles are those of the sorted values`() {
        var night = NightBuilder()
        for value in 1...200 { night.request("GET /a", 200, at: Int64(value), latency: Int32(value)) }
        let latency = night.report().endpoints[0].latency
        #expect(latency.count == 200)
        #expect(latency.p50 == 100)
        #expect(latency.p95 == 190)
        #expect(latency.p99 == 198)
        #expect(latency.max == 200)
    }

    @Test func `percentiles of many values are those of the sorted values too`() {
        var night = NightBuilder()
        for value in 0..<8_000 {
            let run = night.run("f", at: Int64(value)) { $0.durationHundredths = Int32(value * 7 % 8_000) * 1_000 }
            night.request("GET /a", 200, at: Int64(value), run: run, latency: Int32(value * 7 % 8_000))
        }
        let report = night.report()
        let endpoint = report.endpoints[0]
        #expect([endpoint.latency.p50, endpoint.latency.p95, endpoint.latency.p99] == [3_999, 7_599, 7_919])
        #expect([endpoint.functionDuration.p50, endpoint.functionDuration.max] == [39_990, 79_990])
        #expect([report.functions[0].duration.p95, report.functions[0].duration.p99] == [75_990, 79_190])
    }

    @Test func `the night is the same on one core and on many`() {
        var night = NightBuilder()
        for place in 0..<300 {
            let failing = place % 11 == 0
            night.request(
                "GET /\(place % 7)", failing ? 500 : 200, at: Int64(place) * 9_000,
                run: night.run("f\(place % 5)", at: Int64(place) * 9_000) { if failing { $0.fault = .uncaughtError } },
                latency: Int32(place), cause: failing ? .unhandledException : nil)
        }
        func told(_ report: Report) -> [String] {
            let endpoints = report.endpoints.map {
                "\($0.slug) \($0.requests) \($0.failures) \($0.latency) \($0.functions) \($0.series.ok)"
            }
            let functions = report.functions.map {
                "\($0.slug) \($0.invocations) \($0.errors) \($0.duration) \($0.endpoints) \($0.series.invocations)"
            }
            return endpoints + functions + ["\(report.totals) \(report.outcomes) \(report.series.clients)"]
        }
        let one = told(night.report())
        #expect(one.count == 13)
        #expect(told(night.report(walking: .inMemory(jobs: 8))) == one)
        #expect(told(night.report(walking: .inFile)) == one)
    }

    @Test func `requests that matched no route are together and no endpoint`() {
        var night = NightBuilder()
        night.request("", 404, at: 0, cause: .routeNotFound)
        night.request("GET /a", 200, at: 0)
        let report = night.report()
        #expect(report.endpoints.map(\.endpoint) == ["GET /a"])
        #expect(report.noRoute?.requests == 1)
    }

    @Test func `a bucket is round, and there are at most 120`() {
        var night = NightBuilder()
        night.request("GET /a", 500, at: 125_000, cause: .handledError)
        let hour = night.report(hours: 1).series
        #expect(hour.bucketMs == 60_000)
        #expect(hour.buckets == 60)
        #expect(hour.clients.serverErrors[2] == 1)
        let eight = night.report(hours: 8).series
        #expect(eight.bucketMs == 300_000)
        let year = night.report(hours: 24 * 365).series
        #expect(year.buckets <= 120)
    }

    @Test func `a new version is marked where it is first seen, the first one is not`() {
        var night = NightBuilder()
        night.unlinked = [night.run("f", at: 0, version: "7"), night.run("f", at: 60_000, version: "8")]
        let report = night.report()
        #expect(report.markers.map(\.label) == ["f v8"])
        #expect(report.functions[0].versions.map(\.version) == ["7", "8"])
    }

    @Test func `time billed after the client had gone is summed per function`() {
        var night = NightBuilder()
        let run = night.run("f", at: 100) { $0.durationHundredths = 3_500_000 }
        night.request("GET /a", 504, at: 0, run: run, latency: 29_000, cause: .integrationTimeout)
        #expect(night.report().functions[0].billedAfterClientGoneMs == 6_100)
    }

    @Test func `over nine tenths of a limit is a near miss, and the threshold is not one`() {
        var night = NightBuilder()
        night.unlinked = [
            night.run("f", at: 0) {
                $0.fault = .timeout; $0.durationHundredths = 1_000_000
            },
            night.run("f", at: 1) { $0.durationHundredths = 950_000 },
            night.run("f", at: 2) { $0.durationHundredths = 900_000 },
            night.run("g", at: 2) { $0.memoryUsedMB = 250 },
        ]
        let misses = night.report().nearMisses
        #expect(misses.map(\.name) == ["f", "g"])
        #expect(misses[0].worst == 9_500)
        #expect(misses[0].limit == 10_000)
        #expect(misses[1].kind == .memory)
    }

    @Test func `an integration that was nearly too slow is a near miss of its endpoint`() {
        var night = NightBuilder()
        for (place, wait) in [26_101, 26_100, 28_000, 28_500].enumerated() {
            night.request("GET /a", place == 3 ? 504 : 200, at: Int64(place))
            night.access[place].integrationLatencyMs = Int32(wait)
        }
        let misses = night.report().nearMisses
        #expect(misses.map(\.kind) == [.gatewayWait])
        #expect(misses[0].times == 2)
        #expect(misses[0].worst == 28_000)
        #expect(misses[0].limit == 29_000)
    }

    @Test func `near misses of endpoints with one name are in order of their pages`() {
        var night = NightBuilder()
        for (place, api) in ["c", "a", "d", "b"].enumerated() {
            night.request("GET /a", 200, at: Int64(place))
            night.access[place].api = night.names.intern(api)
            night.access[place].integrationLatencyMs = 28_000
        }
        let pages = night.report().nearMisses.map(\.page)
        #expect(pages.count == 4)
        #expect(pages == pages.sorted())
    }

    @Test func `an endpoint's file name is stable, readable and its own`() {
        var night = NightBuilder()
        night.request("GET /a/b", 200, at: 0)
        night.request("GET /a-b", 200, at: 0)
        night.request("GET /../../etc/passwd<script>", 200, at: 0)
        let slugs = night.report().endpoints.map(\.slug)
        #expect(Set(slugs).count == 3)
        for slug in slugs {
            #expect(slug.hasPrefix("get-"))
            #expect(slug.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) })
        }
    }

    @Test func `an empty night has every number at nought`() {
        let report = NightBuilder().report()
        #expect(report.totals.requests == 0)
        #expect(report.endpoints.isEmpty)
        #expect(report.series.buckets == 60)
    }
}
