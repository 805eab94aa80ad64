// `faultline redact-check`: whether a site holds something that redaction should have taken away.

import ArgumentParser
import Glibc
import Pipeline
import Site

struct RedactCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact-check",
        abstract: "Read a finished site and exit with 7 when a known shape of a secret is left in it.",
        discussion:
            "Values are not printed, only their file, line and rule. 'build --redact-check' does the same before it publishes.")

    @Argument(help: "The folder of a site.")
    var site: String

    @Option(
        name: [.customShort("c"), .long], help: "Configuration file with the rules. (default: faultline.yml, where there is one)")
    var config: String?

    func run() throws {
        let redactor = try Settings.redactor(readConfiguration(config))
        let result = try checkRedaction(ofSite: site, by: redactor, jobs: coreCount())
        for line in leakLines(result.leaks) { print(line) }
        let read = "\(grouped(result.files)) files read, \(grouped(result.bytes)) bytes"
        guard result.leaks.isEmpty else {
            Terminal.error("\(leakSummary(result.leaks)); \(read)")
            throw ExitCode(RunExit.leaks.rawValue)
        }
        print("\(read); nothing that a rule knows is left")
    }
}

/// A line for each place, the first hundred; file names are the site's own.
func leakLines(_ leaks: [Leak]) -> [String] {
    let shown = 100
    var lines = leaks.prefix(shown).map { "\($0.path):\($0.line): \($0.rule)" }
    if leaks.count > shown { lines.append("and \(grouped(leaks.count - shown)) places more") }
    return lines
}

func leakSummary(_ leaks: [Leak]) -> String {
    let files = Set(leaks.map(\.path)).count
    return "known shapes are left in \(grouped(leaks.count)) \(leaks.count == 1 ? "place" : "places") of \(grouped(files)) "
        + (files == 1 ? "file" : "files")
}
