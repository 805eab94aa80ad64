// The layer strip: six layers, what each did, and where the request broke.

import Model

struct Strip {
    let incident: Incident
    let verdict: Verdict

    var layers: [StripLayer] { [client, edge, gateway, authorizer, function, response] }

    private var order: Int { Layer.allCases.firstIndex(of: verdict.layer) ?? 0 }

    /// The break lies before this layer, so the request never came to it.
    private func isBehindBreak(_ layer: Layer) -> Bool {
        guard verdict.layer != .unknown, let own = Layer.allCases.firstIndex(of: layer) else { return false }
        return own > order
    }

    private var client: StripLayer {
        guard incident.view != nil else {
            return StripLayer(name: "Client", state: .notConfigured, what: "no request through the gateway", ms: nil)
        }
        return StripLayer(name: "Client", state: .fine, what: "sent \(incident.call)", ms: nil)
    }

    private var edge: StripLayer {
        let row = incident.row
        let ms = row.number("waf.latency").map(Double.init)
        if verdict.layer == .edge { return StripLayer(name: "WAF", state: .broke, what: "blocked the request", ms: ms) }
        let known = ["wafResponseCode", "waf.status", "waf.latency", "webaclArn"].contains { row[$0] != nil }
        return known
            ? StripLayer(name: "WAF", state: .fine, what: "let the request pass", ms: ms)
            : StripLayer(name: "WAF", state: .notConfigured, what: "not configured", ms: nil)
    }

    private var gateway: StripLayer {
        guard incident.view != nil else {
            return StripLayer(name: "Gateway", state: .notConfigured, what: "not called", ms: nil)
        }
        if isBehindBreak(.gateway) { return notReached("Gateway") }
        if verdict.layer == .gateway {
            return StripLayer(name: "Gateway", state: .broke, what: lowered(verdict.cause.title), ms: gatewayMs)
        }
        let what = incident.endpoint.map { "matched \($0.shortened(to: 80))" } ?? "took the request"
        return StripLayer(name: "Gateway", state: .fine, what: what, ms: gatewayMs)
    }

    /// The gateway's own time: the whole, less what it spent on integration and authorizer.
    private var gatewayMs: Double? {
        guard let view = incident.view, let access = view.access, access.latencyMs >= 0 else { return nil }
        let others = max(0, access.integrationLatencyMs) + max(0, view.accessExtras.authorizerLatencyMs)
        return Double(max(0, access.latencyMs - others))
    }

    private var authorizer: StripLayer {
        let ms = authorizerMs
        if verdict.layer == .authorizer {
            return StripLayer(name: "Authorizer", state: .broke, what: lowered(verdict.cause.title), ms: ms)
        }
        if incident.authorizerRan {
            return StripLayer(name: "Authorizer", state: .fine, what: "allowed the request", ms: ms)
        }
        return isBehindBreak(.authorizer) && incident.row.logsAuthorizer
            ? notReached("Authorizer")
            : StripLayer(name: "Authorizer", state: .notConfigured, what: "not configured", ms: nil)
    }

    private var authorizerMs: Double? {
        if let ms = incident.view?.accessExtras.authorizerLatencyMs, ms >= 0 { return Double(ms) }
        return incident.authorizerRun?.durationMs
    }

    private var function: StripLayer {
        let ms = incident.run?.durationMs
        if verdict.layer == .function {
            return StripLayer(name: "Function", state: .broke, what: functionBreak, ms: ms)
        }
        guard incident.run == nil else {
            return StripLayer(name: "Function", state: .fine, what: functionRun, ms: ms)
        }
        if incident.functionCalled || verdict.layer == .response || verdict.layer == .unknown {
            return StripLayer(name: "Function", state: .noLog, what: "no log", ms: nil)
        }
        return notReached("Function")
    }

    private var functionBreak: String {
        switch verdict.cause {
        case .handledError, .answeredClientError:
            let status = incident.status.map { "answered \($0)" } ?? "answered with an error"
            return incident.runIsHealthy ? "\(status), reported success" : status
        case .functionPermission, .functionThrottled: return "never ran: \(lowered(verdict.cause.title))"
        case .hiddenFailure, .backgroundFailure: return incident.fault?.phrase.shortened() ?? "failed"
        default: return lowered(verdict.cause.title)
        }
    }

    private var functionRun: String {
        guard verdict.cause == .integrationTimeout else { return "ran and reported no error" }
        if !(incident.run?.hasReport ?? false) { return "still running at the end of the logs" }
        return incident.functionFault == nil
            ? "finished, after the gateway had answered" : "failed, after the gateway had answered"
    }

    private var response: StripLayer {
        guard incident.view != nil else {
            return StripLayer(name: "Response", state: .notReached, what: "not reached", ms: nil)
        }
        let got = incident.status.map { "answered \($0)" } ?? "no status logged"
        switch verdict.layer {
        case .response:
            return StripLayer(name: "Response", state: .broke, what: "\(lowered(verdict.cause.title)), \(got)", ms: nil)
        case .function:
            return verdict.cause == .hiddenFailure
                ? StripLayer(name: "Response", state: .fine, what: got, ms: nil)
                : StripLayer(name: "Response", state: .carried, what: "passed on as it was, \(got)", ms: nil)
        case .unknown: return StripLayer(name: "Response", state: .carried, what: got, ms: nil)
        case .edge, .gateway, .authorizer: return notReached("Response")
        }
    }

    private func notReached(_ name: String) -> StripLayer {
        StripLayer(name: name, state: .notReached, what: "not reached", ms: nil)
    }

    /// `Route not found` inside a sentence; names keep their capitals.
    private func lowered(_ title: String) -> String {
        title.hasPrefix("API") || title.hasPrefix("WAF") ? title : title.prefix(1).lowercased() + title.dropFirst()
    }
}
