// One fixture for each language: a trace as logged beside what is read from it.

import Foundation
import StackTraces
import Testing

private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/traces")

@Suite struct TraceFixturesTests {
    @Test func `every language has a trace and its reading, and there are no others`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.sorted() == Runtime.allCases.flatMap { ["\($0.rawValue).read.txt", "\($0.rawValue).txt"] }.sorted())
    }

    @Test(arguments: Runtime.allCases)
    func `the README has a row for every language`(runtime: Runtime) throws {
        let readme = folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "README.md")
        #expect(try String(contentsOf: readme, encoding: .utf8).contains("\n| `\(runtime.rawValue)` | "))
    }

    @Test(arguments: Runtime.allCases)
    func `the trace is read as it says beside it`(runtime: Runtime) throws {
        let text = try String(contentsOf: folder.appending(path: "\(runtime.rawValue).txt"), encoding: .utf8)
        let expected = try String(contentsOf: folder.appending(path: "\(runtime.rawValue).read.txt"), encoding: .utf8)
        let error = parseError(in: text)
        #expect(written(error) + "\n" == expected)
        #expect(error?.runtime == runtime)
    }
}
