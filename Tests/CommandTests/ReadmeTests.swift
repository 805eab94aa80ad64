// The README says what the code does now: its tables are held against the code's own lists.

import Foundation
import Model
import Redaction
import Testing

@Suite struct `The README` {
    private static let text: String = {
        let file = Fixtures.folder.deletingLastPathComponent().appendingPathComponent("README.md")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    @Test(arguments: Cause.allCases)
    func `has a row for every cause, with its layer`(cause: Cause) {
        #expect(Self.text.contains("| `\(cause.rawValue)` | \(cause.layer.rawValue) |"))
    }

    @Test func `has a row for every container and record that the command lists, with the same words`() throws {
        let listed = try Workspace().run(["formats"]).output.split(separator: "\n").map(String.init)
        let names = listed.indices.filter { listed[$0].hasPrefix("  ") && !listed[$0].hasPrefix("   ") }
        #expect(names.count > 20)
        for place in names {
            let row = "| `\(listed[place].dropFirst(2))` | \(listed[place + 1].dropFirst(4)) |"
            #expect(Self.text.contains(row), "\(row)")
        }
    }

    @Test(arguments: RedactionRule.all.map(\.name))
    func `has a row for every redaction rule, with the same words`(name: String) throws {
        let rule = try #require(RedactionRule.all.first { $0.name == name })
        #expect(Self.text.contains("| `\(rule.name)` | \(rule.description) |"))
    }

    @Test func `has a row for every exit code that the help names`() throws {
        let help = try Workspace().run(["--help"]).output
        for code in ["0", "1", "2", "3", "4", "5", "7"] {
            #expect(help.contains(try Regex("[:;]\\s+\(code)\\s+[a-z]")), "\(code)")
            #expect(Self.text.contains("| \(code) | "), "\(code)")
        }
        #expect(help.contains("130, 143 interrupted") && Self.text.contains("| 130, 143 | interrupted |"))
    }

    @Test func `names every option of the main job`() throws {
        let help = try Workspace().run(["build", "--help"]).output
        for option in help.matches(of: /--[a-z-]+/).map({ String($0.output) }) where !["--help", "--version"].contains(option) {
            #expect(
                Self.text.contains(option) || ["--start", "--end", "--quiet", "--verbose", "--jobs"].contains(option), "\(option)"
            )
        }
    }
}
