import Foundation
import Testing

private let goodRow =
    #"{"requestId":"AbCdEfGhIAMEPQ=","requestTimeEpoch":"1773306845128","httpMethod":"GET","routeKey":"GET /orders","status":"200","apiId":"api1","stage":"$default","responseLatency":"12"}"#
    + "\n"
private let failingRow =
    #"{"requestId":"AbCdEfGhIAMEPR=","requestTimeEpoch":"1773306846128","httpMethod":"GET","routeKey":"GET /orders","status":"500","apiId":"api1","stage":"$default","responseLatency":"12"}"#
    + "\n"

@Suite struct `Exit codes and what is said` {
    @Test func `0, a site is written, a quiet night is a success`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", goodRow)
        let result = try space.run(["build", "logs", "--output", "site"])
        #expect(result.exitCode == 0)
        #expect(result.output == "site/index.html\n")
        #expect(result.errors.contains("range: all that is read"))
        #expect(result.summary.hasPrefix("0 failures in 1 requests"))
        #expect(space.exists("site/index.html"))
        expectSums(try SiteData(space), pages: 0)
    }

    @Test func `0, an empty range is a success too, and the range is said`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", goodRow)
        let result = try space.run(["build", "logs", "-o", "site", "--day", "2026-01-01", "--timezone", "Europe/Berlin"])
        #expect(result.exitCode == 0)
        #expect(
            result.errors.contains("range: 2026-01-01 00:00:00.000 to 2026-01-02 00:00:00.000 Europe/Berlin (+01:00)"))
        #expect(try SiteData(space).total("requests") == 0)
    }

    @Test func `2, wrong usage`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", goodRow)
        for (arguments, message) in [
            (["build", "logs"], "--output"),
            (["build", "--output", "site"], "error: no input"),
            (["build", "logs", "--output", "site", "--day", "someday"], "error: 'someday' is not a day"),
            (["build", "logs", "--output", "site", "--timezone", "Mars/Base"], "error: there is no time zone 'Mars/Base'"),
            (["build", "logs", "--output", "site", "--fail-on", "failures"], "error: 'failures' is not a gate"),
            (["build", "logs", "--output", "site", "--input-format", "subscriptoin"], "did you mean 'subscription'?"),
            (["build", "logs", "--output", "site", "--since", "2h", "--day", "today"], "error: '--day' does not go with"),
            (
                ["build", "logs", "--output", "site", "--config", "none.yml"],
                "error: cannot read 'none.yml': No such file or directory"
            ),
            (["build", "logs", "--output", "site", "--no-such-option"], "Unknown option"),
        ] {
            let result = try space.run(arguments)
            #expect(result.exitCode == 2, "\(arguments)")
            #expect(result.errors.contains(message), "\(arguments): \(result.errors)")
            #expect(!space.exists("site"))
        }
    }

    @Test func `2, an unknown key in the configuration, with its line`() throws {
        let space = try Workspace()
        try space.write("faultline.yml", "title: Night\ntimezon: UTC\n")
        try space.write("logs/access.json", goodRow)
        let result = try space.run(["build", "logs", "--output", "site"])
        #expect(result.exitCode == 2)
        #expect(
            result.errors.contains("error: cannot use 'faultline.yml' line 2: unknown key 'timezon'; did you mean 'timezone'?"))
    }

    @Test func `2, a redaction rule that does not exist is not switched off in silence`() throws {
        let space = try Workspace()
        try space.write("faultline.yml", "redaction:\n  off: [emial]\n")
        try space.write("logs/access.json", goodRow)
        let result = try space.run(["build", "logs", "--output", "site"])
        #expect(result.exitCode == 2)
        #expect(result.errors.contains("error: there is no redaction rule 'emial'; did you mean 'email'?"))
    }

    @Test func `4, a missing input, and the site is written from the others and says so`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", goodRow)
        let result = try space.run(["build", "logs", "gone.json", "--output", "site"])
        #expect(result.exitCode == 4)
        #expect(result.errors.contains("warning: cannot read 'gone.json'"))
        #expect(try SiteData(space).total("requests") == 1)
    }

    @Test func `5, a gate is crossed, and the site is written`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", goodRow + failingRow)
        let result = try space.run(["build", "logs", "-o", "site", "--fail-on", "server-errors>10%", "--fail-on", "failures>1"])
        #expect(result.exitCode == 5)
        #expect(result.errors.contains("gate crossed: server-errors>10% (it is 50.0 %)"))
        #expect(!result.errors.contains("failures>1 ("))
        #expect(space.exists("site/index.html"))
    }

    @Test func `1, a folder that Faultline did not make is refused and left as it was`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", goodRow)
        try space.write("site/precious.txt", "mine")
        let result = try space.run(["build", "logs", "--output", "site"])
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("error: "))
        #expect(try space.files("site").keys.sorted() == ["precious.txt"])
    }

    @Test func `7, a site in which a shape of a rule is left is not published, and redact-check tells where`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", goodRow + failingRow)
        #expect(try space.run(["build", "logs", "--output", "site", "--redact-check"]).exitCode == 0)
        let clean = try space.run(["redact-check", "site"])
        #expect(clean.exitCode == 0)
        #expect(clean.output.hasSuffix("nothing that a rule knows is left\n"))

        // A rule of the team that knows a word of the tool's own: nothing could have taken it away.
        try space.write("own.yml", "redaction:\n  added:\n    - {name: word, pattern: 'Overview', test: Overview}\n")
        let before = try space.files("site")
        let refused = try space.run(["build", "logs", "--output", "site", "--redact-check", "--config", "own.yml"])
        #expect(refused.exitCode == 7)
        #expect(refused.errors.contains("; nothing was published"))
        #expect(try space.files("site") == before)
        let checked = try space.run(["redact-check", "site", "--config", "own.yml"])
        #expect(checked.exitCode == 7)
        #expect(checked.output.contains("coverage.html:"))
        #expect(checked.output.split(separator: "\n").allSatisfy { $0.hasSuffix(": word") || $0.hasSuffix("places more") })
        #expect(try space.run(["redact-check", "logs"]).exitCode == 1)
    }

    @Test func `standard input is an input`() throws {
        let space = try Workspace()
        let result = try space.run(["build", "-", "--output", "site"], input: Data((goodRow + failingRow).utf8))
        #expect(result.exitCode == 0)
        let data = try SiteData(space)
        #expect(data.total("requests") == 2)
        #expect(list(data.failures.first, "verdict", "proof").count == 1, "it was read a second time")
    }

    @Test func `quiet says nothing when nothing is wrong`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", goodRow)
        let result = try space.run(["build", "logs", "--output", "site", "--quiet"])
        #expect(result.exitCode == 0)
        #expect(result.errors.isEmpty)
    }

    @Test func `check writes nothing and tells what is missing`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", goodRow + failingRow)
        let before = try space.files(".").keys.filter { !$0.hasPrefix(".") }.sorted()
        let result = try space.run(["check", "logs"])
        #expect(result.exitCode == 0)
        #expect(result.output.contains("2 events: 2 facts, 0 lines, 0 ignored, 0 rejected"))
        #expect(result.output.contains("missing      No access row carries `integration.requestId`"))
        #expect(result.output.contains("$context.integration.requestId"))
        #expect(try space.files(".").keys.filter { !$0.hasPrefix(".") }.sorted() == before)
    }

    @Test func `a sample of a rejected event is redacted in the terminal too`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", goodRow + "{\"requestId\": broken, password=hunter2-made-up\n")
        let checked = try space.run(["check", "logs"])
        #expect(checked.output.contains("rejected: event"))
        #expect(!checked.output.contains("hunter2"))
        let built = try space.run(["build", "logs", "--output", "site", "--verbose"])
        #expect(built.errors.contains("rejected: event"))
        #expect(!built.errors.contains("hunter2"))
    }

    @Test func `a warning does not tell what the name of a file holds`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", goodRow)
        try space.write("logs/of-jane.doe@example.com.log.gz", Data([0x1F, 0x8B, 0x08, 0x00, 0x01]))
        for arguments in [["build", "logs", "gone-jane.doe@example.com", "--output", "site"], ["check", "logs"]] {
            let result = try space.run(arguments)
            #expect(result.exitCode == 4)
            #expect(result.errors.contains("[email#1]"))
            #expect(!(result.errors + result.output).contains("jane.doe"))
        }
    }

    @Test func `explain prints the verdict of an id, whole or by its start`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", goodRow + failingRow)
        for id in ["AbCdEfGhIAMEPR=", "AbCdEfGhIAMEPR"] {
            let result = try space.run(["explain", id, "logs"])
            #expect(result.exitCode == 0)
            #expect(result.output.hasPrefix("GET /orders  500  "))
        }
        #expect(try space.run(["explain", "AbCdEfGh", "logs"]).output.contains("did not fail"))
        let none = try space.run(["explain", "ZZZZZZZZ", "logs"])
        #expect(none.exitCode == 1)
        #expect(none.errors.contains("no request and no invocation has the id 'ZZZZZZZZ'"))
    }

    @Test func `explain finds a trace by its start, draws the clocks and redacts what logs hold`() throws {
        let space = try Workspace()
        let row = [
            "\"extendedRequestId\":\"AbCdEfGhIAMEPQ=\"", "\"requestId\":\"5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f\"",
            "\"requestTimeEpoch\":\"1773306845128\"", "\"httpMethod\":\"GET\"", "\"resourcePath\":\"/orders\"",
            "\"status\":\"400\"", "\"responseLatency\":\"12\"", "\"xrayTraceId\":\"Root=1-69b28a1d-00112233445566778899aabb\"",
            "\"error.responseType\":\"BAD_REQUEST_BODY\"", "\"error.message\":\"no customer jane.doe@example.com\"",
        ]
        try space.write("logs/access.json", "{" + row.joined(separator: ",") + "}\n")
        for id in ["1-69b28a1d-00112233445566778899aabb", "1-69b28a", "5f0c1d8e"] {
            let result = try space.run(["explain", id, "logs"])
            #expect(result.exitCode == 0, "\(id)")
            #expect(result.output.contains("no customer [email"), "\(id)")
            #expect(!result.output.contains("jane.doe"), "\(id)")
            #expect(result.output.contains("gateway |\(String(repeating: "=", count: 48))| 09:14:05.128, 12 ms"), "\(id)")
        }
        #expect(try space.run(["explain", "1-69b28a1e", "logs"]).exitCode == 1)
    }

    @Test func `formats lists every container and the access-log format`() throws {
        let result = try Workspace().run(["formats"])
        #expect(result.exitCode == 0)
        for name in ["subscription", "s3-export", "filter-log-events", "get-log-events", "text"] {
            #expect(result.output.contains("  \(name)\n"))
        }
        #expect(result.output.contains("$context.error.responseType"))
    }
}
