// The layer strip: one break, and what each layer did.

import Model
import Testing

@Suite struct StripTests {
    @Test func `What lies behind the break was not reached`() {
        let strip = Scene(.rest).row(["status": "400", "error.responseType": "BAD_REQUEST_BODY"]).failure().strip
        #expect(strip.map(\.name) == ["Client", "WAF", "Gateway", "Authorizer", "Function", "Response"])
        #expect(strip.map(\.state) == [.fine, .notConfigured, .broke, .notConfigured, .notReached, .notReached])
        #expect(strip.map(\.what)[2] == "invalid body")
    }

    @Test func `Layers that did their job say so, with their time`() {
        let strip = Scene(.rest).row([
            "status": "502", "wafResponseCode": "WAF_ALLOW", "waf.latency": "3", "authorizer.requestId": authorizerID,
        ]).waited(60).authorizer(Run("orders-auth", .none, .start, .report))
            .run(Run("orders-create", .uncaughtError, .start, nodeInvokeError, .report)).failure().strip
        #expect(strip.map(\.state) == [.fine, .fine, .fine, .fine, .broke, .carried])
        #expect(
            strip.map(\.what) == [
                "sent POST /orders", "let the request pass", "matched POST /orders", "allowed the request", "unhandled exception",
                "passed on as it was, answered 502",
            ])
        #expect(strip.map(\.ms) == [nil, 3, 4, 41, 41, nil])
    }

    @Test func `A crashed authorizer breaks the strip before the function`() {
        let strip = Scene(.rest).row(["status": "500", "error.responseType": "AUTHORIZER_FAILURE"])
            .authorizer(Run("orders-auth", .uncaughtError, .start, nodeInvokeError, .report)).failure().strip
        #expect(strip.map(\.state) == [.fine, .notConfigured, .fine, .broke, .notReached, .notReached])
    }

    @Test func `A background run has neither client nor gateway`() {
        let strip = Scene.background().run(Run("orders-sweep", .uncaughtError, .start, nodeInvokeError, .report)).failure().strip
        #expect(strip.map(\.state) == [.notConfigured, .notConfigured, .notConfigured, .notConfigured, .broke, .notReached])
    }

    @Test func `Too late an answer breaks at the response, and the function is fine`() {
        let strip = Scene(.rest).row(["status": "504", "error.responseType": "INTEGRATION_TIMEOUT"])
            .run(Run("orders-create", .none, .start, .report)).failure().strip
        #expect(strip[4].state == .fine)
        #expect(strip[4].what == "finished, after the gateway had answered")
        #expect(strip[5].state == .broke)
    }
}
