// `faultline-bench run` as a user sees it: one table, and a hash that only the output can change.

import Foundation
import Testing

struct BenchTests {
    private func night() throws -> Workspace {
        let workspace = try Workspace()
        let made = try workspace.run(
            ["generate", "--seed", "4", "--requests", "300", "--failure-share", "0.02", "--output", "night"],
            executable: "faultline-bench")
        try #require(made.exitCode == 0, "\(made.errors)")
        return workspace
    }

    private func measure(_ workspace: Workspace, _ options: String...) throws -> CommandResult {
        try workspace.run(["run", "night"] + options, executable: "faultline-bench")
    }

    private func value(_ name: String, _ result: CommandResult) -> Substring? {
        result.output.split(separator: "\n").first { $0.hasPrefix("\(name): ") }?.dropFirst(name.count + 2)
    }

    @Test func `every stage has its row, and the night's size stands below`() throws {
        let result = try measure(night())
        #expect(result.exitCode == 0, "\(result.errors)")
        let rows = result.output.split(separator: "\n").filter { $0.hasPrefix("| ") }
        let stages = rows.map { $0.split(separator: " ")[1] }
        #expect(stages == ["Stage", "scanning", "joining", "collecting", "judging", "summarising", "publishing", "all"])
        #expect(value("requests", result)?.hasPrefix("300, failures: ") == true)
        #expect(value("peak memory", result)?.hasSuffix(" bytes a request") == true)
        #expect(value("hash", result)?.utf8.count == 64)
    }

    @Test func `the hash is the same in every round and with any number of jobs`() throws {
        let workspace = try night()
        let one = try measure(workspace, "--jobs", "1")
        let hash = try #require(value("hash", one))
        let two = try measure(workspace, "--jobs", "2", "--rounds", "2", "--expect-hash", String(hash))
        #expect(two.exitCode == 0, "\(two.errors)")
        #expect(value("hash", two) == hash)
    }

    @Test func `another hash than the expected one fails the run`() throws {
        let result = try measure(night(), "--expect-hash", String(repeating: "0", count: 64))
        #expect(result.exitCode == 1)
        #expect(result.errors == "error: the output's hash is not '\(String(repeating: "0", count: 64))'\n")
    }

    @Test func `a folder that is no night is a usage error`() throws {
        let workspace = try Workspace()
        let result = try workspace.run(["run", "nowhere"], executable: "faultline-bench")
        #expect(result.exitCode == 64)
        #expect(result.errors.contains("cannot read 'nowhere/faultline.yml'"))
    }
}
