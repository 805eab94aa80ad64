// Whether an input is the same file at its second reading.

import Foundation
import Ingest
import Testing

@Suite struct FileStateTests {
    /// Remembers a file of ten bytes, lets something happen to it, and asks.
    private func hasChanged(after change: (URL) throws -> Void) throws -> Bool {
        let scratch = try ScratchFolder()
        let file = URL(fileURLWithPath: scratch.path).appendingPathComponent("a.log")
        try Data("0123456789".utf8).write(to: file)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: file.path)
        var input = Input(index: 0, name: "a.log", paths: [file.path], hints: InputHints())
        input.rememberFiles()
        try change(file)
        return input.hasChanged
    }

    @Test func `a file that stays, or grows in place, is the same`() throws {
        #expect(try !hasChanged { _ in })
        #expect(
            try !hasChanged { file in
                let handle = try FileHandle(forWritingTo: file)
                try handle.seekToEnd()
                try handle.write(contentsOf: Data("more".utf8))
            })
    }

    @Test func `a file that is cut, rewritten, replaced or gone is another one`() throws {
        #expect(try hasChanged { try FileHandle(forWritingTo: $0).truncate(atOffset: 3) })
        #expect(try hasChanged { try FileHandle(forWritingTo: $0).write(contentsOf: Data("9876543210".utf8)) })
        #expect(try hasChanged { try Data("0123456789abc".utf8).write(to: $0, options: .atomic) })
        #expect(try hasChanged { try FileManager.default.removeItem(at: $0) })
    }

    @Test func `what was not there at first is no change`() {
        var input = Input(index: 0, name: "-", paths: ["/nonexistent/a"], hints: InputHints())
        input.rememberFiles()
        #expect(!input.hasChanged)
    }
}
