// Log text of any size and content: no crash, and time that grows with the text and no faster.

import Diagnosis
import Model
import Testing

/// Texts that make careless scanners go back and forth.
private let hostile: [String] = [
    String(repeating: "'", count: 1_000_000), String(repeating: "a'b \"", count: 20_000),
    String(repeating: "\"errorMessage\":", count: 7_000), String(repeating: "\\", count: 100_000),
    String(repeating: "e\u{301}", count: 30_000), String(repeating: "\r\n", count: 50_000),
    String(repeating: "Status: Error Type: ", count: 5_000), String(repeating: "1-a_b=c/d:e@f.", count: 7_000),
    String(repeating: "\u{2039}n\u{203A}", count: 10_000), "\u{0}\u{1}\u{FFFD}", "",
]

@Suite struct HostileTextTests {
    @Test(arguments: hostile.indices)
    func `Any text in any place gives a failure with a short sentence`(index: Int) {
        let text = hostile[index]
        let scenes = [
            Scene(.http).row([
                "status": "500", "path": text, "error.message": text, "integration.error": text, "authorizer.error": text,
            ]),
            Scene(.rest).execution(
                "Endpoint response body before transformations: {\"errorMessage\":\"" + text,
                "Lambda execution failed with status 200 due to customer function error: \(text). Lambda request id: \(runID)",
                "Method completed with status: 502"),
            Scene(.rest).row(["status": "502"]).run(
                Run(
                    "orders-create", .uncaughtError, .platform(text),
                    .console(.error, text, ["errorType": text, "errorMessage": text, "stack": text]), .plain(text), .report)),
        ]
        for scene in scenes {
            var failures = [scene.failure()]
            #expect(failures[0].verdict.sentence.unicodeScalars.count < 900)
            #expect(failures[0].verdict.proof.allSatisfy { $0.line.utf8.count < 700 })
            #expect(groupFailures(&failures)[0].title.utf8.count < 2_000)
        }
    }
}
