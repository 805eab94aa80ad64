// What all pages and files are made from: the report and its failures after redaction. Only `Redacting.swift` makes one.
//
// 1. Every failure by itself, on all cores; each value leaves a mark.
// 2. The report's own texts.
// 3. Values get their numbers in the order of failures, whatever core saw them first.
// 4. Marks become placeholders, on all cores.

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

/// What one rule replaced.
struct RuleRedactions: Sendable {
    let rule: String
    let count: Int
    /// Failure pages on which it replaced something.
    let pages: Int
}

struct RedactedInput: Sendable {
    let report: Report
    /// In order of time, then id.
    let failures: [RedactedFailure]
    /// Over all failures and the report's own texts; by count, then by name.
    let redactions: [RuleRedactions]

    init(_ input: SiteInput, jobs: Int) {
        let redactor = input.redactor
        let given = input.failures
        let marked = mappedInParallel(given.count, jobs: jobs) { index in
            var redacting = Redacting(.redact(redactor))
            let failure = redacting.failure(given[index])
            return (failure: failure, counts: redacting.counts, values: redacting.values)
        }
        var redacting = Redacting(.redact(redactor))
        let markedReport = redacting.report(input.report)

        var numbering = Numbering()
        for failure in marked { numbering.add(failure.values) }
        numbering.add(redacting.values)

        let numbers = numbering
        failures = mappedInParallel(marked.count, jobs: jobs) { index in
            let (failure, counts, values) = marked[index]
            guard !values.isEmpty else { return RedactedFailure(failure: failure, redactions: counts) }
            var redacting = Redacting(.number(numbers))
            return RedactedFailure(failure: redacting.failure(failure), redactions: counts)
        }
        var total = redacting.otherCounts
        var pages = RedactionCounts()
        for failure in marked {
            total.merge(failure.counts)
            for rule in failure.counts.counts.keys { pages.add(rule) }
        }
        var naming = Redacting(.number(numbering))
        report = naming.report(markedReport)
        redactions = total.sorted.map { RuleRedactions(rule: $0.rule, count: $0.count, pages: pages.counts[$0.rule] ?? 0) }
    }

    /// Values replaced, by all rules.
    var redactionTotal: Int { redactions.reduce(0) { $0 + $1.count } }
}
