// What the gateway makes of a run once it is known when it ends: latencies, the status for the client, the texts of the error.

import Model

extension Exchange {
    /// The gateway stops waiting after this many milliseconds.
    private static func waitLimit(_ kind: GatewayKind) -> Int { kind == .http ? 30_000 : 29_000 }

    mutating func settle(_ landscape: Landscape, placement: inout Placement, random: inout SplitMix64) {
        let kind = landscape.apis[api].kind
        if authorizerRun != nil {
            authorizerRun?.called = time + 2
            authorizerRun.place(&placement)
            authorizerLatency = Int((authorizerRun?.end ?? time) - time) + random.within(2...9)
        }
        if run != nil {
            run?.called = time + Int64(authorizerLatency + random.within(2...6))
            run.place(&placement)
            settleRun(kind, landscape, &random)
        }
        latency = authorizerLatency + integrationLatency + random.within(4...10)
    }

    private mutating func settleRun(_ kind: GatewayKind, _ landscape: Landscape, _ random: inout SplitMix64) {
        guard let run, let endpoint else { return }
        let function = landscape.functions[run.function]
        integrationID = run.id
        if landscape.endpoints[endpoint].integration == .asyncLambda {
            integrationLatency = random.within(12...60)
            serviceStatus = 202
            link = .integrationRequestID
            return
        }
        let waited = Int(run.end - run.called) + random.within(3...20)
        integrationLatency = min(waited, Self.waitLimit(kind))
        if waited > Self.waitLimit(kind) { return giveUp(kind) }
        serviceStatus = 200
        if run.failed {
            reportFunctionError(run.errorMessage(timeoutMs: function.timeoutMs), kind, &random)
        } else if cause != .malformedResponse {
            functionStatus = run.answer
        }
        if kind == .webSocket {
            integrationID = "-"
            link = .executionLog
        } else if link == .errorMessage {
            integrationID = "-"
        } else {
            link = .integrationRequestID
        }
    }

    /// No answer came, so the gateway knows no id of the run.
    private mutating func giveUp(_ kind: GatewayKind) {
        gaveUp = true
        integrationID = "-"
        responseType = "INTEGRATION_TIMEOUT"
        integrationError = "Execution failed due to a timeout error"
        responseLength = 41
        (status, message) = kind == .http ? (503, "Service Unavailable") : (504, "Endpoint request timed out")
        failureLines = [integrationError]
        link = kind == .http ? .correlationID : .traceID
    }

    private mutating func reportFunctionError(_ text: String, _ kind: GatewayKind, _ random: inout SplitMix64) {
        responseType = "INTEGRATION_FAILURE"
        responseLength = 36
        switch kind {
        case .rest:
            status = 502
            if random.chance(0.3) { responseType = "DEFAULT_5XX" }
            message = "Internal server error"
        case .http, .webSocket:
            status = 500
            message = kind == .http ? "Internal Server Error" : "Internal server error"
        }
        guard kind != .http else {
            integrationError =
                "The Lambda function returned the following error: \(text). Check your Lambda function code and try again."
            return
        }
        let line =
            "Lambda execution failed with status 200 due to customer function error: \(text). Lambda request id: "
            + (run?.id ?? "-")
        failureLines = [line]
        integrationError = line
    }
}

extension Optional<RunPlan> {
    fileprivate mutating func place(_ placement: inout Placement) {
        guard var run = self else { return }
        placement.place(&run)
        self = run
    }
}
