// `faultline-bench scan`: the first reading alone, by one thread, for profilers and counters.

import ArgumentParser
import Ingest
import Model
import Pipeline

struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Read inputs once, to facts, with one thread and nothing after it.")

    @Argument(help: "Files and folders of logs.")
    var inputs: [String]

    func run() throws {
        let found = findInputs(inputs) { _ in InputHints() }
        let clock = StageClock()
        let memory = ColumnMemory()
        var events: Int64 = 0
        var bytes: Int64 = 0
        for input in found.inputs {
            let report = scan(input, memory: memory).report
            events += report.events
            bytes += report.textBytes
        }
        let seconds = clock.measurement.total
        print("events: \(events)")
        print("text: \(bytes) bytes")
        print("rate: \(rounded(Double(bytes) / seconds / 1e6)) MB/s, \(rounded(Double(events) / seconds)) events/s")
    }
}
