// Runs whose telling lines are lost: what is left leaves room for more than one cause, and says so.

import Model
import Testing

private func report(_ rest: String) -> Line {
    .platform("REPORT RequestId: \(runID)\tDuration: 41.00 ms\tBilled Duration: 42 ms\tMemory Size: 256 MB\t" + rest)
}

@Suite struct LostReasonTests {
    @Test func `An exit without a reason is likely an exit while memory was left`() {
        check(
            Scene(.rest).row(["status": "502"]).run(
                Run(
                    "orders", .processExit, .start, report("Max Memory Used: 91 MB\tStatus: error\tError Type: Runtime.ExitError")
                )
            ).failure(), .processExited, .likely,
            "The function orders ended its process before it answered; the client got 502.",
            proof: [(.platformLog, "Runtime.ExitError")])
    }

    @Test func `An exit without a reason is likely a kill where all memory was used`() {
        check(
            Scene(.rest).row(["status": "502"]).run(
                Run(
                    "orders", .processExit, .start,
                    report("Max Memory Used: 256 MB\tStatus: error\tError Type: Runtime.ExitError")
                ).with { $0.memoryUsedMB = 256 }
            ).failure(), .outOfMemory, .likely, "The function orders ran out of its 256 MB of memory; the client got 502.",
            proof: [(.platformLog, "Max Memory Used: 256 MB")])
    }

    @Test func `The gateway's word gives the reason that the function's log lost`() {
        check(
            Scene(.rest).row(["status": "502"]).failing(
                customerError("RequestId: \(runID) Error: Runtime exited with error: signal: killed"), status: 502
            ).run(
                Run(
                    "orders", .processExit, .start, report("Max Memory Used: 91 MB\tStatus: error\tError Type: Runtime.ExitError")
                )
            ).failure(), .outOfMemory, .certain, "The function orders ran out of its 256 MB of memory; the client got 502.",
            proof: [(.platformLog, "Runtime.ExitError"), (.executionLog, "signal: killed")])
    }

    @Test func `An exit with a status is likely no matter of memory though all was used`() {
        let failure = Scene(.rest).row(["status": "502"]).run(
            Run(
                "orders", .processExit, .start,
                .platform("RequestId: \(runID) Error: Runtime exited with error: exit status 1\nRuntime.ExitError"), .report
            ).with { $0.memoryUsedMB = 256 }
        ).failure()
        #expect(failure.verdict.cause == .processExited)
        #expect(failure.verdict.confidence == .likely)
    }

    @Test func `A run that failed with an error that no line names is likely an exception`() {
        let failure = Scene(.rest).row(["status": "502"]).run(
            Run("orders", .uncaughtError, .start, report("Max Memory Used: 91 MB\tStatus: error\tError Type: Runtime.Unknown"))
        ).failure()
        #expect(failure.verdict.cause == .unhandledException)
        #expect(failure.verdict.confidence == .likely)
    }
}
