// One endpoint in the making.

import Model

struct EndpointTally {
    private var summary: EndpointSummary
    private let buckets: TimeBuckets
    private var functions: Set<Name> = []
    private var authorizers: Set<Name> = []
    private var callers: [Name: (requests: Int, failed: Int)] = [:]
    private var versions: [Name: VersionCount] = [:]
    private var causes: [StatusCauseKey: [Int]] = [:]

    private struct StatusCauseKey: Hashable {
        var status: Int
        var cause: Cause
    }

    init(key: EndpointKey, names: NameTable, buckets: TimeBuckets) {
        let endpoint = names.text(key.endpoint)
        let api = names.text(key.api)
        let stage = names.text(key.stage)
        self.buckets = buckets
        summary = EndpointSummary(
            slug: slug(endpoint ?? "no route", unique: [api ?? "", stage ?? "", endpoint ?? ""]), buckets: buckets.count)
        summary.endpoint = endpoint
        summary.api = api
        summary.stage = stage
    }

    /// `failure` is the failure's index.
    mutating func add(_ view: RequestView, failure: Int?, cause: Cause?) {
        let status = Int(view.status)
        summary.requests += 1
        if status >= 0 { summary.statuses[status, default: 0] += 1 }
        if status >= 500 { summary.serverErrors += 1 } else if status >= 400 { summary.clientErrors += 1 }
        if let failure, let cause {
            summary.failures.append(failure)
            causes[StatusCauseKey(status: status, cause: cause), default: []].append(failure)
        }
        summary.series.count(status: status, cause: cause, bucket: buckets.index(of: view.time))
        if let access = view.access {
            if summary.kind == .unknown { summary.kind = access.kind }
            if access.latencyMs >= 0 {
                summary.histogram.add(ms: Int(access.latencyMs), failed: view.failed)
            }
            if !access.userAgent.isNone {
                var caller = callers[access.userAgent] ?? (0, 0)
                caller.requests += 1
                if view.failed { caller.failed += 1 }
                callers[access.userAgent] = caller
            }
        }
        functions.insert(view.function)
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

    /// `requests` are the ones that were added: read again for each percentile, so that no list of values is needed.
    consuming func finish(_ requests: [Int32], in night: JoinedNight, meter: inout PercentileMeter) -> EndpointSummary {
        var summary = summary
        let names = night.names
        let joined = requests.lazy.map { night.requests[Int($0)] }
        let rows = joined.lazy.filter { $0.access >= 0 }.map { night.access[Int($0.access)] }
        let runs = joined.lazy.filter { $0.invocation >= 0 }.map { night.invocations[Int($0.invocation)] }
        if let methodAndRoute {
            summary.method = names.text(methodAndRoute.method)
            summary.route = names.text(methodAndRoute.route)
        }
        summary.latency = meter.measure(rows.map { Int64($0.latencyMs) * 100 })
        summary.integrationLatency = meter.measure(rows.map { Int64($0.integrationLatencyMs) * 100 })
        summary.authorizerLatency = meter.measure(rows.map { Int64($0.authorizerLatencyMs) * 100 })
        summary.functionDuration = meter.measure(runs.map { Int64($0.durationHundredths) })
        summary.functionInit = meter.measure(runs.map { Int64($0.initHundredths) })
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
        stepFloors.lastIndex { $0 <= Double(max(ms, 1)) } ?? 0
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
