// `faultline-bench compare`: ours and the peers in turn in the same rounds, one table at the end. Only a hash that changes between
// rounds or numbers of jobs can fail it; the clock cannot.

import ArgumentParser
import Foundation

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Measure 'faultline build' beside GoAccess, igzip, gzip and Hugo, and print one table.",
        discussion: "Nights are made once, from a seed, and kept. Programs that are not installed are named and left out.")

    @Option(help: "Folder where nights are kept.")
    var folder: String = ".build/bench"

    @Option(help: "Folder for what ours and the peers write, deleted at the end. (default: in memory, below /dev/shm)")
    var sites: String?

    @Option(help: "What to measure, separated by commas: \(Experiment.names). (default: all)")
    var only: String?

    @Option(help: "How often each program runs; figures are medians.")
    var rounds: Int = 3

    @Option(help: "Requests of the night that is compared.")
    var requests: Int = 1_000_000

    @Option(help: "Requests of the largest night of the curve.")
    var largest: Int = 1_000_000

    @Option(help: "The program to measure. (default: the 'faultline' beside this one)")
    var faultline: String?

    func validate() throws {
        guard rounds >= 1 else { throw ValidationError("'--rounds' must be at least 1") }
        guard requests >= 1000, largest >= 1000 else {
            throw ValidationError("'--requests' and '--largest' must be at least 1000")
        }
        _ = try experiments()
    }

    func run() throws {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let bench = Bench(
            folder: BenchFolder(path: folder, sites: sites ?? BenchFolder.inMemory ?? "\(folder)/sites", generator: own.path),
            faultline: faultline ?? own.deletingLastPathComponent().appendingPathComponent("faultline").path, own: own.path,
            rounds: rounds, requests: requests, largest: largest)
        defer { bench.folder.remove(bench.folder.sites) }
        if let missing = Peer.missing { note(missing) }
        var rows: [ComparisonRow] = []
        var isWhole = true
        for experiment in try experiments() {
            note("measuring \(experiment.rawValue)")
            // What was measured before, often for an hour, is not lost by it.
            do {
                rows += try experiment.run(bench)
            } catch {
                note("error: \(experiment.rawValue): \(error)")
                isWhole = false
            }
        }
        print(Machine().text)
        print(ComparisonTable(rows: rows).text)
        let differing = rows.filter { $0.hashes.count > 1 }
        if !differing.isEmpty {
            note("error: the output is not the same in every round: \(differing.map(\.what).joined(separator: "; "))")
        }
        guard isWhole, differing.isEmpty else { throw ExitCode(1) }
    }

    private func experiments() throws -> [Experiment] {
        guard let only else { return Experiment.allCases }
        return try only.split(separator: ",").map { word in
            guard let experiment = Experiment(rawValue: String(word)) else {
                throw ValidationError("unknown measurement '\(word)'\nknown are \(Experiment.names)")
            }
            return experiment
        }
    }
}
