// The bench: makes nights of logs with known truth, to measure and to test against.

import ArgumentParser
import Dispatch
import Glibc

@main
enum Start {
    /// A main thread that waits for tasks ends, and valgrind, which counts what a scan costs, cannot follow that: a scan needs no tasks.
    static func main() {
        let words = CommandLine.arguments.dropFirst()
        if words.first == "scan" { return ScanCommand.main(Array(words.dropFirst())) }
        Task {
            await BenchCommand.main()
            exit(0)
        }
        dispatchMain()
    }
}

struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faultline-bench",
        abstract: "Make nights of API Gateway and Lambda logs whose every failure is known, judge verdicts, and measure.",
        subcommands: [
            GenerateCommand.self, TruthCommand.self, RunCommand.self, ScanCommand.self, CompareCommand.self, WorstCommand.self,
        ])
}
