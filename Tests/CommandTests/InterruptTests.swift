// Ctrl-C and kill: the published site stays as it was, no temporary folder stays, and the exit code tells.

import Foundation
import Testing

@Suite struct `Interrupted` {
    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
    func `while it reads, a run ends at once and leaves the old site`(signal: Int32, code: Int32) throws {
        let space = try Workspace()
        try space.write(
            "logs/access.json",
            #"{"requestId":"AbCdEfGhIAMEPQ=","requestTimeEpoch":"1773306845128","routeKey":"GET /orders","status":"500"}"# + "\n")
        #expect(try space.run(["build", "logs", "--output", "site"]).exitCode == 0)
        let before = try space.files("site")

        // A pipe that nobody writes to and nobody closes: the run waits for its input.
        let waiting = Process()
        waiting.executableURL = Executables.folder.appendingPathComponent("faultline")
        waiting.arguments = ["build", "-", "--output", "site"]
        waiting.currentDirectoryURL = space.folder
        let input = Pipe()
        let errors = Pipe()
        waiting.standardInput = input
        waiting.standardError = errors
        try waiting.run()
        // Its first words say that the handlers stand.
        let range = errors.fileHandleForReading.availableData
        #expect(String(decoding: range, as: UTF8.self).hasPrefix("range: "))
        Thread.sleep(forTimeInterval: 0.3)
        kill(waiting.processIdentifier, signal)
        waiting.waitUntilExit()

        #expect(waiting.terminationStatus == code)
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(said.contains("interrupted: site is as it was"))
        #expect(try space.files("site") == before)
        let left = try FileManager.default.contentsOfDirectory(atPath: space.folder.path).filter {
            $0.contains("faultline-building")
        }
        #expect(left.isEmpty)
    }
}
