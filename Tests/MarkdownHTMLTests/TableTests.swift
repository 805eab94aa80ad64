// Pipe tables: GFM's syntax, held against the examples of its specification (198 to 205), and what pages make of cells.

import MarkdownHTML
import Testing

private struct Grid: Equatable {
    var head: [String]
    var rows: [[String]]
}

private func grid(_ markdown: String) -> Grid? {
    let reader = HTMLReader(html("# T\n\n\(markdown)"))
    guard reader.first("table") != nil else { return nil }
    var rows: [[String]] = []
    for element in reader.elements {
        if element.name == "tr" { rows.append([]) }
        if element.name == "td" || element.name == "th" { rows[rows.count - 1].append(element.text) }
    }
    return Grid(head: rows.first ?? [], rows: Array(rows.dropFirst()))
}

@Test func `GFM 198, a table has a header and rows`() {
    #expect(grid("| foo | bar |\n| --- | --- |\n| baz | bim |") == Grid(head: ["foo", "bar"], rows: [["baz", "bim"]]))
}

@Test func `GFM 199, pipes at the ends and equal widths are not needed`() {
    let table = html("# T\n\n| abc | defghi |\n:-: | -----------:\nbar | baz")
    #expect(grid("| abc | defghi |\n:-: | -----------:\nbar | baz") == Grid(head: ["abc", "defghi"], rows: [["bar", "baz"]]))
    #expect(HTMLReader(table).all("th", class: "num").map(\.text) == ["defghi"])
    #expect(HTMLReader(table).all("td", class: "num").map(\.text) == ["baz"])
}

@Test func `GFM 200, an escaped pipe stands in a cell, in code and emphasis too`() {
    let source = "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |"
    #expect(grid(source) == Grid(head: ["f|oo"], rows: [["b | az"], ["b | im"]]))
    #expect(HTMLReader(html("# T\n\n\(source)")).first("code")?.text == "|")
    #expect(HTMLReader(html("# T\n\n\(source)")).first("strong")?.text == "|")
}

@Test func `GFM 201, another block ends the table`() {
    let source = "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar"
    #expect(grid(source) == Grid(head: ["abc", "def"], rows: [["bar", "baz"]]))
    #expect(HTMLReader(html("# T\n\n\(source)")).first("blockquote")?.text.contains("bar") == true)
}

@Test func `GFM 202, an empty line ends the table and a line without pipes does not`() {
    let source = "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar"
    #expect(grid(source) == Grid(head: ["abc", "def"], rows: [["bar", "baz"], ["bar", ""]]))
    #expect(HTMLReader(html("# T\n\n\(source)")).first("p")?.text == "bar")
}

@Test func `GFM 203, header and delimiter row must match`() {
    #expect(grid("| abc | def |\n| --- |\n| bar |") == nil)
    #expect(HTMLReader(html("# T\n\n| abc | def |\n| --- |\n| bar |")).first("p")?.text == "| abc | def |\n| --- |\n| bar |")
}

@Test func `GFM 204, missing cells are empty and excess cells are ignored`() {
    #expect(
        grid("| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |")
            == Grid(head: ["abc", "def"], rows: [["bar", ""], ["bar", "baz"]]))
}

@Test func `GFM 205, a table may have no rows`() {
    #expect(grid("| abc | def |\n| --- | --- |") == Grid(head: ["abc", "def"], rows: []))
    #expect(HTMLReader(html("# T\n\n| abc | def |\n| --- | --- |")).first("tbody") == nil)
}

@Test func `a cell holds no blocks, whatever it begins with`() {
    #expect(
        grid("| a | b | c | d |\n| --- | --- | --- | --- |\n| # x | - y | 1. z | [q]: /u |\n| > x | ``` | ~~~ | --- |")
            == Grid(head: ["a", "b", "c", "d"], rows: [["# x", "- y", "1. z", "[q]: /u"], ["> x", "```", "~~~", "---"]]))
}

@Test func `the frame scrolls, takes focus and is named by its section`() {
    let frame = HTMLReader(html("# T\n\n## Around \\<it>\n\n| a |\n| --- |\n| b |")).first("div", class: "table")
    #expect(frame?.attributes == ["class": "table", "role": "region", "tabindex": "0", "aria-label": "Around <it>"])
}

@Test func `the first text column heads its rows and numbers stand right`() {
    let reader = HTMLReader(html("# T\n\n| n | Name | Count |\n| --: | --- | --: |\n| 1 | a | 2 |"))
    #expect(reader.all("th").map { $0.attributes["scope"] } == ["col", "col", "col", "row"])
    #expect(reader.all("th").last?.text == "a")
    #expect(reader.all("td", class: "num").map(\.text) == ["1", "2"])
}

