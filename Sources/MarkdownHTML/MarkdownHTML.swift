// Markdown to HTML through libcmark, with the block upgrades of pages.md.

/// The figures a document may name. Both answer SVG text, or nil when there is no such figure.
package struct FigureSource: Sendable {
    /// `charts/NAME.svg` of a paragraph that is one image.
    package var chart: @Sendable (_ path: String) -> String?
    /// `bar:0.475`, `spark:0,3,9`, `stack:...`, `fault:function-5` in a cell: the scheme and what follows it.
    package var cell: @Sendable (_ scheme: String, _ argument: String) -> String?

    package init(
        chart: @escaping @Sendable (String) -> String?, cell: @escaping @Sendable (String, String) -> String?
    ) {
        self.chart = chart
        self.cell = cell
    }
}

package struct RenderedPage: Sendable {
    package struct Section: Hashable, Sendable {
        package var id: String
        package var title: String

        package init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    /// What stands inside `main`; UTF-8.
    package var html: [UInt8]
    /// The h1 as plain text.
    package var title: String
    /// The h2 headings, for "On this page".
    package var sections: [Section]

    package init(html: [UInt8], title: String, sections: [Section]) {
        self.html = html
        self.title = title
        self.sections = sections
    }
}

/// Markdown to the page's `main`. Pure; time is linear in the document.
package func renderPage(_ markdown: [UInt8], figures: FigureSource) -> RenderedPage {
    let source = replacingLineEnds(in: markdown, with: 0x0A)
    // Where a paragraph that looks like a table becomes none, libcmark has to see all of it.
    let (page, hasAll) = rendered(SetAside(of: source), figures)
    return hasAll ? page : rendered(SetAside(whole: source), figures).page
}

/// `hasAll` is false when rows that were set aside have come into no table.
private func rendered(_ source: SetAside, _ figures: FigureSource) -> (page: RenderedPage, hasAll: Bool) {
    // 1. Parse. Raw HTML and dangerous links are dropped when it is printed.
    let document = Document(parsing: source.text)
    document.root.cutNesting(deeperThan: 64)

    // 2. Blocks: head, sections, tables, fences, lists.
    var page = PageBuilder(root: document.root, source: source, figures: figures)
    let hasAll = page.build()

    // 3. Running text inside all of them.
    upgradeInlines(below: document.root, figures: figures)

    // 4. Out, with the em dashes of values as what they are.
    let rendered = RenderedPage(
        html: QuotedDash.restored(in: document.html()), title: QuotedDash.restored(in: page.title),
        sections: page.sections.map { .init(id: $0.id, title: QuotedDash.restored(in: $0.title)) })
    return (rendered, hasAll)
}

/// The published twin of a document: in-cell figures are replaced by their alternative text, and so is a paragraph that is one of the
/// figures that have no file. A document that holds `Markdown.text` is only published through this.
package func markdownTwin(of markdown: [UInt8], captioning figures: [String] = []) -> [UInt8] {
    QuotedDash.restored(in: twin(of: markdown, captioning: figures))
}
