// What clients saw: totals, outcomes, endpoints and the client series. Requests are put in chains by endpoint, and each endpoint walks
// its own, so that all cores work and nothing has to be merged but the sums.

import Model

struct RequestSummary {
    var totals = Totals()
    var outcomes = Outcomes()
    var links: [(rung: LinkRung, count: Int)] = []
    var endpoints: [EndpointSummary] = []
    var noRoute: EndpointSummary?
    var series: NightSeries
    /// The gateway called a function, and no log of that run was read.
    var callsWithoutRun = 0
    var calls = FunctionCalls()
    var longWaits: [NearMiss] = []
}

/// Which endpoints call a function, and which functions are authorizers, as the requests tell.
struct FunctionCalls: Sendable {
    private(set) var endpoints: [Name: Set<Name>] = [:]
    private(set) var authorizers: Set<Name> = []

    fileprivate mutating func add(_ tally: EndpointTally) {
        authorizers.formUnion(tally.authorizerRuns)
        guard !tally.endpoint.isNone else { return }
        for function in tally.functions where !function.isNone { endpoints[function, default: []].insert(tally.endpoint) }
    }
}

/// What the requests of an endpoint are looked up in.
struct RequestFacts: Sendable {
    let requests: Column<JoinedRequest>
    let reader: NightReader
    let failures: FailuresByRequest
    /// By failure.
    let causes: [Cause]
    let buckets: TimeBuckets

    /// Read at once: they lie far from each other.
    func readings(_ places: ArraySlice<Int32>) -> [RequestReading] {
        places.map { RequestReading(requests[Int($0)], in: reader) }
    }
}

func summariseRequests(_ input: SummaryInput, buckets: TimeBuckets, walking: Walking) -> RequestSummary {
    let night = input.night
    let (keys, chains) = requestsByEndpoint(night)
    let facts = RequestFacts(
        requests: night.requests, reader: NightReader(night),
        failures: FailuresByRequest(input.candidates, requests: night.requests.count),
        causes: input.failures.map(\.verdict.cause), buckets: buckets)
    let names = night.names
    let tallies = chains.tallies(
        of: Array(keys.indices), in: facts, names: names, by: walking, desk: { EndpointTally.Desk(names: names) },
        begin: { EndpointTally(key: keys[$0], names: names, buckets: buckets.count) })
    return sum(tallies, night: night, buckets: buckets)
}

private func requestsByEndpoint(_ night: JoinedNight) -> (keys: [EndpointKey], chains: Chains) {
    let reader = NightReader(night)
    var chains = Chains(capacity: night.requests.count)
    var keys: [EndpointKey] = []
    var numbers: [EndpointKey: Int] = [:]
    /// By the endpoint's name: the number of the key that had it last. Few endpoints share their name with those of another API or stage.
    var latest = [Int32](repeating: -1, count: night.names.texts.count)
    for request in night.requests {
        let key = RequestReading(request, in: reader).endpointKey
        let guess = Int(latest[Int(key.endpoint.index)])
        if guess >= 0, keys[guess] == key {
            chains.append(to: guess)
            continue
        }
        let number = numbers[key] ?? keys.count
        if number == keys.count {
            keys.append(key)
            numbers[key] = number
        }
        latest[Int(key.endpoint.index)] = Int32(number)
        chains.append(to: number)
    }
    return (keys, chains)
}

private func sum(_ tallies: [EndpointTally], night: JoinedNight, buckets: TimeBuckets) -> RequestSummary {
    var summary = RequestSummary(
        series: NightSeries(since: buckets.since, bucketMs: buckets.bucketMs, buckets: buckets.count))
    var rungs = [Int](repeating: 0, count: LinkRung.allCases.count)
    for tally in tallies {
        let endpoint = tally.summary
        summary.totals.requests += endpoint.requests
        summary.totals.clientErrors += endpoint.clientErrors
        summary.totals.serverErrors += endpoint.serverErrors
        summary.outcomes.clientAnswered.add(tally.outcomes.clientAnswered)
        summary.outcomes.clientFailed.add(tally.outcomes.clientFailed)
        summary.series.clients.add(endpoint.series)
        summary.callsWithoutRun += tally.callsWithoutRun
        summary.calls.add(tally)
        if let wait = tally.longWait { summary.longWaits.append(wait) }
        rungs.add(tally.links)
        if endpoint.endpoint == nil { summary.noRoute = endpoint } else { summary.endpoints.append(endpoint) }
    }
    summary.totals.linked = rungs.reduce(0, +)
    let unknown = FunctionOutcome.unknown.rawValue
    summary.totals.requestsWithoutInvocation = summary.outcomes.clientAnswered[unknown] + summary.outcomes.clientFailed[unknown]
    for run in night.unlinkedInvocations {
        summary.outcomes.noClient[night.invocations[Int(run)].failed ? 1 : 0] += 1
    }
    summary.links = LinkRung.allCases.map { ($0, rungs[Int($0.rawValue)]) }.filter { $0.count > 0 }
    summary.endpoints.sort {
        ($1.failures.count, $0.sortName) < ($0.failures.count, $1.sortName)
    }
    return summary
}

extension EndpointSummary {
    fileprivate var sortName: String { "\(endpoint ?? "")\u{0}\(api ?? "")\u{0}\(stage ?? "")" }
}

extension EndpointSeries {
    mutating func count(status: Int, cause: Cause?, bucket: Int) {
        switch status {
        case 500...: serverErrors[bucket] += 1
        case 400...: clientErrors[bucket] += 1
        case 300...: redirects[bucket] += 1
        default: ok[bucket] += 1
        }
        if let cause {
            byCause[cause, default: [Int](repeating: 0, count: ok.count)][bucket] += 1
        }
    }

    fileprivate mutating func add(_ other: EndpointSeries) {
        ok.add(other.ok)
        redirects.add(other.redirects)
        clientErrors.add(other.clientErrors)
        serverErrors.add(other.serverErrors)
        for (cause, counts) in other.byCause { byCause[cause, default: [Int](repeating: 0, count: ok.count)].add(counts) }
    }
}

extension [Int] {
    /// Place by place.
    fileprivate mutating func add(_ other: [Int]) {
        for place in indices { self[place] += other[place] }
    }
}
