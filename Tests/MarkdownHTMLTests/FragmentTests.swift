// Typed fragments: whatever a value says, the page says the same and nothing else.

import Foundation
import MarkdownHTML
import Testing

/// Spans that only set apart what stands there anyway: they are ours, and add no text.
private let ours: Set<String> = ["span", "time", "strong"]

private func expectOnly(_ value: String, in element: HTMLReader.Element?, of html: String, allowing names: [String]) {
    // libcmark puts a line end on either side of a custom block's content; no browser shows it.
    let text = element?.text.trimmingCharacters(in: CharacterSet(charactersIn: "\n"))
    let expected = value.trimmingCharacters(in: CharacterSet(charactersIn: "\n"))
    #expect(text == expected, "\(html.debugDescription)")
    let reader = HTMLReader(html)
    let others = reader.elements.filter { !names.contains($0.name) && !ours.contains($0.name) }
    #expect(others.isEmpty, "\(value.debugDescription) made \(others.map(\.name)): \(html)")
    let attributes = reader.elements.flatMap { $0.attributes.keys }.filter { !knownAttributes.contains($0) }
    #expect(attributes.isEmpty, "\(value.debugDescription) made \(attributes)")
}

private let knownAttributes: Set<String> = ["class", "id", "href", "aria-label", "role", "tabindex", "scope", "datetime"]

@Test func `the corpus is large and has no string twice`() {
    #expect(hostileStrings.count >= 150)
    #expect(Set(hostileStrings.map { Array($0.unicodeScalars) }).count >= hostileStrings.count - 20)
}

@Test(arguments: hostileStrings) func `text in a paragraph is text`(value: String) {
    let html = html("# T\n\n\(Markdown.text(value).source)\n")
    guard !value.isEmpty else { return }
    expectOnly(onOneLine(value), in: HTMLReader(html).first("p"), of: html, allowing: ["div", "h1", "p"])
}

@Test(arguments: hostileStrings) func `text between words is text`(value: String) {
    let html = html("# T\n\nabc \(Markdown.text(value).source) def\n")
    expectOnly("abc \(onOneLine(value)) def", in: HTMLReader(html).first("p"), of: html, allowing: ["div", "h1", "p"])
}

@Test(arguments: hostileStrings) func `text in a heading is text`(value: String) {
    guard !value.isEmpty else { return }
    let html = html("# T\n\n## A \(Markdown.text(value).source)\n")
    expectOnly(
        "A \(onOneLine(value)) #", in: HTMLReader(html).first("h2"), of: html, allowing: ["div", "h1", "h2", "section", "a"])
}

@Test(arguments: hostileStrings) func `text in the title is text`(value: String) {
    guard !value.isEmpty else { return }
    let page = page("# A \(Markdown.text(value).source)\n")
    #expect(page.title == "A \(onOneLine(value))")
    expectOnly("A \(onOneLine(value))", in: HTMLReader(page.html.text).first("h1"), of: page.html.text, allowing: ["div", "h1"])
}

@Test(arguments: hostileStrings) func `text in a list item is text`(value: String) {
    let html = html("# T\n\n- \(Markdown.text(value).source)\n- b\n")
    guard !value.isEmpty else { return }
    expectOnly(onOneLine(value), in: HTMLReader(html).first("li"), of: html, allowing: ["div", "h1", "ul", "li"])
}

@Test(arguments: hostileStrings) func `text in a table cell is text`(value: String) {
    let cell = Markdown.cell(.text(value))
    let html = html("# T\n\n| a | b | c |\n| --- | --- | --- |\n| x | \(cell.source) | z |\n")
    let cells = HTMLReader(html).all("td")
    #expect(cells.count == 2)
    expectOnly(
        onOneLine(value), in: cells.first, of: html, allowing: ["div", "h1", "table", "thead", "tbody", "tr", "th", "td"])
    #expect(cells.last?.text == "z")
}

@Test(arguments: hostileStrings) func `code in a table cell is code`(value: String) {
    let cell = Markdown.cell(.code(value))
    let html = html("# T\n\n| a | b | c |\n| --- | --- | --- |\n| x | \(cell.source) | z |\n")
    let cells = HTMLReader(html).all("td")
    #expect(cells.count == 2)
    expectOnly(
        onOneLine(value), in: cells.first, of: html,
        allowing: ["div", "h1", "table", "thead", "tbody", "tr", "th", "td", "code"])
    #expect(cells.last?.text == "z")
}

@Test(arguments: hostileStrings) func `code in a paragraph is code`(value: String) {
    let html = html("# T\n\n\(Markdown.code(value).source)\n")
    guard !value.isEmpty else { return }
    expectOnly(onOneLine(value), in: HTMLReader(html).first("p"), of: html, allowing: ["div", "h1", "p", "code"])
}

@Test(arguments: hostileStrings) func `code in a heading is code`(value: String) {
    let html = html("# T\n\n## A \(Markdown.code(value).source) z\n")
    expectOnly(
        "A \(onOneLine(value)) z #", in: HTMLReader(html).first("h2"), of: html,
        allowing: ["div", "h1", "h2", "section", "a", "code"])
}

@Test(arguments: hostileStrings) func `code in a list item is code`(value: String) {
    let html = html("# T\n\n- \(Markdown.code(value).source)\n- b\n")
    guard !value.isEmpty else { return }
    expectOnly(onOneLine(value), in: HTMLReader(html).first("li"), of: html, allowing: ["div", "h1", "ul", "li", "code"])
}

@Test(arguments: hostileStrings) func `a fenced block holds the text and its line ends`(value: String) {
    let html = html("# T\n\n\(Markdown.fenced("text", value).source)\n\nafter\n")
    let lines = shown(value).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let expected = lines.isEmpty || lines.hasSuffix("\n") ? lines : lines + "\n"
    expectOnly(expected, in: HTMLReader(html).first("code"), of: html, allowing: ["div", "h1", "pre", "code", "p"])
    #expect(HTMLReader(html).first("p")?.text == "after")
}

@Test(arguments: hostileStrings) func `a fenced log holds the text`(value: String) {
    let html = html("# T\n\n\(Markdown.fenced("log", "L1 | 00:00:00.000 |  | function | INFO | \(onOneLine(value))").source)\n")
    let reader = HTMLReader(html)
    #expect(reader.first("td", class: "m")?.text == onOneLine(value))
    #expect(reader.all("tr").count == 2)
}

@Test(arguments: hostileStrings) func `a link says its text and goes to its target`(value: String) {
    let html = html("# T\n\nsee \(Markdown.link(.text(value), to: value).source) there\n")
    let links = HTMLReader(html).all("a")
    #expect(links.count == 1)
    expectOnly(onOneLine(value), in: links.first, of: html, allowing: ["div", "h1", "p", "a"])
    let target = links.first?.attributes["href"] ?? ""
    #expect(!target.lowercased().hasPrefix("javascript:"))
    #expect(percentDecoded(target) == percentDecoded(shown(value)))
}

private func percentDecoded(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        if byte == UInt8(ascii: "%"), digits.utf8.count == 2, !digits.hasPrefix("+"), let value = UInt8(digits, radix: 16) {
            result.append(value)
            rest = rest.dropFirst(2)
        } else {
            result.append(byte)
        }
    }
    return result
}
