import Ingest
import Model
import Testing

@Suite struct LenientRowTests {
    private func evidence(_ row: String) -> EvidenceLine? {
        var wanted = WantedEvidence()
        wanted.access = [EventPlace(input: 3, event: 0)]
        let event = TestEvent(0, row, group: "API-Gateway-Access-Logs_a1b2c3/prod", stream: "0123456789abcdef0123456789abcdef")
        return collected([event], wanted).first?.line
    }

    @Test(arguments: [
        (#"{"requestId":"r-0000000001","status":502,"integrationLatency":-,"ip":"203.0.113.7"}"#, "integration.latency", nil),
        (#"{"requestId":"r-0000000001","status":502,"integrationLatency":-}"#, "integration.latency", nil),
        (#"{"requestId":"r-0000000001","integrationLatency": - , "status":502}"#, "status", "502"),
        (#"{"requestId":r-0000000001,"status":502,"path":/orders/17}"#, "path", "/orders/17"),
        (#"{"requestId":"r-0000000001","resourcePath":/orders/{id},"status":502}"#, "resourcePath", "/orders/{id}"),
        (#"{"requestId":"r-0000000001","status":502,"resourcePath":/orders/{id}}"#, "resourcePath", "/orders/{id}"),
        (#"{"requestId":"r-0000000001","error":"no "quoted" word","status":"502"}"#, "error.message", #"no "quoted" word"#),
        (
            #"{"requestId":"r-0000000001","error.messageString":""Internal server error"","status":"502"}"#,
            "error.messageString", "Internal server error"
        ),
        (#"{"requestId":"r-0000000001","error.messageString":"-,"status":"502"}"#, "status", "502"),
        (
            #"{"requestId":"r-0000000001","error.validationErrorString":"[object has missing required properties (["a","b"])]","status":"400"}"#,
            "error.validationErrorString", #"[object has missing required properties (["a","b"])]"#
        ),
        (#"{"requestId":"r-0000000001","userAgent":"odd \x agent","status":"502"}"#, "identity.userAgent", #"odd \x agent"#),
        (#"{"requestId":"r-0000000001","path":"/a\","status":"502"}"#, "path", #"/a\"#),
        (#"{ "requestId" : "r-0000000001", "status" : 502, "responseLength" : - }"#, "status", "502"),
        (
            #"{"requestId":"r-0000000001","error":{"message":"say "no"","responseType":"DEFAULT_5XX"},"status":"502"}"#,
            "error.responseType", "DEFAULT_5XX"
        ),
        (#"{"requestId":"r-0000000001","error":{"message":"say "no""},"status":"502"}"#, "error.message", #"say "no""#),
        (
            #"{"requestId":"r-0000000001","status":"502","integrationErrorMessage":"{"errorMessage":"gone","errorType":"X"}"}"#,
            "integration.error", #"{"errorMessage":"gone","errorType":"X"}"#
        ),
        (#"{"requestId":"r-0000000001","status":"502","integration.error":"cut off here"#, "integration.error", "\"cut off here"),
    ])
    func `a row that is no JSON is read by its keys`(row: String, name: String, value: String?) {
        let line = evidence(row)
        #expect(line?["requestId"] == "r-0000000001")
        #expect(line?[name] == value)
    }

    @Test(arguments: ["{", "{}", "-", #"{"requestId"}"#, #"{"unheard":-,"of":-}"#, "\u{0}\u{1}", #"{"requestId":-"#])
    func `what cannot be read is rejected with a reason`(row: String) {
        let facts = scanned([
            TestEvent(0, row, group: "API-Gateway-Access-Logs_a1b2c3/prod", stream: "0123456789abcdef0123456789abcdef")
        ])
        #expect(facts.access.isEmpty)
        #expect(facts.report.rejected == 1)
        #expect(facts.report.rejectedSamples.first?.text == row)
        #expect(facts.report.rejectedSamples.first?.reason.isEmpty == false)
    }

    @Test(arguments: [
        String(repeating: "{", count: 200_000), "{" + String(repeating: "}", count: 200_000),
        #"{"requestId":-,"status":"# + String(repeating: "}", count: 200_000),
        "{" + String(repeating: #","status":"#, count: 20_000), "{" + String(repeating: "\"", count: 200_000),
        #"{"requestId":-,"# + String(repeating: " ", count: 200_000) + #""status":1"#,
        "{" + String(repeating: #""a":{"#, count: 40_000), "{" + String(repeating: #","error":"{"#, count: 20_000),
    ])
    func `hostile rows take linear time`(row: String) {
        let facts = scanned([
            TestEvent(0, row, group: "API-Gateway-Access-Logs_a1b2c3/prod", stream: "0123456789abcdef0123456789abcdef")
        ])
        #expect(facts.report.events == facts.report.facts + facts.report.rejected)
    }
}
