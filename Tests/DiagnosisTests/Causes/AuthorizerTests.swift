// Causes that lie in the authorizer: credentials, policies, and the authorizer's own function.

import Model
import Testing

@Suite struct AuthorizerTests {
    @Test func `Refused before the authorizer was asked means credentials are missing`() {
        check(
            Scene(.rest).row(["status": "401", "error.responseType": "UNAUTHORIZED", "authorizer.requestId": "-"]).execution(
                "Starting authorizer: ab12cd for request: \(gatewayID)", "Unauthorized request: \(gatewayID)"
            ).failure(), .credentialsMissing, .certain,
            "API Gateway refused POST /orders because it carried no credentials that an authorizer could check; "
                + "the client got 401.",
            proof: [(.executionLog, "Unauthorized request")])
    }

    @Test func `A missing token on a resource that exists means credentials are missing`() {
        check(
            Scene(.rest).row([
                "status": "403", "error.responseType": "MISSING_AUTHENTICATION_TOKEN", "resourcePath": "/orders",
            ]).failure(), .credentialsMissing, .certain,
            "API Gateway refused POST /orders because it carried no credentials that an authorizer could check; "
                + "the client got 403.",
            proof: [(.accessLog, "MISSING_AUTHENTICATION_TOKEN")])
    }

    @Test func `UNAUTHORIZED in a template without authorizer fields is only likely missing credentials`() {
        check(
            Scene(.http).row(["status": "401", "error.responseType": "UNAUTHORIZED"]).failure(), .credentialsMissing, .likely,
            "API Gateway refused POST /orders because it carried no credentials that an authorizer could check; "
                + "the client got 401.",
            proof: [(.accessLog, "UNAUTHORIZED")])
    }

    @Test func `A step that ended with 401 has not asked an authorizer for that`() {
        check(
            Scene(.rest).row([
                "status": "401", "error.responseType": "UNAUTHORIZED", "authorizer.requestId": "-", "authorizer.latency": "-",
                "authorizer.status": "401",
            ]).failure(), .credentialsMissing, .likely,
            "API Gateway refused POST /orders because it carried no credentials that an authorizer could check; "
                + "the client got 401.",
            proof: [(.accessLog, "UNAUTHORIZED")])
    }

    @Test func `Refused after the authorizer ran means credentials were rejected`() {
        check(
            Scene(.rest).row([
                "status": "401", "error.responseType": "UNAUTHORIZED", "authorizer.requestId": authorizerID,
            ]).authorizer(Run("orders-auth", .none, .start, .report)).failure(), .credentialsRejected, .certain,
            "The authorizer orders-auth did not accept the credentials of POST /orders; the client got 401.",
            proof: [(.accessLog, "UNAUTHORIZED")])
    }

    @Test func `A JWT authorizer's reason is told`() {
        check(
            Scene(.http).row(["status": "401", "authorizer.error": "the token has expired"]).failure(),
            .credentialsRejected, .certain,
            "The authorizer did not accept the credentials of POST /orders (the token has expired); the client got 401.",
            proof: [(.accessLog, "the token has expired")])
    }

    @Test func `An authorizer that throws Unauthorized has rejected and not crashed`() {
        let thrown = Line.console(
            .error, "Invoke Error \t{\"errorType\":\"Error\",\"errorMessage\":\"Unauthorized\"}",
            ["errorType": "Error", "errorMessage": "Unauthorized"])
        let failure = Scene(.rest).row(["status": "401", "error.responseType": "UNAUTHORIZED"])
            .authorizer(Run("orders-auth", .uncaughtError, .start, thrown, .report)).failure()
        #expect(failure.verdict.cause == .credentialsRejected)
    }

    @Test func `ACCESS_DENIED is a policy that says Deny`() {
        check(
            Scene(.rest).row([
                "status": "403", "error.responseType": "ACCESS_DENIED", "authorizer.requestId": authorizerID,
            ]).authorizer(Run("orders-auth", .none, .start, .report)).failure(), .accessDenied, .certain,
            "A policy of the authorizer orders-auth denied POST /orders; the client got 403.",
            proof: [(.accessLog, "ACCESS_DENIED")])
    }

    @Test func `A valid policy in the execution log may be a Deny, and only the policy tells`() {
        check(
            Scene(.rest).execution(
                "Starting authorizer: ab12cd for request: \(gatewayID)", "Incoming identity: *****a1b2c3",
                "Authorizer result body before parsing: {\"policyDocument\":{\"Statement\":[{\"Effect\":\"Deny\"}]}}",
                "Using valid authorizer policy for principal: ****user01", "Successfully completed authorizer execution",
                "Method completed with status: 403"
            ).failure(), .accessDenied, .certain, "A policy of the authorizer denied POST /orders; the client got 403.",
            proof: [(.executionLog, "\"Deny\"")])
    }

    @Test func `The authorizer's lines do not name the function`() {
        let failure = Scene(.rest).row(["status": "403", "error.responseType": "ACCESS_DENIED"]).execution(
            "Starting authorizer: ab12cd for request: \(gatewayID)",
            "Endpoint request URI: https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/"
                + "arn:aws:lambda:eu-west-1:111122223333:function:orders-auth/invocations",
            "Using valid authorizer policy for principal: ****user01", "Successfully completed authorizer execution",
            "The client is not authorized to perform this operation."
        ).failure()
        #expect(failure.verdict.cause == .accessDenied)
        #expect(failure.function == nil)
        #expect(failure.strip[4].state == .notReached)
    }

