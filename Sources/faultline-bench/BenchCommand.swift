// The bench: makes nights of logs with known truth, to measure and to test against.

import ArgumentParser

@main
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faultline-bench",
        abstract: "Make nights of API Gateway and Lambda logs whose every failure is known, judge verdicts, and measure.",
        subcommands: [GenerateCommand.self, TruthCommand.self, RunCommand.self, ScanCommand.self, CompareCommand.self])
}
