// Causes that the gateway settles before an authorizer or a function has a word.

import Model
import Testing

@Suite struct EdgeAndGatewayTests {
    @Test func `A response type WAF_FILTERED is a block by WAF`() {
        check(
            Scene(.rest).row(["status": "403", "error.responseType": "WAF_FILTERED", "wafResponseCode": "WAF_BLOCK"]).failure(),
            .wafBlocked, .certain,
            "AWS WAF blocked POST /orders before the API looked at it; the client got 403.",
            proof: [(.accessLog, "WAF_FILTERED")])
    }

    @Test func `WAF's own decision is enough when the template logs no response type`() {
        check(
            Scene(.rest).row(["status": "418", "wafResponseCode": "WAF_BLOCK"]).failure(),
            .wafBlocked, .certain,
            "AWS WAF blocked POST /orders before the API looked at it; the client got 418.",
            proof: [(.accessLog, "WAF_BLOCK")])
    }

    @Test func `On a WebSocket API WAF's status agrees with the client's`() {
        check(
            Scene(.webSocket, route: "$connect").row(["status": "403", "waf.status": "403"]).failure(),
            .wafBlocked, .likely,
            "AWS WAF blocked $connect before the API looked at it; the client got 403.",
            proof: [(.accessLog, "waf.status")])
    }

