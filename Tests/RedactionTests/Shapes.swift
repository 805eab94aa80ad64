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
    var found = RedactedValues()
    let shown = redactor.redact(shape.line, numbering: &found)
    #expect(shown == shape.shown, sourceLocation: sourceLocation)
    #expect(found.counts.counts == [rule: times], sourceLocation: sourceLocation)
    var again = RedactedValues()
    let twice = redactor.redact(shown, numbering: &again)
    #expect(twice == shown, sourceLocation: sourceLocation)
    #expect(again.counts.counts.isEmpty, sourceLocation: sourceLocation)
}

extension Redactor {
    /// One text by itself, with the placeholders that readers see.
    func redact(_ text: String, numbering found: inout RedactedValues) -> String {
        let marked = redact(text, found: &found)
        var numbering = Numbering()
        numbering.add(found.values)
        return numbering.numbered(marked)
    }
}
