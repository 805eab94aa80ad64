// Hand-written cases, each compared with the whole of what its site says: data files and pages. After a change that is meant,
// run the tests with FAULTLINE_UPDATE_EXPECTATIONS=1 and read the difference.

import Foundation
import Testing

@Suite struct `Hand-written cases` {
    private static let names = ["background", "handled-error", "never-ran", "wrong-shape"]

    @Test(arguments: names)
    func `give the expected site`(name: String) throws {
        let space = try Workspace()
        let folder = Fixtures.folder.appendingPathComponent("cases/\(name)")
        try FileManager.default.copyItem(at: folder.appendingPathComponent("logs"), to: space["logs"])
        try FileManager.default.copyItem(at: folder.appendingPathComponent("faultline.yml"), to: space["faultline.yml"])
        let result = try space.run(["build", "--output", "site"])
        try #require(result.exitCode == 0, "\(result.errors)")
        expectSums(try SiteData(space), pages: try space.failurePages())

        let made = try space.files("site").filter { isCompared($0.key) }
        let expectations = folder.appendingPathComponent("expected")
        if ProcessInfo.processInfo.environment["FAULTLINE_UPDATE_EXPECTATIONS"] == "1" {
            _ = try? FileManager.default.removeItem(at: expectations)
            for (path, data) in made {
                let file = expectations.appendingPathComponent(path)
                try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try data.write(to: file)
            }
        }
        let expected = try self.files(below: expectations)
        #expect(expected.keys.sorted() == made.keys.sorted(), "a page is missing, new, or no longer made")
        for (path, data) in expected {
            #expect(
                made[path].map { String(decoding: $0, as: UTF8.self) } == String(decoding: data, as: UTF8.self), "\(name)/\(path)"
            )
        }
    }

    @Test func `are all in this list`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Fixtures.folder.appendingPathComponent("cases").path)
        #expect(folders.sorted() == Self.names)
    }

    /// Markdown twins and data: what is said, not how it is dressed. The definitions are the same in every case.
    private func isCompared(_ path: String) -> Bool {
        (path.hasSuffix(".md") && path != "definitions.md") || path == "report.json" || path == "failures.ndjson"
    }

    private func files(below folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        let walk = FileManager.default.enumerator(atPath: folder.path)
        while let name = walk?.nextObject() as? String {
            var isFolder: ObjCBool = false
            let path = folder.appendingPathComponent(name).path
            if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
                files[name] = try Data(contentsOf: URL(fileURLWithPath: path))
            }
        }
        return files
    }
}
