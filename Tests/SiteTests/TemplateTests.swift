// What is wrong with a template is told at load, with file and line.

import Model
import Site
import Testing

private func problem(_ change: (inout [String: String]) -> Void) -> String {
    var input = NightBuilder.everyKind.input
    change(&input.templates)
    do {
        _ = try plannedSite(input)
        return "no problem"
    } catch {
        return "\(error)"
    }
}

@Suite struct TemplateTests {
    @Test func `an unknown tag is refused with file and line`() {
        #expect(
            problem { $0["overview.md"] = "{{kicker}}\n\n# {{heading}}\n\n{{requets}}\n" }
                == "templates/overview.md:5: unknown tag 'requets'")
    }

    @Test func `a tag of a row is unknown outside its list`() {
        #expect(
            problem { $0["list.md"] = "{{#table}}{{#rows}}{{time}}{{/rows}}\n{{time}}{{/table}}" }
                == "templates/list.md:2: unknown tag 'time'")
    }

    @Test func `a list cannot be printed like a text`() {
        #expect(problem { $0["list.md"] = "{{table}}" } == "templates/list.md:1: unknown tag 'table'")
    }

    @Test func `an unknown partial is refused`() {
        #expect(problem { $0["list.md"] = "\n{{> rows}}" } == "templates/list.md:2: unknown partial 'rows'")
    }

    @Test func `a wrong tag in a partial is told in the partial`() {
        #expect(
            problem { $0["failure-rows.md"] = "| x |\n{{#rows}}\n{{tme}}\n{{/rows}}" }
                == "templates/failure-rows.md:3: unknown tag 'tme'")
    }

    @Test func `a partial that includes itself is refused`() {
        #expect(
            problem { $0["failure-rows.md"] = "{{> failure-rows}}" }
                == "templates/failure-rows.md:1: partial 'failure-rows' includes itself")
    }

    @Test func `sections must be closed in order`() {
        #expect(problem { $0["list.md"] = "{{#table}}" } == "templates/list.md:1: section 'table' is not closed")
        #expect(
            problem { $0["list.md"] = "\n{{/table}}" } == "templates/list.md:2: '{{/table}}' closes a section that is not open")
    }

    @Test func `a tag that is not closed is refused`() {
        #expect(problem { $0["list.md"] = "a\n\n{{heading" } == "templates/list.md:3: a tag is opened with '{{' and not closed")
    }

    @Test func `other delimiters are refused`() {
        #expect(problem { $0["list.md"] = "{{=<% %>=}}" } == "templates/list.md:1: '{{=<% %>=}}' is not supported in templates")
    }

    @Test func `a template that is not there is refused`() {
        #expect(problem { $0["coverage.md"] = nil } == "templates/coverage.md: no such template")
    }

    @Test func `the character that stands for a text while templates are rendered is refused`() {
        #expect(
            problem { $0["list.md"] = String(decoding: [0x61, 0xEF, 0xB7, 0x91, 0x37, 0x3C], as: UTF8.self) }
                == "templates/list.md: U+FDD1 is no character of a text")
    }

    @Test func `the layout is checked too`() {
        #expect(problem { $0["layout.html"] = "<title>{{titel}}</title>" } == "templates/layout.html:1: unknown tag 'titel'")
    }

    @Test func `a template of one's own is used, and its partials are not escaped twice`() throws {
        var input = NightBuilder.everyKind.input
        input.templates["definitions.md"] = "# Mine\n\n{{> own}}"
        input.templates["own.md"] = "{{window}} & \"quoted\""
        let site = try RenderedSite(input)
        #expect(
            site.text("definitions.md")
                == "# Mine\n\n2026\\-03\\-11 22:00 to 2026\\-03\\-12 06:00, UTC \\(\\+00:00\\) & \"quoted\"\n"
                || site.text("definitions.md").hasSuffix(" & \"quoted\"\n"))
    }

    @Test func `the layout escapes markup also where an accent is written over it`() throws {
        var input = NightBuilder.everyKind.input
        input.templates["definitions.md"] = "# a <\u{301}b & c"
        input.templates["layout.html"] = "<title>{{title}}</title>"
        #expect(try RenderedSite(input).text("definitions.html") == "<title>a &lt;\u{301}b &amp; c</title>")
    }

    @Test func `advice is taken from its file and stays inside the verdict`() throws {
        var input = NightBuilder.everyKind.input
        input.templates["advice/handled-error.md"] = "First line\nsecond line.\n\nSecond paragraph.\n"
        let page = try RenderedSite(input).text(String(input.failures[0].page.dropLast(4)) + "md")
        #expect(page.contains("> First line\n> second line.\n> \n> Second paragraph.\n>\n> **Proof**"))
    }
}
