// Compares a verdict with what a test expects of it.

import Model
import Testing

/// `proof`: one entry per proof line, its source and words that the quoted line must hold.
func check(
    _ failure: Failure, _ cause: Cause, _ confidence: Confidence, _ sentence: String, proof: [(LogSource, String)],
    at location: SourceLocation = #_sourceLocation
) {
    let verdict = failure.verdict
    #expect(verdict.cause == cause, sourceLocation: location)
    #expect(verdict.confidence == confidence, sourceLocation: location)
    #expect(verdict.sentence == sentence, sourceLocation: location)
    #expect(verdict.proof.map(\.source) == proof.map(\.0), sourceLocation: location)
    for (line, expected) in zip(verdict.proof, proof) {
        #expect(line.line.contains(expected.1), sourceLocation: location)
    }
    let marked = failure.lines.compactMap(\.proof).sorted()
    #expect(marked == Array(1..<(verdict.proof.count + 1)), "every proof is marked among the lines", sourceLocation: location)
    #expect(failure.strip.count == 6, sourceLocation: location)
    let broken = failure.strip.filter { $0.state == .broke }
    #expect(broken.count == (cause == .unknown ? 0 : 1), "the strip breaks once", sourceLocation: location)
}
