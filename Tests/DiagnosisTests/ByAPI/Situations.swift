// Every cause on every kind of API where it exists.

import Model

let allSituations = restSituations + httpSituations + webSocketSituations + runSituations

/// A run that failed looks the same to all; what the gateway makes of it differs by API.
private let runSituations: [Situation] = failedRuns.flatMap { failed in
    let rest = Scene.rest(
        502,
        [
            "integration.requestId": runID, "integration.integrationStatus": "200", "error.responseType": "INTEGRATION_FAILURE",
            "integration.error": customerError(failed.message), "error.message": "Internal server error",
        ]
    ).failing(customerError(failed.message), status: 502).run(failed.run)
    let http = Scene.http(
        500,
        [
            "integration.requestId": runID, "error.responseType": "INTEGRATION_FAILURE",
            "integration.error": httpError(failed.message),
        ]
    ).run(failed.run)
    let webSocket = Scene.webSocket(500, ["error.message": "Internal server error"]).failing(
        customerError(failed.message), status: 500
    ).run(failed.run)
    return [
        Situation(
            failed.cause, .rest, rest, access: "certain", execution: "certain", lambda: "background-failure likely", failed.manner
        ),
        Situation(failed.cause, .http, http, access: "certain", lambda: "background-failure likely", failed.manner),
        Situation(
            failed.cause, .webSocket, webSocket, access: "unknown likely", execution: "certain",
            lambda: "background-failure likely", failed.manner),
    ]
}

