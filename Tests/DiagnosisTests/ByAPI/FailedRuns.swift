// Runs that fail, each in an older and a newer vintage, with the message that Lambda gives its caller.

import Model

struct FailedRun: Sendable {
    var cause: Cause
    var run: Run
    var message: String
    var manner: String
}

private func report(_ rest: String) -> Line {
    .platform(
        "REPORT RequestId: \(runID)\tDuration: 41.00 ms\tBilled Duration: 42 ms\tMemory Size: 256 MB\t" + rest)
}

let failedRuns: [FailedRun] = [
    FailedRun(
        cause: .unhandledException, run: Run("orders", .uncaughtError, .start, nodeInvokeError, .report), message: "stock gone",
        manner: "Node.js, text"),
    FailedRun(
        cause: .unhandledException,
        run: Run(
            "orders", .uncaughtError,
            .json(
                nil,
                [
                    "timestamp": "2026-03-12T09:14:05Z", "log_level": "ERROR", "errorMessage": "'id'", "errorType": "KeyError",
                    "requestId": runID, "stackTrace": "  File \"/var/task/app.py\", line 2, in handler",
                ])), message: "'id'", manner: "Python, JSON"),
    FailedRun(
        cause: .functionTimeout,
        run: Run(
            "orders", .timeout, .start, report("Max Memory Used: 91 MB\t"),
            .platform("2026-03-12T09:14:08.128Z \(runID) Task timed out after 3.00 seconds")),
        message: "2026-03-12T09:14:08.128Z \(runID) Task timed out after 3.00 seconds", manner: "older, with a line of its own"),
    FailedRun(
        cause: .functionTimeout,
        run: Run("orders", .timeout, .start, report("Max Memory Used: 91 MB\tStatus: timeout")).with { $0.status = .timeout },
        message: "RequestId: \(runID) Error: Task timed out after 3.00 seconds", manner: "newer, REPORT alone"),
    FailedRun(
        cause: .outOfMemory,
        run: Run(
            "orders", .outOfMemory, .start,
            .platform("RequestId: \(runID) Error: Runtime exited with error: signal: killed\nRuntime.ExitError"),
            report("Max Memory Used: 256 MB\tStatus: error\tError Type: Runtime.ExitError")
        ).with { $0.memoryUsedMB = 256 },
        message: "RequestId: \(runID) Error: Runtime exited with error: signal: killed", manner: "by signal"),
    FailedRun(
        cause: .outOfMemory,
        run: Run(
            "orders", .outOfMemory, .start, report("Max Memory Used: 256 MB\tStatus: error\tError Type: Runtime.OutOfMemory")
        ).with { $0.memoryUsedMB = 256 },
        message: "RequestId: \(runID) Error: Runtime exited with error: signal: killed", manner: "by type"),
    FailedRun(
        cause: .outOfMemory,
        run: Run(
            "orders", .outOfMemory, .start, .plain("FATAL ERROR: Reached heap limit - JavaScript heap out of memory"),
            .platform("RequestId: \(runID) Error: Runtime exited with error: signal: aborted\nRuntime.ExitError")),
        message: "RequestId: \(runID) Error: Runtime exited with error: signal: killed", manner: "by the runtime's text"),
    FailedRun(
        cause: .processExited,
        run: Run(
            "orders", .processExit, .start,
            .platform("RequestId: \(runID) Error: Runtime exited with error: exit status 1\nRuntime.ExitError"),
            report("Max Memory Used: 91 MB\tStatus: error\tError Type: Runtime.ExitError")),
        message: "RequestId: \(runID) Error: Runtime exited with error: exit status 1", manner: "with a status"),
    FailedRun(
        cause: .initFailed,
        run: Run(
            "orders", .initError,
            .console(
                .error,
                "Uncaught Exception \t{\"errorType\":\"Runtime.ImportModuleError\",\"errorMessage\":\"Error: Cannot find module 'pg'\"}",
                ["errorType": "Runtime.ImportModuleError", "errorMessage": "Error: Cannot find module 'pg'"]
            ).inInit(),
            .platform("INIT_REPORT Init Duration: 311.20 ms\tPhase: init\tStatus: error\tError Type: Runtime.ImportModuleError"),
            .start, report("Max Memory Used: 91 MB\tStatus: error\tError Type: Runtime.ImportModuleError")),
        message: "Error: Cannot find module 'pg'\nRequire stack:\n- /var/task/index.js", manner: "before START"),
    FailedRun(
        cause: .initFailed,
        run: Run(
            "orders", .initError, .start,
            .platform("INIT_REPORT Init Duration: 97.41 ms\tPhase: invoke\tStatus: error\tError Type: Runtime.InvalidEntrypoint"),
            .platform(
                "RequestId: \(runID) Error: fork/exec /var/task/bootstrap: no such file or directory\nRuntime.InvalidEntrypoint")),
        message: "RequestId: \(runID) Error: fork/exec /var/task/bootstrap: no such file or directory", manner: "inside the run"),
    FailedRun(
        cause: .responseTooLarge,
        run: Run(
            "orders", .uncaughtError, .start,
            report("Max Memory Used: 91 MB\tStatus: error\tError Type: Function.ResponseSizeTooLarge")),
        message: "Response payload size exceeded maximum allowed payload size (6291556 bytes).", manner: "Lambda's limit"),
]
