// The files under Fixtures/records: lines with group, stream and perhaps a template, then events with a blank line between them.

import Glibc
import Ingest
import Model

struct RecordFixture {
    var events: [TestEvent] = []
    var hints = InputHints()

    static let folder = "\(#filePath)".split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" } + "/Fixtures/records"

    init(_ name: String) {
        let blocks = fileText("\(Self.folder)/\(name)").split(separator: "\n\n")
        var head: [String: String] = [:]
        for line in blocks.first?.split(separator: "\n") ?? [] {
            let parts = line.split(separator: ": ", maxSplits: 1)
            if parts.count == 2 { head[String(parts[0])] = String(parts[1]) }
        }
        hints.accessTemplates = head["template"].map { [$0] } ?? []
        events = blocks.dropFirst().enumerated().map {
            var text = String($0.element)
            if text.hasSuffix("\n") { text.removeLast() }
            return TestEvent(Int64($0.offset), text, group: head["group"] ?? "", stream: head["stream"])
        }
    }

    var facts: InputFacts { scanned(events, hints: hints) }

    /// What is known of each fact, in words, and the four sums.
    var told: [String] {
        let facts = facts
        let report = facts.report
        var words = ["\(report.facts) facts, \(report.lines) lines, \(report.ignored) ignored, \(report.rejected) rejected"]
        for fact in facts.access { words.append("row " + fact.told(facts.names)) }
        for fact in facts.executions { words.append("execution " + fact.told(facts.names)) }
        for fact in facts.invocations { words.append("run " + fact.told(facts.names, facts.extras(of: fact))) }
        return words
    }
}

extension AccessFact {
    fileprivate func told(_ names: NameTable) -> String {
        var words = ["\(kind)", names.text(endpoint) ?? "no route", "\(status)"]
        if !requestID.isNone { words.append("id \(requestID.short)") }
        if !extendedID.isNone { words.append("extended \(extendedID.short)") }
        if !integrationID.isNone { words.append("calls \(integrationID.short)") }
        if !errorTextID.isNone { words.append("blames \(errorTextID.short)") }
        if functionStatus >= 0 { words.append("function \(functionStatus)") }
        if latencyMs >= 0 { words.append("\(latencyMs) ms") }
        if integrationLatencyMs >= 0 { words.append("integration \(integrationLatencyMs) ms") }
        if let type = names.text(responseType) { words.append(type) }
        return words.joined(separator: ", ")
    }
}

extension ExecutionFact {
    fileprivate func told(_ names: NameTable) -> String {
        var words = ["id \(requestID.short)", names.text(endpoint) ?? "no route", "\(status)"]
        if !extendedID.isNone { words.append("extended \(extendedID.short)") }
        if !integrationID.isNone { words.append("calls \(integrationID.short)") }
        if let name = names.text(function) { words.append("function \(name)") }
        if let name = names.text(authorizerFunction) { words.append("authorizer \(name)") }
        if integrationLatencyMs >= 0 { words.append("integration \(integrationLatencyMs) ms") }
        if !traceID.isNone { words.append("traced") }
        if hasFailureLine { words.append("failed") }
        return words.joined(separator: ", ")
    }
}

extension InvocationFact {
    fileprivate func told(_ names: NameTable, _ extras: InvocationExtras) -> String {
        var words = ["\(id.short) of \(names.text(function) ?? "?") \(names.text(version) ?? "?")", "\(status)", "\(fault)"]
        if durationHundredths >= 0 { words.append("\(durationHundredths) hundredths") }
        if initHundredths >= 0 { words.append("init \(initHundredths)") }
        if billedMs >= 0 { words.append("billed \(billedMs)") }
        if memoryMB >= 0 { words.append("\(memoryUsedMB) of \(memoryMB) MB") }
        if errorLines > 0 { words.append("\(errorLines) error lines") }
        if !extras.traceID.isNone { words.append("traced") }
        if !extras.gatewayID.isNone { words.append("for \(extras.gatewayID.short)") }
        return words.joined(separator: ", ")
    }
}

extension ID128 {
    fileprivate var short: String { text.map { String($0.prefix(8)) } ?? "?" }
}

private func fileText(_ path: String) -> String {
    guard let file = unsafe fopen(path, "r") else { return "" }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let length = unsafe fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(length), as: UTF8.self)
}
