// One cause, one file of advice, one test: none may be missing.

import Foundation
import Model
import Testing

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

@Suite struct CompletenessTests {
    @Test(arguments: Cause.allCases)
    func `Every cause has its advice`(cause: Cause) throws {
        let file = root.appending(path: "Templates/advice/\(cause.rawValue).md")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.utf8.count > 120)
        #expect(!text.hasPrefix("#"))
    }

    @Test func `Every advice belongs to a cause`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Templates/advice").path)
        #expect(files.sorted() == Cause.allCases.map { "\($0.rawValue).md" }.sorted())
    }

    @Test func `Every cause is expected by a test`() throws {
        let folder = root.appending(path: "Tests/DiagnosisTests/Causes")
        let texts = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        for cause in Cause.allCases {
            #expect(texts.contains(".\(cause),"), "no test expects \(cause.rawValue)")
        }
    }

    @Test func `Every cause has a rule of its own`() throws {
        for cause in Cause.allCases {
            let rules = try FileManager.default.contentsOfDirectory(
                at: root.appending(path: "Sources/Diagnosis/Causes"), includingPropertiesForKeys: nil
            ).filter { try String(contentsOf: $0, encoding: .utf8).contains("CauseRule(\n        .\(cause),") }
            #expect(rules.count == 1, "\(cause.rawValue)")
        }
    }
}
