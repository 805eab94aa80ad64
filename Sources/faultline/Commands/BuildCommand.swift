// `faultline build`: the main job.

import ArgumentParser
import Glibc
import Model
import Pipeline
import Site

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Read logs and write the site.",
        discussion: "The site is written beside its folder and swapped in whole; an error leaves the old one as it was.")

    @OptionGroup var reading: ReadingOptions

    @Option(
        name: [.customShort("o"), .long], help: "The site's folder. Refused when it holds something that Faultline did not make.")
    var output: String

    @Option(help: "The report's title.")
    var title: String?

    @Option(help: "Folder of templates that replace built-in ones of the same name.")
    var templates: String?

    @Option(help: "Folder of theme files that replace built-in ones of the same name.")
    var theme: String?

    @Option(
        help: "Exit with 5 when a number is too high: 'server-errors>1%', 'failures>100', 'cause:function-timeout>0'. Repeatable."
    )
    var failOn: [String] = []

    @Flag(
        help:
            "Read the finished site before it is published; exit with 7, publishing nothing, when a known shape of a secret is left."
    )
    var redactCheck = false

    @Option(
        help:
            "The most memory to hold, such as 512M: facts lie in a nameless file beside the site and leave memory when it gets tight. (default: what it takes)"
    )
    var memory: String?

    @Flag(help: "Print how long each stage took, its rates, the most memory that was held, and a hash of the site, on stderr.")
    var timings = false

    func run() async throws {
        var arguments = reading.arguments()
        arguments.title = title
        arguments.templates = templates
        arguments.theme = theme
        arguments.failOn = failOn
        arguments.redactCheck = redactCheck
        arguments.memory = memory
        let settings = try reading.settings(arguments)
        let terminal = Terminal(quiet: reading.quiet, colors: !reading.noColor)
        let clock = StageClock()
        terminal.say("range: \(rangeText(settings))")

        let cancellation = Cancellation()
        let interrupts = Interrupts(cancelling: cancellation, output: output)
        let outcome: Outcome
        do {
            outcome = try await build(settings, output: output, cancellation: cancellation) { progress in
                clock.hear(progress)
                terminal.report(progress)
            }
        } catch {
            if let signal = interrupts.received {
                terminal.say(interruptionText(output))
                throw ExitCode(signal == SIGTERM ? RunExit.terminated.rawValue : RunExit.interrupted.rawValue)
            }
            throw error
        }

        if reading.verbose {
            for input in outcome.report.coverage.inputs { for line in inputLines(input) { terminal.say(line) } }
        }
        for crossed in outcome.crossed {
            terminal.warn("gate crossed: \(crossed.gate.text) (it is \(gateValue(crossed.value, crossed.gate)))")
        }
        if timings { terminal.tell(stageTable(outcome, clock.measurement)) }
        print("\(output)/index.html")
        terminal.finish(summary(outcome, output: output))
        if !outcome.problems.isEmpty { throw ExitCode(RunExit.inputUnreadable.rawValue) }
        if !outcome.crossed.isEmpty { throw ExitCode(RunExit.gateCrossed.rawValue) }
    }

    private func summary(_ outcome: Outcome, output: String) -> String {
        let totals = outcome.report.totals
        let inputs = outcome.report.coverage.inputs
        let rejected = inputs.reduce(0) { $0 + $1.rejected }
        var text =
            "\(grouped(totals.failures)) \(totals.failures == 1 ? "failure" : "failures") in \(grouped(totals.requests)) requests and "
            + "\(grouped(totals.invocations)) invocations; \(grouped(outcome.report.groups.count)) groups; "
            + "\(grouped(outcome.published.files.count + 1)) files in \(output)"
        if rejected > 0 { text += "; \(grouped(Int(rejected))) events rejected, see the coverage page" }
        if !outcome.problems.isEmpty { text += "; \(outcome.problems.count) inputs missing or unreadable" }
        return text
    }

    private func stageTable(_ outcome: Outcome, _ measured: BuildTimes) -> String {
        StageTable(
            work: Workload(outcome), measured: measured, peakMemory: ProcessFigures.peakMemory(), hash: outcome.published.hash
        ).text
    }

    private func gateValue(_ value: Double, _ gate: Gate) -> String {
        gate.isPercent ? "\((value * 1000).rounded() / 1000) %" : grouped(Int(value))
    }
}

private func rangeText(_ settings: Settings) -> String {
    guard let range = settings.range else { return "all that is read, times in \(settings.zone.name)" }
    let zone = settings.zone
    return "\(zone.dateAndClock(range.since)) to \(zone.dateAndClock(range.until)) \(zone.name) (\(zone.offset(at: range.since)))"
}
