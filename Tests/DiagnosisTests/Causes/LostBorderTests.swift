// Execution logs that lost the line that ends the authorizer's block: what follows is still the integration's.

import Model
import Testing

@Suite struct LostBorderTests {
    @Test(
        arguments: [
            "Starting execution for request: \(gatewayID)", "HTTP Method: POST, Resource Path: /orders",
            "API Key  authorized because method 'POST /orders' does not require API Key.", "Method request path: {}",
        ])
    func `Any step behind the authorizer ends its block`(step: String) {
        let failure = Scene(.rest).row(["status": "502"]).execution(
            "Starting authorizer: ab12cd for request: \(gatewayID)", step, customerError("stock gone"),
            "Method completed with status: 502"
        ).failure()
        #expect(failure.verdict.cause == .unhandledException)
        #expect(failure.verdict.confidence == .certain)
    }

    @Test func `A row that names the integration's run says that the authorizer had let the request through`() {
        let failure = Scene(.rest).row(["status": "502", "integration.requestId": runID]).execution(
            "Starting authorizer: ab12cd for request: \(gatewayID)", customerError("stock gone")
        ).failure()
        #expect(failure.verdict.cause != .authorizerCrashed)
    }
}
