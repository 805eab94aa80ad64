// Killed at any moment: what was published is whole, the old site or the new one, and the next run needs no cleaning up.

import Foundation
import Testing

@Suite struct `Killed outright` {
    @Test func `at a hundred random moments, the published site is whole and the next run clears what was left`() throws {
        let space = try Workspace()
        for name in ["handled-error", "wrong-shape"] {
            try FileManager.default.copyItem(
                at: Fixtures.folder.appendingPathComponent("cases/\(name)/logs"), to: space[name])
        }
        let wholes = try ["handled-error", "wrong-shape"].map { name in
            #expect(try space.run(["build", name, "--output", "site"]).exitCode == 0)
            return try space.files("site")
        }
        #expect(wholes[0] != wholes[1])

        let start = ContinuousClock.now
        #expect(try space.run(["build", "handled-error", "--output", "site"]).exitCode == 0)
        let usual = ContinuousClock.now - start

        var random = Seeded(state: 20_261_122)
        for round in 0..<100 {
            let logs = ["handled-error", "wrong-shape"][round / 5 % 2]
            let moment = usual * Double.random(in: 0...1.2, using: &random)
            try space.runAndKill(["build", logs, "--output", "site"], after: moment)
            let left = try space.files("site")
            #expect(wholes.contains(left), "round \(round): the site is neither the old one nor the new one")
            // Whatever the machine's pace is, the next rounds begin with the other site.
            if round % 5 == 4 {
                #expect(try space.run(["build", logs, "--output", "site"]).exitCode == 0)
                #expect(try space.files("site") == wholes[round / 5 % 2])
            }
        }

        let last = try space.run(["build", "handled-error", "--output", "site"])
        #expect(last.exitCode == 0, "\(last.errors)")
        #expect(try space.files("site") == wholes[0])
        #expect(try space.leftBeside("site") == [])
    }
}

extension Workspace {
    /// Starts a run and kills it with SIGKILL when the time is over or it has ended.
    fileprivate func runAndKill(_ arguments: [String], after time: Duration) throws {
        let process = Process()
        process.executableURL = Executables.folder.appendingPathComponent("faultline")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(["SOURCE_DATE_EPOCH": "1773360000"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        Thread.sleep(forTimeInterval: seconds)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
