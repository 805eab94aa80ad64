import Foundation
import Testing

/// One good row beside each broken thing: the rest of the report must be intact, and nothing may be lost in silence.
@Suite struct `Broken input` {
    private static let row =
        #"{"requestId":"AbCdEfGhIAMEPQ=","requestTimeEpoch":"1773306845128","httpMethod":"GET","routeKey":"GET /orders","status":"500","apiId":"api1","stage":"$default","responseLatency":"12"}"#

    private func build(_ fill: (Workspace) throws -> Void) throws -> (Workspace, CommandResult, SiteData) {
        let space = try Workspace()
        try space.write("logs/good.json", Self.row + "\n")
        try fill(space)
        let result = try space.run(["build", "logs", "--output", "site"])
        let data = try SiteData(space)
        expectSums(data, pages: try space.failurePages())
        #expect(data.failures.contains { text($0, "request", "id") == "AbCdEfGhIAMEPQ=" })
        return (space, result, data)
    }

    private func input(_ data: SiteData, _ name: String) throws -> [String: Any] {
        try #require(list(data.report, "coverage", "inputs").first { text($0, "path")?.hasSuffix(name) ?? false })
    }

    @Test func `a cut gzip file gives what came before the cut, and exit code 4`() throws {
        let rows = (0..<5_000).map { Self.row.replacing("AbCdEfGhIAMEPQ=", with: "Cut\(10_000_000 + $0)QA=") }
        let (_, result, data) = try build { space in
            try space.write("whole.json", rows.joined(separator: "\n"))
            let whole = try gzipped(space, "whole.json")
            try space.write("logs/cut.gz", whole.prefix(whole.count / 2))
        }
        #expect(result.exitCode == 4)
        #expect(result.errors.contains("cannot read 'cut.gz': gzip stream ends early at byte"))
        #expect(data.total("requests") > 1_000)
        #expect(data.total("requests") < 5_001)
    }

    @Test func `invalid UTF-8 and NUL bytes are shown, not lost`() throws {
        let (_, result, data) = try build { space in
            var row = Data(Self.row.replacing("AbCdEfGhIAMEPQ=", with: "Bad0000000000Q=").utf8)
            row.replaceSubrange(row.index(row.endIndex, offsetBy: -2)..<row.endIndex, with: Data([0xff, 0xfe, 0x22, 0x7d, 0x0a]))
            try space.write("logs/bytes.json", row + Data([0, 0, 0, 0x0a]) + Data(Self.row.replacing("AbC", with: "XbC").utf8))
        }
        #expect(result.exitCode == 0)
        let account = try input(data, "bytes.json")
        #expect(number(account, "events") >= 2)
        #expect(data.failures.contains { text($0, "request", "id") == "XbCdEfGhIAMEPQ=" })
    }

    @Test func `a line of 20 MB does not stop the run`() throws {
        let (_, result, data) = try build { space in
            var long = Data(repeating: UInt8(ascii: "x"), count: 20 * 1024 * 1024)
            long.append(0x0a)
            try space.write("logs/long.json", long + Data(Self.row.replacing("AbC", with: "XbC").utf8))
        }
        #expect(result.exitCode == 0)
        #expect(number(try input(data, "long.json"), "rejected") >= 1)
        #expect(data.failures.contains { text($0, "request", "id") == "XbCdEfGhIAMEPQ=" })
    }

    @Test func `an empty file is listed with no events`() throws {
        let (_, result, data) = try build { try $0.write("logs/empty.json", "") }
        #expect(result.exitCode == 0)
        #expect(number(try input(data, "empty.json"), "events") == 0)
    }

    @Test func `a folder without logs is an empty report`() throws {
        let space = try Workspace()
        try FileManager.default.createDirectory(at: space["logs"], withIntermediateDirectories: true)
        let result = try space.run(["build", "logs", "--output", "site"])
        #expect(result.exitCode == 0)
        #expect(try SiteData(space).total("requests") == 0)
        #expect(try space.text("site/index.md").contains("No "))
    }

    @Test func `what is not a log is rejected once, with a sample`() throws {
        let (_, result, data) = try build { space in
            try space.write(
                "logs/image.png", Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) + Data(repeating: 0x01, count: 50_000))
        }
        #expect(result.exitCode == 0)
        let account = try input(data, "image.png")
        #expect(number(account, "rejected") >= 1)
        #expect(number(account, "rejected") < 10)
    }

    @Test func `a folder that loops through a link ends`() throws {
        let (_, result, _) = try build { space in
            try FileManager.default.createSymbolicLink(atPath: space["logs/loop"].path, withDestinationPath: ".")
        }
        #expect([0, 4].contains(result.exitCode))
    }

    @Test(.enabled(if: getuid() != 0, "the superuser can read everything"))
    func `an unreadable file is reported with exit code 4`() throws {
        let (_, result, _) = try build { space in
            try space.write("logs/secret.json", Self.row)
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: space["logs/secret.json"].path)
        }
        #expect(result.exitCode == 4)
        #expect(result.errors.contains("secret.json"))
    }
}

/// The file's bytes through the system's own gzip.
func gzipped(_ space: Workspace, _ path: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-nk", space[path].path]
    try process.run()
    process.waitUntilExit()
    return try Data(contentsOf: space[path + ".gz"])
}
