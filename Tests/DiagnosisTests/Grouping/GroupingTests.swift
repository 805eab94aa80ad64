// Which failures belong together, and that the answer stays the same from night to night.

import Diagnosis
import Model
import Testing

private func failure(
    _ id: String, cause: Cause = .unhandledException, type: String? = "OrderError", message: String = "stock gone",
    function: String? = "orders-create", endpoint: String? = "POST /orders", frames: [ErrorFrame] = [], at ms: Int64 = 0,
    lines: Int = 0
) -> Failure {
    var failure = Failure(
        id: id, time: receipt + ms, verdict: Verdict(cause: cause, confidence: .certain, sentence: "", proof: []))
    failure.function = function
    failure.endpoint = endpoint
    failure.request = RequestDetails()
    if let type {
        var error = ErrorDetails(type: type, message: message, runtime: "nodejs", raw: "", caught: false)
        error.frames = frames
        failure.error = error
    } else {
        failure.request?.message = message
    }
    failure.omittedLines = lines
    return failure
}

private func frame(_ file: String, _ function: String, line: Int, own: Bool = true) -> ErrorFrame {
    ErrorFrame(function: function, file: file, line: line, column: nil, own: own)
}

private func ids(_ failures: Failure...) -> [String] {
    var all = failures
    _ = groupFailures(&all)
    return all.map(\.group)
}

@Suite struct GroupingTests {
    @Test func `Messages that differ in ids and numbers are one group, and its title masks them`() {
        var failures = [
            failure("a", message: "order 17 of user 7c9e6679-7425-40de-944b-e07fc1f90ae7 not found", at: 2),
            failure("b", message: "order 18 of user 1b4e28ba-2fa1-41d2-883f-0016d3cca427 not found", at: 1),
            failure("c", message: "order 17 of user 1b4e28ba-2fa1-41d2-883f-0016d3cca427 not found", at: 3),
        ]
        let groups = groupFailures(&failures)
        #expect(groups.map(\.title) == ["OrderError: order \u{2039}n\u{203A} of user \u{2039}uuid\u{203A} not found"])
        #expect(groups[0].members == [1, 0, 2])
        #expect(groups[0].firstSeen == receipt + 1)
        #expect(groups[0].lastSeen == receipt + 3)
        #expect(groups[0].maskedValues.map(\.mask) == ["number", "uuid"])
        #expect(groups[0].maskedValues[0].values.map(\.value) == ["17", "18"])
        #expect(groups[0].maskedValues[0].values.map(\.count) == [2, 1])
        #expect(Set(failures.map(\.group)) == [groups[0].id])
        #expect(groups[0].id.count == 12)
        #expect(groups[0].page == "groups/\(groups[0].id).html")
    }

    @Test func `The id of a group is the same on every night and machine`() {
        #expect(ids(failure("a"))[0] == "1812eaa12932")
    }

    @Test func `What stands behind 4,096 bytes of a message tells no groups apart`() {
        // Quoted, so that the title has room for all of it.
        func message(_ length: Int, _ end: String) -> String { "'\(String(repeating: "long ", count: length / 5))' \(end)" }
        let apart = ids(failure("a", message: message(3_000, "one")), failure("b", message: message(3_000, "two")))
        #expect(apart[0] != apart[1])
        let together = ids(failure("a", message: message(5_000, "one")), failure("b", message: message(5_000, "two")))
        #expect(together[0] == together[1])
    }

    @Test func `Line numbers and bundle hashes do not tell failures apart`() {
        let first = [
            frame("/var/task/index-QK4VZT6M.js", "handler", line: 5), frame("/var/task/chunks/3f2a1b9c.js", "load", line: 8),
        ]
        let second = [
            frame("/var/task/index-A2B3C4D5.js", "handler", line: 9), frame("/var/task/chunks/9d8e7f6a.js", "load", line: 2),
        ]
        let both = ids(failure("a", frames: first), failure("b", frames: second))
        #expect(both[0] == both[1])
    }

    @Test func `Other own functions are another group, library frames are not looked at`() {
        let own = frame("/var/task/index.js", "handler", line: 5)
        let other = frame("/var/task/index.js", "reserve", line: 5)
        let library = frame("/var/task/node_modules/pg/client.js", "query", line: 1, own: false)
        let all = ids(failure("a", frames: [own]), failure("b", frames: [library, own]), failure("c", frames: [other]))
        #expect(all[0] == all[1])
        #expect(all[0] != all[2])
    }

