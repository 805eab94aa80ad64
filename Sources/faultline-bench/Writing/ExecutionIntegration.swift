// The part of an execution log about calling the integration: the request that was sent and the answer that came.

import Model

extension ExecutionLines {
    mutating func putIntegration(_ landscape: Landscape, _ random: inout SplitMix64) {
        time += 2
        guard let index = endpoint.function else { return putBackend() }
        let function = landscape.functions[index]
        let uri = lambdaURI(function.name)
        put("Endpoint request URI: \(uri)")
        put(
            "Endpoint request headers: {x-amzn-lambda-integration-tag=\(id), "
                + "Authorization=**************************************************" + random.hex(6)
                + ", X-Amz-Date=\(compactTime(exchange.time)), x-amzn-apigateway-api-id=\(api.id), "
                + "X-Amz-Source-Arn=arn:aws:execute-api:\(Landscape.region):\(Landscape.account):\(api.id)/\(api.stage)/"
                + "\(endpoint.method)\(endpoint.route), Accept=application/json, User-Agent=AmazonAPIGateway_\(api.id), "
                + "X-Amz-Security-Token=FAKEsecurityTOKEN\(random.letters(12))\(restOfToken)}")
        put(
            "Endpoint request body after transformations: {\"resource\":\"\(endpoint.route)\",\"path\":\"\(exchange.path)\","
                + "\"httpMethod\":\"\(exchange.method)\",\"headers\":{\"Accept\":\"application/json\",\"Host\":\"\(api.id).execute-api."
                + "\(Landscape.region).amazonaws.com\",\"User-Agent\":\(json(exchange.userAgent)),"
                + "\"X-Amzn-Trace-Id\":\"Root=\(exchange.traceID)\",\"X-Forwarded-For\":\"\(exchange.sourceIP)\"},"
                + "\"multiValueHeaders\":{\"Accept\":[\"application/json\"],\"Host\":[\"\(api.id).execute-api."
                + "\(Landscape.region).amazonaws.com\"]},\"queryStringParameters\":null,\"pathParameters\":null,\"stageVariables\":null,"
                + "\"requestContext\":{\"resourceId\":\"\(endpoint.resourceID)\",\"resourcePath\":\"\(endpoint.route)\",\"httpMethod\":"
                + "\"\(exchange.method)\",\"extendedRequestId\":\"\(exchange.extendedID)\",\"requestTime\":"
                + "\"\(commonLogTime(exchange.time))\",\"path\":\"/\(api.stage)\(exchange.path)\",\"accountId\":"
                + "\"\(Landscape.account)\",\"protocol\":\"HTTP/1.1\",\"stage\":\"\(api.stage)\",\"requestId\":\"\(id)\"},"
                + "\"body\":\(json(exchange.requestBody)),\"isBase64Encoded\":false}")
        put("Sending request to \(uri)")
        guard exchange.serviceStatus > 0, !exchange.gaveUp else {
            time += Int64(exchange.integrationLatency)
            return
        }
        time += Int64(exchange.integrationLatency)
        put("Received response. Status: \(exchange.serviceStatus), Integration latency: \(exchange.integrationLatency) ms")
        let failed = exchange.run?.failed == true && endpoint.integration == .lambda
        put(
            "Endpoint response headers: {Date=\(httpDate(time)), Content-Type=application/json, "
                + "Content-Length=\(exchange.responseLength), Connection=keep-alive, x-amzn-RequestId=\(exchange.integrationID), "
                + (failed ? "X-Amz-Function-Error=Unhandled, " : "")
                + "x-amzn-Remapped-Content-Length=0, X-Amz-Executed-Version=\(exchange.run?.versionLabel ?? "$LATEST"), "
                + "X-Amzn-Trace-Id=root=\(exchange.traceID);sampled=1}")
        put("Endpoint response body before transformations: \(payload(function))")
    }

    /// What the function, or Lambda in its place, sent back.
    private func payload(_ function: FunctionSpec) -> String {
        if exchange.cause == .functionThrottled {
            return "{\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\",\"Type\":\"User\","
                + "\"message\":\"Rate Exceeded.\"}"
        }
        if exchange.cause == .malformedResponse { return "{\"order\":{\"id\":17,\"state\":\"open\"},\"success\":true}" }
        if endpoint.integration == .asyncLambda { return "" }
        guard let run = exchange.run else { return "" }
        if run.failed { return errorDocument(run, function) }
        return "{\"statusCode\":\(run.answer),\"headers\":{\"Content-Type\":\"application/json\"},\"body\":"
            + json(exchange.responseBody) + "}"
    }

    private mutating func putBackend() {
        let uri = "https://partners.example/v2\(exchange.path)"
        put("Endpoint request URI: \(uri)")
        put("Endpoint request headers: {x-amzn-apigateway-api-id=\(api.id), Accept=application/json}")
        put("Endpoint request body after transformations: ")
        put("Sending request to \(uri)")
        time += Int64(exchange.integrationLatency)
        guard exchange.functionStatus > 0 else { return }
        put(
            "Received response. Status: \(exchange.functionStatus), Integration latency: \(exchange.integrationLatency) ms")
        put("Endpoint response headers: {Date=\(httpDate(time)), Content-Type=application/json, Connection=keep-alive}")
        put("Endpoint response body before transformations: \(exchange.functionStatus == 204 ? "" : exchange.responseBody)")
    }
}

/// Session tokens are long, so that the header line is always cut; this one opens nothing.
let restOfToken = String(repeating: "FAKEfakeTOKENtoken", count: 50)

func lambdaARN(_ function: String) -> String {
    "arn:aws:lambda:\(Landscape.region):\(Landscape.account):function:\(function)"
}

func lambdaURI(_ function: String) -> String {
    "https://lambda.\(Landscape.region).amazonaws.com/2015-03-31/functions/\(lambdaARN(function))/invocations"
}
