import Ingest
import Model
import Testing

@Suite struct ExecutionLogTests {
    private func facts(_ texts: [String], id: String = uuid(9), group: String = "API-Gateway-Execution-Logs_a1b2c3/prod")
        -> InputFacts
    {
        scanned(
            texts.enumerated().map {
                TestEvent(
                    Int64($0.offset), "(\(id)) \($0.element)", group: group, stream: "0123456789abcdef0123456789abcdef")
            })
    }
    private let lambda =
        "https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:"

    @Test func `a full trace gives one fact with all its parts`() {
        let night = facts([
            "Extended Request Id: AbCdEfGhIAMEPQ=",
            "Starting authorizer: abc123 for request: \(uuid(9))",
            "Endpoint request URI: \(lambda)shop-authorizer/invocations",
            "Endpoint request headers: {X-Amz-Source-Arn=arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/authorizers/abc123, Accept=*/*}",
            "Successfully completed authorizer execution",
            "Verifying Usage Plan for request: \(uuid(9)). API Key:  API Stage: a1b2c3/prod",
            "API Key  authorized because method 'POST /orders/{id}' does not require API Key. Request will not contribute to throttle or quota limits",
            "Starting execution for request: \(uuid(9))",
            "HTTP Method: POST, Resource Path: /orders/17",
            "Method request headers: {User-Agent=curl/8, X-Amzn-Trace-Id=Root=1-69b28a1d-00112233445566778899aabb, Accept=a, b}",
            "Endpoint request URI: \(lambda)orders:live/invocations",
            "Endpoint request headers: {x-amzn-lambda-integration-tag=\(uuid(9)), X-Amz-Source-Arn=arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/POST/orders/{id}, Accept=application/json [TRUNCATED]",
            "Received response. Status: 200, Integration latency: 41 ms",
            "Endpoint response headers: {Date=x, x-amzn-RequestId=\(uuid(2)), X-Amz-Function-Error=Unhandled, X-Amzn-Trace-Id=root=1-69b28a1d-00112233445566778899aabb;sampled=0}",
            "Lambda execution failed with status 200 due to customer function error: bad. Lambda request id: \(uuid(5)). Lambda request id: \(uuid(1))",
            "Method completed with status: 502",
            "AWS Integration Endpoint RequestId : \(uuid(1))",
            "X-ray Tracing ID : Root=1-69b28a1d-00112233445566778899aabb",
        ])
        let fact = night.executions[0]
        #expect(night.executions.count == 1)
        #expect(fact.requestID == ID128(uuid(9)))
        #expect(fact.extendedID == ID128("AbCdEfGhIAMEPQ="))
        #expect(fact.integrationID == ID128(uuid(1)))
        #expect(fact.traceID == ID128(trace: "1-69b28a1d-00112233445566778899aabb"))
        #expect(fact.firstTime == at(0))
        #expect(fact.lastTime == at(17))
        #expect(fact.places == places(0, 17))
        #expect(fact.status == 502)
        #expect(fact.integrationLatencyMs == 41)
        #expect(fact.hasFailureLine)
        let texts = [fact.api, fact.stage, fact.method, fact.route, fact.endpoint, fact.function, fact.authorizerFunction]
        #expect(
            texts.map { night.names[$0] } == [
                "a1b2c3", "prod", "POST", "/orders/{id}", "POST /orders/{id}", "orders", "shop-authorizer",
            ])
        #expect(night.report.facts == 18)
    }

    @Test(arguments: [
        (
            [
                "Endpoint request headers: {X-Amz-Source-Arn=arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/GET/a/{b}, Accept=x"
            ], "GET /a/{b}"
        ),
        (
            [
                "Endpoint request headers: {Accept=x, X-Amz-Source-Arn=arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/GET/a/{b}}"
            ], "GET /a/{b}"
        ),
        (
            [
                "Endpoint request headers: {X-Amz-Source-Arn=arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/GET/a/{ [TRUNCATED]"
            ], ""
        ),
        (
            [
                #"Endpoint request body after transformations: {"resource":"/a/{b}","path":"/a/17","httpMethod":"GET","headers":{"x"#
            ], "GET /a/{b}"
        ),
        (
            [
                "Endpoint request headers: {X-Amz-Source-Arn=arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/$connect, Accept=x"
            ], "$connect"
        ),
        (["WebSocket Request Route: [$connect]"], "$connect"),
        (["API Key  authorized because route '$disconnect' does not require API Key."], "$disconnect"),
        (["HTTP Method: GET, Resource Path: /a/17"], ""),
    ])
    func `the endpoint is found wherever a line names the template`(texts: [String], endpoint: String) {
        let night = facts(texts)
        #expect(night.names[night.executions[0].endpoint] == endpoint)
    }

    @Test(arguments: [
        "Verifying Usage Plan for request: \(uuid(9)). API Key:  API Stage: a1b2c3/prod",
        "API Key  authorized because method 'GET /a' does not require API Key.", "Starting execution for request: \(uuid(9))",
        "HTTP Method: GET, Resource Path: /a", "Method request query string: {}",
    ])
    func `a step behind the authorizer ends its block when the line that does is lost`(step: String) {
        let night = facts([
            "Starting authorizer: abc123 for request: \(uuid(9))", "Endpoint request URI: \(lambda)shop-authorizer/invocations",
            step,
            "Endpoint request URI: \(lambda)orders/invocations",
        ])
        #expect(night.names[night.executions[0].authorizerFunction] == "shop-authorizer")
        #expect(night.names[night.executions[0].function] == "orders")
    }

    @Test(arguments: [
        "Execution failed due to a timeout error", "Lambda invocation failed with status: 429. Lambda request id: \(uuid(1))",
        "Unauthorized request: \(uuid(9))", "The client is not authorized to perform this operation.",
        "Key throttle limit exceeded for RestApi a1b2c3, Stage prod, Resource x, HttpMethod GET. Limit: 1.00 Burst: 1",
        "API Key ****abcdef not authorized because method 'GET /a' requires API Key and API Key is not associated",
        "Request body does not match model schema for content type application/json: [x]",
        "Missing required request parameters: [a]", "Gateway response type: ACCESS_DENIED with status code: 403",
    ])
    func `a line that turns the request away is a failure line`(text: String) {
        #expect(facts([text]).executions[0].hasFailureLine)
        #expect(!facts(["Method completed with status: 200"]).executions[0].hasFailureLine)
    }

    @Test func `an authorizer that failed ends its block`() {
        let night = facts([
            "Starting authorizer: abc123 for request: \(uuid(9))", "Sending request to \(lambda)shop-authorizer/invocations",
            "Execution failed due to configuration error: Authorizer error", "Sending request to \(lambda)orders/invocations",
        ])
        #expect(night.names[night.executions[0].authorizerFunction] == "shop-authorizer")
        #expect(night.names[night.executions[0].function] == "orders")
    }

    @Test func `requests interleave in a stream and are told apart by id`() {
        let group = "API-Gateway-Execution-Logs_a1b2c3/prod"
        let night = scanned([
            TestEvent(0, "(\(uuid(1))) Starting execution", group: group),
            TestEvent(1, "(AbCd1EFgoAMGhiA=) Starting", group: group),
            TestEvent(2, "(\(uuid(1))) Method completed with status: 200", group: group),
            TestEvent(3, "(AbCd1EFgoAMGhiA=) Method completed with status: 403", group: group),
        ])
        #expect(night.executions.map(\.status) == [200, 403])
        #expect(night.executions.map(\.places) == [places(0, 2), places(1, 3)])
    }

    @Test func `without a log group API and stage come from the usage plan line`() {
        let night = facts(["Verifying Usage Plan for request: \(uuid(9)). API Key: API Stage: a1b2c3/prod"], group: "")
        #expect(night.names[night.executions[0].api] == "a1b2c3")
        #expect(night.names[night.executions[0].stage] == "prod")
    }

    @Test func `the console's test report is one event with all lines`() {
        let night = scanned([
            TestEvent(
                0,
                "Execution log for request \(uuid(9))\nThu Mar 12 09:14:05 UTC 2026 : Starting execution for request: \(uuid(9))\n"
                    + "Thu Mar 12 09:14:05 UTC 2026 : Method completed with status: 502\n", group: "", stream: "")
        ])
        #expect(night.executions.map(\.requestID) == [ID128(uuid(9))])
        #expect(night.executions[0].status == 502)
    }
}