@Test func `text after an em dash is a second line, but not in code or links`() {
    let reader = HTMLReader(html("# T\n\n| a | b |\n| --- | --- |\n| x — y — `c — d` | [l — m](u) |"))
    #expect(reader.all("span", class: "sub").map(\.text) == ["y", "c — d"])
    #expect(reader.all("td").last?.text == "l — m")
}

@Test func `a row that begins empty continues the row above`() {
    let reader = HTMLReader(html("# T\n\n| a | b | c |\n| --- | --- | --- |\n| 500 | x | y |\n| | | z |"))
    #expect(reader.all("tr", class: "cont").count == 1)
    #expect(reader.all("td", class: "above").count == 2)
}

@Test func `a last row with a bold name is the foot`() {
    let reader = HTMLReader(html("# T\n\n| a | n |\n| --- | --: |\n| x | 1 |\n| **All** | 1 |"))
    #expect(reader.first("tfoot")?.text == "All1")
    #expect(reader.first("tbody")?.text == "x1")
}

@Test func `a last row with a bold time is the row the page is about`() {
    let reader = HTMLReader(html("# T\n\n| a | n |\n| --- | --: |\n| x | 1 |\n| **02:17** | 1 |"))
    #expect(reader.first("tfoot") == nil)
    #expect(reader.first("tr", class: "here")?.text == "02:171")
}

@Test func `names that are all bold make no foot`() {
    let reader = HTMLReader(html("# T\n\n| a | n |\n| --- | --: |\n| **x** | 1 |\n| **y** | 1 |"))
    #expect(reader.first("tfoot") == nil)
    #expect(reader.first("tr", class: "here") == nil)
}

@Test func `every row but the foot has an anchor made of its name, each its own`() {
    let source =
        "| n | Name |\n| --: | --- |\n| 1 | [02:17:43.512](a) — sub |\n| 2 | `GET /x` |\n| 3 | `GET /x` |\n| **All** | x |"
    let rows = HTMLReader(html("# T\n\n\(source)")).all("tr")
    #expect(rows.map { $0.attributes["id"] ?? "" } == ["", "row-02-17-43-512", "row-get-x", "row-get-x-2", ""])
}

@Test func `a status in a text column is a badge, a count in a number column is not`() {
    let reader = HTMLReader(html("# T\n\n| a | b | n |\n| --- | --- | --: |\n| 502 | [404](u) | 231 |\n| 099 | 600 | 500 |"))
    #expect(reader.all("span", class: "status").map(\.text) == ["502", "404"])
    #expect(reader.all("span", class: "status").map { $0.attributes["class"] } == ["status s5", "status s4"])
}

@Test func `states of the vocabulary are badges`() {
    let reader = HTMLReader(html("# T\n\n| a |\n| --- |\n| **New** |\n| **Newer** |\n| **Bad night** |"))
    #expect(reader.all("strong", class: "state").map { $0.attributes["class"] } == ["state new", "state bad"])
}

@Test func `zeroes and what was not measured stand back`() {
    let reader = HTMLReader(html("# T\n\n| a | n |\n| --- | --: |\n| x | 0 |\n| y | – |\n| z | not possible |\n| w | 10 |"))
    #expect(reader.all("td", class: "nil").map(\.text) == ["0", "–", "not possible"])
}

@Test func `small figures keep their text for those who do not see them`() {
    let source = "# T\n\n| a |\n| --- |\n| ![47.5 %](bar:0.475) 47.5 % |\n| ![none](bar:) |\n| ![a](other:1) |"
    let reader = HTMLReader(html(source))
    #expect(reader.all("svg").map { $0.attributes["class"] } == ["bar"])
    #expect(reader.all("span", class: "vh").map(\.text) == ["47.5 %"])
    #expect(reader.elements.compactMap { $0.attributes["title"] } == ["47.5 %"])
    #expect(reader.all("th").map(\.text) == ["a", "47.5 % 47.5 %", "none", ""])
    #expect(reader.all("img").count == 1)
}

@Test(.timeLimit(.minutes(30))) func `a table may have ten thousand rows`() {
    let row = "| [`POST /orders`](a) — sub | 6,412 | **New** |\n"
    let page = html("# T\n\n| a | b | c |\n| --- | --: | --- |\n" + String(repeating: row, count: 10_000))
    #expect(page.ranges(of: "<tr").count == 10_001)
}

@Test func `a cell that is one code span reads as code does anywhere, and names its row`() {
    let table = html("# T\n\n| a | b |\n| --- | --- |\n| `GET /<x>` | `502` |\n| ``a`b`` | `[jwt#1]` |")
    #expect(table.contains("<tr id=\"row-get-x\"><th scope=\"row\"><code>GET /&lt;x&gt;</code></th>"))
    #expect(table.contains("<td><span class=\"status s5\">502</span></td>"))
    #expect(table.contains("<code>a`b</code>"))
    #expect(table.contains("<td><code><span class=\"redacted\">[jwt#1]</span></code></td>"))
}
