// A line as logged and as a page shows it, and the check that every shape test makes.

import Redaction
import Testing

struct Shape: Sendable, CustomTestStringConvertible {
    let line: String
    let shown: String

    init(_ line: String, _ shown: String) {
        self.line = line
        self.shown = shown
    }

    var testDescription: String { line }
}

/// The line is shown as expected, the rule counted once for each of its placeholders (or shortened addresses), and a second
/// pass changes and counts nothing.
func check(_ shape: Shape, rule: String, times: Int = 1, sourceLocation: SourceLocation = #_sourceLocation) {
    let redactor = Redactor()
    var counts = RedactionCounts()
    let shown = redactor.redact(shape.line, counts: &counts)
    #expect(shown == shape.shown, sourceLocation: sourceLocation)
    #expect(counts.counts == [rule: times], sourceLocation: sourceLocation)
    var again = RedactionCounts()
    let twice = redactor.redact(shown, counts: &again)
    #expect(twice == shown, sourceLocation: sourceLocation)
    #expect(again.counts.isEmpty, sourceLocation: sourceLocation)
}
