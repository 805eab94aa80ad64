// The lines of a failure: their order, their marks, and the cut of a long log.

import Diagnosis
import Model
import Testing

@Suite struct LinesTests {
    @Test func `Gateway, authorizer and function lines are interleaved by time`() {
        let failure = Scene(.rest).row(["status": "502"]).execution("one", "two", "Method completed with status: 502")
            .authorizer(Run("orders-auth", .none, .start.at(1), .report.at(1)))
            .run(Run("orders-create", .none, .start.at(1), .console(.info, "hello").at(70))).failure()
        #expect(
            failure.lines.map(\.role) == [.gateway, .gateway, .authorizer, .authorizer, .function, .gateway, .gateway, .function])
        #expect(failure.lines.map(\.line.source)[6] == .accessLog)
        #expect(failure.omittedLines == 0)
    }

    @Test func `A long log is cut in its middle, and the proof in the middle stays`() {
        var lines = (0..<5_000).map { Line.console(.info, "line \($0)").at(Int64($0)) }
        lines[2_500] = nodeInvokeError.at(2_500)
        let failure = Scene(.rest).row(["status": "502"])
            .run(Run("orders-create", .uncaughtError).with { $0.lines = lines }).failure()
        #expect(failure.lines.count == 2_000)
        #expect(failure.omittedLines == 3_001)
        #expect(failure.lines.contains { $0.line.message == "line 0" })
        #expect(failure.lines.contains { $0.line.message == "line 4999" })
        #expect(failure.lines.contains { $0.proof == 1 && $0.line.message.hasPrefix("Invoke Error") })
    }

    @Test func `A log of few but huge lines is cut by its bytes`() {
        let huge = String(repeating: "x", count: 300_000)
        let lines = (0..<9).map { Line.console(.info, "\($0) " + huge).at(Int64($0)) }
        let failure = Scene(.rest).row(["status": "502"])
            .run(Run("orders-create", .none).with { $0.lines = lines }).failure()
        #expect(failure.lines.filter { $0.role == .function }.count == 3)
        #expect(failure.omittedLines == 6)
    }

    @Test func `A stack that was printed line by line is one error again`() {
        let failure = Scene(.rest).row(["status": "502"]).run(
            Run(
                "orders-create", .uncaughtError, .start, .plain("com.acme.OrderException: stock gone", atMs: 10),
                .plain("\tat com.acme.Handler.handleRequest(Handler.java:28)", atMs: 10),
                .plain("Caused by: java.lang.NullPointerException", atMs: 11),
                .plain("\tat com.acme.Repo.find(Repo.java:12)", atMs: 11), .plain("goodbye", atMs: 12), .report)
        ).failure()
        #expect(failure.verdict.cause == .unhandledException)
    }

    @Test func `The facts of request and run are complete`() throws {
        let failure = Scene(.rest).row([
            "requestId": gatewayID, "status": "502", "path": "/prod/orders", "error.message": "Internal server error",
            "identity.userAgent": "curl/8", "identity.sourceIp": "203.0.113.7",
            "xrayTraceId": "1-69b28a1d-00112233445566778899aabb",
        ]).waited(60).run(Run("orders-create", .uncaughtError, .start, nodeInvokeError, .report)).failure()
        let request = try #require(failure.request)
        #expect(request.id == gatewayID)
        #expect(request.kind == .rest)
        #expect(request.path == "/prod/orders")
        #expect(request.status == 502)
        #expect(request.latencyMs == 64)
        #expect(request.integrationLatencyMs == 60)
        #expect(request.message == "Internal server error")
        #expect(request.userAgent == "curl/8")
        #expect(request.sourceIP == "203.0.113.7")
        #expect(request.traceID == "1-69b28a1d-00112233445566778899aabb")
        let invocation = try #require(failure.invocation)
        #expect(invocation.id == runID)
        #expect(invocation.function == "orders-create")
        #expect(invocation.durationMs == 41)
        #expect(invocation.memoryMB == 256)
        #expect(invocation.status == .error)
        #expect(invocation.logGroup == "/aws/lambda/orders-create")
        #expect(failure.link == .integrationRequestID)
        #expect(failure.id == "5f0c1d8e111142228333" + "9a4b5c6d7e8f")
        #expect(failure.endpoint == "POST /orders")
        #expect(failure.time == receipt)
    }
}
