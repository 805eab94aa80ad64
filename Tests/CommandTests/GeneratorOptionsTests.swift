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

    /// What each file begins with, and what stands between two payloads or rows of one file.
    @Test(arguments: [
        ("subscription-documents", "{\n  \"messageType\": \"DATA_MESSAGE\",\n", "\n  ]\n}\n{\n  \"messageType\": "),
        ("subscription-base64", "H4sI", "\nH4sI"),
        ("subscription-envelope", "{\"awslogs\":{\"data\":\"H4sI", "\"}}\n{\"awslogs\":"),
        ("firehose-decompressed", "{\"messageType\":\"DATA_MESSAGE\",", "\"}]}{\"messageType\":"),
        ("firehose-delimited", "{\"messageType\":\"DATA_MESSAGE\",", "\"}]}\n{\"messageType\":"),
        ("firehose-messages", "", "\nSTART RequestId: "),
        ("firehose-access", "{\"requestId\":", "\"}{\"requestId\":"),
        ("firehose-access-lines", "{\"requestId\":", "\"}\n{\"requestId\":"),
    ])
    func `payloads and rows stand as the shape's name says`(container: String, beginning: String, border: String) throws {
        let files = try night("--containers", container, "--hours", "1").files("night/logs/\(container)").values
        #expect(files.allSatisfy { $0.starts(with: beginning.utf8) })
        #expect(files.contains { $0.range(of: Data(border.utf8)) != nil })
    }

    @Test(arguments: [
        ("subscription", "", [0x1f, 0x8b, 8]), ("firehose-gzip-in-gzip", ".gz", [0x1f, 0x8b, 8]),
        ("firehose-zstd", ".zst", [0x28, 0xb5, 0x2f, 0xfd]),
    ])
    func `compressed objects are told by their first bytes, and named as who compressed them names them`(
        container: String, ending: String, magic: [UInt8]
    ) throws {
        for (name, data) in try night("--containers", container).files("night/logs") {
            #expect(data.starts(with: magic) && name.suffix(4).hasSuffix(ending), "\(name)")
        }
    }

    @Test func `only access logs go straight to Firehose`() throws {
        let paths = try paths(night("--containers", "firehose-access"))
        let direct = Set(
            paths.filter { $0.hasPrefix("firehose-access/") }.compactMap { $0.split(separator: "/").dropFirst().first })
        #expect(direct == ["API-Gateway-Access-Logs_a1b2c3d4e5-prod", "aws-apigateway-chat", "aws-http-api-users-api"])
        #expect(paths.allSatisfy { $0.hasPrefix("firehose-access/") || $0.hasPrefix("subscription/") })
    }

    @Test func `the help names every container`() throws {
        let help = try Workspace().run(["generate", "--help"], executable: "faultline-bench").output
        let words = Set(help.split { !($0.isLetter || $0.isNumber || $0 == "-") })
        for container in ["subscription-envelope", "firehose-messages", "firehose-access-lines", "s3-export", "events-text"] {
            #expect(words.contains(Substring(container)), "\(container)")
        }
    }
}
