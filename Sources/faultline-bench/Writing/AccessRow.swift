// The access log rows of the three APIs, each after its own template. Values are put in as they are, as API Gateway does: a
// validation text brings quotes of its own and breaks the row's JSON.

/// What a team leaves out that pays for every byte of its logs.
let fieldsNoVerdictNeeds: Set<String> = [
    "requestTime", "path", "protocol", "identity.userAgent", "userAgent", "authorizer.latency",
]

/// `dropped`: keys that the row is to be without.
func accessRow(_ exchange: Exchange, _ landscape: Landscape, without dropped: Set<String>) -> String {
    let api = landscape.apis[exchange.api]
    let row = Row(dropped: dropped)
    switch api.kind {
    case .rest: return restRow(row, exchange, api, landscape)
    case .http: return httpRow(row, exchange, api, landscape)
    case .webSocket: return webSocketRow(row, exchange, api, landscape)
    }
}

private struct Row {
    let dropped: Set<String>
    var text = "{"

    /// A row is one line whatever an error's message says.
    mutating func add(text key: String, _ value: String) {
        add(key, value.utf8.contains(UInt8(ascii: "\n")) ? String(value.map { $0 == "\n" ? " " : $0 }) : value)
    }

    mutating func add(_ key: String, _ value: String) {
        if dropped.contains(key) { return }
        text += text.utf8.count == 1 ? "\"" : ",\""
        text += key
        text += "\":\""
        text += value
        text += "\""
    }

    mutating func add(_ key: String, _ value: Int) { add(key, String(value)) }

    /// 0 stands for "absent".
    mutating func add(_ key: String, orDash value: Int) { add(key, orDash(value)) }

    var closed: String { text + "}" }
}

/// The canonical variable names as keys.
private func restRow(_ start: Row, _ exchange: Exchange, _ api: APISpec, _ landscape: Landscape) -> String {
    let endpoint = exchange.endpoint.map { landscape.endpoints[$0] }
    var row = start
    row.add("requestId", exchange.requestID)
    row.add("extendedRequestId", exchange.extendedID)
    row.add("apiId", api.id)
    row.add("stage", api.stage)
    row.add("requestTime", commonLogTime(exchange.time))
    row.add("requestTimeEpoch", String(exchange.time))
    row.add("httpMethod", exchange.method)
    row.add("resourcePath", endpoint?.route ?? "-")
    row.add("path", "/" + api.stage + exchange.path)
    row.add("protocol", "HTTP/1.1")
    row.add("status", exchange.status)
    row.add("responseLength", exchange.responseLength)
    row.add("responseLatency", exchange.latency)
    row.add("identity.sourceIp", exchange.sourceIP)
    row.add("identity.userAgent", exchange.userAgent)
    row.add("xrayTraceId", "Root=" + exchange.traceID)
    row.add("error.responseType", exchange.responseType)
    row.add("error.message", exchange.message)
    row.add("error.validationErrorString", exchange.validation)
    row.add("wafResponseCode", exchange.reach == .edge ? "WAF_BLOCK" : "WAF_ALLOW")
    row.add("authorizer.requestId", exchange.authorizerRun?.id ?? "-")
    row.add("authorizer.latency", orDash: exchange.authorizerLatency)
    row.add("authorizer.status", exchange.authorizerStatus)
    row.add("authorizer.error", exchange.authorizerError)
    row.add("integration.requestId", exchange.integrationID)
    row.add("integration.integrationStatus", orDash: exchange.serviceStatus)
    row.add("integration.status", orDash: exchange.functionStatus)
    row.add("integration.latency", orDash: exchange.integrationLatency)
    row.add(text: "integration.error", exchange.integrationError)
    return row.closed
}

/// Names as many teams choose them.
private func httpRow(_ start: Row, _ exchange: Exchange, _ api: APISpec, _ landscape: Landscape) -> String {
    let endpoint = exchange.endpoint.map { landscape.endpoints[$0] }
    var row = start
    row.add("requestId", exchange.requestID)
    row.add("extendedRequestId", exchange.extendedID)
    row.add("apiId", api.id)
    row.add("stage", api.stage)
    row.add("requestTime", commonLogTime(exchange.time))
    row.add("requestTimeEpoch", String(exchange.time))
    row.add("httpMethod", exchange.method)
    row.add("routeKey", endpoint.map { $0.method + " " + $0.route } ?? "-")
    row.add("path", exchange.path)
    row.add("protocol", "HTTP/1.1")
    row.add("status", exchange.status)
    row.add("responseLength", exchange.responseLength)
    row.add("responseLatency", exchange.latency)
    row.add("sourceIp", exchange.sourceIP)
    row.add("userAgent", exchange.userAgent)
    row.add("errorResponseType", exchange.responseType)
    row.add("errorMessage", exchange.message)
    row.add("authorizerError", exchange.authorizerError)
    row.add("integrationRequestId", exchange.integrationID)
    row.add("integration.integrationStatus", orDash: exchange.serviceStatus)
    row.add("integration.status", orDash: exchange.functionStatus)
    row.add("integrationLatency", orDash: exchange.integrationLatency)
    row.add(text: "integrationErrorMessage", exchange.integrationError)
    return row.closed
}

/// WebSocket rows leave the integration's id unset even after a function ran.
private func webSocketRow(_ start: Row, _ exchange: Exchange, _ api: APISpec, _ landscape: Landscape) -> String {
    let route = exchange.endpoint.map { landscape.endpoints[$0].route } ?? "-"
    let event =
        switch route {
        case "-": "-"
        case "$connect": "CONNECT"
        case "$disconnect": "DISCONNECT"
        default: "MESSAGE"
        }
    var row = start
    row.add("requestId", exchange.requestID)
    row.add("extendedRequestId", exchange.extendedID)
    row.add("apiId", api.id)
    row.add("stage", api.stage)
    row.add("requestTime", commonLogTime(exchange.time))
    row.add("requestTimeEpoch", String(exchange.time))
    row.add("eventType", event)
    row.add("routeKey", route)
    row.add("connectionId", exchange.connectionID)
    row.add("status", exchange.status)
    row.add("identity.sourceIp", exchange.sourceIP)
    row.add("identity.userAgent", exchange.userAgent)
    row.add("error.responseType", exchange.responseType)
    row.add("error.message", exchange.message)
    row.add("integration.requestId", exchange.integrationID)
    row.add("integration.integrationStatus", orDash: exchange.serviceStatus)
    row.add(text: "integration.error", exchange.integrationError)
    return row.closed
}

extension Exchange {
    fileprivate var authorizerStatus: String {
        switch authorizerEnding {
        case nil: "-"
        case .allowed: "200"
        case .denied: "403"
        case .noCredentials, .rejected: "401"
        case .crashed, .misconfigured: "500"
        }
    }
}
