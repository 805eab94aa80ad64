// `faultline check`: what would be read, and what is missing; writes nothing.

import ArgumentParser
import Model
import Pipeline

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read logs and print what was found and what is missing; write nothing.")

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let settings = try reading.settings(reading.arguments())
        let terminal = Terminal(quiet: reading.quiet, colors: !reading.noColor)
        let result = try await check(settings, reporter: terminal.reporter)
        for report in result.reports { for line in inputLines(report) { print(line) } }
        let totals = result.totals
        print("")
        print(
            "requests     \(grouped(totals.requests)) (\(grouped(totals.clientErrors)) client errors, \(grouped(totals.serverErrors)) server errors)"
        )
        print("invocations  \(grouped(totals.invocations)) (\(grouped(totals.functionErrors)) failed)")
        print("linked       \(grouped(totals.linked)) requests to their invocation")
        print("failures     \(grouped(totals.failures))")
        for orphan in result.coverage.orphanRequests {
            print("orphans      \(grouped(orphan.count)) requests: \(orphan.text)")
        }
        for orphan in result.coverage.orphanInvocations {
            print("orphans      \(grouped(orphan.count)) invocations: \(orphan.text)")
        }
        for missing in result.coverage.missing { print("missing      \(terminalSafe(missing))") }
        if let format = result.coverage.suggestedFormat {
            print("\nAccess-log format that makes every verdict possible:\n\(format)")
        }
        terminal.finish("\(grouped(result.reports.count)) inputs read, nothing written")
        if !result.problems.isEmpty { throw ExitCode(RunExit.inputUnreadable.rawValue) }
    }
}
