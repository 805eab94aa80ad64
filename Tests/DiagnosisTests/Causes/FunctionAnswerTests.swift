// Causes of runs that answered, of runs that failed unseen, and of requests that nothing explains.

import Model
import Testing

@Suite struct FunctionAnswerTests {
    @Test func `The function's own 500 is told from a crash, with the last error it logged`() {
        let failure = Scene(.rest).row([
            "status": "500", "integration.status": "500", "integration.integrationStatus": "200", "error.responseType": "-",
        ]).run(
            Run(
                "orders-create", .none, .start, .console(.error, "first failure"),
                .json(
                    .error, ["level": "ERROR", "message": "order failed", "error.name": "DbError", "error.message": "no rows"]),
                .report)
        ).failure()
        check(
            failure, .handledError, .certain,
            "The function orders-create reported success to Lambda but answered 500 after it had logged \u{201C}DbError: no rows\u{201D}; "
                + "the client got 500.",
            proof: [(.functionLog, "DbError"), (.accessLog, "integration.status"), (.platformLog, "REPORT")])
        #expect(failure.error?.caught == true)
        #expect(failure.strip[4].what == "answered 500, reported success")
    }

    @Test func `The access row alone proves a handled error`() {
        check(
            Scene(.rest).row(["status": "503", "integration.status": "503", "integration.integrationStatus": "200"]).failure(),
            .handledError, .certain,
            "The function reported success to Lambda but answered 503; the client got 503.",
            proof: [(.accessLog, "integration.status")])
    }

    @Test func `An ERROR line without an exception is the error of a handled error`() {
        let failure = Scene(.http).row(["status": "500", "integration.status": "500", "integrationError": "-"])
            .run(Run("orders-create", .none, .start, .console(.error, "warehouse said no"), .report)).failure()
        #expect(failure.verdict.cause == .handledError)
        #expect(failure.error?.message == "warehouse said no")
        #expect(failure.error?.type == nil)
    }

    @Test func `The execution log's body shows the function's own status`() {
        check(
            Scene(.rest).execution(
                "Endpoint request URI: https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/orders-create/invocations",
                "Endpoint response body before transformations: {\"statusCode\":500,\"body\":\"{}\"}",
                "Successfully completed execution", "Method completed with status: 500"
            ).failure(), .handledError, .certain,
            "The function reported success to Lambda but answered 500; the client got 500.",
            proof: [(.executionLog, "statusCode")])
    }

    @Test func `A WebSocket function's own 500 is a handled error`() {
        let failure = Scene(.webSocket, route: "sendOrder").row(["status": "500", "integration.status": "500"])
            .run(Run("orders-socket", .none, .start, .report)).failure()
        #expect(failure.verdict.cause == .handledError)
        #expect(failure.verdict.confidence == .certain)
    }

    @Test func `The function's own 404 is a business outcome`() {
        check(
            Scene(.http).row(["status": "404", "integration.status": "404", "routeKey": "POST /orders"])
                .run(Run("orders-create", .none, .start, .report)).failure(), .answeredClientError, .certain,
            "The function orders-create itself answered 404 to POST /orders; the client got 404.",
            proof: [(.accessLog, "integration.status")])
    }

    @Test func `A 404 of a healthy run without the function's status is likely its own`() {
        check(
            Scene(.rest).row(["status": "404"]).run(Run("orders-create", .none, .start, .report)).failure(),
            .answeredClientError, .likely,
            "The function orders-create itself answered 404 to POST /orders; the client got 404.",
            proof: [(.platformLog, "REPORT"), (.accessLog, "404")])
    }

    @Test func `A client that saw success while the run failed`() {
        let failure = Scene(.rest).row(["status": "200"])
            .run(Run("orders-create", .uncaughtError, .start, nodeInvokeError, .report)).failure()
        check(
            failure, .hiddenFailure, .certain,
            "The function orders-create threw \u{201C}OrderError: stock gone\u{201D} and did not catch it, yet the client got 200.",
            proof: [(.functionLog, "Invoke Error"), (.accessLog, "200")])
        #expect(failure.error?.type == "OrderError")
        #expect(failure.strip[5].state == .fine)
    }

    @Test func `A run that no request called names its attempt`() {
        let exit = Line.platform("RequestId: \(runID) Error: Runtime exited with error: exit status 1\nRuntime.ExitError")
        let failure = Scene.background().run(Run("orders-sweep", .processExit, .start, exit).with { $0.attempt = 2 }).failure()
        check(
            failure, .backgroundFailure, .certain,
            "The function orders-sweep ended its process before it answered (exit status 1) on attempt 2; "
                + "no request through API Gateway had called it.",
            proof: [(.platformLog, "exit status 1")])
        #expect(failure.id == "7c9e6679742540de944be07fc1f90ae7-2")
        #expect(failure.request == nil)
        #expect(failure.endpoint == nil)
    }

    @Test func `A run that a request without ids fits in time is only likely to have had none`() {
        let exit = Line.platform("RequestId: \(runID) Error: Runtime exited with error: exit status 1\nRuntime.ExitError")
        check(
            Scene.background().run(Run("orders-sweep", .processExit, .start, exit)).with { $0.isMaybeCalled = true }.failure(),
            .backgroundFailure, .likely,
            "The function orders-sweep ended its process before it answered (exit status 1); no log tells which request through "
                + "API Gateway had called it, if any.",
            proof: [(.platformLog, "exit status 1")])
    }

    @Test func `A 502 with a fine service status alone is one of two causes, and the log that tells is named`() {
        let failure = Scene(.rest).row(["status": "502", "integration.integrationStatus": "200", "error.responseType": "-"])
            .called().failure()
        check(
            failure, .unknown, .likely,
            "The function either failed or answered in a wrong form, and no log that was read tells which; the client got 502.",
            proof: [(.accessLog, "502")])
        #expect(failure.verdict.missing.contains("the log of the function"))
        #expect(failure.strip[4].state == .noLog)
    }

    @Test func `A body that quotes the gateway proves nothing`() {
        let failure = Scene(.rest).row(["status": "502"]).execution(
            "Method request body before transformations: Execution failed due to a timeout error, Key throttle limit exceeded",
            "Endpoint response body before transformations: Invalid permissions on Lambda function",
            "Method completed with status: 502"
        ).called().failure()
        #expect(failure.verdict.cause == .unknown)
    }

    @Test func `Several attempts of one event are told apart`() {
        let first = Scene.background().run(Run("orders-sweep", .uncaughtError, .start, nodeInvokeError)).failure()
        let second = Scene.background().run(Run("orders-sweep", .uncaughtError, .start, nodeInvokeError).with { $0.attempt = 2 })
            .failure()
        #expect(second.id == first.id + "-2")
    }

    @Test func `A failing run is believed though its report says success`() {
        let report = Line.platform(
            "{\"type\":\"platform.report\",\"record\":{\"status\":\"success\"}}",
            ["type": "platform.report", "record.status": "success"])
        let healthy = Scene(.http).row(["status": "200"]).run(Run("orders-create", .none, .start, nodeInvokeError, report))
            .failure()
        #expect(healthy.verdict.cause == .unknown)
        let failed = Scene(.http).row(["status": "200"])
            .run(Run("orders-create", .uncaughtError, .start, nodeInvokeError, report)).failure()
        #expect(failed.verdict.cause == .hiddenFailure)
    }
}