    @Test func `Only the first three own frames count`() {
        let three = (1...3).map { frame("/var/task/a.js", "f\($0)", line: $0) }
        let both = ids(failure("a", frames: three + [frame("/var/task/b.js", "x", line: 1)]), failure("b", frames: three))
        #expect(both[0] == both[1])
    }

    @Test func `A function groups over its endpoints, an endpoint alone stands for itself`() {
        let functions = ids(failure("a", endpoint: "POST /orders"), failure("b", endpoint: "PUT /orders"))
        #expect(functions[0] == functions[1])
        let endpoints = ids(
            failure("a", cause: .throttled, type: nil, message: "Too Many Requests", function: nil, endpoint: "POST /orders"),
            failure("b", cause: .throttled, type: nil, message: "Too Many Requests", function: nil, endpoint: "PUT /orders"))
        #expect(endpoints[0] != endpoints[1])
    }

    @Test func `Without an error the gateway's reason is the title, unless it is a default text`() {
        var failures = [
            failure(
                "a", cause: .invalidBody, type: nil, message: "object has missing required properties ([\"email\"])",
                function: nil),
            failure("b", cause: .throttled, type: nil, message: "Too Many Requests", function: nil),
            failure("c", cause: .functionTimeout, type: nil, message: "Endpoint request timed out"),
        ]
        let titles = groupFailures(&failures).map(\.title).sorted()
        #expect(
            titles == [
                "Function timeout in orders-create", "Throttled on POST /orders",
                "object has missing required properties ([\"\u{2039}quoted\u{203A}\"])",
            ])
    }

    @Test func `The order of the failures changes nothing but the places`() {
        let some = [
            failure("a", message: "order 17", at: 5), failure("b", type: "DbError", at: 1),
            failure("c", message: "order 18", at: 2),
            failure("d", cause: .processExited, type: nil, at: 3),
        ]
        var forward = some
        var backward = Array(some.reversed())
        let one = groupFailures(&forward)
        let other = groupFailures(&backward)
        #expect(one.map(\.id) == other.map(\.id))
        #expect(one.map(\.title) == other.map(\.title))
        #expect(one.map { $0.members.map { forward[$0].id } } == other.map { $0.members.map { backward[$0].id } })
        #expect(one.map { forward[$0.example].id } == other.map { backward[$0.example].id })
    }

    @Test func `The example is the member with most evidence, the earliest of equals`() {
        var failures = [
            failure("a", at: 1), failure("b", frames: [], at: 2, lines: 9), failure("c", frames: [], at: 3, lines: 9),
        ]
        #expect(groupFailures(&failures)[0].example == 1)
    }

    @Test func `Groups come by count, then by id`() {
        var failures = [
            failure("a", type: "One"), failure("b", type: "Two"), failure("c", type: "Two"), failure("d", type: "Three"),
        ]
        let groups = groupFailures(&failures)
        #expect(groups.map(\.members.count) == [2, 1, 1])
        #expect(groups[1].id < groups[2].id)
    }

    @Test func `A message that itself holds a placeholder does no harm`() {
        var failures = [failure("a", message: "order \u{2039}n\u{203A}"), failure("b", message: "order 17")]
        #expect(groupFailures(&failures).count == 1)
        failures.reverse()
        #expect(groupFailures(&failures).count == 1)
    }

    @Test func `Background failures of different kinds are different groups`() {
        let exit = Line.platform("RequestId: \(runID) Error: Runtime exited with error: exit status 1\nRuntime.ExitError")
        let report = Line.platform("REPORT RequestId: \(runID)\tDuration: 3000.00 ms\tStatus: timeout")
        let all = ids(
            Scene.background().run(Run("orders-sweep", .processExit, .start, exit)).failure(),
            Scene.background().run(Run("orders-sweep", .timeout, .start, report)).failure(),
            Scene.background().run(Run("orders-sweep", .timeout, .start, report).with { $0.durationMs = 3001 }).failure())
        #expect(all[0] != all[1])
        #expect(all[1] == all[2])
    }
}
