// A value in every kind of fragment, side by side on a page: what goes in comes out as text, and the page has the elements that it has with
// a harmless value.

import MarkdownHTML

/// Elements that a page makes of plain text (a time, a badge): they are ours, add no text and may come and go.
private let ours: Set<String> = ["span", "time", "strong", "svg", "i"]
private let attributes: Set<String> = [
    "class", "id", "href", "aria-label", "role", "tabindex", "scope", "datetime", "open", "width", "height", "aria-hidden",
    "data-tab", "start", "title", "colspan", "hidden", "for",
]
private let figures = FigureSource(chart: { _ in nil }, cell: { scheme, _ in "<svg class=\"\(scheme)\"></svg>" })
private let harmless = page("x").skeleton

func markdownPage(_ bytes: [UInt8]) {
    let value = String(decoding: bytes, as: UTF8.self)
    guard !value.isEmpty else { return }
    let document = source(value)
    let page = Page(rendered(document))
    let line = onOneLine(value)
    expect(page.skeleton == harmless, "another page:\n\(page.skeleton)\n\(harmless)\n\(document)")
    check(page, line)
    expect(equal(page.first("pre"), block(value)), "fenced text: \(page.first("pre"))")
    expect(equal(page.all("td").last ?? "", line), "log: \(page.all("td").last ?? "")")
    // What is published beside the page reads the same. (Figures have become text there, so only the words are compared.)
    check(Page(renderPage(markdownTwin(of: Array(document.utf8)), figures: figures)), line)

    // Fragments that touch each other and fences that are cut into columns have no one text; they must not make anything either.
    let halves = [
        value.unicodeScalars.prefix(value.unicodeScalars.count / 2),
        value.unicodeScalars.suffix((value.unicodeScalars.count + 1) / 2),
    ]
    let (first, second) = (String(String.UnicodeScalarView(halves[0])), String(String.UnicodeScalarView(halves[1])))
    let touching: Markdown = "\(.text(first))\(.code(second))\(.text(second))\(.code(first))\(.code(second))\(.text(first))"
    let touched = Page(rendered("# T\n\nabc \(touching.source) def\n"))
    let expected = [first, second, second, first, second, first].map(onOneLine).joined()
    expect(
        equal(withoutBlanks(touched.first("p")), withoutBlanks("abc \(expected) def")),
        "side by side: \(touched.first("p").debugDescription) is not \(expected.debugDescription)")
    for kind: StaticString in ["log", "stack", "json", "layers", "text"] {
        _ = Page(rendered("# T\n\n\(Markdown.fenced(kind, value).source)\n\nafter\n")).skeleton
    }
}

private func source(_ value: String) -> String {
    """
    # T \(Markdown.text(value).source)

    abc \(Markdown.text(value).source) def

    \(Markdown.text(value).source)

    ## A \(Markdown.text(value).source)

    - \(Markdown.text(value).source)
    - \(Markdown.code(value).source)

    | a | b | c |
    | --- | --- | --- |
    | x | \(Markdown.cell(.text(value)).source) | z |
    | x | \(Markdown.cell(.code(value)).source) | z |

    \(Markdown.fenced("text", value).source)

    see \(Markdown.link(.text(value), to: value).source) there

    \(Markdown.fenced("log", "L1 | 00:00:00.000 |  | function | INFO | \(onOneLine(value))").source)

    after

    """
}

private func page(_ value: String) -> Page { Page(rendered(source(value))) }

private func rendered(_ document: String) -> RenderedPage { renderPage(Array(document.utf8), figures: figures) }

private func check(_ page: Page, _ line: String) {
    let paragraphs = page.all("p")
    expect(paragraphs.contains { equal($0, "abc \(line) def") }, "between words: \(paragraphs)")
    expect(paragraphs.contains { equal($0, line) }, "paragraph: \(paragraphs)")
    expect(paragraphs.contains { equal($0, "see \(line) there") }, "link: \(paragraphs)")
    expect(paragraphs.last == "after", "behind the last fence: \(paragraphs)")
    expect(equal(page.first("h1"), "T \(line)"), "title: \(page.first("h1"))")
    expect(equal(page.first("h2"), "A \(line) #"), "heading: \(page.first("h2"))")
    expect(page.all("li").allSatisfy { equal($0, line) } && page.all("li").count == 2, "list: \(page.all("li"))")
    let cells = page.all("td")
    expect(cells.contains { equal($0, line) } && cells.contains("z"), "table: \(cells)")
}

private struct Page {
    private let reader: TagReader

    init(_ page: RenderedPage) {
        reader = TagReader(page.html)
        for element in reader.elements {
            for (name, value) in element.attributes {
                expect(attributes.contains(name), "an attribute '\(name)' in \(String(decoding: page.html, as: UTF8.self))")
                let scheme = name == "href" ? scheme(of: value) : nil
                expect(scheme.map(["http", "https", "mailto"].contains) ?? true, "a link to \(value)")
            }
        }
    }

    /// Names of elements, in order, without what plain text may become.
    var skeleton: String { reader.elements.map(\.name).filter { !ours.contains($0) }.joined(separator: " ") }

    func all(_ name: String) -> [String] { reader.elements.filter { $0.name == name }.map(\.text) }
    func first(_ name: String) -> String { all(name).first ?? "" }
}

/// As a browser reads it: letters first, up to a colon, with nothing but letters, digits and three signs before it.
private func scheme(of target: String) -> String? {
    let name = target.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard name.count < target.utf8.count else { return nil }
    let isScheme = name.allSatisfy { byte in
        switch byte | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: "0123456789+-.".utf8.contains(byte)
        }
    }
    return isScheme ? String(decoding: name, as: UTF8.self).lowercased() : nil
}

/// By bytes: `==` would take different spellings of one character for the same. Line ends around custom blocks do not show.
private func equal(_ left: String, _ right: String) -> Bool { trimmed(left) == trimmed(right) }

private func trimmed(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)[...]
    while bytes.first == 0x0A { bytes.removeFirst() }
    while bytes.last == 0x0A { bytes.removeLast() }
    return Array(bytes)
}

private func withoutBlanks(_ text: String) -> String { String(decoding: text.utf8.filter { $0 != 0x20 }, as: UTF8.self) }

private func block(_ value: String) -> String {
    String(decoding: Array(shown(value).utf8).lineEnds(0x0A), as: UTF8.self)
}

private func onOneLine(_ value: String) -> String {
    String(decoding: Array(shown(value).utf8).lineEnds(0x20), as: UTF8.self)
}

/// What hides or reorders text is told by its number.
private func shown(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: result.unicodeScalars.append(scalar)
        case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF, 0xE0000...0xE007F:
            result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

extension [UInt8] {
    fileprivate func lineEnds(_ replacement: UInt8) -> [UInt8] {
        var result: [UInt8] = []
        for (place, byte) in enumerated() {
            if byte == 0x0D || byte == 0x0A && (place == 0 || self[place - 1] != 0x0D) { result.append(replacement) }
            if byte != 0x0D && byte != 0x0A { result.append(byte) }
        }
        return result
    }
}
