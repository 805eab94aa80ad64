// One endpoint, from one walk over its requests, and a second one when its percentiles ask for it.

import Model

struct EndpointTally: Tally {
    var summary: EndpointSummary
    private(set) var endpoint: Name
    private(set) var outcomes = Outcomes()
    /// By the raw value of the rung.
    private(set) var links = [Int](repeating: 0, count: LinkRung.allCases.count)
    /// The gateway called a function, and no log of that run was read.
    private(set) var callsWithoutRun = 0
    private(set) var functions: Set<Name> = []
    /// Functions of which runs were linked as authorizers.
    private(set) var authorizerRuns: Set<Name> = []

    private var longWaits = CloseCalls()
    private var authorizers: Set<Name> = []
    private var causes: [StatusCauseKey: [Int]] = [:]
    private var lastStatus = (status: -1, count: 0)
    private var lastFunction = Name.none
    private var lastAuthorizers: (run: Name?, named: Name) = (nil, .none)
    private var methodAndRoute: (method: Name, route: Name)?

    private struct StatusCauseKey: Hashable {
        var status: Int
        var cause: Cause
    }

    /// Memory for one endpoint after the other.
    struct Desk {
        fileprivate var callers: ByName<(requests: Int, failed: Int)>
        fileprivate var versions: ByName<VersionCount>
        fileprivate var latency = PercentileMeter()
        fileprivate var integrationLatency = PercentileMeter()
        fileprivate var authorizerLatency = PercentileMeter()
        fileprivate var functionDuration = PercentileMeter()
        fileprivate var functionInit = PercentileMeter()

        init(names: NameTable) {
            callers = ByName(names: names)
            versions = ByName(names: names)
        }
    }

    init(key: EndpointKey, names: NameTable, buckets: Int) {
        let text = names.text(key.endpoint)
        let api = names.text(key.api)
        let stage = names.text(key.stage)
        endpoint = key.endpoint
        summary = EndpointSummary(
            slug: slug(text ?? "no route", unique: [api ?? "", stage ?? "", text ?? ""]), buckets: buckets)
        summary.endpoint = text
        summary.api = api
        summary.stage = stage
    }

    var longWait: NearMiss? { longWaits.longWait(summary) }

    mutating func add(_ places: ArraySlice<Int32>, of facts: RequestFacts, desk: inout Desk) {
        for (place, reading) in zip(places, facts.readings(places)) {
            let failure = facts.failures[Int(place)]
            add(
                reading, bucket: facts.buckets.index(of: reading.time), failure: failure, cause: failure.map { facts.causes[$0] },
                desk: &desk)
        }
    }

    /// A request in its turn; `failure` is its failure's index.
    private mutating func add(
        _ reading: RequestReading, bucket: Int, failure: Int?, cause: Cause?, desk: inout Desk
    ) {
        let status = Int(reading.status)
        summary.requests += 1
        countStatus(status)
        if status >= 500 { summary.serverErrors += 1 } else if status >= 400 { summary.clientErrors += 1 }
        if let failure, let cause {
            summary.failures.append(failure)
            causes[StatusCauseKey(status: status, cause: cause), default: []].append(failure)
        }
        summary.series.count(status: status, cause: cause, bucket: bucket)
        if summary.kind == .unknown { summary.kind = reading.kind }
        if reading.latencyMs >= 0 { summary.histogram.add(ms: Int(reading.latencyMs), failed: reading.failed) }
        if !reading.userAgent.isNone {
            desk.callers[reading.userAgent, default: (0, 0)].requests += 1
            if reading.failed { desk.callers[reading.userAgent, default: (0, 0)].failed += 1 }
        }
        longWaits.add(reading)
        if let link = reading.link { links[Int(link.rawValue)] += 1 }
        countOutcome(reading.functionOutcome(cause: cause), failed: reading.failed)
        if reading.calledFunction, reading.run == nil { callsWithoutRun += 1 }
        if reading.function != lastFunction {
            functions.insert(reading.function)
            lastFunction = reading.function
        }
        addAuthorizers(reading)
        if let run = reading.run {
            if run.coldStart { summary.coldStarts += 1 }
            if !run.version.isNone {
                desk.versions[run.version, default: VersionCount(firstAt: reading.time)]
                    .add(at: reading.time, failed: reading.failed)
            }
        }
        if methodAndRoute == nil { methodAndRoute = (reading.method, reading.route) }
        addTimes(reading, to: &desk)
    }

