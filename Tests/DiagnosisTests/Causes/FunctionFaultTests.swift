// Causes by which a run fails: its start, its code, its limits.

import Model
import Testing

@Suite struct FunctionFaultTests {
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

    @Test func `The bracketed word before Python's uncaught error is part of its heading`() {
        let text =
            "[ERROR] StockGone: item 17\nTraceback (most recent call last):\n\u{A0}\u{A0}File \"/var/task/app.py\", line 25, in handler"
        let event = Line(
            source: .functionLog, level: .error, text: text, message: String(text.dropFirst("[ERROR] ".count)))
        let error = Scene(.rest).row(["status": "502"]).run(Run("orders-create", .uncaughtError, .start, event, .report))
            .failure().error
        #expect(error?.type == "StockGone")
        #expect(error?.message == "item 17")
        #expect(error?.frames.count == 1)
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

    @Test func `A runtime that logs no error leaves it to the gateway's word`() {
        let failure = Scene(.http).row([
            "status": "500",
            "integration.error":
                "The Lambda function returned the following error: outOfStock(17). Check your Lambda function code "
                + "and try again.",
        ]).run(Run("orders-swift", .none, .start, .report)).failure()
        check(
            failure, .unhandledException, .certain,
            "The function orders-swift threw \u{201C}outOfStock(17)\u{201D} and did not catch it; the client got 500.",
            proof: [(.accessLog, "outOfStock")])
        #expect(failure.error?.message == "outOfStock(17)")
    }
}
