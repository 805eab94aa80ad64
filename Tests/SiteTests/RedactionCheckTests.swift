// The second look: what a stranger would find in the files of a site.

import Foundation
import Model
import Redaction
import Site
import Testing

/// Assembled, so that no tool takes it for a real token.
private let token = "ghp" + "_0123456789abcdefghijABCDEFGHIJ012345"

@Suite struct RedactionCheckTests {
    /// Publishes the files and answers where the check finds something.
    private func leaks(_ files: [String: String]) throws -> [String] {
        let folder = NSTemporaryDirectory() + "faultline-check-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let parts = files.map { path, text in SitePart { [SiteFile(path: path, bytes: Array(text.utf8))] } }
        let start = Timestamp(year: 2026, month: 3, day: 12)
        let facts = ManifestFacts(
            toolVersion: "0.1.0", madeAt: start, range: TimeRange(since: start, until: start + 1), inputs: [])
        _ = try SiteWriter(output: folder, jobs: 1).publish(parts, manifest: facts)
        return try checkRedaction(ofSite: folder, by: Redactor(), jobs: 2).leaks.map { "\($0.path):\($0.line): \($0.rule)" }
    }

    @Test(arguments: [
        ("a.html", "<p>x</p>\n<p>by \(token)</p>", 2), ("a.html", "<p title=\"a\n\(token)\">x</p>", 2),
        ("a.html", "<pre><span>ghp</span>_0123456789<span>abcdefghijABCDEFGHIJ012345</span></pre>", 1),
        ("a.svg", "<svg><title>\(token)</title></svg>", 1), ("a.md", "# x\n\nby \(token.replacing("_", with: "\\_"))\n", 3),
        ("a.md", "```log\nL1 \(token)\n```\n", 2), ("report.json", "{\"a\":\n\"\(token)\"}", 2),
        ("data/a.js", "faultline(\"\(token)\")", 1), ("failures/ab/c.txt", "one\ntwo\n\(token)", 3),
    ])
    func `a token is found in every kind of file, with its line`(path: String, text: String, line: Int) throws {
        #expect(try leaks([path: text, "index.html": "<p>fine</p>"]) == ["\(path):\(line): vendor-token"])
    }

    @Test func `entities, escapes and JSON in attributes hide nothing`() throws {
        #expect(
            try leaks([
                "a.html":
                    "<td>{&quot;password&quot;:&quot;hunter2&quot;}</td><td title='{&quot;pwd&quot;:&quot;x1y2&quot;}'></td>",
                "b.md": #"- **Log:** {"pass\_word":1, "password":"hunter2"}"#,
            ]) == ["a.html:1: secret", "b.md:1: secret"])
    }

    @Test func `placeholders, the page's own words and the theme's files are no finding`() throws {
        #expect(
            try leaks([
                "a.html": "<p>answered with <code>INVALID_API_KEY</code>: <code>Forbidden</code> <span>[secret#1]</span></p>",
                "b.md": "answered with `INVALID_API_KEY`: `Forbidden` password=\\[secret\\#12\\]\n",
                "c.html": "<a href='explore.html#endpoint=GET+/x?pwd=%5Bsecret%231%5D&amp;class=5xx'>1</a>",
                "d.md": "[1](<explore.html#endpoint=GET+/x?pwd=%5Bsecret%231%5D&amp;class=5xx>)",
                "assets/x.js": "let password = \"\(token)\"",
            ]) == [])
    }

    @Test func `a folder that is no site is refused`() throws {
        #expect(throws: SiteWriterError.foreignFolder("/nonexistent")) {
            try checkRedaction(ofSite: "/nonexistent", by: Redactor(), jobs: 1)
        }
    }
}
