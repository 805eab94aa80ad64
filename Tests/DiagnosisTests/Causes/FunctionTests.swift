// Causes that lie in the function: calling it, its start, its code, its limits.

import Model
import Testing

@Suite struct FunctionTests {
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

    @Test func `INTEGRATION_FAILURE alone is a failed integration`() {
        check(
            Scene(.webSocket, route: "sendOrder").row(["status": "500", "error.responseType": "INTEGRATION_FAILURE"]).failure(),
            .integrationFailed, .certain, "API Gateway\u{2019}s call of the back end for sendOrder failed; the client got 500.",
            proof: [(.accessLog, "INTEGRATION_FAILURE")])
    }

    @Test func `A function's own error beats INTEGRATION_FAILURE`() {
        let failure = Scene(.rest).row(["status": "502", "error.responseType": "INTEGRATION_FAILURE"])
            .run(Run("orders-create", .uncaughtError, .start, nodeInvokeError, .report)).failure()
        #expect(failure.verdict.cause == .unhandledException)
    }

    @Test func `An exception is told with its type and message, and both sides prove it`() {
        let failure = Scene(.rest).row(["status": "502", "integration.integrationStatus": "200"]).execution(
            "Lambda execution failed with status 200 due to customer function error: stock gone. Lambda request id: \(runID)",
            "Method completed with status: 502"
        ).run(Run("orders-create", .uncaughtError, .start, nodeInvokeError, .report)).failure()
        check(
            failure, .unhandledException, .certain,
            "The function orders-create threw \u{201C}OrderError: stock gone\u{201D} and did not catch it; the client got 502.",
            proof: [(.functionLog, "Invoke Error"), (.executionLog, "customer function error")])
        #expect(failure.error?.caught == false)
        #expect(failure.error?.raw == nodeInvokeError.text)
        #expect(failure.strip.map(\.state) == [.fine, .notConfigured, .fine, .notConfigured, .broke, .carried])
    }

    @Test func `Two lines at level ERROR are enough for an exception`() {
        let failure = Scene(.rest).execution(
            "Lambda execution failed with status 200 due to customer function error: no. really. no. Lambda request id: \(runID)",
            "Method completed with status: 502"
        ).called().failure()
        check(
            failure, .unhandledException, .certain,
            "The function threw \u{201C}no. really. no\u{201D} and did not catch it; the client got 502.",
            proof: [(.executionLog, "customer function error")])
        #expect(failure.error?.message == "no. really. no")
    }

    @Test func `An HTTP API passes the function's error on in the access row`() {
        check(
            Scene(.http).row([
                "status": "500",
                "integration.error": "The Lambda function returned the following error: stock gone. Check your Lambda function "
                    + "code and try again.",
            ]).failure(), .unhandledException, .certain,
            "The function threw \u{201C}stock gone\u{201D} and did not catch it; the client got 500.",
            proof: [(.accessLog, "returned the following error")])
    }

