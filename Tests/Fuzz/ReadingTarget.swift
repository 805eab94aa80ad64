// Bytes become an input or events, are read twice, and the account must add up.

import Glibc
import Ingest
import Model

nonisolated(unsafe) private let file = unsafe fileno(tmpfile())

/// `format` is a container's name, or `auto`.
func readContainer(_ bytes: [UInt8], format: String) {
    unsafe ftruncate(file, 0)
    _ = unsafe pwrite(file, bytes, bytes.count, 0)
    let hints = InputHints(
        logGroup: format == "test-invoke" ? nil : "/aws/lambda/orders", format: format == "auto" ? nil : format)
    var input = unsafe Input(index: 0, name: "input", paths: ["/proc/self/fd/\(file)"], hints: hints)
    let facts = scan(input)
    check(facts)
    input.isOutOfOrder = facts.report.isOutOfOrder
    _ = collect(everything(facts), from: input)
}

/// Events are what stands between blank lines. For a template the first one is the template.
func readRecords(_ bytes: [UInt8], kind: String) {
    var events = split(bytes)
    var hints = InputHints()
    if kind == "access-log-template", !events.isEmpty {
        hints.accessTemplates = [String(decoding: events.removeFirst(), as: UTF8.self)]
    }
    hints.routes = ["GET /orders/{id}", "ANY /files/{proxy+}"]
    let input = Input(index: 0, name: "input", paths: [], hints: hints)
    let group =
        kind.hasPrefix("access")
        ? "API-Gateway-Access-Logs_a1b2c3/prod"
        : kind == "execution-log" ? "API-Gateway-Execution-Logs_a1b2c3/prod" : kind == "unknown" ? "" : "/aws/lambda/orders"
    var first = ScanConsumer(input)
    feed(events, group, &first)
    let facts = first.finish()
    check(facts)
    var second = CollectConsumer(everything(facts), from: input)
    feed(events, group, &second)
    _ = second.finish()
}

private func split(_ bytes: [UInt8]) -> [[UInt8]] {
    var events: [[UInt8]] = []
    var event: [UInt8] = []
    for byte in bytes {
        if byte == 0x0a, event.last == 0x0a {
            events.append(event)
            event = []
        } else {
            event.append(byte)
        }
    }
    return events + [event]
}

private func feed<Consumer: EventConsumer & ~Copyable>(_ events: [[UInt8]], _ group: String, _ consumer: inout Consumer) {
    let groupBytes = Array(group.utf8)
    let streamBytes = Array("2026/03/12/[7]0123456789abcdef0123456789abcdef".utf8)
    for (number, event) in events.enumerated() {
        let header = EventHeader(
            time: Timestamp(milliseconds: 1_773_306_845_000 + Int64(number)),
            logGroup: group.isEmpty ? .none : consumer.intern(groupBytes.span),
            stream: group.hasPrefix("/aws/lambda") ? consumer.intern(streamBytes.span) : .none, ordinal: UInt32(number))
        consumer.event(header, message: event.span)
    }
}

/// All that a second reading could be asked for.
private func everything(_ facts: InputFacts) -> WantedEvidence {
    var wanted = WantedEvidence()
    wanted.access = facts.access.map(\.place)
    for fact in facts.executions { wanted.executions[fact.requestID, default: []].append(fact.places) }
    for fact in facts.invocations {
        wanted.invocations[fact.id, default: []].append(fact.places)
        if fact.extras >= 0, let places = facts.invocationExtras[Int(fact.extras)].initPlaces {
            wanted.invocations[fact.id, default: []].append(places)
        }
    }
    return wanted
}

private func check(_ facts: InputFacts) {
    let report = facts.report
    precondition(report.events == report.facts + report.lines + report.ignored + report.rejected, "the account does not add up")
}
