// A small timeline of one failure in characters: when gateway, authorizer, function and what it called were busy, on one scale.

import Model
import Pipeline

private let columns = 48

/// One line per clock; nothing when fewer than two times are known.
func printTimeline(_ failure: Failure, _ zone: DisplayZone) {
    let spans = spans(of: failure)
    guard let first = spans.map(\.start).min(), let last = spans.map(\.end).max(), first < last else { return }
    print("")
    let width = spans.map(\.name.count).max() ?? 0
    for span in spans {
        let from = column(span.start, first, last)
        let until = max(from + 1, column(span.end, first, last))
        let bar =
            String(repeating: " ", count: from) + String(repeating: "=", count: until - from)
            + String(repeating: " ", count: columns - until)
        let name = span.name + String(repeating: " ", count: width - span.name.count)
        print(terminalSafe("\(name) |\(bar)| \(zone.clock(span.start)), \(span.end - span.start) ms"))
    }
}

private struct Span {
    var name: String
    var start: Timestamp
    var end: Timestamp
}

private func spans(of failure: Failure) -> [Span] {
    var spans: [Span] = []
    if let latency = failure.request?.latencyMs, failure.time.isKnown {
        spans.append(Span(name: "gateway", start: failure.time, end: failure.time + Int64(latency)))
    }
    for (name, run) in [("authorizer", failure.authorizer), ("function", failure.invocation)] {
        guard let start = run?.start, let end = run?.end, start.isKnown, end.isKnown, start <= end else { continue }
        spans.append(Span(name: name, start: start, end: end))
    }
    // A call that had not come back reaches to the end of the run.
    let last = spans.last?.end
    for call in failure.calls where call.start.isKnown {
        let end = call.ms.map { call.start + Int64($0) } ?? last ?? call.start
        let state = call.ms == nil ? ", no answer" : call.failed ? ", failed" : ""
        spans.append(Span(name: "  \(call.name)\(state)", start: call.start, end: max(call.start, end)))
    }
    return spans
}

private func column(_ time: Timestamp, _ first: Timestamp, _ last: Timestamp) -> Int {
    Int(Double(time - first) / Double(last - first) * Double(columns))
}
