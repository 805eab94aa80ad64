// The story of a run:
// 1. find the inputs;
// 2. scan them all, once, to facts;
// 3. join the facts to requests;
// 4. read again what the failures need, and judge each failure by its own lines;
// 5. put failures into groups and the night into numbers;
// 6. render the site and publish it, all at once or not at all.

import Correlation
import Aggregation
import Diagnosis
package import Ingest
package import Model
import Redaction
package import Site

/// The version that reports and `--version` name.
package let toolVersion = "0.1.0"

package struct Outcome: Sendable {
    package var report: Report
    package var published: PublishedSite
    /// Inputs that are missing or could not be read to their end, in words.
    package var problems: [String]
    package var crossed: [(gate: Gate, value: Double)]
}

/// A finished site in which a known shape of a secret is left; it was not published.
package struct LeakProblem: Error, Sendable {
    package var leaks: [Leak]
}

/// The main job.
/// - Throws: `UsageProblem`, `LeakProblem` and the errors of `SiteWriter`; the published site is then untouched.
package func build(
    _ settings: Settings, output: String, cancellation: Cancellation, reporter: @escaping Reporter
) async throws -> Outcome {
    let writer = try SiteWriter(output: output, jobs: settings.jobs, cancellation: cancellation)
    let theme = try theme(overriddenBy: settings.theme)
    var templates = try templates(overriddenBy: settings.templates)
    for file in theme where file.name.hasSuffix(".html") { templates[file.name] = String(decoding: file.bytes, as: UTF8.self) }

    var plan = try await plan(
        settings, folder: writer.parent, templates: templates, theme: theme, cancellation: cancellation, reporter: reporter)

    reporter(.began(.publishing, total: plan.site.parts.count))
    let published = try writer.publish(plan.site.parts, manifest: plan.site.manifest) { folder in
        guard settings.redactCheck else { return }
        let checked = try checkRedaction(ofSite: folder, by: settings.redactor, jobs: settings.jobs)
        guard checked.leaks.isEmpty else { throw LeakProblem(leaks: checked.leaks) }
    }
    reporter(.ended(.publishing))
    plan.report.coverage.inputs = redacted(plan.report.coverage.inputs, settings)
    return Outcome(
        report: plan.report, published: published, problems: plan.problems,
        crossed: settings.gates.compactMap { gate in gate.crossing(plan.report).map { (gate, $0) } })
}

/// All that is left of the logs when their site is written.
private struct Plan {
    var site: PlannedSite
    var report: Report
    var problems: [String]
}

/// Steps 1 to 5. The facts live no longer than this: pages and files take memory, too. `folder` is where facts may lie in a file.
private func plan(
    _ settings: Settings, folder: String, templates: [String: String], theme: [ThemeFile], cancellation: Cancellation,
    reporter: @escaping Reporter
) async throws -> Plan {
    let memory = try RunMemory(limit: settings.memory, folder: folder)
    var read = try await readNight(settings, memory: memory.facts, reporter: reporter)
    if memory.facts.isFull {
        reporter(.warning("there is no room for all facts in '\(folder)', so more memory is held than was given"))
    }
    let candidates = failureCandidates(in: read.night)
    var judged = await judge(candidates, in: read.night, inputs: read.inputs, settings: settings, reporter: reporter)
    read.tell(changed: judged.changedInputs, by: settings.redactor, reporter)
    guard !cancellation.isCancelled else { throw SiteWriterError.cancelled }

    reporter(.began(.summarising, total: nil))
    var groups = groupFailures(&judged.failures, rules: settings.groupRules)
    for place in groups.indices {
        if let title = settings.groupTitles[groups[place].id] { groups[place].title = title }
    }
    var (report, rows) = summarised(
        SummaryInput(
            night: read.night, candidates: judged.candidates, failures: judged.failures, groups: groups, inputs: read.reports,
            title: settings.title, toolVersion: toolVersion, range: read.range, zone: settings.zone),
        walking: memory.facts.isInFile ? .inFile : .inMemory(jobs: settings.jobs), jobs: settings.jobs)
    report.markers = (report.markers + settings.markers.filter { read.range.contains($0.time) })
        .sorted { ($0.time, $0.label) < ($1.time, $1.label) }
    // Failures are handed on, not kept: those of a bad night are most of the memory.
    let failures = judged.failures
    judged.failures = []
    let planned = try plannedSite(
        SiteInput(
            report: report, failures: consume failures, rows: rows, redactor: settings.redactor, madeAt: settings.madeAt,
            templates: templates, theme: theme),
        jobs: settings.jobs)
    reporter(.ended(.summarising))
    return Plan(site: planned, report: report, problems: read.problems)
}