private let restSituations: [Situation] = [
    Situation(
        .wafBlocked, .rest, .rest(403, ["error.responseType": "WAF_FILTERED", "wafResponseCode": "WAF_BLOCK"]), access: "certain"),
    Situation(
        .routeNotFound, .rest,
        .rest(403, ["error.responseType": "MISSING_AUTHENTICATION_TOKEN"]).whoseRouteIsUnknown(), access: "certain"),
    Situation(.signatureRejected, .rest, .rest(403, ["error.responseType": "INVALID_SIGNATURE"]), access: "certain"),
    Situation(
        .apiKeyRejected, .rest,
        .rest(403, ["error.responseType": "INVALID_API_KEY"]).failing(
            "API Key ****abcdef not authorized because method 'POST /orders' requires API Key and API Key is not associated with a "
                + "Usage Plan for API Stage a1b2c3d4e5/prod: No Usage Plan found for key and API Stage", status: 403),
        access: "certain", execution: "certain"),
    Situation(
        .throttled, .rest,
        .rest(429, ["error.responseType": "THROTTLED"]).failing(
            "Key throttle limit exceeded for RestApi a1b2c3d4e5, Stage prod, Resource k3x9pz, HttpMethod POST. Limit: 50.00 Burst: 100",
            status: 429), access: "certain", execution: "certain"),
    Situation(
        .quotaExceeded, .rest,
        .rest(429, ["error.responseType": "QUOTA_EXCEEDED", "error.message": "Limit Exceeded"]).failing(
            "API Key ****abcdef Key quota limit exceeded for API Stage a1b2c3d4e5/prod", status: 429), access: "certain",
        execution: "certain"),
    Situation(
        .invalidBody, .rest,
        .rest(
            400,
            [
                "error.responseType": "BAD_REQUEST_BODY", "error.message": "Invalid request body",
                "error.validationErrorString": "[object has missing required properties ([sku])]",
            ]
        ).failing(
            "Request body does not match model schema for content type application/json: [object has missing required properties ([\"sku\"])]",
            status: 400), access: "certain", execution: "certain"),
    Situation(
        .invalidParameters, .rest,
        .rest(400, ["error.responseType": "BAD_REQUEST_PARAMETERS"]).failing(
            "Missing required request parameters: [page]", status: 400), access: "certain", execution: "certain"),
    Situation(.unsupportedMediaType, .rest, .rest(415, ["error.responseType": "UNSUPPORTED_MEDIA_TYPE"]), access: "certain"),
    Situation(.requestTooLarge, .rest, .rest(413, ["error.responseType": "REQUEST_TOO_LARGE"]), access: "certain"),
    Situation(
        .credentialsMissing, .rest,
        .rest(401, ["error.responseType": "UNAUTHORIZED"]).execution(
            "Starting authorizer: ab12cd for request: \(gatewayID)", "Unauthorized request: \(gatewayID)"), access: "likely",
        execution: "certain"),
    Situation(
        .credentialsRejected, .rest,
        .rest(401, ["error.responseType": "UNAUTHORIZED", "authorizer.requestId": authorizerID]).execution(
            "Starting authorizer: ab12cd for request: \(gatewayID)", "Incoming identity: ****abcdef",
            "Unauthorized request: \(gatewayID)"
        ).authorizer(Run("orders-auth", .uncaughtError, .start, nodeInvokeError, .report)), access: "certain",
        execution: "certain", lambda: "background-failure likely"),
    Situation(
        .accessDenied, .rest,
        .rest(403, ["error.responseType": "ACCESS_DENIED"]).failing(
            "The client is not authorized to perform this operation.", status: 403), access: "certain", execution: "certain"),
    Situation(
        .authorizerCrashed, .rest,
        .rest(500, ["error.responseType": "AUTHORIZER_FAILURE", "authorizer.requestId": authorizerID]).execution(
            "Starting authorizer: ab12cd for request: \(gatewayID)",
            "Authorizer result body before parsing: {\"errorType\":\"TypeError\",\"errorMessage\":\"no key\",\"trace\":[]}",
            "Execution failed due to configuration error: Authorizer error", "Method completed with status: 500"
        ).authorizer(Run("orders-auth", .uncaughtError, .start, nodeInvokeError, .report)),
        access: "authorizer-misconfigured likely", execution: "certain", lambda: "background-failure likely"),
    Situation(
        .authorizerMisconfigured, .rest,
        .rest(500, ["error.responseType": "AUTHORIZER_CONFIGURATION_ERROR"]).failing(
            "Execution failed due to configuration error: Invalid permissions on Lambda function",
            "Execution failed due to configuration error: Authorizer error", status: 500), access: "likely", execution: "certain"),
    Situation(
        .functionPermission, .rest,
        .rest(
            500,
            [
                "error.responseType": "API_CONFIGURATION_ERROR",
                "integration.error": "Execution failed due to configuration error: Invalid permissions on Lambda function",
            ]
        ).failing("Execution failed due to configuration error: Invalid permissions on Lambda function", status: 500),
        access: "certain", execution: "certain"),
    Situation(
        .functionThrottled, .rest,
        .rest(
            500,
            [
                "integration.requestId": runID, "integration.integrationStatus": "429",
                "integration.error": "Lambda invocation failed with status: 429. Lambda request id: \(runID)",
            ]
        ).failing(
            "Lambda invocation failed with status: 429. Lambda request id: \(runID)",
            "Execution failed due to configuration error: Rate Exceeded.", status: 500), access: "certain", execution: "certain",
        "since 2019"),
    Situation(
        .functionThrottled, .rest,
        Scene(.rest).row(["status": "502"]).execution(
            "Endpoint response body before transformations: {\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\","
                + "\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}",
            "Endpoint response headers: {x-amzn-ErrorType=TooManyRequestsException, Content-Length=111}",
            "Execution failed due to configuration error: Malformed Lambda proxy response", "Method completed with status: 502"),
        access: "unknown likely", execution: "certain", "of 2018, logged as malformed"),
    Situation(
        .integrationMisconfigured, .rest,
        .rest(
            500,
            [
                "error.responseType": "API_CONFIGURATION_ERROR",
                "integration.error": "Execution failed due to configuration error: Invalid endpoint address",
            ]
        ).failing("Execution failed due to configuration error: Invalid endpoint address", status: 500), access: "certain",
        execution: "certain"),
    Situation(
        .integrationTimeout, .rest,
        .rest(504, ["error.responseType": "INTEGRATION_TIMEOUT", "error.message": "Endpoint request timed out"]).failing(
            "Execution failed due to a timeout error", status: 504
        ).waited(29_000).run(Run("orders", .none, .start, .report).with { $0.endsAfterMs = 31_000 }), access: "certain",
        execution: "certain"),
    Situation(
        .integrationFailed, .rest,
        .rest(
            504,
            [
                "error.responseType": "INTEGRATION_FAILURE",
                "integration.error": "Execution failed due to a network error communicating with endpoint",
            ]
        ).failing("Execution failed due to a network error communicating with endpoint", status: 504), access: "certain",
        execution: "certain"),
    Situation(
        .handledError, .rest,
        .rest(500, ["integration.requestId": runID, "integration.status": "500", "integration.integrationStatus": "200"])
            .execution(
                "Endpoint request URI: https://lambda.eu-central-1.amazonaws.com/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333"
                    + ":function:orders/invocations",
                "Endpoint response body before transformations: {\"statusCode\":500,\"body\":\"x\"}",
                "Successfully completed execution", "Method completed with status: 500"
            ).run(Run("orders", .none, .start, .report)), access: "certain", execution: "certain"),
    Situation(
        .answeredClientError, .rest,
        .rest(404, ["integration.requestId": runID, "integration.status": "404", "integration.integrationStatus": "200"])
            .execution(
                "Endpoint request URI: https://lambda.eu-central-1.amazonaws.com/2015-03-31/functions/arn:aws:lambda:eu-central-1:111122223333"
                    + ":function:orders/invocations",
                "Endpoint response body before transformations: {\"statusCode\":404,\"body\":\"x\"}",
                "Successfully completed execution", "Method completed with status: 404"
            ).run(Run("orders", .none, .start, .report)), access: "certain", execution: "certain"),
    Situation(
        .malformedResponse, .rest,
        .rest(
            502,
            [
                "integration.requestId": runID, "integration.integrationStatus": "200",
                "integration.error": "Execution failed due to configuration error: Malformed Lambda proxy response",
            ]
        ).failing("Execution failed due to configuration error: Malformed Lambda proxy response", status: 502).run(
            Run("orders", .none, .start, .report)), access: "certain", execution: "certain"),
    Situation(
        .hiddenFailure, .rest,
        .rest(202, ["integration.requestId": runID, "integration.integrationStatus": "202"]).run(
            Run("orders", .uncaughtError, .start, nodeInvokeError, .report)), lambda: "background-failure likely"),
    Situation(
        .unknown, .rest, Scene(.rest).row(["status": "500"]).execution("Method completed with status: 500"), all: "likely",
        access: "likely", execution: "likely"),
]

