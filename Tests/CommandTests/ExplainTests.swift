// `explain`: what is said of one id, whatever kind of id it is.

import Foundation
import Testing

private let gateway = "5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f"
private let run = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
private let trace = "1-69b28a1d-00112233445566778899aabb"

/// A timed-out run behind a REST API with all its logs, a run before it in the same container, and its X-Ray trace.
private func night() throws -> Workspace {
    let space = try Workspace()
    let row = [
        "\"requestId\":\"\(gateway)\"", "\"extendedRequestId\":\"AbCdEfGhIAMEPQ=\"", "\"requestTimeEpoch\":\"1773306845128\"",
        "\"httpMethod\":\"POST\"", "\"resourcePath\":\"/orders\"", "\"status\":\"502\"", "\"responseLatency\":\"3060\"",
        "\"integration.requestId\":\"\(run)\"", "\"integration.integrationStatus\":\"200\"",
        "\"error.responseType\":\"INTEGRATION_FAILURE\"", "\"xrayTraceId\":\"Root=\(trace)\"",
    ]
    try space.write("logs/access.json", "{" + row.joined(separator: ",") + "}\n")
    func event(_ at: Int, _ message: String) -> String {
        "{\"logStreamName\":\"2026/03/12/[7]0123456789abcdef0123456789abcdef\",\"timestamp\":\(1_773_306_000_000 + at),"
            + "\"message\":\"\(message)\",\"eventId\":\"\(at)\"}"
    }
    let before = "00000000-7425-40de-944b-e07fc1f90ae7"
    func report(_ id: String, _ ms: Int, _ used: Int, _ rest: String = "") -> String {
        "REPORT RequestId: \(id)\\tDuration: \(ms).00 ms\\tBilled Duration: \(ms) ms\\tMemory Size: 256 MB\\tMax Memory Used: \(used) MB\\t\(rest)\\n"
    }
    let events = [
        event(800_000, "START RequestId: \(before) Version: 7\\n"), event(800_041, "END RequestId: \(before)\\n"),
        event(800_041, report(before, 41, 88)), event(845_140, "START RequestId: \(run) Version: 7\\n"),
        event(845_150, "2026-03-12T09:14:05.150Z\\t\(run)\\tINFO\\tasking payments for jane.doe@example.com\\n"),
        event(848_140, "END RequestId: \(run)\\n"), event(848_140, report(run, 3000, 91, "Status: timeout")),
    ]
    try space.write("logs/orders.json", "{\"events\":[\(events.joined(separator: ","))]}")
    let segments = [
        #"{"id":"a1","name":"orders/prod","origin":"AWS::ApiGateway::Stage","start_time":1773306845.128,"end_time":1773306848.188,"aws":{"api_gateway":{"request_id":"\#(gateway)"}},"subsegments":[{"id":"a2","name":"Lambda","namespace":"aws"}]}"#,
        #"{"id":"a3","parent_id":"a2","name":"orders","origin":"AWS::Lambda","start_time":1773306845.135,"end_time":1773306848.14,"aws":{"request_id":"\#(run)"}}"#,
        #"{"id":"a4","parent_id":"a3","name":"orders","origin":"AWS::Lambda::Function","start_time":1773306845.14,"end_time":1773306848.14,"subsegments":[{"id":"a5","name":"payments.example.com","namespace":"remote","start_time":1773306845.15,"in_progress":true}]}"#,
    ]
    let documents = segments.map { "{\"Id\":\"x\",\"Document\":\"\($0.replacing("\"", with: "\\\""))\"}" }.joined(separator: ",")
    try space.write("logs/traces.json", "{\"Traces\":[{\"Id\":\"\(trace)\",\"Segments\":[\(documents)]}]}")
    try space.write(
        "faultline.yml",
        """
        inputs:
          - path: logs/access.json
          - path: logs/orders.json
            log-group: /aws/lambda/orders
          - path: logs/traces.json
        """)
    return space
}

@Suite struct `explain` {
    @Test(
        arguments: [
            gateway, "5f0c1d8e", "AbCdEfGhIAMEPQ=", "AbCdEfGh", run, "7c9e6679", trace, "Root=\(trace)", "1-69b28a",
        ])
    func `tells verdict, proof, join, clocks and last sign for an id of any kind, whole or by its start`(id: String) throws {
        let space = try night()
        let result = try space.run(["explain", id])
        #expect(result.exitCode == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n").map(String.init)
        for expected in [
            "POST /orders  502  Function timeout",
            "layer function, cause function-timeout, certain",
            "linked by: integration-request-id, exact",
            "request: \(gateway)", "extended id: AbCdEfGhIAMEPQ=", "invocation: \(run)",
            "memory: 91 of 256 MB",
            "  before it in the same container: 09:13:20.000 41 ms, 88 MB",
        ] {
            #expect(lines.contains(expected), "\(expected)\n\(result.output)")
        }
        #expect(
            lines.contains {
                $0.hasPrefix("last sign of life: 09:14:05.150 asking payments for [email")
                    && $0.hasSuffix("], then nothing for 2990 ms")
            }, "\(result.output)")
        #expect(result.output.contains("  proof: [platform-log] REPORT RequestId: \(run)"))
        for clock in ["gateway ", "function ", "  payments.example.com, no answer |"] {
            #expect(lines.contains { $0.hasPrefix(clock) && $0.contains("| 09:14:05.") }, "\(clock)\n\(result.output)")
        }
        #expect(!result.output.contains("jane.doe"))
    }

    @Test func `an id that nothing has is said, and is no success`() throws {
        let space = try night()
        let none = try space.run(["explain", "ZZZZZZZZ"])
        #expect(none.exitCode == 1)
        #expect(none.errors.contains("no request and no invocation has the id 'ZZZZZZZZ'"))
        #expect(try space.run(["explain", "1-69b28a1e"]).exitCode == 1)
        #expect(try space.run(["explain", "5f0c1d8"]).exitCode == 1, "seven characters are too few")
    }

    @Test func `a request or run that did not fail is told as that`() throws {
        let space = try night()
        let healthy = try space.run(["explain", "00000000-7425-40de-944b-e07fc1f90ae7"])
        #expect(healthy.exitCode == 0)
        #expect(healthy.output.contains("did not fail"))
        #expect(!healthy.output.contains("cause "))
    }
}
