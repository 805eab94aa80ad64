// One fixture for each cause: the logs of one failure, as plain lines. Read together they are a night of every cause once.

import Foundation
import Model
import Testing

@Suite struct `Cause fixtures` {
    private static let folder = Fixtures.folder.appendingPathComponent("causes")

    @Test func `every cause has a fixture, and there are no others`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(files.sorted() == Cause.allCases.map { "\($0.rawValue).log" }.sorted())
    }

    @Test func `each fixture is told as its cause, certain but for the unknown, with its proof`() throws {
        let space = try Workspace()
        let built = try space.run(["build", Self.folder.path, "--output", "site"])
        #expect(built.exitCode == 0, "\(built.errors)")
        let failures = try SiteData(space).failures
        var told: [String: String] = [:]
        for failure in failures {
            let name = text(failure, "request", "path")?.replacing("/prod/", with: "") ?? text(failure, "function") ?? "?"
            told[name] = "\(text(failure, "verdict", "cause") ?? "?") \(text(failure, "verdict", "confidence") ?? "?")"
            #expect((1...3).contains(list(failure, "verdict", "proof").count), "\(name)")
        }
        #expect(failures.count == Cause.allCases.count)
        for cause in Cause.allCases {
            #expect(told[cause.rawValue] == "\(cause.rawValue) \(cause == .unknown ? "likely" : "certain")")
        }
    }
}
