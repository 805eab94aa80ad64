// What was read, and what would have made more verdicts possible.

import Model

/// - Parameters:
///   - withoutRun: Requests whose call of a function has no run in the logs.
///   - withoutStart: Runs whose START was not read, `withoutReport` those without REPORT.
func coverage(_ input: SummaryInput, withoutRun: Int, withoutStart: Int, withoutReport: Int) -> Coverage {
    var coverage = Coverage()
    coverage.inputs = input.inputs
    coverage.orphanRequests = input.night.orphanRequests
    coverage.orphanInvocations = input.night.orphanInvocations
    coverage.duplicates = input.night.duplicates
    coverage.collisions = input.night.collisions
    let seen = APIsSeen(input.night)
    let variables = missingVariables(input.inputs, of: seen)
    coverage.missing =
        missingLogs(input.night, withoutRun: withoutRun)
        + [partialRuns(withoutStart: withoutStart, withoutReport: withoutReport)].compactMap(\.self)
        + seen.untraced(input.night.names) + variables
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
private func missingVariables(_ inputs: [InputReport], of seen: APIsSeen) -> [String] {
    let logs = inputs.indices.filter { !inputs[$0].accessVariables.isEmpty }
    return wantedVariables.compactMap { wanted in
        let able = logs.filter { wanted.alternatives[0] != "authorizer.requestId" || !seen.isHTTP(input: $0) }
        let lacking = able.filter { place in
            !wanted.alternatives.contains(where: inputs[place].accessVariables.contains)
        }
        guard !lacking.isEmpty else { return nil }
        let whose =
            lacking.count == able.count
            ? "No access row carries" : "The access rows of \(names(lacking.map { inputs[$0].path })) do not carry"
        return "\(whose) `\(wanted.alternatives[0])`: \(wanted.consequence)."
    }
}

/// Which APIs the access rows and execution logs are of, from one walk over them.
private struct APIsSeen {
    /// Numbers of the inputs with rows of HTTP APIs, and of those with rows of others.
    private var httpInputs: Set<UInt32> = []
    private var otherInputs: Set<UInt32> = []
    private var rest: Set<Name> = []
    private var traced: Set<Name> = []

    init(_ night: JoinedNight) {
        // Neighbours mostly are of one API and stood in one input.
        var last: (input: UInt32, kind: APIKind, api: Name)?
        for row in night.access.records {
            let shape = night.access.shapes[Int(row.shape)]
            let this = (input: row.place.input, kind: shape.kind, api: shape.api)
            if let last, last == this { continue }
            last = this
            if this.kind == .http { httpInputs.insert(this.input) } else { otherInputs.insert(this.input) }
            if this.kind == .rest { rest.insert(this.api) }
        }
        var lastAPI: Name?
        for fact in night.executions where fact.api != lastAPI {
            traced.insert(fact.api)
            lastAPI = fact.api
        }
    }

    /// All of the input's rows are of HTTP APIs.
    func isHTTP(input: Int) -> Bool { httpInputs.contains(UInt32(input)) && !otherInputs.contains(UInt32(input)) }

    /// REST APIs without an execution log, in words.
    func untraced(_ names: NameTable) -> [String] {
        rest.subtracting(traced).compactMap(names.text).sorted().map {
            "There is no execution log of `\($0)`: the gateway's own reasons are only what its access rows say."
        }
    }
}

private func names(_ paths: [String]) -> String {
    let shown = paths.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    return paths.count > 3 ? "\(shown) and \(paths.count - 3) more" : shown
}

/// Runs of which the inputs hold a part only, because what was exported begins or ends within them.
private func partialRuns(withoutStart: Int, withoutReport: Int) -> String? {
    guard withoutStart + withoutReport > 0 else { return nil }
    return "Of some runs the logs hold a part only: \(withoutStart) without START, \(withoutReport) without REPORT. "
        + "What was read of them is shown; export a longer range for the rest."
}

private func missingLogs(_ night: JoinedNight, withoutRun: Int) -> [String] {
    var missing: [String] = []
    if night.access.isEmpty, !night.requests.isEmpty {
        missing.append("There is no access log: requests are known from execution logs only, without their latency.")
    } else if night.requests.isEmpty, !night.invocations.isEmpty {
        missing.append("There is no API Gateway log: what clients saw is not known.")
    }
    if withoutRun > 0, night.invocations.isEmpty {
        missing.append("There is no Lambda log: what the functions did is not known.")
    }
    return missing
}

/// Keeps every variable that a verdict can use; `$context.error.messageString` brings its own quotes.
package let suggestedAccessLogFormat =
    #"{"requestId":"$context.requestId","extendedRequestId":"$context.extendedRequestId","requestTimeEpoch":"$context.requestTimeEpoch","apiId":"$context.apiId","stage":"$context.stage","httpMethod":"$context.httpMethod","resourcePath":"$context.resourcePath","routeKey":"$context.routeKey","path":"$context.path","status":"$context.status","responseLength":"$context.responseLength","responseLatency":"$context.responseLatency","integrationLatency":"$context.integration.latency","integrationRequestId":"$context.integration.requestId","integrationStatus":"$context.integration.integrationStatus","functionStatus":"$context.integration.status","integrationError":"$context.integration.error","errorType":"$context.error.responseType","error":$context.error.messageString,"authorizerRequestId":"$context.authorizer.requestId","authorizerError":"$context.authorizer.error","authorizerLatency":"$context.authorizer.latency","xrayTraceId":"$context.xrayTraceId","sourceIp":"$context.identity.sourceIp","userAgent":"$context.identity.userAgent"}"#