/// The rows come last: they would be held while the numbers need room.
private func summarised(_ summary: SummaryInput, walking: Walking, jobs: Int) -> (Report, ExplorerRows) {
    let report = summarise(summary, walking: walking)
    return (report, explorerRows(summary, jobs: jobs))
}

/// A night after its first reading.
package struct ReadNight: Sendable {
    package var inputs: [Input]
    /// Held for as long as the inputs may be read.
    var standardInput: KeptStandardInput?
    package var night: JoinedNight
    package var reports: [InputReport]
    /// The range asked for, or that of all requests and runs.
    package var range: TimeRange
    /// Inputs that are missing or could not be read to their end, in words.
    package var problems: [String]

    /// Inputs that were other files at their second reading: counts are of the first one, and no line is quoted.
    fileprivate mutating func tell(changed places: [Int], by redactor: Redactor, _ reporter: Reporter) {
        let words = "it changed between its two readings, so its lines are counted and not quoted"
        for place in places { reports[place].problem = words }
        let told = redactor.redacted(places.map { "cannot read '\(reports[$0].path)' again: \(words)" })
        for problem in told { reporter(.warning(problem)) }
        problems += told
    }
}

/// Steps 1 to 3. The facts lie in `memory`.
package func readNight(
    _ settings: Settings, memory: ColumnMemory = ColumnMemory(), reporter: @escaping Reporter
) async throws(UsageProblem) -> ReadNight {
    let found = findInputs(settings.inputs) { settings.hints.hints(for: $0) }
    // Names of files are text from elsewhere too, and warnings end in cron's mail.
    let missing = settings.redactor.redacted(found.problems.map(\.message))
    for problem in missing { reporter(.warning(problem)) }
    var remembered = found.inputs
    for place in remembered.indices { remembered[place].rememberFiles() }
    var (inputs, kept) = try keepingStandardInput(remembered)
    let facts = await scanInputs(inputs, settings: settings, memory: memory, reporter: reporter)
    let reports = facts.reports
    for place in inputs.indices { inputs[place].isOutOfOrder = reports[place].isOutOfOrder }
    reporter(.began(.joining, total: nil))
    let night = correlate(consume facts, range: settings.range)
    reporter(.ended(.joining))
    let unread = settings.redactor.redacted(
        reports.compactMap { report in report.problem.map { "cannot read '\(report.path)': \($0)" } })
    for problem in unread { reporter(.warning(problem)) }
    return ReadNight(
        inputs: inputs, standardInput: kept, night: night, reports: reports,
        range: settings.range ?? night.range ?? settings.emptyRange,
        problems: missing + unread)
}

/// All verdicts of a night, as `build` publishes them but not redacted, and nothing written.
package func verdicts(
    _ settings: Settings, reporter: @escaping Reporter
) async throws -> (read: ReadNight, failures: [Failure]) {
    let read = try await readNight(settings, reporter: reporter)
    let candidates = failureCandidates(in: read.night)
    return (read, await judge(candidates, in: read.night, inputs: read.inputs, settings: settings, reporter: reporter).failures)
}

/// What the logs say of one id: a gateway request id, extended id, Lambda request id or trace id, whole or by its first
/// eight characters or more. Failures are judged; healthy requests come as they are. All texts are redacted.
package func explain(_ id: String, _ settings: Settings, reporter: @escaping Reporter) async throws -> Explanation {
    let read = try await readNight(settings, reporter: reporter)
    let matches = candidates(matching: id, in: read.night)
    let judged = await judge(matches, in: read.night, inputs: read.inputs, settings: settings, reporter: reporter)
    let failures = redacted(judged.failures, by: settings.redactor)
    return Explanation(read: read, candidates: judged.candidates, failures: failures)
}

package struct Explanation: Sendable {
    package var read: ReadNight
    package var candidates: [FailureCandidate]
    /// Parallel to `candidates`, redacted; a request that did not fail is judged too, and its page would not exist.
    package var failures: [Failure]

    /// The request or run did fail.
    package func isFailure(_ place: Int) -> Bool {
        let candidate = candidates[place]
        if candidate.invocation >= 0, read.night.invocations[Int(candidate.invocation)].failed { return true }
        return candidate.request >= 0 && read.night.view(read.night.requests[Int(candidate.request)]).failed
    }
}

extension Settings {
    /// Nothing was asked for and nothing was read.
    fileprivate var emptyRange: TimeRange { TimeRange(since: madeAt, until: madeAt) }
}

extension JoinedNight {
    /// From the first request or run to just after the last.
    fileprivate var range: TimeRange? {
        let received = requests.map { view($0).time }
        let started = unlinkedInvocations.map { place in
            let run = invocations[Int(place)]
            return run.start.isKnown ? run.start : run.firstLine
        }
        let times = (received + started).filter(\.isKnown)
        guard let first = times.min(), let last = times.max() else { return nil }
        return TimeRange(since: first, until: last + 1)
    }
}
