// `faultline explain ID`: one request or run, its verdict and proof, in the terminal.

import ArgumentParser
import Model
import Pipeline

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Print the verdict of one request or invocation, with its proof.",
        discussion:
            "The id is a gateway request id, an extended id, a Lambda request id or a trace id; eight characters or more of its start will do."
    )

    @Argument(help: "The id.")
    var id: String

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let settings = try reading.settings(reading.arguments())
        let terminal = Terminal(quiet: reading.quiet, colors: !reading.noColor)
        let explanation = try await explain(id, settings, reporter: terminal.reporter)
        guard !explanation.failures.isEmpty else {
            terminal.finish("no request and no invocation has the id '\(terminalSafe(id))'")
            throw ExitCode(RunExit.failed.rawValue)
        }
        for place in explanation.failures.indices {
            if place > 0 { print("") }
            printFailure(explanation.failures[place], failed: explanation.isFailure(place), zone: settings.zone)
        }
        terminal.finish("\(explanation.failures.count == 1 ? "1 match" : "\(explanation.failures.count) matches")")
        if !explanation.read.problems.isEmpty { throw ExitCode(RunExit.inputUnreadable.rawValue) }
    }
}

private func printFailure(_ failure: Failure, failed: Bool, zone: DisplayZone) {
    let name = failure.endpoint ?? failure.function ?? "request that matched no route"
    let status = failure.request?.status.map { "\($0)" } ?? "no client"
    print(terminalSafe("\(name)  \(status)  \(failed ? failure.verdict.cause.title : "did not fail")"))
    print("\(zone.dateAndClock(failure.time)) \(zone.name)")
    if failed {
        print(terminalSafe("\n\(failure.verdict.sentence)"))
        print(
            "layer \(failure.verdict.layer.rawValue), cause \(failure.verdict.cause.rawValue), \(failure.verdict.confidence.rawValue)"
        )
        for proof in failure.verdict.proof {
            print(terminalSafe("  proof: [\(proof.source.rawValue)] \(firstLine(proof.line))"))
            print(terminalSafe("         \(proof.meaning)"))
        }
        for missing in failure.verdict.missing { print(terminalSafe("  missing: \(missing)")) }
        if let afterwards = failure.afterwards { print(terminalSafe(afterwards)) }
        printLastSign(failure, zone)
    }
    print("")
    for (key, value) in identities(failure) { print(terminalSafe("\(key): \(value)")) }
    if let error = failure.error {
        print(terminalSafe("\n\(error.type.map { "\($0): " } ?? "")\(error.message)"))
        for frame in error.frames where frame.own {
            let place = [frame.file, frame.line.map(String.init), frame.column.map(String.init)].compactMap { $0 }.joined(
                separator: ":")
            print(terminalSafe("  at \(frame.function ?? "?") \(place)"))
        }
    }
    printTimeline(failure, zone)
    guard !failure.lines.isEmpty else { return }
    print("")
    for line in failure.lines {
        let mark = line.proof.map { " <- proof \($0)" } ?? ""
        let level = line.line.level.map { " \($0.word)" } ?? ""
        print(terminalSafe("\(zone.clock(line.line.time)) \(line.role.rawValue)\(level) \(firstLine(line.line.message))\(mark)"))
    }
}

/// A death without a trace: the last line, the silence after it, the memory, and the runs before it in the same container.
private func printLastSign(_ failure: Failure, _ zone: DisplayZone) {
    guard let sign = failure.lastSign else { return }
    let silence = sign.silenceMs.map { ", then nothing for \($0) ms" } ?? ""
    print(terminalSafe("last sign of life: \(zone.clock(sign.time)) \(firstLine(sign.text))\(silence)"))
    let run = failure.verdict.cause == .authorizerCrashed ? failure.authorizer : failure.invocation
    if let used = run?.memoryUsedMB, let given = run?.memoryMB { print("memory: \(used) of \(given) MB") }
    for earlier in sign.earlierRuns {
        let parts = [
            earlier.durationMs.map { "\(Int($0)) ms" }, earlier.memoryUsedMB.map { "\($0) MB" }, earlier.failed ? "failed" : nil,
        ].compactMap { $0 }
        print("  before it in the same container: \(zone.clock(earlier.start)) \(parts.joined(separator: ", "))")
    }
}

private func identities(_ failure: Failure) -> [(String, String)] {
    let linked = failure.link.map { "\($0.name), \($0.isExact ? "exact" : "probable")" }
    return [
        ("request", failure.request?.id), ("extended id", failure.request?.extendedID),
        ("invocation", failure.invocation?.id), ("function", failure.function), ("linked by", linked),
        ("authorizer run", failure.authorizer?.id), ("trace", failure.request?.traceID),
    ].compactMap { key, value in value.map { (key, $0) } }
}

private func firstLine(_ text: String) -> String {
    String(text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: true).first ?? "")
}
