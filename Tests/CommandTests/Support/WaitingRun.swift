// A run that waits for its input: a pipe that nobody writes to and nobody closes.

import Foundation
import Testing

final class WaitingRun {
    let process = Process()
    private let input = Pipe()
    private let errors = Pipe()

    /// Returns when the run holds its folder.
    init(_ space: Workspace, inputs: [String] = ["-"], output: String = "site") throws {
        process.executableURL = Executables.folder.appendingPathComponent("faultline")
        process.arguments = ["build"] + inputs + ["--output", output]
        process.currentDirectoryURL = space.folder
        process.standardInput = input
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        // Its first words say that the handlers stand.
        let range = errors.fileHandleForReading.availableData
        #expect(String(decoding: range, as: UTF8.self).hasPrefix("range: "))
        let site = space[output]
        let lock = site.deletingLastPathComponent().appendingPathComponent(".\(site.lastPathComponent).faultline-lock").path
        for _ in 0..<3000 where !FileManager.default.fileExists(atPath: lock) { Thread.sleep(forTimeInterval: 0.01) }
        #expect(FileManager.default.fileExists(atPath: lock))
    }

    /// What it said until it was gone.
    func end(_ signal: Int32) -> String {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }

    /// Gives it all of its input; answers the exit code and what it said.
    func feed(_ data: Data) throws -> (exitCode: Int32, errors: String) {
        try input.fileHandleForWriting.write(contentsOf: data)
        try input.fileHandleForWriting.close()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, said)
    }
}

extension Workspace {
    /// What of the tool's own stands beside a site.
    func leftBeside(_ site: String, in parent: String = ".") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: self[parent].path).filter { $0.hasPrefix(".\(site).faultline-") }
            .sorted()
    }
}

/// Numbers from a seed, the same on every machine.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
