// Truth under stress: inputs that come twice, shuffled, overlapping or with holes, clocks that are off, ids that collide. The sums hold,
// and the report says what it could not know.

import Foundation
import Testing

/// A night of REST requests and their runs, written by hand so that a test can put it together as it likes.
private struct SmallNight {
    /// 2026-03-12 09:14:00 UTC.
    static let start: Int64 = 1_773_306_840_000

    var rows: [String] = []
    /// One stream each.
    var streams: [[(time: Int64, message: String)]] = []

    /// Requests a second apart; every fifth fails in the function. `id` gives the request id, `clock` moves the function's clock.
    init(_ count: Int, clock: Int64 = 0, step: Int64 = 1000, id: (Int) -> String = { SmallNight.uuid($0, 1) }) {
        for number in 0..<count {
            let time = Self.start + Int64(number) * step
            let run = Self.uuid(number, 2)
            let fails = number % 5 == 0
            rows.append(
                """
                {"requestId":"\(id(number))","extendedRequestId":"Ext\(number)IAMFq=","requestTimeEpoch":"\(time)","httpMethod":"GET",\
                "resourcePath":"/users/{id}","status":"\(fails ? 502 : 200)","responseLatency":"12","apiId":"a1b2c3","stage":"prod",\
                "integration.requestId":"\(run)","integration.status":"200"}
                """)
            let at = time + clock
            var lines = [(at, "START RequestId: \(run) Version: 7\n")]
            if fails {
                lines.append(
                    (
                        at + 2,
                        "2026-03-12T09:14:00.002Z\t\(run)\tERROR\tInvoke Error \t"
                            + #"{"errorType":"TypeError","errorMessage":"no user","stack":["TypeError: no user","    at f (/var/task/a.js:1:2)"]}"#
                    ))
            }
            lines.append((at + 9, "END RequestId: \(run)\n"))
            lines.append(
                (
                    at + 9,
                    "REPORT RequestId: \(run)\tDuration: 8.00 ms\tBilled Duration: 8 ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t\n"
                ))
            streams.append(lines)
        }
    }

    static func uuid(_ number: Int, _ kind: Int) -> String {
        let digits = String(number, radix: 16)
        return "\(kind)0000000-0000-4000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)"
    }

    var access: String { rows.joined(separator: "\n") + "\n" }

    func subscription(_ range: Range<Int>) throws -> String {
        try range.map { number in
            let events = streams[number].enumerated().map { place, line in
                ["id": "\(number)-\(place)", "timestamp": line.time, "message": line.message] as [String: Any]
            }
            let document: [String: Any] = [
                "messageType": "DATA_MESSAGE", "owner": "111122223333", "logGroup": "/aws/lambda/users-get",
                "logStream": "2026/03/12/[7]\(number % 3)", "subscriptionFilters": ["all"], "logEvents": events,
            ]
            return String(decoding: try JSONSerialization.data(withJSONObject: document, options: .sortedKeys), as: UTF8.self)
        }.joined(separator: "\n") + "\n"
    }
}

