import Ingest
import Model
import Testing

@Suite struct AccessRowTests {
    private func facts(_ rows: String..., hints: InputHints = InputHints()) -> InputFacts {
        let events = rows.enumerated().map {
            TestEvent(
                Int64($0.offset), $0.element, group: "/aws/apigateway/shop", stream: "0123456789abcdef0123456789abcdef")
        }
        return scanned(events, hints: hints)
    }

    @Test func `every field of a fact is filled from canonical names`() {
        let night = facts(
            #"{"requestId":"\#(uuid(9))","extendedRequestId":"AbCdEfGhIAMEPQ=","apiId":"a1b2c3","stage":"prod","#
                + #""requestTimeEpoch":"1773306844128","requestTime":"12/Mar/2026:09:14:04 +0000","httpMethod":"POST","#
                + #""resourcePath":"/orders/{id}","status":"502","responseLatency":"1300","responseLength":"36","#
                + #""integration.requestId":"\#(uuid(1))","integration.status":"200","integration.integrationStatus":"200","#
                + #""integration.latency":"1201","integration.error":"no answer","authorizer.requestId":"\#(uuid(2))","#
                + #""authorizer.latency":"12","error.responseType":"INTEGRATION_FAILURE","identity.userAgent":"curl/8","#
                + #""xrayTraceId":"Root=1-69b28a1d-00112233445566778899aabb"}"#)
        let fact = night.access[0]
        #expect(fact.requestID == ID128(uuid(9)))
        #expect(fact.extendedID == ID128("AbCdEfGhIAMEPQ="))
        #expect(fact.integrationID == ID128(uuid(1)))
        let extras = night.accessExtras[Int(fact.extras)]
        #expect(extras.authorizerID == ID128(uuid(2)))
        #expect(extras.traceID == ID128(trace: "1-69b28a1d-00112233445566778899aabb"))
        #expect(fact.errorTextID.isNone)
        #expect(fact.time == Timestamp(milliseconds: 1_773_306_844_128))
        #expect(!fact.timeIsWholeSeconds)
        #expect(fact.place == EventPlace(input: 3, event: 0))
        #expect(fact.status == 502)
        #expect(fact.functionStatus == 200)
        #expect(fact.integrationStatus == 200)
        #expect(fact.latencyMs == 1300)
        #expect(fact.integrationLatencyMs == 1201)
        #expect(extras.authorizerLatencyMs == 12)
        #expect(fact.responseBytes == 36)
        #expect(fact.kind == .rest)
        #expect(fact.hasIntegrationError)
        let texts = [fact.api, fact.stage, fact.method, fact.route, fact.endpoint, fact.userAgent, fact.responseType]
        #expect(
            texts.map { night.names[$0] } == [
                "a1b2c3", "prod", "POST", "/orders/{id}", "POST /orders/{id}", "curl/8", "INTEGRATION_FAILURE",
            ])
        #expect(night.report.accessVariables.count == 21)
        #expect(night.report.accessVariables.first == "apiId")
    }

    @Test(arguments: [
        #"{"request_id":"\#(uuid(9))","lambdaRequestId":"\#(uuid(1))","statusCode":"502","integration_latency":"7"}"#,
        #"{"REQUESTID":"\#(uuid(9))","awsEndpointRequestId":"\#(uuid(1))","Status":502,"integrationLatency":7}"#,
        #"{"context":{"requestId":"\#(uuid(9))","status":502,"integration":{"requestId":"\#(uuid(1))","latency":7}}}"#,
        #"{"request":{"requestId":"\#(uuid(9))"},"http":{"status":"502"},"integration-requestId":"\#(uuid(1))","integration-latency":"7"}"#,
        #"{"$context.requestId":"\#(uuid(9))","$context.status":"502","$context.integration.requestId":"\#(uuid(1))","$context.integration.latency":"7"}"#,
        #"{"rid":"\#(uuid(9))","status":"502","lambda_id":"\#(uuid(1))","integrationLatency":"7"}"#,
    ])
    func `names are told by alias, nesting or the shape of the value`(row: String) {
        let fact = facts(row).access[0]
        #expect(fact.requestID == ID128(uuid(9)))
        #expect(fact.integrationID == ID128(uuid(1)))
        #expect(fact.status == 502)
        #expect(fact.integrationLatencyMs == 7)
    }

