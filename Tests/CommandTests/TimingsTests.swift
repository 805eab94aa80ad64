// `faultline build --timings`: one table on stderr, whatever else is said or not said.

import Foundation
import Testing

struct TimingsTests {
    private func build(_ options: String...) throws -> CommandResult {
        let workspace = try Workspace()
        let logs = Fixtures.folder.appendingPathComponent("cases/handled-error").path
        return try workspace.run(["build", logs, "--output", "site"] + options)
    }

    private func lines(_ result: CommandResult) -> [Substring] { result.errors.split(separator: "\n") }

    private func value(_ name: String, _ result: CommandResult) -> Substring? {
        lines(result).first { $0.hasPrefix("\(name): ") }?.dropFirst(name.count + 2)
    }

    @Test func `every stage has its row, in order, and the sum stands last`() throws {
        let result = try build("--timings")
        #expect(result.exitCode == 0, "\(result.errors)")
        let rows = lines(result).filter { $0.hasPrefix("| ") }.map { $0.split(separator: " ") }
        let stages = rows.map { $0[1] }
        #expect(stages == ["Stage", "scanning", "joining", "collecting", "judging", "summarising", "publishing", "all"])
        for row in rows.dropFirst() { #expect(row[3].contains(/^[0-9]+\.[0-9]{3}$/), "\(row)") }
    }

    @Test func `work, memory and the hash of the site stand below the table`() throws {
        let result = try build("--timings")
        #expect(value("requests", result)?.contains(/^[0-9]+, failures: [1-9][0-9]*, events: [1-9][0-9]*, pages: [1-9]/) == true)
        #expect(value("text", result)?.contains(/^[0-9.]+ MB, on disk: [0-9.]+ MB$/) == true)
        #expect(value("peak memory", result)?.contains(/^[0-9.]+ MB, [0-9]+ bytes a request$/) == true)
        #expect(value("hash", result)?.contains(/^[0-9a-f]{64}$/) == true)
    }

    @Test func `stdout has the overview's path alone, and the last line of stderr sums up the run`() throws {
        let result = try build("--timings")
        #expect(result.output == "site/index.html\n")
        #expect(result.summary.contains("files in site"))
    }

    @Test func `a quiet run prints the table too, and nothing else`() throws {
        let result = try build("--timings", "--quiet")
        #expect(lines(result).first?.hasPrefix("| Stage ") == true)
        #expect(lines(result).last?.hasPrefix("hash: ") == true)
    }

    @Test func `the hash does not depend on the number of jobs`() throws {
        let one = try #require(value("hash", build("--timings", "--jobs", "1")))
        #expect(try value("hash", build("--timings", "--jobs", "3")) == one)
    }

    @Test func `nothing is printed that was not asked for`() throws {
        let result = try build()
        #expect(!result.errors.contains("| Stage "))
        #expect(!result.errors.contains("hash: "))
    }
}
