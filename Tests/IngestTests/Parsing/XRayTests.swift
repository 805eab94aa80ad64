// Traces of `aws xray batch-get-traces`: what the fixture's three traces tell, and traces of every kind that are broken.

import Ingest
import Model
import Testing

private let fixture =
    "\(#filePath)".split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" } + "/Fixtures/containers/xray-traces.json"

private func scanned(_ path: String) -> InputFacts {
    scan(Input(index: 0, name: "traces", paths: [path], hints: InputHints()))
}

/// A trace of one document a segment.
private func document(_ segments: String...) -> String {
    let list = segments.map { segment in
        "{\"Id\":\"x\",\"Document\":\"\(segment.map { $0 == "\"" ? "\\\"" : String($0) }.joined())\"}"
    }
    return "{\"Id\":\"1-69b28a1d-00112233445566778899aabb\",\"Segments\":[\(list.joined(separator: ","))]}"
}

private func traces(_ documents: String...) throws -> InputFacts {
    let folder = try ScratchFolder()
    return scanned(folder.file("t.json", Array("{\"Traces\":[\(documents.joined(separator: ","))]}".utf8)))
}

@Suite struct XRayTests {
    @Test func `the fixture's traces are told by content, and every one is accounted for`() {
        let facts = scanned(fixture)
        #expect(facts.report.format == "xray-traces")
        #expect(facts.report.events == 3)
        #expect(facts.report.facts == 2)
        #expect(facts.report.ignoredReasons == ["trace without API Gateway and without a run of Lambda": 1])
        #expect(facts.report.records == ["xray-trace"])
        #expect(facts.report.firstEvent.iso == "2026-03-12T09:14:05.128Z")
    }

    @Test func `a gateway's segment has its request's id and the runs below it, in order`() {
        let facts = scanned(fixture)
        let trace = facts.traces[0]
        #expect(trace.traceID == ID128(trace: "1-69b28a1d-00112233445566778899aabb"))
        #expect(trace.requestID == ID128("5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f"))
        #expect(trace.end - trace.start == 213)
        #expect(
            trace.runs.map { "\(facts.names[$0.function]) \($0.id.text ?? "") \($0.end - $0.start) ms" } == [
                "order-authorizer 1b4e28ba-2fa1-41d2-883f-0016d3cca427 19 ms",
                "create-order 7c9e6679-7425-40de-944b-e07fc1f90ae7 184 ms",
            ])
    }

    @Test func `calls are those that left the function's process, not its phases and not what the called side tells`() {
        let facts = scanned(fixture)
        let calls = facts.traces[0].runs[1].calls
        #expect(
            calls.map { "\(facts.names[$0.name]) \($0.durationMs) ms\($0.failed ? ", failed" : "")" } == [
                "DynamoDB 12 ms", "payments.example.com 150 ms, failed",
            ])
        #expect(facts.traces[0].runs[0].calls.isEmpty)
    }

    @Test func `a run without a gateway is a fact of its own, and a call under way has no duration`() {
        let facts = scanned(fixture)
        let trace = facts.traces[1]
        #expect(trace.requestID.isNone)
        #expect(trace.start.iso == "2026-03-12T09:14:06.000Z")
        #expect(trace.runs.map { facts.names[$0.function] } == ["stock-sync"])
        #expect(!trace.runs[0].end.isKnown)
        #expect(trace.runs[0].calls.map { facts.names[$0.name] } == ["S3"])
        #expect(trace.runs[0].calls[0].durationMs == -1)
    }

    @Test func `a function that another function called is no run of the gateway's request`() throws {
        let facts = try traces(
            document(
                #"{"id":"a","name":"api/prod","origin":"AWS::ApiGateway::Stage","start_time":1.0,"end_time":2.0,"aws":{"api_gateway":{"request_id":"AbCd="}},"subsegments":[{"id":"b","name":"Lambda"}]}"#,
                #"{"id":"c","parent_id":"b","name":"outer","origin":"AWS::Lambda","aws":{"request_id":"r1"},"subsegments":[{"id":"d","name":"Lambda","namespace":"aws","start_time":1.2,"end_time":1.5}]}"#,
                #"{"id":"e","parent_id":"d","name":"inner","origin":"AWS::Lambda","aws":{"request_id":"r2"}}"#))
        #expect(facts.traces.map { $0.runs.map { facts.names[$0.function] } } == [["outer"], ["inner"]])
        #expect(facts.traces.map(\.requestID.isNone) == [false, true])
    }

    @Test func `broken documents, circles and huge numbers are no harm`() throws {
        let facts = try traces(
            document("{", "[]", "null", #"{"id":7,"subsegments":{}}"#),
            document(
                #"{"id":"a","parent_id":"b","origin":"AWS::Lambda","aws":{"request_id":"r"},"start_time":1e300,"end_time":-1}"#,
                #"{"id":"b","parent_id":"a","namespace":"aws"}"#),
            #"{"Id":"no trace id","Segments":[{"Document":"{}"}]}"#, #"{"Id":"1-69b28a1d-00112233445566778899aabb"}"#)
        #expect(facts.report.events == 4)
        #expect(facts.report.facts + facts.report.ignored + facts.report.rejected == 4)
        #expect(facts.traces.count == 1)
        #expect(!facts.traces[0].start.isKnown)
    }
}
