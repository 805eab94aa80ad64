// One function, from one walk over its runs, and a second one when its percentiles or its limits ask for it.

import Model

struct FunctionTally: Tally {
    private(set) var summary: FunctionSummary
    private(set) var withoutStart = 0
    private(set) var withoutReport = 0
    private let buckets: TimeBuckets
    private var fullRuns = CloseCalls()
    private var longRuns = CloseCalls()
    /// Of the runs that did not fail.
    private var longestMs = 0.0

    /// Memory for one function after the other.
    struct Desk {
        fileprivate var versions: ByName<VersionCount>
        fileprivate var streams: ByName<Void>
        fileprivate var duration = PercentileMeter()
        fileprivate var initDuration = PercentileMeter()

        init(names: NameTable) {
            versions = ByName(names: names)
            streams = ByName(names: names)
        }
    }

    init(_ function: String, buckets: TimeBuckets) {
        self.buckets = buckets
        summary = FunctionSummary(function: function, slug: functionSlug(function), buckets: buckets.count)
    }

    /// Read at once: they lie far from each other.
    private func read(_ places: ArraySlice<Int32>, of runs: FactColumn<InvocationFact>) -> [InvocationFact] {
        places.map { runs[Int($0)] }
    }

    mutating func add(_ places: ArraySlice<Int32>, of runs: FactColumn<InvocationFact>, desk: inout Desk) {
        for run in read(places, of: runs) { add(run, desk: &desk) }
    }

    private mutating func add(_ run: InvocationFact, desk: inout Desk) {
        summary.count(run, bucket: buckets.index(of: run.time))
        if !run.hasStart { withoutStart += 1 }
        if !run.hasReport { withoutReport += 1 }
        fullRuns.add(memoryOf: run)
        if !run.failed, let duration = run.durationMs { longestMs = max(longestMs, duration) }
        desk.duration.add(run.durationHundredths)
        desk.initDuration.add(run.initHundredths)
        desk.streams.meet(run.stream)
        guard !run.version.isNone else { return }
        desk.versions[run.version, default: VersionCount(firstAt: run.time)].add(at: run.time, failed: run.failed)
    }

    /// What a run may take is known when all runs were seen.
    func needsSecondWalk(desk: inout Desk) -> Bool {
        let hasLongRuns = summary.timeoutMs.map { CloseCalls.isClose(longestMs, to: $0) } ?? false
        let needs = [desk.duration.needsSecondWalk(), desk.initDuration.needsSecondWalk(), hasLongRuns]
        return needs.contains(true)
    }

    mutating func addAgain(_ places: ArraySlice<Int32>, of runs: FactColumn<InvocationFact>, desk: inout Desk) {
        for run in read(places, of: runs) {
            desk.duration.addAgain(run.durationHundredths)
            desk.initDuration.addAgain(run.initHundredths)
            if let timeoutMs = summary.timeoutMs { longRuns.add(run, timeoutMs: timeoutMs) }
        }
    }

    mutating func finish(names: NameTable, desk: inout Desk) {
        summary.duration = desk.duration.finish(per: 100)
        summary.initDuration = desk.initDuration.finish(per: 100)
        summary.versions = desk.versions.named(names)
        summary.containers = desk.streams.met.count
        desk.versions.removeAll()
        desk.streams.removeAll()
    }

    var nearMisses: [NearMiss] {
        [(NearMiss.Kind.duration, longRuns), (.memory, fullRuns)].compactMap { kind, runs in
            runs.nearMiss(kind, name: summary.function, page: summary.page)
        }
    }
}

extension FunctionSummary {
    fileprivate mutating func count(_ run: InvocationFact, bucket: Int) {
        invocations += 1
        series.invocations[bucket] += 1
        if run.failed { countFailed(run, bucket: bucket) }
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

    private mutating func countFailed(_ run: InvocationFact, bucket: Int) {
        errors += 1
        series.errors[bucket] += 1
        let cause = run.failureCause
        series.byCause[cause, default: [Int](repeating: 0, count: series.errors.count)][bucket] += 1
        if cause == .functionTimeout {
            timeouts += 1
            timeoutMs = run.durationMs.map { max(timeoutMs ?? 0, $0) } ?? timeoutMs
        }
        if cause == .outOfMemory { outOfMemory += 1 }
    }
}

extension InvocationFact {
    /// When it counts: its START, or its first line when START was not read.
    fileprivate var time: Timestamp { start.isKnown ? start : firstLine }

    /// How the function itself failed, whatever the client got.
    fileprivate var failureCause: Cause {
        switch fault {
        case .timeout: .functionTimeout
        case .outOfMemory: .outOfMemory
        case .processExit: .processExited
        case .initError: .initFailed
        case .uncaughtError: .unhandledException
        case .none: status == .timeout ? .functionTimeout : .unhandledException
        }
    }
}
