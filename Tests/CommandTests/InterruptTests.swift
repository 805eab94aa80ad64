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

        let waiting = try WaitingRun(space)
        let said = waiting.end(signal)
        #expect(waiting.process.terminationStatus == code)
        #expect(said.contains("interrupted: site is as it was"))
        #expect(try space.files("site") == before)
        #expect(try space.leftBeside("site") == [])
    }

    @Test func `while it writes pages on all cores, a signal stops it there`() throws {
        let space = try Workspace()
        let failures = 3_000
        let rows = (0..<failures).map { number in
            #"{"requestId":"AbCdEfGh\#(10_000 + number)Q=","requestTimeEpoch":"\#(1_773_306_845_128 + number)","#
                + #""routeKey":"GET /orders","status":"500"}"# + "\n"
        }
        try space.write("logs/access.json", rows.joined())
        let waiting = try WaitingRun(space, inputs: ["logs"])
        func written() -> Int {
            let building = (try? space.leftBeside("site"))?.first { $0.contains("building-") }
            return building.flatMap { try? FileManager.default.subpathsOfDirectory(atPath: space[$0].path).count } ?? 0
        }
        while waiting.process.isRunning, written() == 0 { Thread.sleep(forTimeInterval: 0.002) }
        kill(waiting.process.processIdentifier, SIGTERM)
        let atSignal = written()
        var most = atSignal
        while waiting.process.isRunning {
            most = max(most, written())
            Thread.sleep(forTimeInterval: 0.005)
        }
        #expect(waiting.process.terminationStatus == 143)
        #expect(!space.exists("site"))
        #expect(try space.leftBeside("site") == [])
        // A page is two files; without an end there would be all of them.
        #expect(most < failures, "\(most) files, \(atSignal) of them at the signal")
    }

    @Test func `a second run on the folder stops with 3 and says who holds it, and does not disturb the first`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", "{}\n")
        let waiting = try WaitingRun(space)
        let second = try space.run(["build", "logs", "--output", "site"])
        #expect(second.exitCode == 3)
        #expect(
            second.errors.hasSuffix("error: another run is writing to 'site': process \(waiting.process.processIdentifier)\n"))
        _ = waiting.end(SIGINT)
        #expect(try space.run(["build", "logs", "--output", "site"]).exitCode == 0)
        #expect(try space.leftBeside("site") == [])
    }

    @Test func `a run that was killed outright holds nothing: the next one needs no cleaning up`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", "{}\n")
        _ = try WaitingRun(space).end(SIGKILL)
        #expect(try space.leftBeside("site") == [".site.faultline-lock"])
        #expect(try space.run(["build", "logs", "--output", "site"]).exitCode == 0)
        #expect(try space.leftBeside("site") == [])
    }
}
