// The execution log of a WebSocket event: the same family of lines behind a base64-like id.

extension ExecutionLogWriter {
    func writeSocket(_ exchange: Exchange, to group: LogGroupWriter, stream: Int, loss: LineLoss?) {
        guard let index = exchange.endpoint else { return }
        let endpoint = landscape.endpoints[index]
        let api = landscape.apis[exchange.api]
        var lines = ExecutionLines(
            id: exchange.requestID, time: exchange.time, group: group, stream: stream, exchange: exchange, api: api,
            endpoint: endpoint, loss: loss)
        lines.put("Extended Request Id: \(exchange.extendedID)")
        lines.put("WebSocket Request Route: [\(endpoint.route)]")
        if endpoint.route == "$connect" {
            lines.put(
                "Client [UserAgent: \(exchange.userAgent), SourceIp: \(exchange.sourceIP)] is connecting to WebSocket API [\(api.id)]."
            )
        } else {
            lines.put("WebSocket API [\(api.id)] received message from client [Connection Id: \(exchange.connectionID)].")
        }
        guard exchange.reach == .integration, let number = endpoint.function else { return end(&lines, api) }
        let function = landscape.functions[number]
        lines.put("Endpoint request URI: \(lambdaURI(function.name))")
        lines.put("Sending request to \(lambdaURI(function.name))")
        lines.time += Int64(exchange.integrationLatency)
        if let run = exchange.run {
            lines.put(
                "Received response. Status: \(exchange.serviceStatus), Integration latency: \(exchange.integrationLatency) ms")
            lines.put(
                "Endpoint response headers: {Date=\(httpDate(lines.time)), Content-Type=application/json, Connection=keep-alive, "
                    + "x-amzn-RequestId=\(run.id), " + (run.failed ? "X-Amz-Function-Error=Unhandled, " : "")
                    + "X-Amz-Executed-Version=\(run.versionLabel)}")
            let body = run.failed ? errorDocument(run, function) : "{\"statusCode\":\(run.answer)}"
            lines.put("Endpoint response body before transformations: \(body)")
        }
        end(&lines, api)
    }

    private func end(_ lines: inout ExecutionLines, _ api: APISpec) {
        let exchange = lines.exchange
        for line in exchange.failureLines { lines.put(line) }
        lines.time = exchange.end
        if exchange.responseType != "-" {
            lines.put("Gateway response type: \(exchange.responseType) with status code: \(exchange.status)")
        }
        switch lines.endpoint.route {
        case "$connect" where exchange.status < 400:
            lines.put("Client [Connection Id: \(exchange.connectionID)] connected to API [\(api.id)] successfully.")
        case "$connect":
            lines.put("Connection API request failed: \(exchange.status)")
        case "$disconnect":
            lines.put(
                "Client [Connection Id: \(exchange.connectionID)] disconnected from API [\(api.id)] with integration response "
                    + "status code [\(exchange.status)]. Close reason: [1001: Going away]")
        default:
            lines.put(
                "Message from client [Connection Id: \(exchange.connectionID)] sent to API [\(api.id)] with response status "
                    + "code [\(exchange.status)].")
        }
        if let run = exchange.run { lines.put("AWS Integration Endpoint RequestId : \(run.id)") }
    }
}