private let httpSituations: [Situation] = [
    Situation(.routeNotFound, .http, Scene(.http, route: nil).row(["status": "404", "routeKey": "-"]), access: "certain"),
    Situation(.throttled, .http, .http(429, ["error.message": "Too Many Requests"]), all: "likely", access: "likely"),
    Situation(
        .requestTooLarge, .http, .http(413, ["error.message": "Request Entity Too Large"]), all: "likely", access: "likely"),
    Situation(.credentialsMissing, .http, .http(401, ["error.message": "Unauthorized"]), all: "likely", access: "likely"),
    Situation(.credentialsRejected, .http, .http(401, ["authorizer.error": "the token has expired"]), access: "certain"),
    Situation(
        .accessDenied, .http, .http(403, ["authorizer.error": "insufficient_scope: users.write is required"]), all: "likely",
        access: "likely"),
    Situation(
        .authorizerMisconfigured, .http, .http(500, ["authorizer.error": "The response is not valid"]), all: "likely",
        access: "likely"),
    Situation(
        .functionPermission, .http,
        .http(
            500,
            [
                "integration.error":
                    "The IAM role configured on the integration or API Gateway doesn't have permissions to call the integration. "
                    + "Check the permissions and try again."
            ]), access: "certain"),
    Situation(.functionThrottled, .http, .http(503, ["integration.integrationStatus": "429"]), all: "likely", access: "likely"),
    Situation(
        .integrationTimeout, .http,
        .http(503, ["error.message": "Service Unavailable"]).waited(30_000).run(
            Run("orders", .none, .start, .report).with {
                $0.endsAfterMs = 31_000
                $0.durationMs = 31_000
            }), all: "likely", access: "likely"),
    Situation(.integrationFailed, .http, .http(503, ["error.responseType": "INTEGRATION_FAILURE"]), access: "certain"),
    Situation(
        .handledError, .http,
        .http(500, ["integration.status": "500", "integration.integrationStatus": "200"]).run(
            Run("orders", .none, .start, .report)), access: "certain"),
    Situation(
        .answeredClientError, .http,
        .http(404, ["integration.status": "404", "integration.integrationStatus": "200"]).run(
            Run("orders", .none, .start, .report)), access: "certain"),
    Situation(
        .malformedResponse, .http,
        .http(
            500,
            [
                "integration.error":
                    "The response from the Lambda function doesn't match the format that API Gateway expects. Lambda body contains the "
                    + "wrong type for field \"statusCode\""
            ]
        ).run(Run("orders", .none, .start, .report)), access: "certain"),
    Situation(
        .hiddenFailure, .http,
        .http(202, ["integration.requestId": runID]).run(Run("orders", .uncaughtError, .start, nodeInvokeError, .report)),
        lambda: "background-failure likely"),
    Situation(.unknown, .http, .http(500), all: "likely", access: "likely"),
]

