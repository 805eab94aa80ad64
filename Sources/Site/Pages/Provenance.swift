// Where the evidence of a failure stood, and how its parts were joined.

import MarkdownHTML
import Model
import Redaction

func provenanceFacts(_ failure: Failure, redactions: RedactionCounts, inputs: [InputReport]) -> [Fact] {
    var facts: [Fact] = []
    if let link = failure.link {
        let confidence = link.isExact ? "exact" : "probable"
        facts.append(Fact("Joined by", .text("\(link.words); rank \(link.rank) of \(LinkRung.allCases.count), \(confidence)")))
    } else if failure.request != nil {
        facts.append(
            Fact("Joined by", failure.invocation == nil ? "nothing to join: no run of a function is known" : "not joined"))
    }
    facts.append(Fact("Verdict", .text(failure.verdict.confidence.rawValue)))
    for (name, places) in placesBySource(failure) {
        let words = places.map { place -> Markdown in
            let path = inputs.indices.contains(Int(place.input)) ? inputs[Int(place.input)].path : "input \(place.input + 1)"
            let first = grouped(Int(place.first) + 1)
            let events = place.first == place.last ? "event \(first)" : "events \(first)\u{2013}\(grouped(Int(place.last) + 1))"
            return "\(.code(clipped(path, 400))) \(.text(events))"
        }
        facts.append(Fact(name, .joined(words, separator: ", ")))
    }
    let rules = redactions.sorted.map(\.rule).joined(separator: ", ")
    facts.append(
        Fact("Redacted here", rules.isEmpty ? "nothing" : .text("\(counted(redactions.total, "value")) by \(rules)")))
    return facts
}

/// Per kind of log, the stretch of each input that holds lines of the failure.
private func placesBySource(_ failure: Failure) -> [(Markdown, [PlaceRange])] {
    let kinds: [(Markdown, (FailureLine) -> Bool)] = [
        ("Access log", { $0.line.source == .accessLog }), ("Execution log", { $0.line.source == .executionLog }),
        ("Authorizer log", { $0.role == .authorizer }),
        ("Function log", { $0.role == .function }),
    ]
    return kinds.compactMap { name, holds in
        var ranges: [UInt32: PlaceRange] = [:]
        for line in failure.lines where holds(line) {
            let place = line.line.place
            let range = ranges[place.input] ?? PlaceRange(input: place.input, first: place.event, last: place.event)
            ranges[place.input] = PlaceRange(
                input: place.input, first: min(range.first, place.event), last: max(range.last, place.event))
        }
        return ranges.isEmpty ? nil : (name, ranges.values.sorted { $0.input < $1.input })
    }
}
