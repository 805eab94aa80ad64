// The lines of one failure as a `log` fence: `L17 proof 1 | 02:17:49.868 | +2.002 s | function | ERROR | message`.

import MarkdownHTML
import Model

struct LogFence {
    /// At most this many rows, and this much text as HTML, stand on the page; the rest is in the plain text beside it.
    static let maximumRows = 400
    static let maximumCost = 80_000
    /// More of one event than a person reads in a row.
    static let maximumRow = 16_000

    let markdown: Markdown
    /// Lines left out of the middle.
    let omitted: Int
    /// Lines are left out, or one is shown only in part.
    let isCut: Bool
    /// Numbers, from 0, of the lines that are shown.
    let shown: Set<Int>

    /// `text` is where the whole log is, as the page links it. Lines that prove the verdict stay whatever the log's length.
    init(
        _ lines: [FailureLine], zone: DisplayZone, text: String, rows maximumRows: Int = maximumRows, cost: Int = maximumCost
    ) {
        var rows: [String] = []
        rows.reserveCapacity(lines.count)
        var before: Timestamp?
        for (index, line) in lines.enumerated() {
            rows.append(row(line, number: index + 1, before: before, zone: zone))
            before = line.line.time
        }
        let longest = rows.map(\.utf8.count).max() ?? 0
        rows = rows.map { clipped($0, Self.maximumRow) }
        // Most logs are so short that they need no counting: no byte of a row costs more than six.
        let isShort = rows.count <= maximumRows && rows.reduce(0) { $0 + 350 + 6 * $1.utf8.count } <= cost
        let kept = isShort ? (head: rows.count, tail: 0) : keptEnds(rows.map(htmlCost), rows: maximumRows, cost: cost)
        var shown = Set(0..<kept.head).union(rows.count - kept.tail..<rows.count)
        for (index, line) in lines.enumerated() where line.proof != nil && !shown.contains(index) {
            // One endless line may be a proof: its start is enough.
            rows[index] = clipped(rows[index], 4000)
            shown.insert(index)
        }
        omitted = rows.count - shown.count
        isCut = omitted > 0 || longest > Self.maximumRow
        self.shown = shown
        var output: [String] = []
        var gap = 0
        for (index, row) in rows.enumerated() {
            if shown.contains(index) {
                if gap > 0 { output.append("... | \(counted(gap, "line")) left out | \(text)") }
                gap = 0
                output.append(row)
            } else {
                gap += 1
            }
        }
        if gap > 0 { output.append("... | \(counted(gap, "line")) left out | \(text)") }
        markdown = .fenced("log", output.joined(separator: "\n"))
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
    let bytes = text.utf8.span
    var cost = 350 + bytes.count
    for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "\""): cost += 5
        case UInt8(ascii: "&"): cost += 4
        case UInt8(ascii: "<"), UInt8(ascii: ">"): cost += 3
        default: break
        }
    }
    return cost
}

private func row(_ line: FailureLine, number: Int, before: Timestamp?, zone: DisplayZone) -> String {
    let label = line.proof.map { "L\(number) proof \($0)" } ?? "L\(number)"
    let gap = before.flatMap { line.line.time.isKnown && $0.isKnown ? gapWords(line.line.time - $0) : nil } ?? ""
    let time = line.line.time.isKnown ? zone.clock(line.line.time) : ""
    let message = indented(shown(line.line))
    var row: [UInt8] = []
    row.reserveCapacity(message.utf8.count + 80)
    for column in [label, time, gap, line.role.rawValue, line.line.level?.word ?? ""] {
        row.append(contentsOf: column.utf8)
        row.append(contentsOf: " | ".utf8)
    }
    row.append(contentsOf: message.utf8)
    return String(decoding: row, as: UTF8.self)
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
    if line.source == .accessLog {
        // The row itself stands below as it was logged; `-` is the gateway's word for "nothing".
        let told = line.fields.filter { !$0.value.isEmpty && $0.value != "-" }
        return told.isEmpty ? line.message : "access log row" + readOut(told)
    }
    guard line.text.first == "{", line.message != line.text else { return line.message }
    return line.message
        + readOut(line.fields.filter { !toldElsewhere.contains($0.name.lowercased()) && $0.value != line.message })
}

/// ` key=value` for each field, in quotes where a blank would hide the value's end; values of several lines below.
private func readOut(_ fields: [LogField]) -> String {
    var text = ""
    var below = ""
    for field in fields {
        let value = field.value
        let bytes = value.utf8.span
        var hasLines = false
        var hasQuotes = false
        var hasBlanks = false
        for index in bytes.indices {
            hasLines = hasLines || bytes[index] == 0x0A
            hasQuotes = hasQuotes || bytes[index] == UInt8(ascii: "\"")
            hasBlanks = hasBlanks || bytes[index] == UInt8(ascii: " ")
        }
        if hasLines {
            below += "\n\(field.name)=\n\(value)"
        } else if hasQuotes || hasBlanks, value.first != "{", value.first != "[" {
            text += " \(field.name)=\"\(hasQuotes ? value.replacing("\"", with: "\\\"") : value)\""
        } else {
            text += " \(field.name)=\(value)"
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
    guard text.holds(byte: 0x0A) || text.holds(byte: 0x0D) else { return text }
    let source = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(source.count + source.count / 8)
    for (index, byte) in source.enumerated() {
        guard byte == 0x0A || byte == 0x0D else {
            result.append(byte)
            continue
        }
        // The second byte of `\r\n` ends no line of its own.
        if byte == 0x0D || index == 0 || source[index - 1] != 0x0D { result.append(contentsOf: "\n    ".utf8) }
    }
    return String(decoding: result, as: UTF8.self)
}
