// A run that writes nothing: what was found, and what is missing.

import Aggregation
import Correlation
import Ingest
package import Model
import Redaction

package struct CheckResult: Sendable {
    package var reports: [InputReport]
    package var totals: Totals
    package var coverage: Coverage
    package var problems: [String]
}

package func check(_ settings: Settings, reporter: @escaping Reporter) async throws -> CheckResult {
    let read = try await readNight(settings, reporter: reporter)
    let report = summarise(
        SummaryInput(
            night: read.night, candidates: [], failures: [], groups: [], inputs: read.reports, title: settings.title,
            toolVersion: toolVersion, range: read.range, zone: settings.zone),
        walking: .inMemory(jobs: settings.jobs))
    var totals = report.totals
    totals.failures = failureCandidates(in: read.night).count
    var coverage = report.coverage
    coverage.missing = settings.redactor.redacted(coverage.missing)
    return CheckResult(
        reports: redacted(read.reports, settings), totals: totals, coverage: coverage, problems: read.problems)
}

/// The accounts of inputs as a terminal may show them: samples of rejected events and names of files are log text too.
func redacted(_ reports: [InputReport], _ settings: Settings) -> [InputReport] {
    let redactor = settings.redactor
    var found = RedactedValues()
    let marked = reports.map { report in report.changingTexts { redactor.redact($0, found: &found) } }
    var numbering = Numbering()
    numbering.add(found.values)
    return marked.map { report in report.changingTexts { numbering.numbered($0) } }
}

extension InputReport {
    /// With another text in place of each one that comes from a log.
    fileprivate func changingTexts(_ change: (String) -> String) -> InputReport {
        var report = self
        report.path = change(path)
        for place in rejectedSamples.indices {
            report.rejectedSamples[place].reason = change(rejectedSamples[place].reason)
            report.rejectedSamples[place].text = change(rejectedSamples[place].text)
        }
        return report
    }
}

/// The containers that can be read, as `faultline formats` lists them.
package var knownFormats: [(name: String, description: String, sample: String)] {
    ContainerFormat.allCases.map { ($0.name, $0.summary, $0.sample) }
}

/// What the events in them can be, as `faultline formats` lists them.
package var knownRecords: [(name: String, description: String, sample: String)] {
    RecordKind.allCases.map { ($0.name, $0.summary, $0.sample) }
}

/// The access-log template that carries every variable a verdict can use.
package var accessLogFormat: String { suggestedAccessLogFormat }
