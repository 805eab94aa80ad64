// What `--memory` takes and what comes of it.

import Foundation
import Model
import Pipeline
import Testing

@Suite struct `The memory of a run` {
    @Test func `leaves no more of the facts in memory than it was given, and loses none`() async throws {
        let folder = "/tmp/faultline-memory-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let limit = 64 << 20
        let memory = try RunMemory(limit: limit, folder: folder)
        var facts = GrowingColumn<AccessFact>(in: memory.facts)
        for number in 0..<1_000_000 {
            var fact = AccessFact()
            fact.latencyMs = Int32(number)
            facts.append(fact)
        }
        let column = facts.freeze()
        // Whoever runs beside this test may keep it from being looked at for a while.
        var left = residentBytes(ofFilesIn: folder)
        for _ in 0..<600 where left > limit {
            try await Task.sleep(for: .milliseconds(100))
            left = residentBytes(ofFilesIn: folder)
        }
        #expect(left <= limit)
        #expect(column.indices.allSatisfy { column[$0].latencyMs == Int32($0) })
    }

    @Test(arguments: [
        ("64M", 64 << 20), ("512m", 512 << 20), ("2G", 2 << 30), ("131072K", 128 << 20), ("100000000", 100_000_000),
    ])
    func `is given in bytes or with a unit`(text: String, bytes: Int) throws {
        #expect(try settings(memory: text).memory == bytes)
    }

    @Test(arguments: ["", "M", "512MB", "-5", "1.5G", "lots", "99999999999999999999", "9999999999999G"])
    func `is refused when it is no size`(text: String) {
        #expect { try settings(memory: text) } throws: { "\($0)".hasPrefix("'--memory \(text)' is not a size") }
    }

    @Test(arguments: ["0", "63M", "67108863"])
    func `is refused when no run could keep to it`(text: String) {
        #expect { try settings(memory: text) } throws: { "\($0)".hasPrefix("'--memory \(text)' is too little") }
    }

    private func settings(memory: String) throws -> Settings {
        var arguments = Arguments()
        arguments.inputs = ["logs"]
        arguments.memory = memory
        return try Settings(arguments, configuration: Configuration(), now: Timestamp(milliseconds: 0), cores: 1)
    }
}

/// `Rss` of the mappings of files in the folder: proc_pid_smaps(5).
private func residentBytes(ofFilesIn folder: String) -> Int {
    let lines = (try? String(contentsOfFile: "/proc/self/smaps", encoding: .utf8))?.split(separator: "\n") ?? []
    var kilobytes = 0
    var isOurs = false
    for line in lines {
        if line.contains("-"), line.contains(" "), line.first?.isHexDigit == true, line.first?.isUppercase == false {
            isOurs = line.contains(folder + "/")
        }
        if isOurs, line.hasPrefix("Rss:") { kilobytes += Int(line.split(separator: " ")[1]) ?? 0 }
    }
    return kilobytes * 1024
}
