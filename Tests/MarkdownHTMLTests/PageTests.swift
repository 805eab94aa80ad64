// The frame of a page: kicker, title, head, sections.

import Foundation
import MarkdownHTML
import Testing

@Test func `the h1 gives the title and the h2 headings give the sections`() {
    let page = page(failurePage)
    #expect(page.title == "POST /orders → 500 Handled error")
    #expect(page.sections.prefix(3).map(\.id) == ["error-caught-by-the-code", "group", "timeline"])
    #expect(page.sections[0].title == "Error, caught by the code")
}

/// Writes the sample pages where a person wants to look at them.
@Test(.enabled(if: ProcessInfo.processInfo.environment["FAULTLINE_PREVIEW"] != nil))
func `the sample pages can be looked at`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["FAULTLINE_PREVIEW"])
    for (name, document) in [("failure", failurePage), ("overview", overviewPage), ("kit", kitPage)] {
        try html(document).write(toFile: "\(folder)/\(name).main.html", atomically: true, encoding: .utf8)
    }
}