private let webSocketSituations: [Situation] = [
    Situation(
        .wafBlocked, .webSocket, Scene(.webSocket, route: nil).row(["status": "403", "waf.status": "403"]), all: "likely",
        access: "likely"),
    Situation(
        .routeNotFound, .webSocket, Scene(.webSocket, route: nil).row(["status": "403", "routeKey": "-", "eventType": "-"]),
        access: "certain"),
    Situation(.throttled, .webSocket, .webSocket(429, ["error.responseType": "THROTTLED"]), access: "certain"),
    Situation(
        .credentialsMissing, .webSocket,
        .webSocket(401, ["error.responseType": "UNAUTHORIZED"]).execution(
            "Starting authorizer: ab12cd for request: \(gatewayID)", "Unauthorized request: \(gatewayID)"), access: "likely",
        execution: "certain"),
    Situation(
        .credentialsRejected, .webSocket,
        .webSocket(401, ["error.responseType": "UNAUTHORIZED", "authorizer.requestId": authorizerID]), access: "certain"),
    Situation(.accessDenied, .webSocket, .webSocket(403, ["error.responseType": "ACCESS_DENIED"]), access: "certain"),
    Situation(
        .authorizerCrashed, .webSocket,
        .webSocket(500, ["error.responseType": "AUTHORIZER_FAILURE", "authorizer.requestId": authorizerID]).failing(
            "Execution failed due to configuration error: Authorizer error",
            "Gateway response type: AUTHORIZER_CONFIGURATION_ERROR with status code: 500", status: 500
        ).authorizer(Run("chat-auth", .uncaughtError, .start, nodeInvokeError, .report)),
        access: "authorizer-misconfigured likely", execution: "authorizer-misconfigured likely",
        lambda: "background-failure likely"),
    Situation(
        .authorizerMisconfigured, .webSocket,
        .webSocket(500, ["error.responseType": "AUTHORIZER_CONFIGURATION_ERROR"]).failing(
            "Execution failed due to configuration error: Invalid permissions on Lambda function",
            "Execution failed due to configuration error: Authorizer error",
            "Gateway response type: AUTHORIZER_CONFIGURATION_ERROR with status code: 500", status: 500), access: "likely",
        execution: "certain"),
    Situation(
        .functionPermission, .webSocket,
        .webSocket(500).failing(
            "Execution failed due to configuration error: Invalid permissions on Lambda function", status: 500),
        access: "unknown likely", execution: "certain"),
    Situation(
        .functionThrottled, .webSocket,
        .webSocket(500).failing(
            "Lambda invocation failed with status: 429. Lambda request id: \(runID)",
            "Execution failed due to configuration error: Rate Exceeded.", status: 500), access: "unknown likely",
        execution: "certain"),
    Situation(
        .integrationMisconfigured, .webSocket,
        .webSocket(500).failing("Execution failed due to configuration error: Unable to transform request", status: 500),
        access: "unknown likely", execution: "certain"),
    Situation(
        .integrationTimeout, .webSocket,
        .webSocket(504).failing("Execution failed due to a timeout error", status: 504).run(
            Run("chat", .none, .start, .report).with { $0.endsAfterMs = 31_000 }), access: "unknown likely", execution: "certain"),
    Situation(
        .integrationFailed, .webSocket,
        .webSocket(500).failing("Execution failed due to an internal error", status: 500), access: "unknown likely",
        execution: "certain"),
    Situation(
        .handledError, .webSocket,
        Scene(.webSocket, route: "sendMessage").row(["status": "500", "integration.status": "500"]).run(
            Run("chat", .none, .start, .report)), access: "likely"),
    Situation(
        .answeredClientError, .webSocket,
        Scene(.webSocket, route: "sendMessage").row(["status": "400", "integration.status": "400"]).run(
            Run("chat", .none, .start, .report)), access: "certain"),
    Situation(.unknown, .webSocket, .webSocket(500), all: "likely", access: "likely"),
]
