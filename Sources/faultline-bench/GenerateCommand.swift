// The command line of the generator: options in, a folder with logs, configuration and truth out.

import ArgumentParser
import Model

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write a seeded night of logs; the same options give the same text.")

    @Option(help: "Seed of every random choice.")
    var seed: UInt64

    @Option(help: "Number of requests that reach a gateway.")
    var requests: Int

    @Option(name: .customLong("failure-share"), help: "Share of requests that fail, 0 to 0.5.")
    var failureShare: Double = 0.005

    @Option(help: "Folder to write; it must not exist or be empty.")
    var output: String

    @Option(help: "Start of the night, ISO 8601 in UTC.")
    var start: String = "2026-03-12T20:00:00Z"

    @Option(help: "Length of the night.")
    var hours: Int = 8

    @Option(help: "Containers to write, separated by commas; log groups take them in turn.")
    var containers: String = ContainerKind.allCases.map(\.rawValue).joined(separator: ",")

    @Flag(name: .customLong("access-only"), help: "Write the access logs alone.")
    var accessOnly = false

    func validate() throws {
        guard requests > 0 else { throw ValidationError("'--requests' must be positive") }
        guard (0...0.5).contains(failureShare) else { throw ValidationError("'--failure-share' must lie between 0 and 0.5") }
        guard (1...48).contains(hours) else { throw ValidationError("'--hours' must lie between 1 and 48") }
        _ = try containerKinds()
        _ = try startTime()
    }

    func run() throws {
        let settings = NightSettings(
            seed: seed, requests: requests, failureShare: failureShare, start: try startTime().milliseconds,
            milliseconds: Int64(hours) * 3_600_000)
        try generate(settings, into: output, containers: try containerKinds(), accessOnly: accessOnly)
    }

    private func containerKinds() throws -> [ContainerKind] {
        try containers.split(separator: ",").map { word in
            guard let kind = ContainerKind(rawValue: String(word)) else {
                let known = ContainerKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("unknown container '\(word)'\nknown are \(known)")
            }
            return kind
        }
    }

    /// Accepts `YYYY-MM-DDTHH:MM:SSZ`, the only form a reproducible night needs.
    private func startTime() throws -> Timestamp {
        let parts = start.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).map { Int($0) ?? -1 }
        guard start.hasSuffix("Z"), parts.count == 6, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
            throw ValidationError("'--start' must look like 2026-03-12T20:00:00Z")
        }
        return Timestamp(
            year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5])
    }
}
