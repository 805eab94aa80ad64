// `faultline-bench compare`: what its table holds, and that nothing but a hash can fail it. Peers are measured where they are installed.

import Foundation
import Testing

struct CompareTests {
    private func compare(_ workspace: Workspace, _ options: String...) throws -> CommandResult {
        try workspace.run(["compare", "--folder", "bench", "--rounds", "1"] + options, executable: "faultline-bench")
    }

    /// The cells of the table's rows, without the head.
    private func rows(_ result: CommandResult) -> [[String]] {
        result.output.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { row in
            row.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
                String($0).trimmingCharacters(in: .whitespaces)
            }
        }
    }

    /// A program that takes our place.
    private func imposter(_ workspace: Workspace, _ script: String) throws {
        try workspace.write("imposter", "#!/bin/sh\n\(script)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workspace["imposter"].path)
    }

    @Test func `a night is built with all cores and with one, and both sites have one hash`() throws {
        let result = try compare(Workspace(), "--only", "night", "--requests", "1000")
        #expect(result.exitCode == 0, "\(result.errors)")
        let rows = rows(result)
        try #require(rows.count >= 2)
        #expect(rows[0][0] == "site of 1,000 requests, all cores")
        #expect(rows[1][0] == "the same with --jobs 1")
        for row in rows {
            #expect(row.count == 8 && Double(row[1]) != nil && Double(row[2]) != nil && row[6].hasSuffix(" MB"), "\(row)")
        }
        #expect(rows[0][7].contains(/^[0-9a-f]{12}$/) && rows[0][7] == rows[1][7])
    }

    @Test func `a night is made once`() throws {
        let workspace = try Workspace()
        try imposter(workspace, "echo 'hash: 0123456789abcdef' >&2")
        let first = try compare(workspace, "--only", "start-up", "--faultline", "./imposter")
        #expect(first.exitCode == 0, "\(first.errors)")
        #expect(first.errors.contains("made night-200-"))
        let second = try compare(workspace, "--only", "start-up", "--faultline", "./imposter")
        #expect(second.exitCode == 0, "\(second.errors)")
        #expect(!second.errors.contains("made night-200-"))
        #expect(rows(second).map { $0[0] } == ["tiny night, to the first output", "tiny night, to the finished site"])
        #expect(rows(second).map { $0[7] } == ["", "0123456789ab"])
    }

    @Test func `the largest night of the curve is built with little memory too, and has the same hash`() throws {
        let result = try compare(Workspace(), "--only", "curve", "--largest", "10000")
        #expect(result.exitCode == 0, "\(result.errors)")
        let rows = rows(result)
        #expect(rows.map { $0[0] } == ["curve: 10,000 requests", "curve: 10,000 requests with --memory 512M"])
        #expect(rows.allSatisfy { $0[7] == rows[0][7] && !$0[7].isEmpty })
    }

    @Test func `an output that changes between rounds fails the comparison, and the table is printed all the same`() throws {
        let workspace = try Workspace()
        try imposter(workspace, "echo \"hash: $$\" >&2")
        let result = try compare(workspace, "--only", "start-up", "--faultline", "./imposter")
        #expect(result.exitCode == 1)
        #expect(result.errors.contains("error: the output is not the same in every round: tiny night, to the finished site"))
        #expect(rows(result).count == 2)
    }

    @Test func `a run that fails fails the comparison, and what it said is told`() throws {
        let workspace = try Workspace()
        try imposter(workspace, "echo 'error: the disk is full' >&2; exit 1")
        let result = try compare(workspace, "--only", "start-up", "--faultline", "./imposter")
        #expect(result.exitCode == 1)
        #expect(
            result.errors.contains("error: start-up: './imposter build --timings --output' ended with 1\nerror: the disk is full")
        )
    }

    @Test func `an unknown measurement is a usage error that names the known ones`() throws {
        let result = try compare(Workspace(), "--only", "nigth")
        #expect(result.exitCode == 64)
        #expect(result.errors.contains("unknown measurement 'nigth'\nknown are night, pages, many-pages, curve"))
    }
}
