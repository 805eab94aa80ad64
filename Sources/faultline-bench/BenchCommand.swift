// The bench: makes nights of logs with known truth, to measure and to test against.

import ArgumentParser

@main
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faultline-bench",
        abstract: "Make a night of API Gateway and Lambda logs whose every failure is known.",
        subcommands: [GenerateCommand.self, TruthCommand.self])
}
