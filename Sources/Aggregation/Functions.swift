// What functions reported: one summary per function, their errors over time, and their new versions. Runs are put in chains by function,
// and each function walks its own.

import Model

struct FunctionsSummary {
    var summaries: [FunctionSummary] = []
    var errors: [Cause: [Int]] = [:]
    var markers: [VersionMarker] = []
    /// Runs of which the inputs hold a part only.
    var withoutStart = 0
    var withoutReport = 0
    var nearMisses: [NearMiss] = []
}

/// Of all runs that were read; `calls` is what the requests tell of the functions.
func summariseFunctions(_ input: SummaryInput, calls: FunctionCalls, buckets: TimeBuckets, walking: Walking) -> FunctionsSummary {
    let night = input.night
    let runs = night.invocations
    let chains = runsByFunction(runs)
    let functions = (0..<chains.groups).filter { !chains.isEmpty($0) }.map { Name(index: UInt32($0)) }
    let names = night.names
    let tallies = chains.tallies(
        of: functions.map { Int($0.index) }, in: runs, names: names, by: walking, desk: { FunctionTally.Desk(names: names) },
        begin: { FunctionTally(names.text(functions[$0]) ?? "unknown function", buckets: buckets) })

    var result = FunctionsSummary()
    var failures: [String: [Int]] = [:]
    for (place, failure) in input.failures.enumerated() {
        if let function = failure.function { failures[function, default: []].append(place) }
    }
    for (name, tally) in zip(functions, tallies) {
        var summary = tally.summary
        let function = summary.function
        summary.add(calls, of: name, names: night.names)
        summary.addFailures(failures.removeValue(forKey: function) ?? [], in: input)
        result.summaries.append(summary)
        result.withoutStart += tally.withoutStart
        result.withoutReport += tally.withoutReport
        if !name.isNone { result.nearMisses += tally.nearMisses }
        for (cause, counts) in summary.series.byCause { result.errors[cause].add(counts) }
        for (before, version) in zip(summary.versions, summary.versions.dropFirst()) where version.firstSeen > before.firstSeen {
            result.markers.append(VersionMarker(time: version.firstSeen, label: "\(function) v\(version.version)"))
        }
    }
    // A function that was called and never logged (throttled, not permitted) has failures and no invocation.
    for (function, places) in failures {
        var summary = FunctionSummary(function: function, slug: functionSlug(function), buckets: buckets.count)
        if let name = night.names.find(function) { summary.add(calls, of: name, names: night.names) }
        summary.addFailures(places, in: input)
        result.summaries.append(summary)
    }
    result.summaries.sort { ($1.errors, $0.function) < ($0.errors, $1.function) }
    result.markers.sort { ($0.time, $0.label) < ($1.time, $1.label) }
    return result
}

/// The group of a run is the index of its function's name.
private func runsByFunction(_ runs: FactColumn<InvocationFact>) -> Chains {
    var chains = Chains(capacity: runs.count)
    for run in runs.records { chains.append(to: Int(runs.shapes[Int(run.shape)].function.index)) }
    return chains
}

extension FunctionSummary {
    fileprivate mutating func add(_ calls: FunctionCalls, of name: Name, names: NameTable) {
        endpoints = calls.endpoints[name]?.compactMap(names.text).sorted() ?? []
        authorizes = calls.authorizers.contains(name)
    }

    fileprivate mutating func addFailures(_ places: [Int], in input: SummaryInput) {
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
    /// How long it ran on after the client of `view` had its answer.
    fileprivate func millisecondsAfter(_ view: RequestView) -> Int64 {
        guard let latency = view.access?.latencyMs, latency >= 0, start.isKnown else { return 0 }
        let ended = durationHundredths >= 0 ? start + Int64(durationHundredths) / 100 : end
        guard ended.isKnown else { return 0 }
        return max(0, ended - (view.time + Int64(latency)))
    }
}

extension [Int]? {
    /// Place by place.
    fileprivate mutating func add(_ counts: [Int]) {
        self = map { zip($0, counts).map(+) } ?? counts
    }
}
