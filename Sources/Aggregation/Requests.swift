// What clients saw: totals, outcomes, endpoints and the client series, from one walk over the requests.

import Model

struct RequestSummary {
    var totals = Totals()
    var outcomes = Outcomes()
    var links: [(rung: LinkRung, count: Int)] = []
    var endpoints: [EndpointSummary] = []
    var noRoute: EndpointSummary?
    var series: NightSeries

    var all: [EndpointSummary] { endpoints + (noRoute.map { [$0] } ?? []) }
}

func summariseRequests(_ input: SummaryInput, buckets: TimeBuckets) -> RequestSummary {
    let night = input.night
    let failureOfRequest = input.failureOfRequest
    var summary = RequestSummary(
        series: NightSeries(since: buckets.since, bucketMs: buckets.bucketMs, buckets: buckets.count))
    var rungs = [Int](repeating: 0, count: LinkRung.allCases.count)
    var tallies: [EndpointTally] = []
    var tallyOfEndpoint: [EndpointKey: Int] = [:]

    for (place, request) in night.requests.enumerated() {
        let view = night.view(request)
        let status = Int(view.status)
        let failure = failureOfRequest[place] < 0 ? nil : Int(failureOfRequest[place])
        let cause = failure.map { input.failures[$0].verdict.cause }
        summary.totals.requests += 1
        if status >= 500 { summary.totals.serverErrors += 1 } else if status >= 400 { summary.totals.clientErrors += 1 }
        if let link = request.link {
            rungs[Int(link.rawValue)] += 1
            summary.totals.linked += 1
        }
        let outcome = functionOutcome(view, cause: cause)
        if outcome == .unknown { summary.totals.requestsWithoutInvocation += 1 }
        if view.failed {
            summary.outcomes.clientFailed[outcome.rawValue] += 1
        } else {
            summary.outcomes.clientAnswered[outcome.rawValue] += 1
        }
        let bucket = buckets.index(of: view.time)
        summary.series.clients.count(status: status, cause: cause, bucket: bucket)

        let key = EndpointKey(view)
        let tally = tallyOfEndpoint[key] ?? tallies.count
        if tally == tallies.count {
            tallies.append(EndpointTally(key: key, names: night.names, buckets: buckets.count))
            tallyOfEndpoint[key] = tally
        }
        tallies[tally].add(view, at: Int32(place), bucket: bucket, failure: failure, cause: cause)
    }
    for run in night.unlinkedInvocations {
        summary.outcomes.noClient[night.invocations[Int(run)].failed ? 1 : 0] += 1
    }
    summary.links = LinkRung.allCases.map { ($0, rungs[Int($0.rawValue)]) }.filter { $0.count > 0 }

    var meter = PercentileMeter()
    for tally in tallies {
        let endpoint = tally.finish(in: night, meter: &meter)
        if endpoint.endpoint == nil { summary.noRoute = endpoint } else { summary.endpoints.append(endpoint) }
    }
    summary.endpoints.sort {
        ($1.failures.count, $0.sortName) < ($0.failures.count, $1.sortName)
    }
    return summary
}

/// What the function did, as far as the logs and the verdict tell.
func functionOutcome(_ view: RequestView, cause: Cause?) -> FunctionOutcome {
    if let invocation = view.invocation {
        if invocation.failed { return .failed }
        return invocation.hasReport || invocation.status == .success ? .succeeded : .unknown
    }
    guard view.joined.calledFunction else { return .neverRan }
    return cause?.keptFunctionFromRunning == true ? .neverRan : .unknown
}

/// Two APIs or stages with the same route are two endpoints; requests that matched no route are together.
struct EndpointKey: Hashable {
    var api: Name
    var stage: Name
    var endpoint: Name

    init(_ view: RequestView) {
        endpoint = view.endpoint
        api = endpoint.isNone ? .none : view.api
        stage = endpoint.isNone ? .none : view.stage
    }
}

extension EndpointSummary {
    var sortName: String { "\(endpoint ?? "")\u{0}\(api ?? "")\u{0}\(stage ?? "")" }
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
}
