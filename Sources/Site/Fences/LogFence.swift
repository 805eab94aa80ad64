// The lines of one failure as a `log` fence: `L17 proof 1 | 02:17:49.868 | +2.002 s | function | ERROR | message`.

import MarkdownHTML
import Model

struct LogFence {
    /// At most this many rows, and this much text as HTML, stand on the page; the rest is in the plain text beside it.
    static let maximumRows = 400
    static let maximumCost = 120_000

    let markdown: Markdown
    /// Lines left out of the middle.
    let omitted: Int

    /// `text` is where the whole log is, as the page links it.
    init(_ lines: [FailureLine], zone: DisplayZone, text: String) {
        var rows: [String] = []
        rows.reserveCapacity(lines.count)
        var before: Timestamp?
        for (index, line) in lines.enumerated() {
            rows.append(row(line, number: index + 1, before: before, zone: zone))
            before = line.line.time
        }
        let kept = keptEnds(rows.map(htmlCost), rows: Self.maximumRows, cost: Self.maximumCost)
        omitted = rows.count - kept.head - kept.tail
        if omitted > 0 {
            rows.replaceSubrange(
                kept.head..<rows.count - kept.tail,
                with: ["... | \(counted(omitted, "line")) left out | \(text)"])
        }
        markdown = .fenced("log", rows.joined(separator: "\n"))
    }
}

/// How many to keep at either end so that the middle goes; proof stands mostly at the end, so the end gets the larger half.
func keptEnds(_ costs: [Int], rows: Int, cost: Int) -> (head: Int, tail: Int) {
    if costs.count <= rows, costs.reduce(0, +) <= cost { return (costs.count, 0) }
    var head = 0
    var tail = 0
    var left = cost
    while head + tail < min(rows, costs.count) {
        let takesTail = tail <= head * 2
        let next = takesTail ? costs[costs.count - 1 - tail] : costs[head]
        guard next <= left else { break }
        left -= next
        if takesTail { tail += 1 } else { head += 1 }
    }
    return (head, tail)
}

/// Bytes of a text in the page, roughly: its escapes, and what a row around it takes.
func htmlCost(_ text: String) -> Int {
    var cost = 250
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""): cost += 6
        case UInt8(ascii: "&"): cost += 5
        case UInt8(ascii: "<"), UInt8(ascii: ">"): cost += 4
        default: cost += 1
        }
    }
    return cost
}

private func row(_ line: FailureLine, number: Int, before: Timestamp?, zone: DisplayZone) -> String {
    let label = line.proof.map { "L\(number) proof \($0)" } ?? "L\(number)"
    let gap = before.flatMap { line.line.time.isKnown && $0.isKnown ? gapWords(line.line.time - $0) : nil } ?? ""
    let time = line.line.time.isKnown ? zone.clock(line.line.time) : ""
    let message = indented(shown(line.line))
    return "\(label) | \(time) | \(gap) | \(line.role.rawValue) | \(line.line.level?.word ?? "") | \(message)"
}

/// `+2 ms`, `+2.002 s`.
private func gapWords(_ milliseconds: Int64) -> String {
    let sign = milliseconds < 0 ? "\u{2212}" : "+"
    let size = milliseconds.magnitude
    if size < 1000 { return "\(sign)\(size)\u{A0}ms" }
    return "\(sign)\(fixed(Double(size) / 1000, 3))\u{A0}s"
}

/// The message first; of a structured line of the function then its other fields, those of several lines below.
private func shown(_ line: EvidenceLine) -> String {
    guard line.source != .accessLog, line.text.first == "{", line.message != line.text else { return line.message }
    var text = line.message
    var below = ""
    for field in line.fields where !toldElsewhere.contains(field.name.lowercased()) && field.value != line.message {
        if field.value.utf8.contains(0x0A) {
            below += "\n\(field.name)=\n\(field.value)"
        } else {
            text += " \(field.name)=\(field.value)"
        }
    }
    return text + below
}

/// Fields that a row shows in a column of its own, or that are the same on every line.
private let toldElsewhere: Set<String> = [
    "timestamp", "time", "level", "message", "msg", "requestid", "awsrequestid", "aws_request_id", "function_request_id",
]

/// Later lines of a text begin with four spaces.
func indented(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\n    ")
}
