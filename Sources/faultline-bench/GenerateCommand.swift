// The command line of the generator: options in, a folder with logs, configuration and truth out.

import ArgumentParser

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write a seeded night of logs; the same options give the same text.")

    @OptionGroup var options: NightOptions

    @Option(help: "Folder to write; it must not exist or be empty.")
    var output: String

    func run() throws { try options.generate(into: output) }
}
