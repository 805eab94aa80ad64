// One endpoint in the making.

import Model

struct EndpointTally {
    private var summary: EndpointSummary
    /// Indices into the requests of the night.
    private var requests: [Int32] = []
    private var functions: Set<Name> = []
    private var lastFunction = Name.none
    private var authorizers: Set<Name> = []
    private var callers: [Name: (requests: Int, failed: Int)] = [:]
    private var versions: [Name: VersionCount] = [:]
    private var causes: [StatusCauseKey: [Int]] = [:]

    private struct StatusCauseKey: Hashable {
        var status: Int
        var cause: Cause
    }

    init(key: EndpointKey, names: NameTable, buckets: Int) {
        let endpoint = names.text(key.endpoint)
        let api = names.text(key.api)
        let stage = names.text(key.stage)
        summary = EndpointSummary(
            slug: slug(endpoint ?? "no route", unique: [api ?? "", stage ?? "", endpoint ?? ""]), buckets: buckets)
        summary.endpoint = endpoint
        summary.api = api
        summary.stage = stage
    }

    /// `place` is the request's index, `failure` the failure's.
    mutating func add(_ view: RequestView, at place: Int32, bucket: Int, failure: Int?, cause: Cause?) {
        let status = Int(view.status)
        requests.append(place)
        if status >= 0 { summary.statuses[status, default: 0] += 1 }
        if status >= 500 { summary.serverErrors += 1 } else if status >= 400 { summary.clientErrors += 1 }
        if let failure, let cause {
            summary.failures.append(failure)
            causes[StatusCauseKey(status: status, cause: cause), default: []].append(failure)
        }
        summary.series.count(status: status, cause: cause, bucket: bucket)
        if let access = view.access {
            if summary.kind == .unknown { summary.kind = access.kind }
            if access.latencyMs >= 0 {
                summary.histogram.add(ms: Int(access.latencyMs), failed: view.failed)
            }
            if !access.userAgent.isNone {
                callers[access.userAgent, default: (0, 0)].requests += 1
                if view.failed { callers[access.userAgent]?.failed += 1 }
            }
        }
        let function = view.function
        if function != lastFunction {
            functions.insert(function)
            lastFunction = function
        }
        if let authorizer = view.authorizer { authorizers.insert(authorizer.function) }
        if let authorizer = view.execution?.authorizerFunction { authorizers.insert(authorizer) }
        if let run = view.invocation {
            if run.coldStart { summary.coldStarts += 1 }
            countVersion(run, at: view.time, failed: view.failed)
        }
        if summary.method == nil { methodAndRoute = methodAndRoute ?? (view.method, view.route) }
    }

    private var methodAndRoute: (method: Name, route: Name)?

    private mutating func countVersion(_ run: InvocationFact, at time: Timestamp, failed: Bool) {
        guard !run.version.isNone else { return }
        var count =
            versions[run.version]
            ?? VersionCount(version: "", firstSeen: time, lastSeen: time, invocations: 0, errors: 0)
        count.firstSeen = min(count.firstSeen, time)
        count.lastSeen = max(count.lastSeen, time)
        count.invocations += 1
        if failed { count.errors += 1 }
        versions[run.version] = count
    }

    /// The requests are read again for each percentile, so that one list of values is held at a time.
    consuming func finish(in night: JoinedNight, meter: inout PercentileMeter) -> EndpointSummary {
        var summary = summary
        summary.requests = requests.count
        let names = night.names
        let facts = night.facts
        let rows = requests.lazy.map { night.requests[Int($0)].access }.filter { $0 >= 0 }
        let runs = requests.lazy.map { night.requests[Int($0)].invocation }.filter { $0 >= 0 }
        if let methodAndRoute {
            summary.method = names.text(methodAndRoute.method)
            summary.route = names.text(methodAndRoute.route)
        }
        summary.latency = meter.measure(rows.map { facts.access[Int($0)].latencyMs }, per: 1)
        summary.integrationLatency = meter.measure(rows.map { facts.access[Int($0)].integrationLatencyMs }, per: 1)
        summary.authorizerLatency = meter.measure(rows.map { facts.access[Int($0)].authorizerLatencyMs }, per: 1)
        summary.functionDuration = meter.measure(runs.map { facts.invocations[Int($0)].durationHundredths })
        summary.functionInit = meter.measure(runs.map { facts.invocations[Int($0)].initHundredths })
        summary.functions = functions.compactMap(names.text).sorted()
        summary.authorizers = authorizers.compactMap(names.text).sorted()
        summary.causes = causes.map { key, failures in
            StatusCause(status: key.status, cause: key.cause, count: failures.count, failures: failures)
        }.sorted { ($0.status, $1.count, $0.cause.rawValue) < ($1.status, $0.count, $1.cause.rawValue) }
        summary.callers = callers.map { name, count in
            CallerCount(userAgent: names[name], requests: count.requests, failed: count.failed)
        }.sorted { ($1.requests, $0.userAgent) < ($0.requests, $1.userAgent) }
        summary.callers = Array(summary.callers.prefix(10))
        summary.versions = versions.map { name, count in
            var count = count
            count.version = names[name]
            return count
        }.sorted { ($0.firstSeen, $0.version) < ($1.firstSeen, $1.version) }
        return summary
    }
}

extension LatencyHistogram {
    mutating func add(ms: Int, failed isFailed: Bool) {
        let step = Self.step(ms: ms)
        if isFailed { failed[step] += 1 } else { answered[step] += 1 }
    }

    /// Steps are ninths of a decade from 1 ms; the last one holds everything above.
    static func step(ms: Int) -> Int {
        let value = Double(max(ms, 1))
        var (low, high) = (0, steps)
        while high - low > 1 {
            let middle = (low + high) / 2
            if stepFloors[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }

    /// The least number of whole milliseconds of a step.
    static func floor(step: Int) -> Int { Int(stepFloors[step].rounded(.up)) }
}

/// The lower end of every step, 10^(step / 9): products of one constant, so that every machine gets the same numbers.
private let stepFloors: [Double] = {
    let ninthOfDecade = 1.291_549_665_014_883_9
    var floors: [Double] = []
    var decade = 1.0
    while floors.count < LatencyHistogram.steps {
        var floor = decade
        for _ in 0..<LatencyHistogram.stepsPerDecade {
            floors.append(floor)
            floor *= ninthOfDecade
        }
        decade *= 10
    }
    return floors
}()
