// The page around the blocks: head, sections, verdict, facts, figures, folds.

import Foundation
import MarkdownHTML
import Testing

@Test func `the h1 gives the title and the h2 headings give the sections`() {
    let page = page(failurePage)
    #expect(page.title == "POST /orders → 500 Handled error")
    #expect(page.sections.prefix(3).map(\.id) == ["error-caught-by-the-code", "group", "timeline"])
    #expect(page.sections[0].title == "Error, caught by the code")
}

@Test func `a bold status in the h1 is a badge`() {
    let reader = HTMLReader(html("# `GET /` → **404** Not found"))
    #expect(reader.first("span", class: "status")?.attributes["class"] == "status s4")
    #expect(reader.first("h1")?.text.trimmed == "GET / → 404 Not found")
}

@Test func `the paragraph before the h1 is the kicker, its times carry their offset`() {
    let reader = HTMLReader(html("Failing request · 2024-06-04 02:17:43.512 UTC · 2024-06-04 04:17 +02:00\n\n# T"))
    #expect(reader.all("span", class: "dot").count == 2)
    #expect(reader.all("time").map { $0.attributes["datetime"] } == ["2024-06-04T02:17:43.512Z", "2024-06-04T04:17+02:00"])
    #expect(reader.all("time").map(\.text) == ["2024-06-04 02:17:43.512 UTC", "2024-06-04 04:17 +02:00"])
}

@Test func `a time without an offset is left alone`() {
    #expect(HTMLReader(html("# T\n\n2024-06-04 02:17:43 and 12024-06-04 02:17 UTC")).first("time") == nil)
}

@Test func `the block quote after the h1 is the verdict with its proof beside it`() {
    let source = """
        # T

        > The sentence.
        >
        > The advice.
        >
        > **Proof** — verdict certain, join exact
        >
        > - L17 — `ERROR x — y` — the function logged it
        > - F2 — `b`
        >
        > A note.
        """
    let reader = HTMLReader(html(source))
    #expect(reader.first("p", class: "sentence")?.text.trimmed == "The sentence.")
    #expect(reader.first("p", class: "advice")?.text.trimmed == "The advice.")
    #expect(reader.first("p", class: "sidehead")?.text.trimmed == "Proofverdict certain, join exact")
    #expect(reader.all("a").map { $0.attributes["href"] } == ["#L17", "#F2"])
    #expect(reader.all("span", class: "quote").map(\.text) == ["ERROR x — y", "b"])
    #expect(reader.all("span", class: "means").map(\.text) == ["the function logged it"])
    #expect(reader.first("div", class: "side")?.text.contains("A note.") == true)
}

@Test func `a verdict may be a sentence alone`() {
    let reader = HTMLReader(html("# T\n\n> The sentence."))
    #expect(reader.first("div", class: "verdict")?.attributes["class"] == "verdict alone")
    #expect(reader.first("div", class: "side") == nil)
}

@Test func `other block quotes that open in bold are call-outs`() {
    let reader = HTMLReader(html("# T\n\n> V\n\n> **Coverage.** x\n\n## A\n\n> **Note.** y\n\n> z"))
    #expect(reader.all("aside").map { $0.attributes["class"] } == ["callout warn", "callout"])
    #expect(reader.all("blockquote").map(\.text.trimmed) == ["z"])
}

@Test func `keys and values are a grid in the head and rows in a section`() {
    let facts = "- **A:** x\n- **B:** `y`\n"
    let reader = HTMLReader(html("# T\n\n\(facts)\n## S\n\n\(facts)"))
    #expect(reader.all("dl").map { $0.attributes["class"] } == ["facts", "rows"])
    #expect(reader.all("dt").map(\.text) == ["A", "B", "A", "B"])
    #expect(reader.all("dd").map(\.text.trimmed) == ["x", "y", "x", "y"])
}

@Test func `five facts take five columns`() {
    let facts = (1...5).map { "- **K\($0):** v" }.joined(separator: "\n")
    #expect(HTMLReader(html("# T\n\n\(facts)")).first("dl")?.attributes["class"] == "facts five")
}

@Test func `values with small lines are a KPI row`() {
    let reader = HTMLReader(html("# T\n\n- **Client errors:** 1,327 — 1.35 % — ▲ 0.61\n- **p95 latency:** 412 ms — p50 49 ms"))
    #expect(reader.first("dl")?.attributes["class"] == "kpi")
    #expect(reader.all("span", class: "value").map(\.text) == ["1,327", "412 ms"])
    #expect(reader.all("span", class: "unit").map(\.text) == [" ms"])
    #expect(reader.all("span", class: "sub").map(\.text) == ["1.35 %", "▲ 0.61", "p50 49 ms"])
    #expect(reader.all("div", class: "c5").count == 1)
}

@Test func `a list whose items do not all have keys stays a list`() {
    #expect(HTMLReader(html("# T\n\n- **A:** x\n- b")).first("dl") == nil)
    #expect(HTMLReader(html("# T\n\n1. **A:** x")).first("dl") == nil)
}

