// What all pages and files are made from: the report and its failures after redaction. Only `Redacting.swift` makes one.
//
// 1. Every failure by itself, on all cores; each value leaves a mark.
// 2. The report's own texts and the explorer's names.
// 3. Values get their numbers in the order of failures, whatever core saw them first.
// 4. Marks become placeholders, on all cores.
// 5. A group tells only those of its masked values that its failures' redacted texts still tell: by itself no value says what it is.

import Model
import Redaction
import Workers

/// A class, so that who asks for one fact of a failure does not copy all of it.
final class RedactedFailure: Sendable {
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
    let rows: ExplorerRows
    /// In the names of the rows, most of which the report has too.
    let rowRedactions: RedactionCounts
    /// Over all failures and the report's own texts; by count, then by name.
    let redactions: [RuleRedactions]

    /// Takes the failures out of `input`: a night of them is not held twice.
    init(_ input: inout SiteInput, jobs: Int) {
        let redactor = input.redactor
        var marked = markedFailures(&input.failures, by: redactor, jobs: jobs)
        var redacting = Redacting(.redact(redactor))
        let markedReport = redacting.report(input.report)
        var redactingRows = Redacting(.redact(redactor))
        let markedRows = redactingRows.rows(input.rows)
        rowRedactions = redactingRows.otherCounts

        var numbering = Numbering()
        var total = redacting.otherCounts
        var pages = RedactionCounts()
        for case let failure? in marked {
            numbering.add(failure.values)
            total.merge(failure.counts)
            for rule in failure.counts.counts.keys { pages.add(rule) }
        }
        numbering.add(redacting.values)
        numbering.add(redactingRows.values)

        // The marked ones go as the numbered ones come: a night of failures is not held twice.
        let numbers = numbering
        var failures: [RedactedFailure] = []
        failures.reserveCapacity(marked.count)
        for start in stride(from: 0, to: marked.count, by: stretch) {
            let range = start..<min(marked.count, start + stretch)
            let part = marked[range].compactMap(\.self)
            for place in range { marked[place] = nil }
            failures += mapped(part.count, jobs: jobs, desk: {}) { index, _ in
                let redactions = part[index].counts
                guard !part[index].values.isEmpty else {
                    return RedactedFailure(failure: part[index].failure, redactions: redactions)
                }
                var redacting = Redacting(.number(numbers))
                return RedactedFailure(failure: redacting.failure(part[index].failure), redactions: redactions)
            }
        }
        self.failures = failures
        var naming = Redacting(.number(numbering))
        var named = naming.report(markedReport)
        for place in named.groups.indices { hideUnseenValues(of: &named.groups[place], among: failures) }
        report = named
        rows = naming.rows(markedRows)
        redactions = total.sorted.map { RuleRedactions(rule: $0.rule, count: $0.count, pages: pages.counts[$0.rule] ?? 0) }
    }

    /// Values replaced, by all rules.
    var redactionTotal: Int { redactions.reduce(0) { $0 + $1.count } }
}

/// A failure whose values are marks, and what they were made of.
private struct MarkedFailure: Sendable {
    var failure: Failure
    var counts: RedactionCounts
    var values: [RedactedValue]
}

/// Failures that are marked or numbered at a time.
private let stretch = 4096

/// The given ones go, from the last to the first, as the marked ones come.
private func markedFailures(_ given: inout [Failure], by redactor: Redactor, jobs: Int) -> [MarkedFailure?] {
    var marked = [MarkedFailure?](repeating: nil, count: given.count)
    while !given.isEmpty {
        let start = (given.count - 1) / stretch * stretch
        let part = Array(given[start...])
        given.removeLast(part.count)
        let done = mapped(part.count, jobs: jobs, desk: {}) { index, _ in
            var redacting = Redacting(.redact(redactor))
            let failure = redacting.failure(part[index])
            return MarkedFailure(failure: failure, counts: redacting.counts, values: redacting.values)
        }
        for (index, failure) in done.enumerated() { marked[start + index] = failure }
    }
    return marked
}

private func hideUnseenValues(of group: inout FailureGroup, among failures: [RedactedFailure]) {
    // The commonest values are wanted; who has not shown one by then has it hidden, which is the safe side.
    let members = group.members.prefix(200).map { failures[$0].failure }
    group.maskedValues = group.maskedValues.map { masked in
        var shown: [(value: String, count: Int)] = []
        var hidden = 0
        for (value, count) in masked.values {
            if members.contains(where: { $0.tells(value) }) { shown.append((value, count)) } else { hidden += count }
        }
        if hidden > 0 { shown.append(("[redacted]", hidden)) }
        return MaskedValues(mask: masked.mask, values: shown)
    }
}

extension Failure {
    /// The value stands in one of the texts that messages of groups are made from.
    fileprivate func tells(_ value: String) -> Bool {
        let texts = [request?.message, error?.message, error?.type, lastSign?.text, verdict.sentence]
        return texts.contains { $0?.holdsBytes(of: value) == true } || lines.contains { $0.line.message.holdsBytes(of: value) }
    }
}
