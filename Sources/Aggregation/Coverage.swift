// What was read, and what would have made more verdicts possible.

import Model

func coverage(_ input: SummaryInput) -> Coverage {
    var coverage = Coverage()
    coverage.inputs = input.inputs
    coverage.orphanRequests = input.night.orphanRequests
    coverage.orphanInvocations = input.night.orphanInvocations
    coverage.duplicates = input.night.duplicates
    coverage.collisions = input.night.collisions
    let variables = missingVariables(input)
    coverage.missing = missingLogs(input) + variables
    if !variables.isEmpty { coverage.suggestedFormat = suggestedAccessLogFormat }
    return coverage
}

/// Access-log variables that decide verdicts; any of the alternatives will do.
private let wantedVariables: [(alternatives: [String], consequence: String)] = [
    (["integration.requestId", "awsEndpointRequestId"], "requests can only be linked to their runs through other logs"),
    (["error.responseType"], "the gateway's own refusals can only be inferred from the status"),
    (["error.message", "error.messageString"], "what the client was told is not known"),
    (["integration.error", "integrationErrorMessage"], "why an integration failed is only in the execution log"),
    (["integration.status"], "a function that answered an error itself cannot be told from one that failed"),
    (["responseLatency"], "there are no latencies of requests"),
    (["integration.latency", "integrationLatency"], "the time of the gateway cannot be told from that of the function"),
    (["requestTimeEpoch"], "requests are placed by full seconds only"),
    (["authorizer.requestId"], "an authorizer's own run cannot be linked to the request it served"),
]

/// What each access log lacks, said of all of them at once or of those by name. HTTP APIs have no `authorizer.requestId` to log.
private func missingVariables(_ input: SummaryInput) -> [String] {
    let logs = input.inputs.indices.filter { !input.inputs[$0].accessVariables.isEmpty }
    let isHTTP = inputsOfHTTPAPIs(input)
    return wantedVariables.compactMap { wanted in
        let able = logs.filter { wanted.alternatives[0] != "authorizer.requestId" || !isHTTP.contains($0) }
        let lacking = able.filter { place in
            !wanted.alternatives.contains(where: input.inputs[place].accessVariables.contains)
        }
        guard !lacking.isEmpty else { return nil }
        let whose =
            lacking.count == able.count
            ? "No access row carries" : "The access rows of \(names(lacking.map { input.inputs[$0].path })) do not carry"
        return "\(whose) `\(wanted.alternatives[0])`: \(wanted.consequence)."
    }
}

/// Numbers of the inputs all of whose rows are of HTTP APIs.
private func inputsOfHTTPAPIs(_ input: SummaryInput) -> Set<Int> {
    var http: Set<Int> = []
    var others: Set<Int> = []
    for fact in input.night.access {
        if fact.kind == .http { http.insert(Int(fact.place.input)) } else { others.insert(Int(fact.place.input)) }
    }
    return http.subtracting(others)
}

private func names(_ paths: [String]) -> String {
    let shown = paths.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    return paths.count > 3 ? "\(shown) and \(paths.count - 3) more" : shown
}

/// Runs of which the inputs hold a part only, because what was exported begins or ends within them.
private func partialRuns(_ night: JoinedNight) -> String? {
    let withoutStart = night.invocations.count { !$0.hasStart }
    let withoutReport = night.invocations.count { !$0.hasReport }
    guard withoutStart + withoutReport > 0 else { return nil }
    return "Of some runs the logs hold a part only: \(withoutStart) without START, \(withoutReport) without REPORT. "
        + "What was read of them is shown; export a longer range for the rest."
}

private func missingLogs(_ input: SummaryInput) -> [String] {
    let night = input.night
    var missing: [String] = []
    if night.access.isEmpty, !night.requests.isEmpty {
        missing.append("There is no access log: requests are known from execution logs only, without their latency.")
    } else if night.requests.isEmpty, !night.invocations.isEmpty {
        missing.append("There is no API Gateway log: what clients saw is not known.")
    }
    var called = 0
    for request in night.requests where request.calledFunction && request.invocation < 0 { called += 1 }
    if called > 0, night.invocations.isEmpty {
        missing.append("There is no Lambda log: what the functions did is not known.")
    }
    let restAPIs = Set(night.access.lazy.filter { $0.kind == .rest }.map(\.api))
    let traced = Set(night.executions.lazy.map(\.api))
    if let partial = partialRuns(night) { missing.append(partial) }
    for api in restAPIs.subtracting(traced).compactMap(night.names.text).sorted() {
        missing.append("There is no execution log of `\(api)`: the gateway's own reasons are only what its access rows say.")
    }
    return missing
}

/// Keeps every variable that a verdict can use; `$context.error.messageString` brings its own quotes.
package let suggestedAccessLogFormat =
    #"{"requestId":"$context.requestId","extendedRequestId":"$context.extendedRequestId","requestTimeEpoch":"$context.requestTimeEpoch","apiId":"$context.apiId","stage":"$context.stage","httpMethod":"$context.httpMethod","resourcePath":"$context.resourcePath","routeKey":"$context.routeKey","path":"$context.path","status":"$context.status","responseLength":"$context.responseLength","responseLatency":"$context.responseLatency","integrationLatency":"$context.integration.latency","integrationRequestId":"$context.integration.requestId","integrationStatus":"$context.integration.integrationStatus","functionStatus":"$context.integration.status","integrationError":"$context.integration.error","errorType":"$context.error.responseType","error":$context.error.messageString,"authorizerRequestId":"$context.authorizer.requestId","authorizerError":"$context.authorizer.error","authorizerLatency":"$context.authorizer.latency","xrayTraceId":"$context.xrayTraceId","sourceIp":"$context.identity.sourceIp","userAgent":"$context.identity.userAgent"}"#