    @Test func `A bare 403 proves nothing`() {
        let failure = Scene(.rest).row(["status": "403"]).failure()
        check(
            failure, .unknown, .likely,
            "The client got 403 for POST /orders, and no log that was read tells which layer failed.",
            proof: [(.accessLog, "403")])
        #expect(
            failure.verdict.missing == [
                "$context.error.responseType in the access log's format", "$context.integration.error in the access log's format",
                "$context.integration.status in the access log's format", "the API's execution log, at level ERROR or INFO",
            ])
    }

    @Test func `A missing token on no resource is a route that does not exist`() {
        check(
            Scene(.rest, route: nil).row([
                "status": "403", "error.responseType": "MISSING_AUTHENTICATION_TOKEN", "httpMethod": "GET", "path": "/prod/ordrs",
                "resourcePath": "-",
            ]).failure(),
            .routeNotFound, .certain, "API Gateway found no route for GET /prod/ordrs; the client got 403.",
            proof: [(.accessLog, "MISSING_AUTHENTICATION_TOKEN")])
    }

    @Test func `Without the resource in the template the missing route is only likely`() {
        check(
            Scene(.rest, route: nil).row(["status": "403", "error.responseType": "MISSING_AUTHENTICATION_TOKEN"]).failure(),
            .routeNotFound, .likely, "API Gateway found no route for the request; the client got 403.",
            proof: [(.accessLog, "MISSING_AUTHENTICATION_TOKEN")])
    }

    @Test func `RESOURCE_NOT_FOUND names the missing route whatever the status`() {
        check(
            Scene(.rest, route: nil).row(["status": "410", "error.responseType": "RESOURCE_NOT_FOUND", "path": "/x"]).failure(),
            .routeNotFound, .certain, "API Gateway found no route for /x; the client got 410.",
            proof: [(.accessLog, "RESOURCE_NOT_FOUND")])
    }

    @Test func `An HTTP API answers 404 and logs no route key`() {
        check(
            Scene(.http, route: nil).row(["status": "404", "routeKey": "-", "httpMethod": "GET", "path": "/nope"]).failure(),
            .routeNotFound, .certain, "API Gateway found no route for GET /nope; the client got 404.",
            proof: [(.accessLog, "routeKey")])
    }

    @Test func `A WebSocket row without a route is a connection to nowhere`() {
        check(
            Scene(.webSocket, route: nil).row(["status": "403", "routeKey": "-", "eventType": "-"]).failure(),
            .routeNotFound, .certain, "API Gateway found no route for the request; the client got 403.",
            proof: [(.accessLog, "routeKey")])
    }

    @Test(arguments: [
        ("INVALID_SIGNATURE", "its AWS signature was not valid"), ("EXPIRED_TOKEN", "its security token had expired"),
    ])
    func `A signature that does not hold is told from a token that expired`(type: String, reason: String) {
        check(
            Scene(.rest).row(["status": "403", "error.responseType": type]).failure(), .signatureRejected, .certain,
            "API Gateway refused POST /orders because \(reason); the client got 403.", proof: [(.accessLog, type)])
    }

    @Test func `The signature text without a response type is likely`() {
        check(
            Scene(.rest).row([
                "status": "403",
                "error.message": "The request signature we calculated does not match the signature you provided.",
            ]).failure(), .signatureRejected, .likely,
            "API Gateway refused POST /orders because its AWS signature was not valid; the client got 403.",
            proof: [(.accessLog, "signature")])
    }

    @Test func `The key check of the execution log beats the response type`() {
        check(
            Scene(.rest).row(["status": "403", "error.responseType": "INVALID_API_KEY"]).execution(
                "API Key ******3f2a1b not authorized because method 'POST /orders' requires API Key and API Key is not "
                    + "associated with a Usage Plan for API Stage a1b2c3/prod: No Usage Plan found for key and API Stage",
                "Method completed with status: 403"
            ).failure(), .apiKeyRejected, .certain,
            "API Gateway refused POST /orders because its API key is missing, unknown or in no usage plan; the client got 403.",
            proof: [(.executionLog, "not authorized because")])
    }

    @Test func `A healthy key line is no rejection`() {
        let failure = Scene(.rest).row(["status": "403"]).execution(
            "API Key  authorized because method 'POST /orders' does not require API Key. Request will not contribute to "
                + "throttle or quota limits"
        ).failure()
        #expect(failure.verdict.cause == .unknown)
    }

    @Test func `Two lines at level ERROR name a rate limit`() {
        check(
            Scene(.rest).execution(
                "Key throttle limit exceeded for RestApi a1b2c3, Stage prod, Resource x1y2z3, HttpMethod POST. Limit: 10.00 "
                    + "Burst: 5",
                "Method completed with status: 429"
            ).failure(), .throttled, .certain,
            "API Gateway turned the request away because a rate limit was reached; the client got 429.",
            proof: [(.executionLog, "Key throttle limit exceeded")])
    }

    @Test func `An HTTP API's rate limit by text alone is likely`() {
        check(
            Scene(.http).row(["status": "429", "error.message": "Too Many Requests", "error.responseType": "-"]).failure(),
            .throttled, .likely, "API Gateway turned POST /orders away because a rate limit was reached; the client got 429.",
            proof: [(.accessLog, "Too Many Requests")])
    }

    @Test func `A function's own 429 is the function's answer`() {
        let failure = Scene(.http).row(["status": "429", "integration.status": "429", "integration.error": "-"])
            .run(Run("orders-create", .none, .start, .report)).failure()
        #expect(failure.verdict.cause == .answeredClientError)
    }

    @Test func `QUOTA_EXCEEDED is a used-up quota`() {
        check(
            Scene(.rest).row(["status": "429", "error.responseType": "QUOTA_EXCEEDED", "error.message": "Limit Exceeded"])
                .failure(), .quotaExceeded, .certain,
            "API Gateway turned POST /orders away because the quota of its API key is used up; the client got 429.",
            proof: [(.accessLog, "QUOTA_EXCEEDED")])
    }

    @Test func `The validation line of the execution log tells what the model did not accept`() {
        check(
            Scene(.rest).row(["status": "400", "error.responseType": "BAD_REQUEST_BODY"]).execution(
                "Request body does not match model schema for content type application/json: [object has missing required "
                    + "properties ([\"email\"])]", "Method completed with status: 400"
            ).failure(), .invalidBody, .certain,
            "API Gateway refused the body of POST /orders, which does not match the method\u{2019}s model "
                + "(object has missing required properties ([\"email\"])); the client got 400.",
            proof: [(.executionLog, "does not match model schema")])
    }

    @Test func `The access row alone carries the validation text`() {
        check(
            Scene(.rest).row([
                "status": "400", "error.responseType": "BAD_REQUEST_BODY",
                "error.validationErrorString": "[object has missing required properties ([\"email\"])]",
            ]).failure(), .invalidBody, .certain,
            "API Gateway refused the body of POST /orders, which does not match the method\u{2019}s model "
                + "(object has missing required properties ([\"email\"])); the client got 400.",
            proof: [(.accessLog, "BAD_REQUEST_BODY")])
    }

    @Test func `Missing parameters are named`() {
        check(
            Scene(.rest).row([
                "status": "400", "error.responseType": "BAD_REQUEST_PARAMETERS",
                "error.message": "Missing required request parameters: [x-tenant, page]",
            ]).failure(), .invalidParameters, .certain,
            "API Gateway refused POST /orders because required parameters are missing (x-tenant, page); the client got 400.",
            proof: [(.accessLog, "BAD_REQUEST_PARAMETERS")])
    }

    @Test func `UNSUPPORTED_MEDIA_TYPE is a content type without a mapping`() {
        check(
            Scene(.rest).row(["status": "415", "error.responseType": "UNSUPPORTED_MEDIA_TYPE"]).failure(),
            .unsupportedMediaType, .certain,
            "API Gateway refused POST /orders because it has no mapping for the content type; the client got 415.",
            proof: [(.accessLog, "UNSUPPORTED_MEDIA_TYPE")])
    }

    @Test func `REQUEST_TOO_LARGE is the gateway's size limit`() {
        check(
            Scene(.rest).row(["status": "413", "error.responseType": "REQUEST_TOO_LARGE"]).failure(), .requestTooLarge, .certain,
            "API Gateway refused POST /orders because it is larger than the gateway takes; the client got 413.",
            proof: [(.accessLog, "REQUEST_TOO_LARGE")])
    }

    @Test func `An HTTP API's 413 by text is likely`() {
        check(
            Scene(.http).row(["status": "413", "error.message": "Request Entity Too Large"]).failure(), .requestTooLarge, .likely,
            "API Gateway refused POST /orders because it is larger than the gateway takes; the client got 413.",
            proof: [(.accessLog, "Request Entity Too Large")])
    }

    @Test func `A mapping that fails is the integration's configuration`() {
        check(
            Scene(.rest).row(["status": "500", "error.responseType": "API_CONFIGURATION_ERROR"]).execution(
                "Execution failed due to configuration error: Unable to transform request", "Method completed with status: 500"
            ).failure(), .integrationMisconfigured, .certain,
            "API Gateway could not use the integration of POST /orders as it is configured (Unable to transform request); "
                + "the client got 500.",
            proof: [(.executionLog, "Unable to transform request")])
    }

    @Test func `API_CONFIGURATION_ERROR alone names the integration`() {
        check(
            Scene(.rest).row(["status": "500", "error.responseType": "API_CONFIGURATION_ERROR"]).failure(),
            .integrationMisconfigured, .certain,
            "API Gateway could not use the integration of POST /orders as it is configured; the client got 500.",
            proof: [(.accessLog, "API_CONFIGURATION_ERROR")])
    }
}
