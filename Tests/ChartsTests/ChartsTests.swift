// What holds for every figure in both forms.

import Charts
import Foundation
import Testing

@Suite struct `Every figure` {
    @Test(arguments: Sample.all) func `is well-formed in both forms`(_ sample: Sample) throws {
        for form in [FigureForm.inline, .standalone] {
            let markup = try Markup(sample.svg(form))
            #expect(markup.texts.contains(sample.text.title), "\(sample.name)")
        }
    }

    @Test(arguments: Sample.hostile) func `keeps hostile text harmless`(_ sample: Sample) throws {
        for form in [FigureForm.inline, .standalone] {
            let svg = sample.svg(form)
            let markup = try Markup(svg)
            #expect(!markup.elements.contains("script"))
            #expect(!markup.attributes.contains { $0.name.hasPrefix("on") })
            #expect(!svg.contains("\u{202E}"))
            #expect(!svg.contains("\u{1}"))
            #expect(markup.texts.contains { $0.contains(#"<script>alert('1')</script> & "x" \u202E"#) })
            #expect(!markup.attributes.contains { $0.name == "href" && $0.value.contains("javascript") })
        }
    }

    @Test(arguments: Sample.all + Sample.hostile) func `has no style attribute, style element or script`(_ sample: Sample) throws
    {
        for form in [FigureForm.inline, .standalone] {
            let markup = try Markup(sample.svg(form))
            #expect(!markup.attributes.contains { $0.name == "style" })
            #expect(markup.elements.isDisjoint(with: ["style", "script", "image", "foreignObject", "use"]))
        }
    }

    @Test(arguments: Sample.all) func `on a page has a role or is hidden, has a title, a description and no id`(_ sample: Sample)
        throws
    {
        let svg = sample.svg(.inline)
        let markup = try Markup(svg)
        #expect(svg.contains(svg.contains("<a ") ? "aria-hidden=\"true\"" : "role=\"img\""))
        #expect(svg.contains("<title>\(sample.text.title)</title><desc>\(sample.text.description)</desc>"))
        #expect(!markup.attributes.contains { $0.name == "id" })
        #expect(!markup.attributes.contains { ["fill", "stroke", "viewBox"].contains($0.name) })
    }

    @Test(arguments: Sample.all) func `as a file is 960 wide, has literal colours and neither classes nor links`(_ sample: Sample)
        throws
    {
        let svg = sample.svg(.standalone)
        let markup = try Markup(svg)
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" "))
        #expect(!markup.attributes.contains { ["class", "href"].contains($0.name) })
        #expect(!svg.contains("%"))
    }

    @Test(arguments: Sample.all) func `uses only classes that the style sheet has`(_ sample: Sample) throws {
        let known = try styledClasses()
        for name in try Markup(sample.svg(.inline)).classes {
            #expect(known.contains(name), "\(name)")
        }
    }

    @Test(arguments: Sample.all + Sample.hostile) func `is drawn within numbers`(_ sample: Sample) {
        for form in [FigureForm.inline, .standalone] {
            let svg = sample.svg(form)
            #expect(!svg.contains("nan") && !svg.contains("inf"))
            #expect(!svg.contains("width=\"-") && !svg.contains(" height=\"-"))
        }
    }

    @Test(arguments: Sample.all) func `is the same each time`(_ sample: Sample) {
        #expect(sample.svg(.inline) == sample.svg(.inline))
        #expect(sample.svg(.standalone) == sample.svg(.standalone))
    }
}

@Suite struct `Patterns` {
    @Test func `stand once in a zero-size drawing with coloured classes`() throws {
        let svg = patternDefinitions()
        let markup = try Markup(svg)
        #expect(svg.hasPrefix("<svg class=\"patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><pattern id=\"p-4\""))
        #expect(markup.attributes.filter { $0.name == "id" }.map(\.value) == ["p-4", "p-3", "p-a", "p-ft", "p-fi", "p-r"])
        #expect(markup.classes.isSubset(of: try styledClasses()))
    }

    @Test func `are all that the style sheet refers to`() throws {
        let css = try styleSheet()
        let ids = Set(try Markup(patternDefinitions()).attributes.filter { $0.name == "id" }.map(\.value))
        let referred = Set(
            css.components(separatedBy: "url(#").dropFirst().compactMap { $0.split(separator: ")").first.map(String.init) })
        #expect(referred == ids)
    }
}

@Suite struct `The style sheet of figures` {
    @Test func `holds no colour of its own`() throws {
        let css = try styleSheet().replacing("url(#", with: "url(")
        #expect(!css.contains("#"))
        #expect(!css.contains("rgb"))
    }

    @Test func `is under 10 kB`() throws {
        #expect(try styleSheet().utf8.count < 10_000)
    }
}