    @Test func `Python's uncaught event has no level column`() {
        let event = Line.plain(
            "[ERROR] KeyError: 'order_id'\nTraceback (most recent call last):\n\u{A0}\u{A0}File \"/var/task/app.py\", line 25, in handler"
        )
        let failure = Scene(.rest).row(["status": "502"]).run(Run("orders-create", .uncaughtError, .start, event, .report))
            .failure()
        #expect(failure.verdict.cause == .unhandledException)
        #expect(failure.error?.type == "KeyError")
        #expect(
            failure.verdict.sentence
                == "The function orders-create threw \u{201C}KeyError: 'order_id'\u{201D} and did not catch it; the client got 502."
        )
    }

    @Test func `An uncaught error that ended the process is the exception, not the exit`() {
        let event = Line.console(
            .error, "Uncaught Exception \t{\"errorType\":\"TypeError\",\"errorMessage\":\"x is undefined\"}",
            ["errorType": "TypeError", "errorMessage": "x is undefined"])
        let exit = Line.platform("RequestId: \(runID) Error: Runtime exited with error: exit status 129\nRuntime.ExitError")
        let failure = Scene(.rest).row(["status": "502"]).run(Run("orders-create", .processExit, .start, event, exit)).failure()
        #expect(failure.verdict.cause == .unhandledException)
        #expect(failure.verdict.proof.map(\.source) == [.functionLog, .platformLog])
    }

    @Test func `A run linked by time alone makes its error likely`() {
        let failure = Scene(.rest).row(["status": "502"]).linked(by: .timeWindow)
            .run(Run("orders-create", .uncaughtError, .start, nodeInvokeError, .report)).failure()
        #expect(failure.verdict.confidence == .likely)
    }

    @Test func `A module that cannot be imported fails the start`() {
        let event = Line.plain(
            "[ERROR] Runtime.ImportModuleError: Unable to import module 'app': No module named 'requests'\n"
                + "Traceback (most recent call last):"
        ).inInit()
        let report = Line.platform(
            "REPORT RequestId: \(runID)\tDuration: 97.41 ms\tStatus: error\tError Type: Runtime.ImportModuleError")
        let failure = Scene(.rest).row(["status": "502"]).run(Run("orders-create", .initError, event, .start, report)).failure()
        check(
            failure, .initFailed, .certain,
            "The function orders-create failed to start: Runtime.ImportModuleError: Unable to import module 'app': No module named "
                + "'requests'; the client got 502.",
            proof: [(.functionLog, "ImportModuleError"), (.platformLog, "Status: error")])
        #expect(failure.error?.type == "Runtime.ImportModuleError")
    }

    @Test func `A start that timed out is not a run that timed out`() {
        let first = Line.platform("INIT_REPORT Init Duration: 10004.55 ms\tPhase: init\tStatus: timeout")
        let second = Line.platform("INIT_REPORT Init Duration: 3000.10 ms\tPhase: invoke\tStatus: timeout")
        let report = Line.platform("REPORT RequestId: \(runID)\tDuration: 3000.00 ms\tStatus: timeout")
        let failure = Scene(.http).row(["status": "500"])
            .run(Run("orders-create", .timeout, first, second, .start, report)).failure()
        check(
            failure, .initFailed, .certain, "The function orders-create failed to start; the client got 500.",
            proof: [(.platformLog, "Phase: invoke")])
    }

    @Test func `The REPORT line alone proves a time-out, and the last sign of life is shown`() {
        let report = Line.platform("REPORT RequestId: \(runID)\tDuration: 3000.00 ms\tStatus: timeout").at(3005)
        let failure = Scene(.rest).row(["status": "502"]).run(
            Run("orders-create", .timeout, .start, .console(.info, "calling the warehouse").at(1003), report).with {
                $0.durationMs = 3000
                $0.endsAfterMs = 3005
            }
        ).failure()
        check(
            failure, .functionTimeout, .certain,
            "The function orders-create ran into its time limit of 3.000\u{A0}s; the client got 502.",
            proof: [(.platformLog, "Status: timeout")])
        #expect(failure.error == nil)
        #expect(failure.lastSign?.text == "calling the warehouse")
        #expect(failure.lastSign?.silenceMs == 2002)
    }

    @Test func `The gateway's text names the time-out in both of its forms`() {
        for text in [
            "2026-03-12T09:14:15.456Z \(runID) Task timed out after 10.00 seconds",
            "RequestId: \(runID) Error: Task timed out after 10.00 seconds",
        ] {
            check(
                Scene(.rest).execution(
                    "Lambda execution failed with status 200 due to customer function error: \(text). Lambda request id: \(runID)",
                    "Method completed with status: 502"
                ).failure(), .functionTimeout, .certain,
                "The function ran into its time limit of 10.00\u{A0}s; the client got 502.",
                proof: [(.executionLog, "Task timed out")])
        }
    }

    @Test func `A time-out with its memory used up stays a time-out and says so`() {
        let report = Line.platform("REPORT RequestId: \(runID)\tDuration: 3000.00 ms\tStatus: timeout")
        let failure = Scene(.rest).row(["status": "502"]).run(
            Run("orders-create", .timeout, .start, report).with {
                $0.durationMs = 3000
                $0.memoryUsedMB = 256
            }
        ).failure()
        #expect(
            failure.verdict.sentence
                == "The function orders-create ran into its time limit of 3.000\u{A0}s, with its memory at the limit; "
                + "the client got 502.")
    }

    @Test func `A killed process ran out of memory`() {
        let killed = Line.platform("RequestId: \(runID) Error: Runtime exited with error: signal: killed\nRuntime.ExitError")
        check(
            Scene(.rest).row(["status": "502"]).run(
                Run("orders-create", .outOfMemory, .start, killed, .report).with { $0.memoryUsedMB = 256 }
            ).failure(), .outOfMemory, .certain,
            "The function orders-create ran out of its 256 MB of memory; the client got 502.",
            proof: [(.platformLog, "signal: killed")])
    }

    @Test func `A JSON report names the memory`() {
        let report = Line.platform(
            "{\"type\":\"platform.report\",\"record\":{\"status\":\"error\",\"errorType\":\"Runtime.OutOfMemory\"}}",
            ["type": "platform.report", "record.status": "error", "record.errorType": "Runtime.OutOfMemory"])
        let failure = Scene(.http).row(["status": "500"]).run(Run("orders-create", .processExit, .start, report)).failure()
        #expect(failure.verdict.cause == .outOfMemory)
    }

    @Test func `A runtime's own text makes an exit a matter of memory`() {
        let text = Line.plain("FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory")
        let exit = Line.platform("RequestId: \(runID) Error: Runtime exited with error: signal: aborted\nRuntime.ExitError")
        let failure = Scene(.rest).row(["status": "502"]).run(Run("orders-create", .processExit, .start, text, exit)).failure()
        #expect(failure.verdict.cause == .outOfMemory)
    }

    @Test func `A process that ended by itself is told with its exit status`() {
        let exit = Line.platform("RequestId: \(runID) Error: Runtime exited with error: exit status 1\nRuntime.ExitError")
        check(
            Scene(.rest).row(["status": "502"]).run(Run("orders-create", .processExit, .start, exit, .report)).failure(),
            .processExited, .certain,
            "The function orders-create ended its process before it answered (exit status 1); the client got 502.",
            proof: [(.platformLog, "exit status 1")])
    }

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

    @Test func `What a function says of rates and time-outs is its error, not the gateway's limit`() {
        for message in ["Rate Exceeded", "Task timed out after 3 attempts", "Execution failed due to a timeout error"] {
            let http = Scene(.http).row([
                "status": "500",
                "integration.error":
                    "The Lambda function returned the following error: \(message). Check your Lambda function code "
                    + "and try again.",
            ]).failure()
            #expect(http.verdict.cause == .unhandledException)
            let rest = Scene(.rest).execution(
                "Lambda execution failed with status 200 due to customer function error: \(message). Lambda request id: \(runID)",
                "Method completed with status: 502"
            ).failure()
            #expect(rest.verdict.cause == .unhandledException)
        }
    }

    @Test func `A body that quotes the gateway proves nothing`() {
        let failure = Scene(.rest).row(["status": "502"]).execution(
            "Method request body before transformations: Execution failed due to a timeout error, Key throttle limit exceeded",
            "Endpoint response body before transformations: Invalid permissions on Lambda function",
            "Method completed with status: 502"
        ).called().failure()
        #expect(failure.verdict.cause == .unknown)
    }

    @Test func `A module that Node cannot find fails the start, by the gateway's word alone`() {
        let failure = Scene(.rest).execution(
            "Lambda execution failed with status 200 due to customer function error: Error: Cannot find module 'pg'\nRequire "
                + "stack:\n- /var/task/index.js. Lambda request id: \(runID)", "Method completed with status: 502"
        ).failure()
        #expect(failure.verdict.cause == .initFailed)
        #expect(
            failure.verdict.sentence
                == "The function failed to start: Error: Cannot find module 'pg' Require stack: - /var/task/index.js; the client got 502."
        )
    }

    @Test func `A timeout report of a JSON log has no line of its own`() {
        let report = Line.platform(
            "{\"type\":\"platform.report\",\"record\":{\"status\":\"timeout\"}}",
            ["type": "platform.report", "record.status": "timeout"])
        let failure = Scene(.http).row(["status": "503"]).run(
            Run("orders-create", .timeout, .start, report).with { $0.durationMs = 6000 }
        ).failure()
        check(
            failure, .functionTimeout, .certain,
            "The function orders-create ran into its time limit of 6.000\u{A0}s; the client got 503.",
            proof: [(.platformLog, "timeout")])
    }

    @Test func `A goroutine's panic in many lines is the page's raw text`() {
        let exit = Line.platform("RequestId: \(runID) Error: Runtime exited with error: exit status 2\nRuntime.ExitError")
        let failure = Scene(.rest).row(["status": "502"]).run(
            Run(
                "orders-create", .processExit, .start, .plain("panic: stock gone", atMs: 9),
                .plain("goroutine 1 [running]:", atMs: 9), .plain("main.handle(0xc000)", atMs: 9),
                .plain("\t/src/main.go:28 +0x1d", atMs: 10), exit.at(11))
        ).failure()
        #expect(failure.verdict.cause == .processExited)
        #expect(failure.verdict.proof.first?.source == .platformLog)
    }

    @Test func `Several attempts of one event are told apart`() {
        let first = Scene.background().run(Run("orders-sweep", .uncaughtError, .start, nodeInvokeError)).failure()
        let second = Scene.background().run(Run("orders-sweep", .uncaughtError, .start, nodeInvokeError).with { $0.attempt = 2 })
            .failure()
        #expect(second.id == first.id + "-2")
    }

    @Test func `INTEGRATION_FAILURE with a fine service status is no failed integration`() {
        let failure = Scene(.rest).row([
            "status": "502", "error.responseType": "INTEGRATION_FAILURE", "integration.integrationStatus": "200",
        ]).called().failure()
        #expect(failure.verdict.cause == .unknown)
        #expect(failure.verdict.missing.contains("the log of the function"))
    }

    @Test func `Ruby's heading and its document are one error`() {
        let document =
            "{\n  \"errorMessage\": \"stock gone\",\n  \"errorType\": \"Function<RuntimeError>\",\n  \"stackTrace\": "
            + "[\n    \"/var/task/app.rb:4:in `handler'\"\n  ]\n}"
        let failure = Scene(.rest).row(["status": "502"]).run(
            Run(
                "orders-create", .uncaughtError, .start, .plain("Error raised from handler method", atMs: 9),
                .plain(document, atMs: 9), .report)
        ).failure()
        #expect(failure.verdict.cause == .unhandledException)
        #expect(failure.error?.type?.contains("RuntimeError") == true)
        #expect(failure.error?.message == "stock gone")
        #expect(failure.error?.raw == "Error raised from handler method\n" + document)
    }

    @Test func `A Go handler that panicked threw, though its process exited`() {
        let exit = Line.platform("RequestId: \(runID) Error: Runtime exited with error: exit status 1\nRuntime.ExitError")
        let document =
            "2026/03/12 09:14:05 {\"errorMessage\":\"index out of range\",\"errorType\":\"boundsError\",\"stackTrace\":[]}"
        check(
            Scene(.rest).row(["status": "502"]).run(
                Run(
                    "orders-create", .processExit, .start, .plain(document), .plain("calling the handler resulted in a panic"),
                    exit)
            ).failure(), .unhandledException, .certain,
            "The function orders-create threw \u{201C}boundsError: index out of range\u{201D} and did not catch it; the client got 502.",
            proof: [(.functionLog, "boundsError"), (.platformLog, "exit status 1")])
    }

    @Test func `Go's error document is read out of its line`() {
        let failure = Scene(.http).row(["status": "500"]).run(
            Run(
                "orders-create", .uncaughtError, .start,
                .plain("2026/03/12 09:14:05 {\"errorMessage\":\"stock gone\",\"errorType\":\"errorString\"}"), .report)
        ).failure()
        #expect(failure.error?.type == "errorString")
        #expect(failure.error?.message == "stock gone")
    }

    @Test func `A failing run of a request without a status is not called hidden`() {
        let failure = Scene(.rest).row(["requestId": gatewayID])
            .run(Run("orders-create", .uncaughtError, .start, nodeInvokeError, .report)).failure()
        check(
            failure, .unhandledException, .certain,
            "The function orders-create threw \u{201C}OrderError: stock gone\u{201D} and did not catch it; "
                + "no log tells what the client got.",
            proof: [(.functionLog, "Invoke Error")])
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
