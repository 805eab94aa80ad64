// `faultline formats`: what can be read, and the access-log format to configure.

import ArgumentParser
import Pipeline

struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats", abstract: "List the log formats that are understood, and the access-log format to configure.")

    func run() {
        print("Containers, told by content (or forced with --input-format):\n")
        list(knownFormats)
        print("Compression: gzip (also several members, also gzip in gzip) and zstd, told by content.\n")
        print("Records, told event by event:\n")
        list(knownRecords)
        print("Access-log format that makes every verdict possible:\n\n\(accessLogFormat)")
    }

    /// A sample of more than one line keeps its indentation.
    private func list(_ formats: [(name: String, description: String, sample: String)]) {
        for format in formats {
            print("  \(format.name)")
            print("    \(format.description)")
            print("    \(format.sample.replacing("\n", with: "\n    "))\n")
        }
    }
}