    @Test func `An authorizer whose run failed has crashed, and its error is the page's`() {
        let failure = Scene(.rest).row([
            "status": "500", "error.responseType": "AUTHORIZER_CONFIGURATION_ERROR", "authorizer.requestId": authorizerID,
        ]).authorizer(Run("orders-auth", .uncaughtError, .start, nodeInvokeError, .report)).failure()
        check(
            failure, .authorizerCrashed, .certain,
            "The authorizer orders-auth threw \u{201C}OrderError: stock gone\u{201D} and did not catch it, so the request never "
                + "reached the function; the client got 500.",
            proof: [(.functionLog, "Invoke Error"), (.accessLog, "AUTHORIZER_CONFIGURATION_ERROR")])
        #expect(failure.error?.type == "OrderError")
        #expect(failure.error?.caught == false)
        #expect(failure.lines.contains { $0.role == .authorizer && $0.proof == 1 })
    }

    @Test func `A failing authorizer run and a 500 are enough without a response type`() {
        let failure = Scene(.http).row(["status": "500"])
            .authorizer(Run("orders-auth", .uncaughtError, .start, nodeInvokeError, .report)).failure()
        #expect(failure.verdict.cause == .authorizerCrashed)
        #expect(failure.verdict.confidence == .certain)
    }

    @Test func `An error document as the authorizer's result is a crash`() {
        let failure = Scene(.rest).execution(
            "Starting authorizer: ab12cd for request: \(gatewayID)", "Incoming identity: *****a1b2c3",
            "Authorizer result body before parsing: {\"errorType\":\"Runtime.ImportModuleError\",\"errorMessage\":"
                + "\"Error: Cannot find module 'jwks'\",\"trace\":[\"Runtime.ImportModuleError: Error: Cannot find\"]}",
            "Execution failed due to configuration error: Authorizer error", "Method completed with status: 500"
        ).failure()
        check(
            failure, .authorizerCrashed, .certain,
            "The authorizer failed to start: Runtime.ImportModuleError: Error: Cannot find module 'jwks', so the request never "
                + "reached the function; the client got 500.",
            proof: [(.executionLog, "Authorizer result body"), (.executionLog, "Authorizer error")])
        #expect(failure.error?.type == "Runtime.ImportModuleError")
    }

    @Test func `The line above Authorizer error is the authorizer's, not the function's`() {
        check(
            Scene(.rest).execution(
                "Execution failed due to configuration error: Invalid permissions on Lambda function",
                "Execution failed due to configuration error: Authorizer error", "Method completed with status: 500"
            ).failure(), .authorizerMisconfigured, .certain,
            "API Gateway could not use the authorizer (Invalid permissions on Lambda function); the client got 500.",
            proof: [(.executionLog, "Invalid permissions"), (.executionLog, "Authorizer error")])
    }

    @Test func `A healthy authorizer run makes the configuration the cause`() {
        check(
            Scene(.rest).row(["status": "500", "error.responseType": "AUTHORIZER_CONFIGURATION_ERROR"])
                .authorizer(Run("orders-auth", .none, .start, .report).with { $0.status = .success }).failure(),
            .authorizerMisconfigured, .certain,
            "API Gateway could not use the authorizer orders-auth (its answer is not a valid policy); the client got 500.",
            proof: [(.accessLog, "AUTHORIZER_CONFIGURATION_ERROR")])
    }

    @Test func `An authorizer's text log without an error may have lost it, so nothing is certain`() {
        let failure = Scene(.rest).row(["status": "500", "error.responseType": "AUTHORIZER_CONFIGURATION_ERROR"])
            .authorizer(Run("orders-auth", .none, .start, .report)).failure()
        #expect(failure.verdict.cause == .authorizerMisconfigured)
        #expect(failure.verdict.confidence == .likely)
    }

    @Test func `Without the authorizer's log a crash cannot be ruled out`() {
        let failure = Scene(.rest).row([
            "status": "500", "error.responseType": "AUTHORIZER_FAILURE", "authorizer.requestId": authorizerID,
        ]).failure()
        check(
            failure, .authorizerMisconfigured, .likely, "API Gateway could not use the authorizer; the client got 500.",
            proof: [(.accessLog, "AUTHORIZER_FAILURE")])
        #expect(failure.verdict.missing.contains("the log of the authorizer"))
    }

    @Test func `An authorizer that ran into its limit shows its last sign of life`() {
        let report = Line.platform("REPORT RequestId: \(authorizerID)\tDuration: 3000.00 ms\tStatus: timeout").at(3005)
        let failure = Scene(.rest).row(["status": "500", "error.responseType": "AUTHORIZER_FAILURE"]).authorizer(
            Run("orders-auth", .timeout, .start, .console(.info, "asking for keys").at(5), report).with {
                $0.durationMs = 3000
                $0.endsAfterMs = 3005
            }
        ).failure()
        check(
            failure, .authorizerCrashed, .certain,
            "The authorizer orders-auth ran into its time limit of 3.000\u{A0}s, so the request never reached the function; "
                + "the client got 500.",
            proof: [(.platformLog, "Status: timeout"), (.accessLog, "AUTHORIZER_FAILURE")])
        #expect(failure.lastSign?.text == "asking for keys")
        #expect(failure.lastSign?.silenceMs == 3000)
    }

    @Test func `A token without the route's scope is likely a denial`() {
        check(
            Scene(.http).row(["status": "403", "authorizer.error": "insufficient_scope"]).failure(), .accessDenied, .likely,
            "An access policy denied POST /orders; the client got 403.", proof: [(.accessLog, "insufficient_scope")])
    }

    @Test func `An authorizer's text in an HTTP API's row of a 500 is likely its configuration`() {
        check(
            Scene(.http).row(["status": "500", "authorizer.error": "no permission to invoke"]).failure(),
            .authorizerMisconfigured, .likely,
            "API Gateway could not use the authorizer (no permission to invoke); the client got 500.",
            proof: [(.accessLog, "no permission")])
    }
}