    private func addTimes(_ reading: RequestReading, to desk: inout Desk) {
        desk.latency.add(reading.latencyMs)
        desk.integrationLatency.add(reading.integrationLatencyMs)
        desk.authorizerLatency.add(reading.authorizerLatencyMs)
        guard let run = reading.run else { return }
        desk.functionDuration.add(run.durationHundredths)
        desk.functionInit.add(run.initHundredths)
    }

    func needsSecondWalk(desk: inout Desk) -> Bool {
        let needs = [
            desk.latency.needsSecondWalk(), desk.integrationLatency.needsSecondWalk(), desk.authorizerLatency.needsSecondWalk(),
            desk.functionDuration.needsSecondWalk(), desk.functionInit.needsSecondWalk(),
        ]
        return needs.contains(true)
    }

    func addAgain(_ places: ArraySlice<Int32>, of facts: RequestFacts, desk: inout Desk) {
        for reading in facts.readings(places) {
            desk.latency.addAgain(reading.latencyMs)
            desk.integrationLatency.addAgain(reading.integrationLatencyMs)
            desk.authorizerLatency.addAgain(reading.authorizerLatencyMs)
            guard let run = reading.run else { continue }
            desk.functionDuration.addAgain(run.durationHundredths)
            desk.functionInit.addAgain(run.initHundredths)
        }
    }

    private mutating func addAuthorizers(_ reading: RequestReading) {
        if let run = reading.authorizerRun, run != lastAuthorizers.run {
            authorizers.insert(run)
            authorizerRuns.insert(run)
            lastAuthorizers.run = run
        }
        if reading.authorizer != lastAuthorizers.named {
            authorizers.insert(reading.authorizer)
            lastAuthorizers.named = reading.authorizer
        }
    }

    /// Neighbours mostly have the same status.
    private mutating func countStatus(_ status: Int) {
        if status != lastStatus.status {
            foldStatus()
            lastStatus.status = status
        }
        lastStatus.count += 1
    }

    private mutating func foldStatus() {
        if lastStatus.status >= 0 { summary.statuses[lastStatus.status, default: 0] += lastStatus.count }
        lastStatus.count = 0
    }

    private mutating func countOutcome(_ outcome: FunctionOutcome, failed: Bool) {
        if failed { outcomes.clientFailed[outcome.rawValue] += 1 } else { outcomes.clientAnswered[outcome.rawValue] += 1 }
    }

    mutating func finish(names: NameTable, desk: inout Desk) {
        foldStatus()
        if let methodAndRoute {
            summary.method = names.text(methodAndRoute.method)
            summary.route = names.text(methodAndRoute.route)
        }
        summary.latency = desk.latency.finish(per: 1)
        summary.integrationLatency = desk.integrationLatency.finish(per: 1)
        summary.authorizerLatency = desk.authorizerLatency.finish(per: 1)
        summary.functionDuration = desk.functionDuration.finish(per: 100)
        summary.functionInit = desk.functionInit.finish(per: 100)
        summary.functions = functions.compactMap(names.text).sorted()
        summary.authorizers = authorizers.compactMap(names.text).sorted()
        summary.causes = causes.map { key, failures in
            StatusCause(status: key.status, cause: key.cause, count: failures.count, failures: failures)
        }.sorted { ($0.status, $1.count, $0.cause.rawValue) < ($1.status, $0.count, $1.cause.rawValue) }
        let callers = desk.callers.met.map { name, count in
            CallerCount(userAgent: names[name], requests: count.requests, failed: count.failed)
        }.sorted { ($1.requests, $0.userAgent) < ($0.requests, $1.userAgent) }
        summary.callers = Array(callers.prefix(10))
        summary.versions = desk.versions.named(names)
        desk.callers.removeAll()
        desk.versions.removeAll()
    }
}
