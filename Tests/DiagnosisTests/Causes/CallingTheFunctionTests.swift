// Causes that lie between the gateway and the function: permission, concurrency, the integration itself.

import Model
import Testing

@Suite struct CallingTheFunctionTests {
    @Test func `The gateway may not invoke the function on a REST API`() {
        check(
            Scene(.rest).execution(
                "Execution failed due to configuration error: Invalid permissions on Lambda function",
                "Method completed with status: 500"
            ).failure(), .functionPermission, .certain,
            "API Gateway has no permission to invoke the function, which never ran; the client got 500.",
            proof: [(.executionLog, "Invalid permissions")])
    }

    @Test func `The gateway may not invoke the function on an HTTP API`() {
        check(
            Scene(.http).row([
                "status": "500",
                "integration.error": "The IAM role configured on the integration or API Gateway doesn't have permissions to call "
                    + "the integration. Check the permissions and try again.",
            ]).failure(), .functionPermission, .certain,
            "API Gateway has no permission to invoke the function, which never ran; the client got 500.",
            proof: [(.accessLog, "have permissions to call the integration")])
    }

    @Test func `Lambda turned the invocation away`() {
        check(
            Scene(.rest).execution(
                "Lambda invocation failed with status: 429. Lambda request id: \(runID)",
                "Execution failed due to configuration error: Rate Exceeded.", "Method completed with status: 500"
            ).called().failure(), .functionThrottled, .certain,
            "Lambda had no free concurrency for the function, which never ran; the client got 500.",
            proof: [(.executionLog, "status: 429")])
    }

    @Test func `The 2018 shape of a throttled invocation is not a malformed response`() {
        check(
            Scene(.rest).execution(
                "Endpoint response body before transformations: {\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\","
                    + "\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}",
                "Endpoint response headers: {x-amzn-ErrorType=TooManyRequestsException}",
                "Execution failed due to configuration error: Malformed Lambda proxy response",
                "Method completed with status: 502"
            ).failure(), .functionThrottled, .certain,
            "Lambda had no free concurrency for the function, which never ran; the client got 502.",
            proof: [(.executionLog, "LimitExceeded")])
    }

    @Test func `The Lambda service's status 429 is enough`() {
        check(
            Scene(.rest).row(["status": "500", "integration.integrationStatus": "429"]).failure(), .functionThrottled, .certain,
            "Lambda had no free concurrency for the function, which never ran; the client got 500.",
            proof: [(.accessLog, "429")])
    }

    @Test func `A network error is a failed integration`() {
        check(
            Scene(.rest).execution(
                "Execution failed due to a network error communicating with endpoint", "Method completed with status: 504"
            ).failure(), .integrationFailed, .certain,
            "API Gateway\u{2019}s call of the back end for the request failed; the client got 504.",
            proof: [(.executionLog, "network error")])
    }

    @Test func `INTEGRATION_FAILURE is a failed integration where the row would have told of anything else`() {
        let row: KeyValuePairs = [
            "status": "503", "error.responseType": "INTEGRATION_FAILURE", "integration.error": "-",
            "integration.integrationStatus": "-",
        ]
        check(
            Scene(.http).row(row).failure(), .integrationFailed, .certain,
            "API Gateway\u{2019}s call of the back end for POST /orders failed; the client got 503.",
            proof: [(.accessLog, "INTEGRATION_FAILURE")])
    }

    @Test func `INTEGRATION_FAILURE alone is likely a failed integration`() {
        check(
            Scene(.webSocket, route: "sendOrder").row(["status": "500", "error.responseType": "INTEGRATION_FAILURE"]).failure(),
            .integrationFailed, .likely, "API Gateway\u{2019}s call of the back end for sendOrder failed; the client got 500.",
            proof: [(.accessLog, "INTEGRATION_FAILURE")])
    }

    @Test func `A function's own error beats INTEGRATION_FAILURE`() {
        let failure = Scene(.rest).row(["status": "502", "error.responseType": "INTEGRATION_FAILURE"])
            .run(Run("orders-create", .uncaughtError, .start, nodeInvokeError, .report)).failure()
        #expect(failure.verdict.cause == .unhandledException)
    }

    @Test func `INTEGRATION_FAILURE with a fine service status is no failed integration`() {
        let failure = Scene(.rest).row([
            "status": "502", "error.responseType": "INTEGRATION_FAILURE", "integration.integrationStatus": "200",
        ]).called().failure()
        #expect(failure.verdict.cause == .unknown)
        #expect(failure.verdict.missing.contains("the log of the function"))
    }
}
