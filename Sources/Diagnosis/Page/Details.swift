// The facts of a request and of a run as a page states them.

import Model

extension Incident {
    var requestDetails: RequestDetails? {
        guard let view else { return nil }
        var details = RequestDetails()
        let access = view.access
        details.id = row["requestId"] ?? (access?.requestID.text ?? view.execution?.requestID.text)
        details.extendedID = row["extendedRequestId"] ?? (access?.extendedID.text ?? view.execution?.extendedID.text)
        details.kind = kind
        details.api = names.text(view.api)
        details.stage = names.text(view.stage)
        details.method = names.text(view.method) ?? row["httpMethod"]
        details.route = names.text(view.route)
        details.path = row["path"] ?? resourcePath
        details.status = status
        details.latencyMs = known(access?.latencyMs)
        details.integrationLatencyMs = waitedMs
        details.authorizerLatencyMs = known(view.accessExtras.authorizerLatencyMs) ?? tracedAuthorizerMs
        details.functionStatus = row.functionStatus
        details.responseType = responseType
        details.message = row.message ?? row["error.validationErrorString"] ?? row.integrationError
        details.traceID = row["xrayTraceId"] ?? tracingID ?? view.trace.map { traceText($0.traceID) }
        details.userAgent = row["identity.userAgent"] ?? access.flatMap { names.text($0.userAgent) }
        details.sourceIP = row["identity.sourceIp"]
        details.responseBytes = known(access?.responseBytes)
        return details
    }

    func invocationDetails(_ run: InvocationFact?) -> InvocationDetails? {
        guard let run else { return nil }
        var details = InvocationDetails(id: run.id.text ?? run.id.hex, function: names[run.function])
        details.attempt = Int(run.attempt)
        details.version = names.text(run.version)
        details.coldStart = run.coldStart
        details.start = run.start.isKnown ? run.start : nil
        details.end = run.end.isKnown ? run.end : nil
        details.durationMs = run.durationMs
        details.initMs = run.initMs
        details.billedMs = known(run.billedMs)
        details.memoryMB = known(run.memoryMB)
        details.memoryUsedMB = known(run.memoryUsedMB)
        details.status = run.outcome
        details.logGroup = names.text(run.logGroup)
        details.logStream = names.text(run.stream)
        return details
    }

    /// `HTTP Method: POST, Resource Path: /orders/17`: the path as the client sent it.
    private var resourcePath: String? {
        trace.line(holding: "Resource Path: ")?.message.text(after: "Resource Path: ")
    }

    private var tracingID: String? {
        evidence.execution.lazy.compactMap { $0.message.text(after: "X-ray Tracing ID : ") }.first
    }

    /// How long the authorizer's run took, by the X-Ray trace.
    private var tracedAuthorizerMs: Int? {
        guard let traced = tracedAuthorizer, traced.start.isKnown, traced.end.isKnown else { return nil }
        return Int(traced.end - traced.start)
    }

    private func known(_ number: Int32?) -> Int? {
        number.flatMap { $0 < 0 ? nil : Int($0) }
    }
}

/// `1-69b28a1d-00112233445566778899aabb`.
private func traceText(_ id: ID128) -> String { "1-\(id.hex.prefix(8))-\(id.hex.dropFirst(8))" }

extension InvocationFact {
    /// Text logs name a status only when the platform failed the run: a REPORT without one, and no other sign, is a success.
    fileprivate var outcome: InvocationStatus {
        guard status == .unknown else { return status }
        if failed { return fault == .timeout ? .timeout : .error }
        return hasReport ? .success : .unknown
    }
}
