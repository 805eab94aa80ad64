// The twin: the document as it reads without the page.

import MarkdownHTML
import Testing

@Test func `in-cell figures become their text`() {
    #expect(
        markdownTwin(of: "| ![47.5 %](bar:0.475) | ![a b](spark:0,3,9) | ![Function](fault:function-5) — Function |")
            == "| 47.5 % | a b | Function — Function |")
}

@Test func `a figure without words leaves no blank behind`() {
    #expect(
        markdownTwin(of: "| ![](bar:0.475) 47.5 % | by ![](swatch:edge)\u{A0}WAF, ![](swatch:gateway)\u{A0}gateway |")
            == "| 47.5 % | by WAF, gateway |")
}

@Test func `other images, fenced blocks and code spans stay`() {
    let source =
        "![x](charts/a.svg) `![y](bar:1)` \\![z](bar:1)\n\n```log\n![q](bar:1)\n```\n\n~~~\n![r](bar:1)\n~~~\n![s](bar:1)\n"
    #expect(markdownTwin(of: source) == source.replacing("~~~\n![s](bar:1)", with: "~~~\ns"))
}

@Test func `an unclosed image is text`() {
    #expect(markdownTwin(of: "a ![b](bar:1 c") == "a ![b](bar:1 c")
    #expect(markdownTwin(of: "a ![b") == "a ![b")
}

@Test func `a document without figures is its own twin`() {
    #expect(markdownTwin(of: "# T\n\nx\n") == "# T\n\nx\n")
    #expect(markdownTwin(of: "") == "")
    #expect(markdownTwin(of: "\n\na") == "\n\na")
}

@Test func `em dashes of values read as such`() {
    #expect(markdownTwin(of: Markdown.text("a — b").source) == "a — b")
}

@Test(arguments: hostileStrings) func `a value reads the same from the twin`(value: String) {
    guard !value.isEmpty else { return }
    let twin = markdownTwin(of: "# T\n\nabc \(Markdown.text(value).source) def\n")
    #expect(HTMLReader(html(twin)).first("p")?.text == "abc \(onOneLine(value)) def")
}

@Test func `a figure without a file is its caption, but not where it is quoted`() {
    let document = "![Milliseconds](timeline.svg)\n\n```text\n![Milliseconds](timeline.svg)\n```\n"
    #expect(
        markdownTwin(of: document, captioning: ["timeline.svg"])
            == "Milliseconds\n\n```text\n![Milliseconds](timeline.svg)\n```\n")
    #expect(markdownTwin(of: document) == document)
}
