// The command: words in, work handed to the pipeline, an exit code out.

import ArgumentParser
import Glibc
import Pipeline
import Site

@main
struct Faultline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faultline",
        abstract:
            "Reads API Gateway and Lambda logs and says for every failing request which layer failed, why, and which log lines prove it.",
        discussion: """
            Logs are files, folders or '-' for standard input. Formats and compression are told by content.

              faultline build logs/ --output site/ --day yesterday

            Exit codes: 0 written; 1 failed, what was published before is untouched; 2 wrong usage or configuration;
            3 another run holds the folder; 4 an input is missing or unreadable, written from the others; 5 written, and a
            --fail-on gate was crossed; 7 a known shape of a secret is left in the site; 130, 143 interrupted.
            """,
        version: toolVersion,
        subcommands: [BuildCommand.self, CheckCommand.self, ExplainCommand.self, FormatsCommand.self, RedactCheckCommand.self])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            finish(error)
        }
    }

    private static func finish(_ error: any Error) -> Never {
        switch error {
        case let code as ExitCode: Glibc.exit(code.rawValue)
        case is UsageProblem, is GateProblem, is ConfigurationProblem, is TemplateProblem:
            Terminal.error("\(error)")
            Glibc.exit(RunExit.usage.rawValue)
        case SiteWriterError.locked:
            Terminal.error("\(error)")
            Glibc.exit(RunExit.folderHeld.rawValue)
        case let problem as LeakProblem:
            for line in leakLines(problem.leaks) { Terminal.write(line + "\n") }
            Terminal.error("\(leakSummary(problem.leaks)); nothing was published")
            Glibc.exit(RunExit.leaks.rawValue)
        default: break
        }
        let isHelp = exitCode(for: error) == .success
        if isHelp {
            print(fullMessage(for: error))
            Glibc.exit(0)
        }
        if exitCode(for: error) == .validationFailure {
            Terminal.write(fullMessage(for: error) + "\n")
            Glibc.exit(RunExit.usage.rawValue)
        }
        Terminal.error("\(error)")
        Glibc.exit(RunExit.failed.rawValue)
    }
}

/// The published exit codes (command-line.md).
enum RunExit: Int32 {
    case written = 0
    case failed = 1
    case usage = 2
    case folderHeld = 3
    case inputUnreadable = 4
    case gateCrossed = 5
    case leaks = 7
    case interrupted = 130
    case terminated = 143
}
