// The joined night in numbers:
// 1. buckets of time are chosen for the range;
// 2. one walk over the requests fills the endpoints, the outcomes and the client series;
// 3. one walk over the invocations fills the functions and the function series;
// 4. failures add their causes, groups and lists;
// 5. what was nearly a failure, what was not covered, and what changed version.

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

    /// For each request its failure's index, or -1.
    var failureOfRequest: [Int32] {
        var places = [Int32](repeating: -1, count: night.requests.count)
        for (place, candidate) in candidates.enumerated() where candidate.request >= 0 {
            places[Int(candidate.request)] = Int32(place)
        }
        return places
    }
}

package func summarise(_ input: SummaryInput) -> Report {
    let buckets = TimeBuckets(range: input.range)
    var report = Report(title: input.title, toolVersion: input.toolVersion, range: input.range, zone: input.zone)
    let requests = summariseRequests(input, buckets: buckets)
    let functions = summariseFunctions(input, buckets: buckets)
    report.totals = requests.totals
    report.totals.failures = input.failures.count
    report.totals.invocations = input.night.invocations.count
    report.totals.functionErrors = input.night.invocations.count { $0.failed }
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
    report.nearMisses = nearMisses(input, endpoints: requests.all, functions: functions.summaries)
    report.coverage = coverage(input)
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
