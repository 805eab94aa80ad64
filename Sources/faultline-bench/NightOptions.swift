// What a generated night is like, as the commands take it.

import ArgumentParser
import Model

struct NightOptions: ParsableArguments {
    @Option(help: "Seed of every random choice.")
    var seed: UInt64 = 1

    @Option(help: "Number of requests that reach a gateway.")
    var requests: Int = 20_000

    @Option(name: .customLong("failure-share"), help: "Share of requests that fail, 0 to 0.5.")
    var failureShare: Double = 0.005

    @Option(help: "Start of the night, ISO 8601 in UTC.")
    var start: String = "2026-03-12T20:00:00Z"

    @Option(help: "Length of the night.")
    var hours: Int = 8

    @Option(
        help: """
            Containers to write, separated by commas; log groups take them in turn. Known are \(ContainerKind.names). API Gateway \
            sends access logs alone straight to Firehose, so other groups are a subscription's where 'firehose-access' is asked for.
            """)
    var containers: String = ContainerKind.usual.map(\.rawValue).joined(separator: ",")

    @Option(help: "Seconds of log events in one object of a subscription or of Firehose.")
    var deliverySeconds: Int = 300

    @Option(help: "About so many lines the code of a healthy run logs.")
    var linesPerRun: Int = 2

    @Flag(help: "Access-log rows without the fields that no verdict needs.")
    var leanRows = false

    @Flag(help: "Write the requests a second time, as rows of the common log format, into 'access.log' beside the logs.")
    var commonLog = false

    @Flag(name: .customLong("access-only"), help: "Write the access logs alone.")
    var accessOnly = false

    @Option(
        name: .customLong("drop-evidence"),
        help:
            "Share of the failing requests that lose a part of their logs, 0 to 1; counts in the truth stay those of what happened."
    )
    var dropEvidence: Double = 0

    @Option(
        name: .customLong("execution-level"),
        help: "Level of the REST API's execution log: info or error; 'off' writes no execution log of any API.")
    var executionLevel: ExecutionLevel = .info

    @Option(help: "Share of the REST API's requests that have a trace of X-Ray, 0 to 1.")
    var traced: Double = 0

    @Flag(name: .customLong("every-api"), help: "Let every cause happen on every kind of API where it exists.")
    var everyAPI = false

    func validate() throws {
        guard requests > 0 else { throw ValidationError("'--requests' must be positive") }
        guard (0...0.5).contains(failureShare) else { throw ValidationError("'--failure-share' must lie between 0 and 0.5") }
        guard (0...1).contains(dropEvidence) else { throw ValidationError("'--drop-evidence' must lie between 0 and 1") }
        guard (0...1).contains(traced) else { throw ValidationError("'--traced' must lie between 0 and 1") }
        guard (1...48).contains(hours) else { throw ValidationError("'--hours' must lie between 1 and 48") }
        guard deliverySeconds > 0 else { throw ValidationError("'--delivery-seconds' must be positive") }
        guard linesPerRun >= 0 else { throw ValidationError("'--lines-per-run' must not be negative") }
        _ = try containerKinds()
        _ = try startTime()
    }

    func generate(into output: String) throws {
        let settings = NightSettings(
            seed: seed, requests: requests, failureShare: failureShare, start: try startTime().milliseconds,
            milliseconds: Int64(hours) * 3_600_000, dropEvidence: dropEvidence, executionLevel: executionLevel,
            accessOnly: accessOnly, traced: traced, everyAPI: everyAPI, linesPerRun: linesPerRun, leanRows: leanRows,
            commonLog: commonLog, deliveryMilliseconds: Int64(deliverySeconds) * 1000)
        try NightGenerator(settings, output: output, containers: try containerKinds()).run()
    }

    private func containerKinds() throws -> [ContainerKind] {
        try containers.split(separator: ",").map { word in
            guard let kind = ContainerKind(rawValue: String(word)) else {
                throw ValidationError("unknown container '\(word)'\nknown are \(ContainerKind.names)")
            }
            return kind
        }
    }

    /// Accepts `YYYY-MM-DDTHH:MM:SSZ`, the only form a reproducible night needs.
    func startTime() throws -> Timestamp {
        let parts = start.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).map { Int($0) ?? -1 }
        guard start.hasSuffix("Z"), parts.count == 6, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else {
            throw ValidationError("'--start' must look like 2026-03-12T20:00:00Z")
        }
        return Timestamp(
            year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5])
    }
}

extension ExecutionLevel: ExpressibleByArgument {}
