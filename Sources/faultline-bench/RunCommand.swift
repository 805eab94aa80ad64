// `faultline-bench run`: builds the site of a generated night and prints how long each stage took. Only the hash of the
// output can fail it; the clock cannot.

import ArgumentParser
import Foundation
import Model
import Pipeline
import Site

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Measure the build of a night: rates of each stage, peak memory, hash of the output.")

    @Argument(help: "A folder that 'generate' wrote.")
    var night: String

    @Option(name: .shortAndLong, help: "How many inputs are read at once. (default: all cores)")
    var jobs: Int?

    @Option(help: "How often to build; the figures are medians, peak memory that of all rounds.")
    var rounds: Int = 1

    @Option(name: .customLong("expect-hash"), help: "Exit with 1 when the output has another hash.")
    var expectedHash: String?

    func validate() throws {
        guard rounds >= 1 else { throw ValidationError("'--rounds' must be at least 1") }
        if let jobs, jobs < 1 { throw ValidationError("'--jobs' must be at least 1") }
    }

    func run() async throws {
        let settings = try settings()
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("faultline-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }

        var measurements: [BuildTimes] = []
        var hashes: Set<String> = []
        var work: Workload?
        for round in 1...rounds {
            let clock = StageClock()
            // A fresh folder each: a site that is there already would be compared with.
            let outcome = try await build(
                settings, output: output.appendingPathComponent("\(round)").path, cancellation: Cancellation(),
                reporter: clock.hear)
            measurements.append(clock.measurement)
            hashes.insert(outcome.published.hash)
            work = Workload(outcome)
        }
        guard let work else { return }
        let hash = hashes.sorted().joined(separator: " ")
        print(
            StageTable(
                work: work, measured: .median(of: measurements), peakMemory: ProcessFigures.peakMemory(), hash: hash
            ).text)
        if hashes.count > 1 { try fail("the rounds differ in their output") }
        if let expectedHash, expectedHash != hash { try fail("the output's hash is not '\(expectedHash)'") }
    }

    private func settings() throws -> Settings {
        let file = "\(night)/faultline.yml"
        guard let text = FileManager.default.contents(atPath: file) else {
            throw ValidationError("cannot read '\(file)': name a folder that 'generate' wrote")
        }
        var arguments = Arguments()
        arguments.jobs = jobs
        // The moment of the run is part of no measurement; a fixed one keeps the bytes the same.
        return try Settings(
            arguments, configuration: .parse(String(decoding: text, as: UTF8.self), file: file),
            now: Timestamp(year: 2026, month: 3, day: 13), cores: ProcessInfo.processInfo.activeProcessorCount)
    }

    private func fail(_ reason: String) throws -> Never {
        FileHandle.standardError.write(Data("error: \(reason)\n".utf8))
        throw ExitCode(1)
    }
}
