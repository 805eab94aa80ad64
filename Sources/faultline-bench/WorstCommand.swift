// `faultline-bench worst`: builds the sites of inputs made to hurt, each in sizes that double, and prints how the time grows.

import ArgumentParser
import Foundation
import Model
import Pipeline
import Site

struct WorstCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worst", abstract: "Measure how the time of a whole build grows with inputs made to hurt.",
        discussion: "Times are seconds of processor time. An exponent of 1 means twice the time for twice the input.")

    @Option(help: "Only inputs whose name holds this text.")
    var only: String?

    @Option(help: "How many sizes, each twice the one before.")
    var sizes: Int = 4

    @Option(help: "Exit with 1 when an exponent is greater.")
    var limit: Double?

    func validate() throws {
        guard (2...8).contains(sizes) else { throw ValidationError("'--sizes' must lie between 2 and 8") }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("faultline-worst-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let chosen = WorstInput.all.filter { input in only.map { input.name.contains($0) } ?? true }
        guard !chosen.isEmpty else { throw ValidationError("no input's name holds '\(only ?? "")'") }

        tell(GrowthTable.head(sizes: sizes))
        var steepest: (exponent: Double, name: String) = (0, "")
        for input in chosen {
            var seconds: [Double] = []
            for step in 0..<sizes {
                try seconds.append(await measure(input, size: input.smallest << step, in: folder))
            }
            let growth = Growth(seconds: seconds)
            tell(GrowthTable.row(input, growth))
            if growth.exponent > steepest.exponent { steepest = (growth.exponent, input.name) }
        }
        if let limit, steepest.exponent > limit {
            let words = "error: the time of '\(steepest.name)' grows with an exponent of \(twoPlaces(steepest.exponent))\n"
            FileHandle.standardError.write(Data(words.utf8))
            throw ExitCode(1)
        }
    }

    /// At once, also into a file: the whole takes minutes.
    private func tell(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

    private func measure(_ input: WorstInput, size: Int, in folder: URL) async throws -> Double {
        try? FileManager.default.removeItem(at: folder)
        let logs = try OutputFolder(folder.appendingPathComponent("logs").path)
        for file in input.files(size) { try logs.append(file.bytes, to: file.name, gzip: input.gzip) }
        var arguments = Arguments()
        arguments.inputs = [logs.root.path]
        let settings = try Settings(
            arguments, configuration: Configuration(), now: Timestamp(year: 2026, month: 3, day: 13),
            cores: ProcessInfo.processInfo.activeProcessorCount)
        let began = ProcessFigures.processorSeconds()
        _ = try await build(settings, output: folder.appendingPathComponent("site").path, cancellation: Cancellation()) { _ in }
        return ProcessFigures.processorSeconds() - began
    }
}
