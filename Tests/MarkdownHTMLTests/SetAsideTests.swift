// What is kept out of what libcmark reads: a page is the same as if libcmark had read all of it.

import MarkdownHTML
import Testing

/// The page when libcmark reads the whole document, as it does when that opens with raw HTML, of which a comment is left.
private func readWhole(_ document: String) -> String {
    html("<i>\n\n" + document).replacing("<!-- raw HTML omitted -->\n", with: "", maxReplacements: 1)
}

private let linesOfText = [
    "plain", "a\tb\t", "e\u{301} \u{1F468}\u{200D}\u{1F469}", "a\u{2028}b", "`tick` ``two``", "a & b &amp; &#60;", "<b>x</b>",
    "L1 | 02:17 | +1 ms | function | ERROR | a | b", "... | 3 lines left out | x.txt", "F1 own f | a.js:1", "    four",
]

@Test func `a page is the same when libcmark reads what is set aside`() {
    for kind in ["log", "stack", "layers", "json", "text"] {
        let document = "# T\n\n```\(kind)\n\(linesOfText.joined(separator: "\n"))\n```\n\n## S\n\ntext\n"
        #expect(html(document) == readWhole(document))
    }
    let rows = linesOfText.map { "| \($0.replacing("|", with: "\\|")) | 1 |" }.joined(separator: "\n")
    let table = "# T\n\n| Name | Count |\n|---|--:|\n\(rows)\n\n## S\n\ntext\n"
    #expect(html(table) == readWhole(table))
    #expect(HTMLReader(html(table)).all("tr").count == linesOfText.count + 1)
}

@Test func `hostile text in a fence, in a cell or before them changes nothing`() {
    for text in hostileStrings + ["a\u{0}b", "a\r\nb\rc"] {
        for document in [
            "# T\n\n```log\nL1 | 0 | 0 | function | ERROR | \(text)\n```\n\nafter\n", "# T\n\n```stack\n\(text)\n```\n",
            "# T\n\n| a | b |\n|---|--:|\n| \(text) | 1 |\n| 2 | \(text) |\n\nafter\n",
            "# T\n\n\(text)\n\n```json\n{}\n```\n\n| a |\n|---|\n| 1 |\n", "> \(text)\n```log\nL1\n```\n| a |\n|---|\n| 1 |\n",
            "- \(text)\n\n| a |\n|---|\n| 1 |\n\n```log\n\(text)\n```\n",
        ] {
            #expect(html(document) == readWhole(document), "\(document.debugDescription)")
        }
    }
}

/// Lines that open, close and interrupt blocks, in 4000 orders that are the same in every run.
@Test func `lines in any order make the page that libcmark makes of them`() {
    let lines = [
        "```log", "```", "````json", "````", "   ```", "    ```", "~~~", "``` `a`", "> ```log", "- ```", "  ```", "> q", "- i",
        "  i",
        "1. n", "<div>", "<!--", "-->", "| a | b |", "|---|--:|", "| 1 | 2 |", "| `|` |", "|", "# h", "## h", "===", "---",
        "text",
        "\tx", "", "", "", "", " ",
    ]
    var state: UInt64 = 1
    func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }
    for _ in 0..<4000 {
        let document = (0..<3 + next(9)).map { _ in lines[next(lines.count)] }.joined(separator: "\n")
        #expect(html(document) == readWhole(document), "\(document.debugDescription)")
    }
}

@Test func `a table over the title is no table, and its rows are not lost`() {
    let document = "| a | b |\n|---|---|\n| 1 | 2 |\n\n# T\n"
    #expect(html(document) == readWhole(document))
    #expect(html(document).contains("| 1 | 2 |"))
}