    @Test func `values are told by shape where keys say nothing`() {
        let night = facts(
            #"{"status":"500","a":"AbCdEfGhIAMEPQ=","b":"12/Mar/2026:09:14:05 +0000","c":"PATCH","d":"1-69b28a1d-00112233445566778899aabb"}"#
        )
        let fact = night.access[0]
        #expect(fact.requestID == ID128("AbCdEfGhIAMEPQ="))
        #expect(fact.time == at(0))
        #expect(night.names[fact.method] == "PATCH")
        #expect(!night.accessExtras[Int(fact.extras)].traceID.isNone)
    }

    @Test(arguments: [
        (#"{"requestId":"\#(uuid(9))","integrationStatus":"200","status":"1"}"#, Int16(-1), Int16(200)),
        (#"{"requestId":"\#(uuid(9))","integration-status":"502","integration-integrationStatus":"200"}"#, 502, 200),
        (#"{"requestId":"\#(uuid(9))","integration":{"status":500,"integrationStatus":200}}"#, 500, 200),
        (#"{"requestId":"\#(uuid(9))","functionResponseStatus":"500","integrationServiceStatus":"200"}"#, 500, 200),
    ])
    func `the function's status and the service's are kept apart`(row: String, function: Int16, service: Int16) {
        let fact = facts(row).access[0]
        #expect(fact.functionStatus == function)
        #expect(fact.integrationStatus == service)
    }

    @Test(arguments: [
        (
            #"{"requestId":"AbCdEfGhIAMEPQ=","httpMethod":"GET","routeKey":"GET /orders/{id}","status":"200"}"#, APIKind.http,
            "GET /orders/{id}", "/orders/{id}"
        ),
        (
            #"{"requestId":"AbCdEfGhIAMEPQ=","httpMethod":"GET","routeKey":"$default","status":"200"}"#, .http, "$default",
            "$default"
        ),
        (#"{"requestId":"AbCdEfGhIAMEPQ=","httpMethod":"GET","routeKey":"-","status":"404"}"#, .http, "", ""),
        (
            #"{"requestId":"AbCdEfGhIAMEPQ=","eventType":"CONNECT","routeKey":"$connect","status":"500","connectionId":"x"}"#,
            .webSocket, "$connect", "$connect"
        ),
        (#"{"requestId":"\#(uuid(9))","eventType":"-","routeKey":"-","status":"403","connectionId":"-"}"#, .webSocket, "", ""),
        (
            #"{"requestId":"\#(uuid(9))","httpMethod":"GET","resourcePath":"-","status":"403","error.responseType":"MISSING_AUTHENTICATION_TOKEN"}"#,
            .rest, "", ""
        ),
        (
            #"{"requestId":"\#(uuid(9))","httpMethod":"GET","resourcePath":"/a","status":"404","error.responseType":"RESOURCE_NOT_FOUND"}"#,
            .rest, "", ""
        ),
        (
            #"{"requestId":"\#(uuid(9))","httpMethod":"GET","resourcePath":"/a","status":"403","error.responseType":"MISSING_AUTHENTICATION_TOKEN"}"#,
            .rest, "GET /a", "/a"
        ),
        (#"{"requestId":"\#(uuid(9))","status":"200"}"#, .rest, "", ""),
        (#"{"requestId":"AbCdEfGhIAMEPQ=","status":"200"}"#, .unknown, "", ""),
    ])
    func `the kind of API and the endpoint follow from what the row has`(
        row: String, kind: APIKind, endpoint: String, route: String
    ) {
        let night = facts(row)
        #expect(night.access[0].kind == kind)
        #expect(night.names[night.access[0].endpoint] == endpoint)
        #expect(night.names[night.access[0].route] == route)
    }

    @Test func `the id inside an integration error is taken from behind RequestId only`() {
        let text =
            "The Lambda function returned the following error: RequestId: \(uuid(1)) Error: Task timed out after 5.00 seconds."
        let rows = facts(
            #"{"requestId":"AbCdEfGhIAMEPQ=","status":"500","integrationErrorMessage":"\#(text)"}"#,
            #"{"requestId":"AbCdEfGhIAMEPR=","status":"500","integrationErrorMessage":"order \#(uuid(1)) is gone"}"#,
            #"{"requestId":"AbCdEfGhIAMEPS=","status":"500","integrationErrorMessage":"-"}"#)
        #expect(rows.access.map(\.errorTextID) == [ID128(uuid(1)), .none, .none])
        #expect(rows.access.map(\.hasIntegrationError) == [true, true, false])
    }

    @Test func `two rows have one hash only when all of them is the same`() {
        let row = #"{"requestId":"AbCdEfGhIAMEPQ=","status":"500"}"#
        let stream = "0123456789abcdef0123456789abcdef"
        let hashes = scanned([
            TestEvent(0, row, group: "a", stream: stream), TestEvent(0, row + "\n", group: "a", stream: stream),
            TestEvent(1, row, group: "a", stream: stream), TestEvent(0, row, group: "b", stream: stream),
            TestEvent(0, row.replacing("500", with: "501"), group: "a", stream: stream),
        ]).access.map(\.eventHash)
        #expect(hashes[0] == hashes[1])
        #expect(Set(hashes).count == 4)
    }

    @Test func `API and stage come from the row, else from the command line`() {
        let night = facts(
            #"{"requestId":"AbCdEfGhIAMEPQ=","status":"500","apiId":"own"}"#, hints: InputHints(api: "shop", stage: "live"))
        #expect(night.names[night.access[0].api] == "own")
        #expect(night.names[night.access[0].stage] == "live")
    }

    @Test func `user agents beyond two thousand are not kept`() {
        let rows = (0..<2100).map {
            TestEvent(
                Int64($0), #"{"requestId":"\#(uuid($0))","status":"200","userAgent":"agent \#($0)"}"#, group: "rows",
                stream: "0123456789abcdef0123456789abcdef")
        }
        #expect(scanned(rows).access.filter { !$0.userAgent.isNone }.count == 2000)
    }

    @Test(arguments: [
        (
            #"203.0.113.7 - - [12/Mar/2026:09:14:05 +0000] "POST /orders HTTP/1.1" 502 36 \#(uuid(9)) AbCdEfGhIAMEPQ="#,
            APIKind.rest, "POST /orders", "access-log-clf"
        ),
        (
            #"AbCdEfGhIAMEPQ= 203.0.113.7 - - [12/Mar/2026:09:14:05 +0000] "POST /orders HTTP/1.1" 502 36 \#(uuid(9))"#, .rest,
            "POST /orders", "access-log-clf"
        ),
        (
            #"203.0.113.7 - - [12/Mar/2026:09:14:05 +0000] "GET GET /orders/{id} HTTP/1.1" 502 36 \#(uuid(9))"#, .http,
            "GET /orders/{id}", "access-log-clf"
        ),
        (
            #"203.0.113.7 - - [12/Mar/2026:09:14:05 +0000] "GET $default HTTP/1.1" 502 36 \#(uuid(9))"#, .http, "$default",
            "access-log-clf"
        ),
        (#"203.0.113.7 - - [12/Mar/2026:09:14:05 +0000] "- - HTTP/1.1" 502 36 \#(uuid(9))"#, .http, "", "access-log-clf"),
        (
            #"203.0.113.7,-,-,12/Mar/2026:09:14:05 +0000,POST,/orders,HTTP/1.1,502,36,\#(uuid(9)),AbCdEfGhIAMEPQ="#, .rest,
            "POST /orders", "access-log-csv"
        ),
        (
            #"203.0.113.7,12/Mar/2026:09:14:05 +0000,GET,GET /orders,HTTP/1.1,502,36,\#(uuid(9))"#, .http, "GET /orders",
            "access-log-csv"
        ),
        (
            #"<request id="\#(uuid(9))"> <ip>203.0.113.7</ip> <requestTime>12/Mar/2026:09:14:05 +0000</requestTime> <httpMethod>POST</httpMethod> <resourcePath>/orders</resourcePath> <status>502</status> <responseLength>36</responseLength> </request>"#,
            .rest, "POST /orders", "access-log-xml"
        ),
    ])
    func `rows in CLF, CSV and XML`(row: String, kind: APIKind, endpoint: String, record: String) {
        let night = facts(row)
        let fact = night.access[0]
        #expect(fact.requestID == ID128(uuid(9)))
        #expect(fact.status == 502)
        #expect(fact.responseBytes == 36)
        #expect(fact.time == at(0))
        #expect(fact.kind == kind)
        #expect(night.names[fact.endpoint] == endpoint)
        #expect(night.report.records == [record])
    }
}