@Test func `an image of a chart is a figure with its caption and peaks`() {
    let source = """
        # T

        ## S

        ![What it shows](charts/a.svg)

        The caption.

        - **A** first
        - **B** second

        After.

        ![Alone](charts/b.svg)
        """
    let reader = HTMLReader(html(source))
    #expect(reader.all("figure").count == 2)
    #expect(reader.all("title").map(\.text) == ["charts/a.svg", "charts/b.svg"])
    #expect(reader.all("figcaption")[0].text.contains("The caption."))
    #expect(reader.all("figcaption")[0].text.contains("second"))
    #expect(!reader.all("figcaption")[0].text.contains("After."))
    #expect(reader.all("figcaption")[1].text.trimmed == "Alone")
}

@Test func `a chart that does not exist stays an image`() {
    let none = FigureSource(chart: { _ in nil }, cell: { _, _ in nil })
    let reader = HTMLReader(renderPage("# T\n\n![x](charts/a.svg)", figures: none).html.text)
    #expect(reader.first("figure") == nil)
    #expect(reader.first("img")?.attributes["alt"] == "x")
}

@Test func `numbers and raw text are folded up to the next heading`() {
    let reader = HTMLReader(
        html("# T\n\n## S\n\n### The numbers behind this chart\n\nx\n\n### Other\n\ny\n\n### Raw rows, 3\n\nz\n\n## N\n\nn"))
    #expect(reader.all("details").map { $0.attributes["id"] } == ["the-numbers-behind-this-chart", "raw-rows"])
    #expect(reader.all("details").map(\.text.trimmed) == ["The numbers behind this chart\n\nx", "Raw rows, 3\n\nz"])
    #expect(reader.first("h3")?.attributes["id"] == "other")
}

@Test func `an empty state says what was not found`() {
    let reader = HTMLReader(
        html("# T\n\n## S\n\n**None.** No call used over 90 %.\n\n**No exception was logged.** x\n\n**Nothing** y"))
    #expect(reader.all("p", class: "empty").count == 2)
}

@Test func `ids leave numbers out, are given once and link to themselves`() {
    let reader = HTMLReader(html("# T\n\n## Where the 1,327 failures arose\n\n## Where the 9 failures arose\n\n## 12\n\n## Main"))
    #expect(
        reader.all("section").map { $0.attributes["id"] } == [
            "where-the-failures-arose", "where-the-failures-arose-2", "section", "main-2",
        ])
    #expect(reader.all("a", class: "permalink").first?.attributes["href"] == "#where-the-failures-arose")
}

@Test func `raw HTML and dangerous links are left out`() {
    let page = html("# T\n\n<script>x</script>\n\na <b>c</b> [d](javascript:e) ![f](vbscript:g)\n")
    #expect(!page.contains("<script") && !page.contains("<b>") && !page.contains("javascript:") && !page.contains("vbscript:"))
}

@Test func `a document may be empty or lack its title`() {
    #expect(page("").title == "")
    #expect(page("text\n\n## S\n").sections.map(\.id) == ["s"])
    #expect(HTMLReader(html("text")).first("p")?.text == "text")
}

@Test func `line ends of any kind are the same`() {
    #expect(html(overviewPage) == html(overviewPage.replacing("\n", with: "\r\n")))
}

@Test func `the same document gives the same bytes`() {
    #expect(html(failurePage) == html(failurePage))
}

@Test func `a page carries no style attribute, no script and no event handler`() {
    for document in [failurePage, overviewPage, kitPage] {
        let reader = HTMLReader(html(document))
        let names = reader.elements.flatMap { $0.attributes.keys }
        #expect(!names.contains("style") && !names.contains { $0.hasPrefix("on") })
        #expect(reader.first("script") == nil && reader.first("style") == nil)
    }
}

@Test(
    .timeLimit(.minutes(30)),
    arguments: [
        String(repeating: "> ", count: 20_000) + "x", String(repeating: "- ", count: 20_000) + "x",
        String(repeating: "*", count: 100_000), String(repeating: "[", count: 50_000), String(repeating: "a **b ", count: 20_000),
        String(repeating: "![", count: 50_000), String(repeating: "` ", count: 50_000),
        "| a |\n| - |\n" + String(repeating: "|", count: 100_000),
        "```log\n" + String(repeating: "L1 | ", count: 20_000),
        "```log\nL1 | 0 | 0 | function | | x\n" + String(repeating: "    y\n", count: 50_000),
        "```stack\nA: b\n" + String(repeating: "caused by\nC: d\n", count: 10_000),
        "```json\n" + String(repeating: "{\"a\":[", count: 20_000),
        "```layers\n" + String(repeating: "|", count: 100_000), "# T\n\n" + String(repeating: "## same\n\n", count: 5_000),
        "# T\n\n> " + String(repeating: " — ", count: 20_000), String(repeating: "[user#", count: 20_000),
        String(repeating: "2024-01-01 ", count: 20_000),
    ]) func `hostile documents end soon`(document: String)
{
    #expect(html(document).utf8.count > 0)
    #expect(markdownTwin(of: document) == document)
}

@Test func `deep nesting is cut`() {
    let page = html("# T\n\n" + String(repeating: "> ", count: 1000) + "x")
    #expect(HTMLReader(page).all("blockquote").count < 70)
}

/// Writes the sample pages where a person wants to look at them.
@Test(.enabled(if: ProcessInfo.processInfo.environment["FAULTLINE_PREVIEW"] != nil))
func `the sample pages can be looked at`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["FAULTLINE_PREVIEW"])
    for (name, document) in [("failure", failurePage), ("overview", overviewPage), ("kit", kitPage)] {
        try html(document).write(toFile: "\(folder)/\(name).main.html", atomically: true, encoding: .utf8)
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
