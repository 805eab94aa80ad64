// The execution log of a REST request, line by line in the order of API Gateway, at level INFO with data trace.

struct ExecutionLogWriter {
    let landscape: Landscape
    let restLevel: ExecutionLevel
    var random: SplitMix64

    /// Longer events are cut by API Gateway.
    static let eventBytes = 1024

    /// Nothing is logged of requests that end before the stage's own pipeline: blocked by WAF, or without a route.
    mutating func write(_ exchange: Exchange, to group: LogGroupWriter, stream: Int, loss: LineLoss?) {
        guard exchange.reach > .routing, let index = exchange.endpoint else { return }
        let endpoint = landscape.endpoints[index]
        var lines = ExecutionLines(
            id: exchange.requestID, time: exchange.time, group: group, stream: stream, exchange: exchange,
            api: landscape.apis[exchange.api], endpoint: endpoint, loss: loss)
        guard restLevel == .info else {
            if !exchange.failureLines.isEmpty { lines.putErrorsAlone() }
            return
        }
        lines.put("Extended Request Id: \(exchange.extendedID)")
        if exchange.authorizerEnding != nil { lines.putAuthorizer(landscape, &random) }
        if exchange.reach >= .usagePlan { lines.putUsagePlan() }
        if exchange.reach >= .validation { lines.putRequest(&random) }
        if exchange.reach >= .integration, endpoint.integration != .mock { lines.putIntegration(landscape, &random) }
        lines.putEnding()
    }
}

/// The lines of one request and where they go; `time` moves on as the request does.
struct ExecutionLines {
    let id: String
    var time: Int64
    let group: LogGroupWriter
    let stream: Int
    let exchange: Exchange
    let api: APISpec
    let endpoint: EndpointSpec
    let loss: LineLoss?

    func put(_ text: String) {
        var message = "(\(id)) \(text)"
        if loss?.drops(message) ?? false { return }
        if message.utf8.count > ExecutionLogWriter.eventBytes {
            let mark = " [TRUNCATED]"
            message = String(decoding: message.utf8.prefix(ExecutionLogWriter.eventBytes - mark.utf8.count), as: UTF8.self) + mark
        }
        group.write(message, at: time, stream: stream)
    }

    /// Method and template, as API Gateway names them.
    var method: String { "\(endpoint.method) \(endpoint.route)" }

    mutating func putUsagePlan() {
        guard endpoint.access == .apiKey else {
            put("Verifying Usage Plan for request: \(id). API Key:  API Stage: \(api.id)/\(api.stage)")
            put(
                "API Key  authorized because method '\(method)' does not require API Key. "
                    + "Request will not contribute to throttle or quota limits")
            put("Usage Plan check succeeded for API Key  and API Stage \(api.id)/\(api.stage)")
            return
        }
        let key = exchange.maskedKey
        put("Verifying Usage Plan for request: \(id). API Key: \(key) API Stage: \(api.id)/\(api.stage)")
        guard exchange.reach > .usagePlan else { return }
        put(
            "API Key \(key) authorized because method '\(method)' requires API Key and API Key has access to it. "
                + "Request will contribute to throttle or quota limits")
        put("Usage Plan check succeeded for API Key \(key) and API Stage \(api.id)/\(api.stage)")
    }

    mutating func putRequest(_ random: inout SplitMix64) {
        put("Starting execution for request: \(id)")
        put("HTTP Method: \(exchange.method), Resource Path: \(exchange.path)")
        let parameter =
            endpoint.route.contains("{id}") ? "id=" + (exchange.path.split(separator: "/").dropFirst().first ?? "") : ""
        put("Method request path: {\(parameter)}")
        put("Method request query string: {}")
        put(
            "Method request headers: {Accept=application/json, Authorization=Bearer eyJfake\(random.letters(18)).eyJ"
                + "\(random.letters(22)).fake\(random.letters(10)), Host=\(api.id).execute-api.\(Landscape.region).amazonaws.com, "
                + "User-Agent=\(exchange.userAgent), X-Amzn-Trace-Id=Root=\(exchange.traceID), "
                + "X-Forwarded-For=\(exchange.sourceIP), 198.51.100.9, X-Forwarded-Port=443, X-Forwarded-Proto=https}")
        put("Method request body before transformations: \(exchange.requestBody)")
    }

    /// All that level ERROR leaves of a failing request.
    mutating func putErrorsAlone() {
        time = exchange.end
        for line in exchange.failureLines { put(line) }
        if exchange.responseType != "UNAUTHORIZED" { put("Method completed with status: \(exchange.status)") }
    }

    mutating func putEnding() {
        for line in exchange.failureLines { put(line) }
        time = exchange.end
        if exchange.responseType == "UNAUTHORIZED" { return }
        if exchange.reach == .integration, exchange.failureLines.isEmpty {
            put("Method response body after transformations: \(exchange.responseBody)")
            put(
                "Method response headers: {X-Amzn-Trace-Id=Root=\(exchange.traceID);Sampled=1, Content-Type=application/json}")
            put("Successfully completed execution")
        }
        put("Method completed with status: \(exchange.status)")
        if exchange.integrationID != "-" { put("AWS Integration Endpoint RequestId : \(exchange.integrationID)") }
        put("X-ray Tracing ID : Root=\(exchange.traceID)")
    }
}

extension Exchange {
    var requestBody: String { method == "POST" || method == "PUT" ? "{\"sku\":\"SKU-17\",\"quantity\":2}" : "" }

    var responseBody: String {
        status < 400 ? "{\"ok\":true}" : "{\"message\":\"request failed\"}"
    }
}
