// The joined night in numbers:
// 1. buckets of time are chosen for the range;
// 2. requests, endpoint by endpoint, fill the endpoints, the outcomes and the client series;
// 3. invocations, function by function, fill the functions, their series and what changed version;
// 4. failures add their causes, groups and lists;
// 5. what was nearly a failure, and what was not covered.
// Steps 2 and 3 are done on all cores.

package import Model

package struct SummaryInput: Sendable {
    package var night: JoinedNight
    /// Parallel to `failures`, which are in order of time, then id.
    package var candidates: [FailureCandidate]
    package var failures: [Failure]
    package var groups: [FailureGroup]
    package var inputs: [InputReport]
    package var title: String
    package var toolVersion: String
    package var range: TimeRange
    package var zone: DisplayZone

    package init(
        night: JoinedNight, candidates: [FailureCandidate], failures: [Failure], groups: [FailureGroup],
        inputs: [InputReport], title: String, toolVersion: String, range: TimeRange, zone: DisplayZone
    ) {
        self.night = night
        self.candidates = candidates
        self.failures = failures
        self.groups = groups
        self.inputs = inputs
        self.title = title
        self.toolVersion = toolVersion
        self.range = range
        self.zone = zone
    }
}

/// The same for any way of walking.
package func summarise(_ input: SummaryInput, walking: Walking) -> Report {
    let buckets = TimeBuckets(range: input.range)
    var report = Report(title: input.title, toolVersion: input.toolVersion, range: input.range, zone: input.zone)
    let requests = summariseRequests(input, buckets: buckets, walking: walking)
    let functions = summariseFunctions(input, calls: requests.calls, buckets: buckets, walking: walking)
    report.totals = requests.totals
    report.totals.failures = input.failures.count
    report.totals.invocations = input.night.invocations.count
    report.totals.functionErrors = functions.summaries.reduce(0) { $0 + $1.errors }
    report.totals.invocationsWithoutRequest = input.night.unlinkedInvocations.count
    report.outcomes = requests.outcomes
    report.links = requests.links
    report.endpoints = requests.endpoints
    report.noRoute = requests.noRoute
    report.functions = functions.summaries
    report.markers = functions.markers
    report.causes = countCauses(input.failures)
    report.groups = input.groups
    report.series = requests.series
    report.series.functionErrors = functions.errors
    for group in input.groups {
        report.series.groups[group.id] = buckets.count(group.members.map { input.failures[$0].time })
    }
    report.nearMisses = inOrder(functions.nearMisses + requests.longWaits)
    report.coverage = coverage(
        input, withoutRun: requests.callsWithoutRun, withoutStart: functions.withoutStart, withoutReport: functions.withoutReport)
    return report
}

/// By count, then name.
func countCauses(_ failures: some Sequence<Failure>) -> [CauseCount] {
    var counts: [Cause: Int] = [:]
    for failure in failures { counts[failure.verdict.cause, default: 0] += 1 }
    return counts.map(CauseCount.init(cause:count:)).sorted {
        ($1.count, $0.cause.rawValue) < ($0.count, $1.cause.rawValue)
    }
}
