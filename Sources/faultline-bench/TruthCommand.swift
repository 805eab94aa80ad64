// `faultline-bench truth`: verdicts of a night against its truth, as a confusion matrix, and 1 when one is wrong that must not be.

import ArgumentParser
import Foundation
import Model
import Pipeline

struct TruthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "truth", abstract: "Judge a night and compare every verdict and join with what is true.",
        discussion: "Without '--night' a night is generated, compared and deleted.")

    @Option(help: "Folder that 'generate' wrote.")
    var night: String?

    @OptionGroup var options: NightOptions

    func run() async throws {
        let folder: String
        if let night {
            folder = night
        } else {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("faultline-night-\(UUID().uuidString)").path
            try options.generate(into: folder)
        }
        defer { if night == nil { try? FileManager.default.removeItem(atPath: folder) } }

        let file = "\(folder)/faultline.yml"
        let configuration = try Configuration.parse(String(contentsOfFile: file, encoding: .utf8), file: file)
        let settings = try Settings(
            Arguments(), configuration: configuration, now: options.startTime(),
            cores: ProcessInfo.processInfo.activeProcessorCount)
        let (read, failures) = try await verdicts(settings) { _ in }
        let comparison = Comparison(try TrueFailure.read("\(folder)/truth.json"), failures)
        print(comparison.text(requests: read.night.requests.count))
        guard comparison.errors.isEmpty else { throw ExitCode(1) }
    }
}

extension Comparison {
    fileprivate func text(requests: Int) -> String {
        var text = "\(full.total + reduced.total) failures in \(requests) requests\n\n"
        for (name, matrix) in [("Full evidence", full), ("Reduced evidence", reduced)] where matrix.total > 0 {
            text += "\(name): \(matrix.right) of \(matrix.total) verdicts right, \(matrix.rightAndCertain) of them certain\n"
            text += matrix.table + "\n"
        }
        text += "Joins of failing requests: "
        text += JoinOutcome.allCases.map { "\(joins[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ") + "\n"
        text += "Linked by: " + rungs.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ") + "\n"
        text += "\n\(errors.count) errors"
        for error in errors.prefix(20) { text += "\n  \(error)" }
        return text
    }
}
