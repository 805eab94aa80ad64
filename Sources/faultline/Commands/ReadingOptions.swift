// The options of every command that reads logs.

import ArgumentParser
import Glibc
import Model
import Pipeline

struct ReadingOptions: ParsableArguments {
    @Argument(help: "A file, a folder, or '-' for standard input. Without any, the inputs of the configuration file.")
    var inputs: [String] = []

    @Option(
        name: [.customLong("since"), .customLong("start")], help: "Start of the range: 2026-11-22T02:10, epoch, yesterday, 2h ..."
    )
    var since: String?

    @Option(name: [.customLong("until"), .customLong("end")], help: "End of the range, itself not included.")
    var until: String?

    @Option(help: "One calendar day: 2026-11-22, yesterday or today.")
    var day: String?

    @Option(help: "IANA name of the time zone for days and display. (default: UTC)")
    var timezone: String?

    @Option(name: [.customShort("c"), .long], help: "Configuration file. (default: faultline.yml, where there is one)")
    var config: String?

    @Option(help: "Force a container format; 'faultline formats' lists them. (default: auto)")
    var inputFormat: String?

    @Option(help: "The log group of inputs that do not carry one.")
    var logGroup: String?

    @Option(name: [.customShort("j"), .long], help: "How many inputs are read at once. (default: all cores)")
    var jobs: Int?

    @Flag(name: .shortAndLong, help: "Say only what went wrong.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say what became of every input.")
    var verbose = false

    @Flag(help: "No colours. NO_COLOR works too.")
    var noColor = false

    func arguments() -> Arguments {
        var arguments = Arguments()
        arguments.inputs = inputs
        arguments.since = since
        arguments.until = until
        arguments.day = day
        arguments.timezone = timezone
        arguments.inputFormat = inputFormat == "auto" ? nil : inputFormat
        arguments.logGroup = logGroup
        arguments.jobs = jobs
        return arguments
    }

    /// Arguments over configuration over defaults.
    func settings(_ arguments: Arguments) throws -> Settings {
        try Settings(
            arguments, configuration: readConfiguration(config), now: momentOfRun(), cores: coreCount())
    }
}

func coreCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// The named file, or `faultline.yml` where there is one.
func readConfiguration(_ file: String?) throws -> Configuration {
    if let file {
        guard let text = readText(file) else { throw UsageProblem("cannot read '\(file)': \(systemReason())") }
        return try Configuration.parse(text, file: file)
    }
    guard let text = readText("faultline.yml") else { return Configuration() }
    return try Configuration.parse(text, file: "faultline.yml")
}

/// Now, or the moment that `SOURCE_DATE_EPOCH` names, so that a run can be repeated to the byte.
private func momentOfRun() throws -> Timestamp {
    if let text = unsafe getenv("SOURCE_DATE_EPOCH").map({ unsafe String(cString: $0) }), !text.isEmpty {
        guard let seconds = Int64(text), (0...253_402_300_799).contains(seconds) else {
            throw UsageProblem("SOURCE_DATE_EPOCH '\(text)' is not a number of seconds")
        }
        return Timestamp(milliseconds: seconds * 1000)
    }
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
}

func systemReason() -> String { unsafe String(cString: strerror(errno)) }

private func readText(_ path: String) -> String? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = unsafe fread(&chunk, 1, chunk.count, file)
        guard count > 0 else { break }
        bytes += chunk[..<count]
    }
    return unsafe ferror(file) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
}
