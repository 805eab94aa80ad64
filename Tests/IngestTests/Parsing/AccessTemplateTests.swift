import Ingest
import Model
import Testing

/// Rows read by the template that wrote them.
@Suite struct AccessTemplateTests {
    private func fact(_ template: String, _ row: String, group: String = "/aws/vendedlogs/shop") -> AccessFact? {
        var hints = InputHints()
        hints.accessTemplates = [template]
        let facts = scanned([TestEvent(0, row, group: group, stream: "0123456789abcdef0123456789abcdef")], hints: hints)
        return facts.report.records == ["access-log-template"] ? facts.access.first : nil
    }

    private func isRejected(_ template: String, _ row: String) -> Bool { fact(template, row) == nil }

    @Test func `free text with names that no reader could guess`() throws {
        let read = try #require(
            fact(
                "gw=$context.requestId fn=$context.awsEndpointRequestId | $context.httpMethod $context.resourcePath -> $context.status in $context.responseLatency ms",
                "gw=\(uuid(9)) fn=\(uuid(1)) | POST /orders/{id} -> 502 in 41 ms"))
        #expect(read.requestID == ID128(uuid(9)))
        #expect(read.integrationID == ID128(uuid(1)))
        #expect(read.status == 502)
        #expect(read.latencyMs == 41)
    }

    @Test func `keys that mean something else than their names say`() throws {
        let read = try #require(
            fact(
                #"{"id":"$context.extendedRequestId","status":"$context.integration.status","code":$context.status,"message":"$context.error.message"}"#,
                #"{"id":"AbCdEfGhIAMEPQ=","status":"-","code":403,"message":"the word "no", in quotes"}"#))
        #expect(read.extendedID == ID128("AbCdEfGhIAMEPQ="))
        #expect(read.status == 403)
        #expect(read.functionStatus == -1)
    }

    @Test func `a value that holds what follows it in the template`() throws {
        let read = try #require(
            fact(
                "$context.requestId,$context.identity.userAgent,$context.status,$context.integration.requestId",
                "\(uuid(9)),Mozilla/5.0 (X11, like Gecko, 200),502,\(uuid(1))"))
        #expect(read.status == 502)
        #expect(read.integrationID == ID128(uuid(1)))
    }

    @Test func `text that deployment tools put in may be anything`() throws {
        let read = try #require(
            fact("${AWS::Region} $context.requestId $context.status", "eu-west-1 \(uuid(9)) 200"))
        #expect(read.status == 200)
    }

    @Test func `the quotes of messageString are not part of it`() {
        var hints = InputHints()
        hints.accessTemplates = [#"{"r":"$context.requestId","m":$context.error.messageString}"#]
        let row = TestEvent(
            0, #"{"r":"\#(uuid(9))","m":"Internal server error"}"#, group: "API-Gateway-Access-Logs_a1b2c3/prod")
        var wanted = WantedEvidence()
        wanted.access = [EventPlace(input: 3, event: 0)]
        var consumer = CollectConsumer(wanted, from: input(hints))
        feed([row], to: &consumer)
        let line = consumer.finish().first?.line
        #expect(line?["error.messageString"] == "Internal server error")
    }

    @Test func `rows of another template are read as if this one were not known`() {
        let row = #"{"requestId":"\#(uuid(9))","status":"502","httpMethod":"GET","ip":"203.0.113.7"}"#
        var hints = InputHints()
        hints.accessTemplates = ["$context.requestId $context.status"]
        let report = scanned([TestEvent(0, row, group: "API-Gateway-Access-Logs_a1b2c3/prod")], hints: hints).report
        #expect(report.records == ["access-log-json"])
        #expect(report.facts == 1)
    }

    @Test func `a line of a function is no row only because the words fit`() {
        #expect(isRejected("$context.requestId $context.status", "sold twelve"))
    }

    @Test(arguments: ["", "no variable at all", "$context.requestId$context.status"])
    func `what cannot tell rows apart is no template`(text: String) { #expect(!isAccessTemplate(text)) }

    @Test func `a path is given the route that a deployment file names`() throws {
        var hints = InputHints()
        hints.routes = ["GET /orders/{id}", "GET /orders/latest", "ANY /files/{proxy+}", "POST /orders"]
        func endpoint(_ method: String, _ path: String) -> String {
            let row = #"{"requestId":"\#(uuid(9))","status":"502","stage":"prod","httpMethod":"\#(method)","path":"\#(path)"}"#
            let facts = scanned([TestEvent(0, row, group: "API-Gateway-Access-Logs_a1b2c3/prod")], hints: hints)
            return facts.access.first.flatMap { facts.names.text($0.endpoint) } ?? "-"
        }
        #expect(endpoint("GET", "/prod/orders/17") == "GET /orders/{id}")
        #expect(endpoint("GET", "/orders/latest") == "GET /orders/latest")
        #expect(endpoint("PUT", "/prod/files/a/b.txt") == "PUT /files/{proxy+}")
        #expect(endpoint("DELETE", "/prod/orders") == "-")
    }
}
