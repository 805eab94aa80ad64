// Causes that lie in the answer: its shape, its size, its arriving in time.

import Model
import Testing

@Suite struct ResponseTests {
    @Test func `The gateway's line names a malformed answer, and the body is shown`() {
        let failure = Scene(.rest).row(["status": "502"]).execution(
            "Endpoint response body before transformations: \"ok\"",
            "Execution failed due to configuration error: Malformed Lambda proxy response", "Method completed with status: 502"
        ).run(Run("orders-create", .none, .start, .report)).failure()
        check(
            failure, .malformedResponse, .certain,
            "The function orders-create returned an answer that API Gateway could not turn into a response; the client got 502.",
            proof: [(.executionLog, "Malformed"), (.executionLog, "Endpoint response body")])
        #expect(failure.strip.map(\.state) == [.fine, .notConfigured, .fine, .notConfigured, .fine, .broke])
    }

    @Test func `An HTTP API says that the format does not match`() {
        check(
            Scene(.http).row([
                "status": "500",
                "integration.error": "The response from the Lambda function doesn't match the format that API Gateway expects. "
                    + "Lambda body contains the wrong type for field \"body\"",
            ]).failure(), .malformedResponse, .certain,
            "The function returned an answer that API Gateway could not turn into a response; the client got 500.",
            proof: [(.accessLog, "match the format")])
    }

    @Test func `A REST 502 with a healthy run is likely malformed`() {
        check(
            Scene(.rest).row(["status": "502", "error.responseType": "INTEGRATION_FAILURE"])
                .run(Run("orders-create", .none, .start, .report)).failure(), .malformedResponse, .likely,
            "The function orders-create returned an answer that API Gateway could not turn into a response; the client got 502.",
            proof: [(.accessLog, "502"), (.platformLog, "REPORT")])
    }

    @Test func `Lambda's own limit on the answer is named by its report`() {
        let line = Line.platform("Response payload size exceeded maximum allowed payload size (6291556 bytes).")
        let failure = Scene(.rest).row(["status": "502"]).run(Run("orders-list", .uncaughtError, .start, line, .report)).failure()
        check(
            failure, .responseTooLarge, .certain,
            "The function orders-list returned an answer larger than can be carried; the client got 502.",
            proof: [(.platformLog, "6291556")])
    }

    @Test func `The gateway's text names the size when the function's log is missing`() {
        check(
            Scene(.http).row([
                "status": "500",
                "integration.error": "The Lambda function returned the following error: Response payload size exceeded maximum "
                    + "allowed payload size (6291556 bytes).. Check your Lambda function code and try again.",
            ]).failure(), .responseTooLarge, .certain,
            "The function returned an answer larger than can be carried; the client got 500.",
            proof: [(.accessLog, "6291556")])
    }

    @Test func `The gateway stopped waiting, and the function finished later`() {
        let report = Line.platform("REPORT RequestId: \(runID)\tDuration: 31304.00 ms").at(31318)
        let failure = Scene(.rest).row(["status": "504", "error.responseType": "INTEGRATION_TIMEOUT"]).waited(29000).execution(
            "Execution failed due to a timeout error", "Method completed with status: 504"
        ).run(
            Run("orders-create", .none, .start, report).with {
                $0.durationMs = 31304
                $0.endsAfterMs = 31318
            }
        ).failure()
        check(
            failure, .integrationTimeout, .certain,
            "API Gateway stopped waiting for the function orders-create after 29.000\u{A0}s; the client got 504.",
            proof: [(.executionLog, "timeout error"), (.platformLog, "31304")])
        #expect(
            failure.afterwards
                == "The function orders-create finished without an error 2.314\u{A0}s after the gateway had answered, "
                + "at 09:14:36.318 UTC.")
    }

    @Test func `The gateway stopped waiting, and the function ran into its own limit`() {
        let report = Line.platform("REPORT RequestId: \(runID)\tDuration: 30000.00 ms\tStatus: timeout").at(30005)
        let failure = Scene(.rest).row(["status": "504", "error.responseType": "INTEGRATION_TIMEOUT"]).waited(29000).run(
            Run("orders-create", .timeout, .start, report).with {
                $0.durationMs = 30000
                $0.endsAfterMs = 30005
            }
        ).failure()
        #expect(failure.verdict.cause == .integrationTimeout)
        #expect(
            failure.afterwards
                == "The function orders-create ran into its own time limit 1.001\u{A0}s after the gateway had answered, "
                + "at 09:14:35.005 UTC.")
    }

    @Test func `The gateway stopped waiting, and the function still ran when the logs ended`() {
        let failure = Scene(.rest).row(["status": "504", "error.responseType": "INTEGRATION_TIMEOUT"])
            .run(Run("orders-create", .none, .start).with { $0.hasReport = false }).failure()
        #expect(failure.afterwards == "The function orders-create was still running at the end of the logs.")
    }

    @Test func `The gateway stopped waiting, and the function's log was not read`() {
        let failure = Scene(.rest).row(["status": "504", "error.responseType": "INTEGRATION_TIMEOUT"]).called().failure()
        #expect(failure.verdict.confidence == .certain)
        #expect(failure.afterwards == "The log of the function was not read, so what it did afterwards is not known.")
        #expect(failure.strip[4].state == .noLog)
    }

    @Test func `An HTTP API answers 503 when time ran out`() {
        let failure = Scene(.http).row(["status": "503"]).waited(30001).failure()
        check(
            failure, .integrationTimeout, .likely,
            "API Gateway stopped waiting for the function after 30.001\u{A0}s; the client got 503.", proof: [(.accessLog, "503")])
    }

    @Test func `A function time-out shorter than the gateway's limit answers 504 only by the owner's choice`() {
        let report = Line.platform("REPORT RequestId: \(runID)\tDuration: 3000.00 ms\tStatus: timeout")
        let failure = Scene(.rest).row(["status": "504"]).waited(3020)
            .run(Run("orders-create", .timeout, .start, report).with { $0.durationMs = 3000 }).failure()
        #expect(failure.verdict.cause == .functionTimeout)
    }

    @Test func `An HTTP 500 for a healthy run that had answered 200 is likely malformed`() {
        check(
            Scene(.http).row(["status": "500", "integration.status": "200"]).run(Run("orders-create", .none, .start, .report))
                .failure(), .malformedResponse, .likely,
            "The function orders-create returned an answer that API Gateway could not turn into a response; the client got 500.",
            proof: [(.accessLog, "integration.status"), (.platformLog, "REPORT")])
    }

    @Test func `The gateway's own limit on the answer is named by its line`() {
        check(
            Scene(.rest).execution(
                "Execution failed: Integration response of reported length 11534336 is larger than allowed maximum of 10485760 bytes.",
                "Method completed with status: 500"
            ).failure(), .responseTooLarge, .certain,
            "The function returned an answer larger than can be carried; the client got 500.",
            proof: [(.executionLog, "larger than allowed maximum")])
    }
}
