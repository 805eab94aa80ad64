// What all pages and files are made from: the report and its failures after redaction. Only `Redacting.swift` makes one.

import Model
import Redaction

struct RedactedFailure: Sendable {
    let failure: Failure
    /// What was replaced on this failure's page, by rule.
    let redactions: RedactionCounts

    fileprivate init(failure: Failure, redactions: RedactionCounts) {
        self.failure = failure
        self.redactions = redactions
    }
}

struct RedactedInput: Sendable {
    let report: Report
    /// In order of time, then id.
    let failures: [RedactedFailure]
    let rows: ExplorerRows
    /// In the names of the rows, most of which the report has too.
    let rowRedactions: RedactionCounts
    /// Over all failures and the report's own texts.
    let redactions: RedactionCounts

    init(_ input: SiteInput, jobs: Int) {
        let redactor = input.redactor
        let given = input.failures
        let failures = mappedInParallel(given.count, jobs: jobs) { index in
            var redacting = Redacting(redactor)
            let failure = redacting.failure(given[index])
            return RedactedFailure(failure: failure, redactions: redacting.counts)
        }
        var redacting = Redacting(redactor)
        report = redacting.report(input.report)
        var total = redacting.otherCounts
        for failure in failures { total.merge(failure.redactions) }
        self.failures = failures
        self.redactions = total
        var redactingRows = Redacting(redactor)
        rows = redactingRows.rows(input.rows)
        rowRedactions = redactingRows.otherCounts
    }
}
