// What functions reported: one summary per function, their errors over time, and their new versions.

import Model

struct FunctionsSummary {
    var summaries: [FunctionSummary] = []
    var errors: [Cause: [Int]] = [:]
    var markers: [VersionMarker] = []
}

func summariseFunctions(_ input: SummaryInput, buckets: TimeBuckets) -> FunctionsSummary {
    let night = input.night
    var result = FunctionsSummary()
    var members = [[Int32]](repeating: [], count: night.names.texts.count)
    for (place, run) in night.invocations.enumerated() {
        members[Int(run.function.index)].append(Int32(place))
        if run.failed {
            let cause = run.failureCause
            result.errors[cause, default: [Int](repeating: 0, count: buckets.count)][buckets.index(of: run.time)] += 1
        }
    }
    let callers = endpointsByFunction(night)
    var failures: [String: [Int]] = [:]
    for (place, failure) in input.failures.enumerated() {
        if let function = failure.function { failures[function, default: []].append(place) }
    }

    var meter = PercentileMeter()
    for (index, places) in members.enumerated() where !places.isEmpty {
        let name = Name(index: UInt32(index))
        let function = night.names.text(name) ?? "unknown function"
        var summary = FunctionSummary(function: function, slug: functionSlug(function), buckets: buckets.count)
        for place in places { summary.count(night.invocations[Int(place)], buckets: buckets) }
        summary.duration = meter.measure(places.lazy.map { night.invocations[Int($0)].durationHundredths })
        summary.initDuration = meter.measure(places.lazy.map { night.invocations[Int($0)].initHundredths })
        summary.versions = versions(places.lazy.map { night.invocations[Int($0)] }, names: night.names)
        summary.containers = Set(places.lazy.map { night.invocations[Int($0)].stream }).count
        summary.endpoints = callers.endpoints[name]?.compactMap { night.names.text($0) }.sorted() ?? []
        summary.authorizes = callers.authorizers.contains(name)
        summary.addFailures(failures.removeValue(forKey: function) ?? [], in: input, buckets: buckets)
        result.summaries.append(summary)
        for (before, version) in zip(summary.versions, summary.versions.dropFirst()) where version.firstSeen > before.firstSeen {
            result.markers.append(VersionMarker(time: version.firstSeen, label: "\(function) v\(version.version)"))
        }
    }
    // A function that was called and never logged (throttled, not permitted) has failures and no invocation.
    for (function, places) in failures {
        var summary = FunctionSummary(function: function, slug: functionSlug(function), buckets: buckets.count)
        if let name = night.names.find(function) {
            summary.endpoints = callers.endpoints[name]?.compactMap { night.names.text($0) }.sorted() ?? []
        }
        summary.addFailures(places, in: input, buckets: buckets)
        result.summaries.append(summary)
    }
    result.summaries.sort { ($1.errors, $0.function) < ($0.errors, $1.function) }
    result.markers.sort { ($0.time, $0.label) < ($1.time, $1.label) }
    return result
}

private func endpointsByFunction(_ night: JoinedNight) -> (endpoints: [Name: Set<Name>], authorizers: Set<Name>) {
    struct Call: Hashable {
        var function: Name
        var endpoint: Name
    }
    var calls: Set<Call> = []
    var authorizers: Set<Name> = []
    for request in night.requests {
        let view = night.view(request)
        calls.insert(Call(function: view.function, endpoint: view.endpoint))
        if let authorizer = view.authorizer { authorizers.insert(authorizer.function) }
    }
    var endpoints: [Name: Set<Name>] = [:]
    for call in calls where !call.endpoint.isNone && !call.function.isNone {
        endpoints[call.function, default: []].insert(call.endpoint)
    }
    return (endpoints, authorizers)
}

private func versions(_ runs: some Sequence<InvocationFact>, names: NameTable) -> [VersionCount] {
    var versions: [Name: VersionCount] = [:]
    for run in runs where !run.version.isNone {
        var count =
            versions[run.version]
            ?? VersionCount(version: names[run.version], firstSeen: run.time, lastSeen: run.time, invocations: 0, errors: 0)
        count.firstSeen = min(count.firstSeen, run.time)
        count.lastSeen = max(count.lastSeen, run.time)
        count.invocations += 1
        if run.failed { count.errors += 1 }
        versions[run.version] = count
    }
    return versions.values.sorted { ($0.firstSeen, $0.version) < ($1.firstSeen, $1.version) }
}

extension FunctionSummary {
    fileprivate mutating func count(_ run: InvocationFact, buckets: TimeBuckets) {
        let bucket = buckets.index(of: run.time)
        invocations += 1
        series.invocations[bucket] += 1
        if run.failed {
            errors += 1
            series.errors[bucket] += 1
            let cause = run.failureCause
            series.byCause[cause, default: [Int](repeating: 0, count: buckets.count)][bucket] += 1
            if cause == .functionTimeout {
                timeouts += 1
                timeoutMs = run.durationMs.map { max(timeoutMs ?? 0, $0) } ?? timeoutMs
            }
            if cause == .outOfMemory { outOfMemory += 1 }
        }
        if run.coldStart { coldStarts += 1 }
        errorLines += Int(run.errorLines)
        warningLines += Int(run.warningLines)
        if let duration = run.durationMs {
            series.maxDurationMs[bucket] = max(series.maxDurationMs[bucket] ?? 0, duration)
        }
        if run.memoryMB >= 0 { memoryMB = max(memoryMB ?? 0, Int(run.memoryMB)) }
        if run.memoryUsedMB >= 0 {
            maxMemoryUsedMB = max(maxMemoryUsedMB ?? 0, Int(run.memoryUsedMB))
            series.maxMemoryUsedMB[bucket] = max(series.maxMemoryUsedMB[bucket] ?? 0, Int(run.memoryUsedMB))
        }
    }

    fileprivate mutating func addFailures(_ places: [Int], in input: SummaryInput, buckets: TimeBuckets) {
        failures = places
        causes = countCauses(places.lazy.map { input.failures[$0] })
        for place in places {
            let failure = input.failures[place]
            if failure.verdict.cause == .functionThrottled { throttles += 1 }
            let candidate = input.candidates[place]
            guard candidate.request >= 0, candidate.invocation >= 0 else { continue }
            let view = input.night.view(input.night.requests[Int(candidate.request)])
            guard let run = view.invocation else { continue }
            if view.failed && !run.failed { notReported += 1 }
            if failure.verdict.cause == .integrationTimeout { billedAfterClientGoneMs += run.millisecondsAfter(view) }
        }
    }
}

extension InvocationFact {
    /// When it counts: its START, or its first line when START was not read.
    var time: Timestamp { start.isKnown ? start : firstLine }

    /// How the function itself failed, whatever the client got.
    var failureCause: Cause {
        switch fault {
        case .timeout: .functionTimeout
        case .outOfMemory: .outOfMemory
        case .processExit: .processExited
        case .initError: .initFailed
        case .uncaughtError: .unhandledException
        case .none: status == .timeout ? .functionTimeout : .unhandledException
        }
    }

    /// How long it ran on after the client of `view` had its answer.
    fileprivate func millisecondsAfter(_ view: RequestView) -> Int64 {
        guard let latency = view.access?.latencyMs, latency >= 0, start.isKnown else { return 0 }
        let ended = durationHundredths >= 0 ? start + Int64(durationHundredths) / 100 : end
        guard ended.isKnown else { return 0 }
        return max(0, ended - (view.time + Int64(latency)))
    }
}
