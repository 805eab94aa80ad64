// What one event costs the scan, in instructions and in allocations: counted by valgrind, so that no clock has a say. One stream is read
// twice, a beginning of it and twice as much; the difference belongs to the events alone, and start-up and tables fall away.

import Foundation
import Pipeline

extension Bench {
    func countCosts() throws -> [ComparisonRow] {
        guard let valgrind = Peer.valgrind.path else { return [] }
        let night = try folder.night(.withExecutionLogs(requests: 100_000))
        try folder.make(folder.sites)
        // Valgrind 3.19 gives up on the debugger's part of the executable.
        _ = try ChildRun.succeeding(["/usr/bin/strip", "--strip-debug", "-o", stripped, own])
        return try StreamKind.all.compactMap { kind in
            guard let (short, long) = try kind.parts(of: night, bench: self) else { return nil }
            let (before, after) = (try counted(short, valgrind), try counted(long, valgrind))
            let events = Double(after.events - before.events)
            var row = ComparisonRow(what: "scan: \(kind.name)")
            let instructions = Double(after.instructions - before.instructions)
            let bytes = Double(after.bytes - before.bytes)
            row.rate = "\(rounded(instructions / events)) instructions an event, \(twoPlaces(instructions / bytes)) a byte"
            row.ratio = "\(fixed(Double(after.allocations - before.allocations) / events, 4)) allocations an event"
            row.aim = "0"
            return row
        }
    }

    private var stripped: String { "\(folder.sites)/faultline-bench" }

    private struct Count {
        var events = 0
        var bytes = 0
        var instructions = 0
        var allocations = 0
    }

    private func counted(_ stream: String, _ valgrind: String) throws -> Count {
        let said = "\(folder.sites)/scan.txt"
        let cycles = try ChildRun.succeeding(
            [valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null", stripped, "scan", stream], output: said)
        let memory = try ChildRun.succeeding([valgrind, "--tool=memcheck", "--undef-value-errors=no", stripped, "scan", stream])
        let text = try String(contentsOfFile: said, encoding: .utf8)
        return Count(
            events: number(after: "events: ", text), bytes: number(after: "text: ", text),
            instructions: number(after: "Collected : ", cycles.errors),
            allocations: number(after: "total heap usage: ", memory.errors))
    }

    /// The first number behind those words, without its commas.
    private func number(after words: String, _ text: String) -> Int {
        guard let place = text.firstRange(of: words) else { return 0 }
        return Int(text[place.upperBound...].prefix { $0.isNumber || $0 == "," }.filter { $0 != "," }) ?? 0
    }
}

/// One kind of log stream, by a log group that holds it.
private struct StreamKind {
    var name: String
    var group: String

    static let all = [
        StreamKind(name: "access-log rows, JSON", group: "API-Gateway-Access-Logs_a1b2c3d4e5/prod"),
        StreamKind(name: "Lambda text, Node.js", group: "/aws/lambda/get-user"),
        StreamKind(name: "Lambda text, Python", group: "/aws/lambda/get-order"),
        StreamKind(name: "Lambda JSON, Node.js", group: "/aws/lambda/list-orders"),
        StreamKind(name: "execution log", group: "API-Gateway-Execution-Logs_a1b2c3d4e5/prod"),
    ]

    /// Folders with the first files of the group's longest stream, and with twice as many of them.
    func parts(of night: String, bench: Bench) throws -> (short: String, long: String)? {
        let file = "\(night)/faultline.yml"
        let configuration = try Configuration.parse(String(contentsOfFile: file, encoding: .utf8), file: file)
        guard let path = configuration.inputs.first(where: { $0.logGroup == group })?.path else { return nil }
        let streams = Dictionary(grouping: files(below: "\(night)/\(path)", ending: ".gz")) { file in
            String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
        }
        guard let longest = streams.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })?.value, longest.count > 1
        else { return nil }
        let half = min(4, longest.count / 2)
        return (try part(longest.prefix(half), "short", bench), try part(longest.prefix(2 * half), "long", bench))
    }

    private func part(_ files: ArraySlice<String>, _ name: String, _ bench: Bench) throws -> String {
        let folder = try bench.folder.fresh("stream-\(name)")
        try bench.folder.make(folder)
        for file in files {
            let target = "\(folder)/\(file.split(separator: "/").last ?? "")"
            try FileManager.default.copyItem(atPath: file, toPath: target)
        }
        return folder
    }
}
