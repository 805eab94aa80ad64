// Any text as an error's text, its parts, and a message to be grouped by: read to its end, within bounds, the same each time.

import Diagnosis
import Model
import StackTraces

func tracesAndMessages(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let error = parseError(in: text) { expect(depth(error) <= 20, "\(depth(error)) causes deep") }
    let firstLine = text.prefix { !$0.isNewline }
    let apart = parseError(type: String(firstLine.prefix(80)), message: String(firstLine), stack: text)
    expect(depth(apart) <= 20, "\(depth(apart)) causes deep")

    let groups = grouped(text)
    expect(groups.count == 1 && groups[0].title == grouped(text)[0].title, "a message is not like itself: \(groups)")
    // The time limit of an input tells what grows faster than its text.
    if bytes.first ?? 0 >= 0xF0 { _ = parseError(in: String(repeating: text, count: 200_000 / max(text.utf8.count, 1))) }
}

private func grouped(_ message: String) -> [FailureGroup] {
    var failures = ["a", "b"].map { id in
        Failure(
            id: id, time: Timestamp(milliseconds: 1_773_306_845_000),
            verdict: Verdict(cause: .unhandledException, confidence: .certain, sentence: "", proof: []))
    }
    for place in failures.indices {
        failures[place].error = ErrorDetails(type: nil, message: message, runtime: nil, raw: "", caught: false)
    }
    return groupFailures(&failures)
}

/// How many errors hang below, on the deepest path.
private func depth(_ error: ParsedError) -> Int {
    var deepest = 0
    var level = [error]
    while true {
        level = level.flatMap(\.causes)
        if level.isEmpty { return deepest }
        deepest += 1
    }
}
