// How fragments look in the twin: as little escaped as it takes.

import MarkdownHTML
import Testing

@Test(arguments: [
    ("plain words", "plain words"), ("snake_case_name", "snake_case_name"), ("a < b", "a \\< b"), ("AT&T", "AT\\&T"),
    ("a & b", "a & b"),
    ("issue #5", "issue #5"), ("# heading", "\\# heading"), ("1. one", "1\\. one"), ("3.14", "3.14"), ("3.", "3\\."),
    ("a - b", "a - b"),
    ("- a", "\\- a"),
    ("a|b", "a\\|b"), ("(x)", "\\(x)"), ("two\nlines", "two lines"), ("GET /users/{id}", "GET /users/{id}"), ("what!", "what\\!"),
]) func `text is escaped only where it must be`(value: String, source: String) {
    #expect(Markdown.text(value).source == source)
}

@Test func `code takes the shortest run of backticks that is free`() {
    #expect(Markdown.code("a").source == "`a`")
    #expect(Markdown.code("a`b").source == "``a`b``")
    #expect(Markdown.code("a``b").source == "`a``b`")
    #expect(Markdown.code("`a`").source == "`` `a` ``")
    #expect(Markdown.code("").source == "")
}

@Test func `a fence is longer than any in its text`() {
    #expect(Markdown.fenced("log", "a").source == "```log\na\n```")
    #expect(Markdown.fenced("text", "````\n").source == "`````text\n````\n`````")
}

@Test func `a cell escapes the pipes of whatever it holds`() {
    #expect(Markdown.cell(.code("a|b")).source == "`a\\|b`")
    #expect(Markdown.cell("x \(.code("|")) \(2)").source == "x `\\|` 2")
}

@Test func `link targets are encoded and cannot bring a scheme`() {
    #expect(Markdown.link("t", to: "a b.html?x=1&y=<z>#L17").source == "[t](<a%20b.html?x=1&amp;y=%3Cz%3E#L17>)")
    #expect(Markdown.link("t", to: "https://example.com/").source == "[t](<https://example.com/>)")
    #expect(Markdown.link("t", to: "JavaScript:alert(1)").source == "[t](<JavaScript%3Aalert%281%29>)")
}

@Test func `code spans side by side stay apart`() {
    #expect("\(.code("a"))\(.code("b"))" as Markdown == "`a` `b`")
    #expect(Markdown.joined([.code("a"), .code("b")], separator: "") == "`a` `b`")
    #expect(Markdown.joined(["a", "b"], separator: ", ") == "a, b")
}

/// Behind a last letter the asterisk changes nothing but itself, and has all of the text looked at byte by byte.
@Test func `text that says itself is what the escaping of all its bytes would give`() {
    let pieces = [
        "a", "B", "1", "23", " ", "  ", "-", "+", "=", ">", ":", ".", ")", "(", ",", "/", "%", "'", "\"", ";", "@", "?", "{", "}",
        "_", "\u{A0}",
        "#", "!", "&", "<", "|", "~", "$", "\t", "\u{2014}", "e\u{301}", "\u{200B}",
    ]
    var state: UInt64 = 7
    func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }
    var untouched = 0
    for _ in 0..<5000 {
        let text = (0..<1 + next(5)).map { _ in pieces[next(pieces.count)] }.joined() + "z"
        let source = Markdown.text(text).source
        #expect(Markdown.text(text + "*").source == source + "\\*", "\(text.debugDescription)")
        if source == text { untouched += 1 }
    }
    #expect(untouched > 1000)
}
