// Options that make a generated night leaner, or write it in a second form: the night itself stays what it is.

import Foundation
import Testing

struct GeneratorOptionsTests {
    private let plain = [
        "generate", "--seed", "6", "--requests", "400", "--failure-share", "0.05", "--containers", "text", "--output", "night",
    ]

    private func night(_ options: String...) throws -> Workspace {
        let workspace = try Workspace()
        let made = try workspace.run(plain + options, executable: "faultline-bench")
        try #require(made.exitCode == 0, "\(made.errors)")
        return workspace
    }

    private func paths(_ workspace: Workspace) throws -> [String] { try workspace.files("night/logs").keys.sorted() }

    @Test func `without execution logs there is none of any API, and the verdicts are judged as made from less`() throws {
        let workspace = try night("--execution-level", "off")
        #expect(try !paths(workspace).isEmpty)
        #expect(try !paths(workspace).contains { $0.contains("Execution") })
        let truth = try workspace.run(["truth", "--night", "night"], executable: "faultline-bench")
        #expect(truth.exitCode == 0, "\(truth.output)")
        #expect(truth.output.contains("Reduced evidence: "))
    }

    @Test func `the common log has one row for each request`() throws {
        let rows = try night("--common-log").text("night/access.log").split(separator: "\n")
        #expect(rows.count == 400)
        let form = try Regex(#"^[0-9.]+ - - \[[0-9]{2}/Mar/2026:[0-9:]{8} \+0000\] "[A-Z]+ /\S* HTTP/1.1" [1-5][0-9]{2} [0-9]+$"#)
        for row in rows where !row.contains(form) { Issue.record("\(row)") }
    }

    @Test func `no common log is written when none is asked for`() throws {
        #expect(try !night().exists("night/access.log"))
    }

    @Test func `lean rows lack what no verdict needs, and every verdict stays right`() throws {
        let workspace = try night("--lean-rows")
        let rows = try workspace.files("night/logs").filter { $0.key.contains("Access") && $0.key.hasSuffix(".log") }
        let text = String(decoding: try #require(rows.first).value, as: UTF8.self)
        #expect(text.contains("\"requestTimeEpoch\":") && text.contains("\"integration.requestId\":"))
        for field in ["requestTime", "path", "protocol", "identity.userAgent"] {
            #expect(!text.contains("\"\(field)\":"), "\(field)")
        }
        let truth = try workspace.run(["truth", "--night", "night"], executable: "faultline-bench")
        #expect(truth.exitCode == 0, "\(truth.output)")
    }

    @Test func `functions log less when told so`() throws {
        let usual = try night().files("night/logs").values.reduce(0) { $0 + $1.count }
        let less = try night("--lines-per-run", "0").files("night/logs").values.reduce(0) { $0 + $1.count }
        let more = try night("--lines-per-run", "6").files("night/logs").values.reduce(0) { $0 + $1.count }
        #expect(less < usual && usual < more)
    }

    @Test func `shorter deliveries make more objects of the same events`() throws {
        let options = ["--containers", "subscription"]
        let usual = try paths(night(options[0], options[1])).count
        let short = try paths(night(options[0], options[1], "--delivery-seconds", "60")).count
        #expect(short > usual)
    }
}
