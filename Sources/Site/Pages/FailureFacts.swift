// The facts of a failure: in the head of its page, of the request and of each run.

import MarkdownHTML
import Model

/// What decides a reading at a glance.
func headFacts(_ failure: Failure) -> [Fact] {
    let request = failure.request
    let invocation = failure.invocation
    return [
        Fact("Client got", clientGot(request)),
        Fact("Gateway error", code: request?.responseType),
        Fact("Function outcome", functionOutcome(failure)),
        Fact("Duration", invocation?.durationMs.map { .text(duration($0)) }),
        Fact("Memory", invocation?.memoryUsedMB.map { .text(memory($0, of: invocation?.memoryMB)) }),
        Fact("Start", invocation.map(startWords)),
        Fact(
            "Version",
            invocation.map { run in
                "\(.code(clipped(run.function, 200)))\(run.version.map { " \(.text($0))" } ?? "")"
            }),
        Fact("Route", code: request.map { [$0.method, $0.route].compactMap(\.self).joined(separator: " ") }?.nonEmpty),
        Fact("Stage", code: request?.stage),
    ].compactMap(\.self)
}

func requestFacts(_ failure: Failure, _ night: Night, index: Int, root: String) -> [Fact] {
    guard let request = failure.request else { return [] }
    let endpoint = night.endpoint(of: index)
    return [
        Fact(
            "Endpoint",
            endpoint.map { .link(.code(clipped($0.endpoint ?? "no route", 200)), to: root + $0.page) }),
        Fact("Method, path", code: [request.method, request.path].compactMap(\.self).joined(separator: " ").nonEmpty),
        Fact("Status", request.status.map { .code(String($0)) }),
        Fact("Function's status", request.functionStatus.map { .code(String($0)) }),
        Fact("Error type", code: request.responseType),
        Fact("Error message", code: request.message),
        Fact("Latency", request.latencyMs.map { .text(duration(Double($0))) }),
        Fact("Integration latency", request.integrationLatencyMs.map { .text(duration(Double($0))) }),
        Fact("Authorizer latency", request.authorizerLatencyMs.map { .text(duration(Double($0))) }),
        Fact("Response size", request.responseBytes.map { .text(size(Int64($0))) }),
        Fact("API, stage", code: [request.api, request.stage].compactMap(\.self).joined(separator: " ").nonEmpty),
        Fact("Kind", request.kind.words.map { .text($0) }),
        Fact("User agent", code: request.userAgent),
        Fact("Source", code: request.sourceIP),
        Fact("Request id", code: request.id),
        Fact("Extended id", code: request.extendedID),
        Fact("Trace", code: request.traceID),
    ].compactMap(\.self)
}

func functionFacts(_ run: InvocationDetails?, in night: Night, root: String) -> [Fact] {
    guard let run else { return [] }
    let name = Markdown.code(clipped(run.function, 200))
    return [
        Fact("Function", night.page(ofFunction: run.function).map { .link(name, to: root + $0) } ?? name),
        Fact("Version", run.version.map { .text($0) }),
        Fact("Outcome", .text(run.status.words)),
        Fact("Lambda request", code: run.id),
        Fact("Attempt", run.attempt > 1 ? .text("\(run.attempt), retried by Lambda") : nil),
        Fact("Started", run.start.map { .text("\(night.zone.dateAndClock($0)) \(night.zone.name)") }),
        Fact("Duration", run.durationMs.map { .text(duration($0)) }),
        Fact("Billed", run.billedMs.map { .text(duration(Double($0))) }),
        Fact("Memory", run.memoryUsedMB.map { .text(memory($0, of: run.memoryMB)) }),
        Fact("Init", .text(run.initMs.map(duration) ?? (run.coldStart ? "cold, duration not logged" : "none, warm"))),
        Fact("Log group", code: run.logGroup),
        Fact("Log stream", code: run.logStream),
    ].compactMap(\.self)
}

private func clientGot(_ request: RequestDetails?) -> Markdown {
    guard let request else { return "nothing: there was no client" }
    var words: [Markdown] = [request.status.map { .code(String($0)) } ?? "no status in the log"]
    if let bytes = request.responseBytes { words.append(.text(size(Int64(bytes)))) }
    if let latency = request.latencyMs { words.append(.text("after \(duration(Double(latency)))")) }
    return .joined(words, separator: ", ")
}

/// Both sides of the story: what Lambda recorded, and what the code answered.
private func functionOutcome(_ failure: Failure) -> Markdown {
    guard let run = failure.invocation else {
        return failure.strip.count == 6 && failure.strip[4].state == .noLog ? "no log of its run" : "never ran"
    }
    if let status = failure.request?.functionStatus {
        return "\(.text(run.status.words)) (Lambda), \(.text(String(status))) (code)"
    }
    return .text(run.status.words)
}

private func startWords(_ run: InvocationDetails) -> Markdown {
    guard run.coldStart else { return "warm" }
    return run.initMs.map { .text("cold, init \(duration($0))") } ?? "cold"
}

extension String {
    /// Nil for the empty text.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