@Suite struct `Truth under stress` {
    /// report.json without coverage, and failures.ndjson.
    private func truth(_ space: Workspace, _ arguments: [String] = []) throws -> (report: NSDictionary, failures: String) {
        let result = try space.run(["build", "logs", "--output", "site"] + arguments)
        #expect(result.exitCode == 0, "\(result.errors)")
        expectSums(try SiteData(space), pages: try space.failurePages())
        var report = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: space["site/report.json"])) as? [String: Any])
        report["coverage"] = nil
        return (report as NSDictionary, try space.text("site/failures.ndjson"))
    }

    private func plain(_ night: SmallNight) throws -> (report: NSDictionary, failures: String) {
        let space = try Workspace()
        try space.write("logs/access.json", night.access)
        try space.write("logs/runs.json", try night.subscription(0..<night.streams.count))
        return try truth(space)
    }

    @Test func `inputs that come twice, overlap and are out of order change nothing`() throws {
        let night = SmallNight(60)
        let expected = try plain(night)
        let space = try Workspace()
        var random = Seeded(state: 20_261_123)
        try space.write("logs/access.json", night.rows.shuffled(using: &random).joined(separator: "\n") + "\n")
        try space.write("logs/access-again.json", night.rows[20..<45].joined(separator: "\n") + "\n")
        for (name, range) in [("c", 30..<60), ("a", 0..<35), ("b", 10..<50), ("d", 0..<60)] {
            try space.write("logs/runs-\(name).json", try night.subscription(range))
        }
        let stressed = try truth(space)
        #expect(stressed.report == expected.report)
        #expect(stressed.failures == expected.failures)
    }

    @Test func `a hole in the function's logs leaves every count, and says what has no partner`() throws {
        let night = SmallNight(60)
        let space = try Workspace()
        try space.write("logs/access.json", night.access)
        try space.write("logs/runs.json", try night.subscription(0..<20) + night.subscription(40..<60))
        _ = try truth(space)
        let data = try SiteData(space)
        #expect(data.total("requests") == 60)
        #expect(data.total("failures") == 12)
        #expect(data.total("invocations") == 40)
        #expect(data.total("linked") == 40)
        #expect(try space.text("site/coverage.md").contains("20 "))
    }

    @Test(arguments: [-240_000, -3000, 3000, 240_000] as [Int64])
    func `clocks that are off by seconds or minutes join all the same, by id`(clock: Int64) throws {
        let night = SmallNight(30, clock: clock)
        let space = try Workspace()
        try space.write("logs/access.json", night.access)
        try space.write("logs/runs.json", try night.subscription(0..<30))
        _ = try truth(space)
        let data = try SiteData(space)
        #expect(data.total("linked") == 30)
        #expect(data.total("failures") == 6)
    }

    @Test func `a hundred thousand requests with one id are as many requests`() throws {
        let one =
            #"{"requestId":"\#(SmallNight.uuid(0, 1))","requestTimeEpoch":"TIME","httpMethod":"GET","resourcePath":"/users/{id}","#
        let space = try Workspace()
        var access = ""
        for number in 0..<100_000 {
            access += one.replacing("TIME", with: "\(SmallNight.start + Int64(number))")
            access += number % 10_000 == 0 ? #""status":"502"}"# : #""status":"200"}"#
            access += "\n"
        }
        try space.write("logs/access.json", access)
        _ = try truth(space)
        let data = try SiteData(space)
        #expect(data.total("requests") == 100_000)
        #expect(data.total("failures") == 10)
    }

    @Test func `a hundred thousand requests that name one failing run are one hidden failure`() throws {
        let night = SmallNight(1)
        let space = try Workspace()
        var access = ""
        for number in 0..<100_000 {
            access += #"{"requestId":"\#(SmallNight.uuid(number, 1))","requestTimeEpoch":"\#(SmallNight.start + Int64(number))","#
            access +=
                #""httpMethod":"GET","resourcePath":"/users/{id}","status":"200","integration.requestId":"\#(SmallNight.uuid(0, 2))"}"#
            access += "\n"
        }
        try space.write("logs/access.json", access)
        try space.write("logs/runs.json", try night.subscription(0..<1))
        _ = try truth(space)
        let data = try SiteData(space)
        #expect(data.total("requests") == 100_000)
        #expect(data.total("linked") == 1)
        #expect(data.total("failures") == 1)
        #expect(try space.text("site/coverage.md").contains("the gateway named a run that is another request's | 99,999"))
    }

    @Test func `ids that share their first eight characters stay apart, on pages and in the index`() throws {
        let night = SmallNight(50) { "abcdef01-0000-4000-8000-\(String(format: "%012d", $0))" }
        let space = try Workspace()
        try space.write("logs/access.json", night.access)
        try space.write("logs/runs.json", try night.subscription(0..<50))
        _ = try truth(space)
        #expect(Set(try SiteData(space).failures.compactMap { $0["page"] as? String }).count == 10)
        let told = try space.run(["explain", "abcdef01", "logs"])
        #expect(told.output.contains("abcdef01-0000-4000-8000-000000000009"))
        #expect(try space.run(["explain", "abcdef01-0000-4000-8000-000000000045", "logs"]).output.contains("502"))
    }

    @Test func `a year is a range like any other`() throws {
        let night = SmallNight(365, step: 86_400_000)
        let space = try Workspace()
        try space.write("logs/access.json", night.access)
        try space.write("logs/runs.json", try night.subscription(0..<365))
        _ = try truth(space, ["--since", "2026-03-01", "--until", "2027-03-20", "--timezone", "Europe/Berlin"])
        let data = try SiteData(space)
        #expect(data.total("requests") == 365)
        #expect(data.total("failures") == 73)
    }

    @Test func `an input that becomes another file between its readings is counted, not quoted, and the run says so`() throws {
        let night = SmallNight(20)
        let space = try Workspace()
        try space.write("logs/access.json", night.access)
        // It is found, then the run waits for standard input.
        let waiting = try WaitingRun(space, inputs: ["logs", "-"])
        try Data(night.access.replacing("TypeError", with: "Other").utf8).write(to: space["logs/access.json"], options: .atomic)
        let run = try waiting.feed(Data(night.subscription(0..<20).utf8))
        #expect(run.exitCode == 4)
        #expect(run.errors.contains("warning: cannot read 'access.json' again: it changed between its two readings"))
        let data = try SiteData(space)
        #expect(data.total("requests") == 20)
        #expect(data.total("failures") == 4)
        #expect(try space.text("site/coverage.md").contains("it changed between its two readings"))
        let sources = data.failures.flatMap { list($0, "verdict", "proof").compactMap { text($0, "source") } }
        #expect(!sources.isEmpty && !sources.contains("access-log"))
    }
}
