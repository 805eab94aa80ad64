// One page model becomes the files of its page: the HTML, its Markdown twin, its charts.

import Charts
import MarkdownHTML

/// A figure of a page, under the name of its file.
struct PageFigure: Sendable {
    /// `overview-errors`: the file is `charts/overview-errors.svg`.
    var name: String
    /// Also published as a file of its own.
    var published: Bool
    var svg: @Sendable (FigureForm) -> String

    init(_ name: String, published: Bool = true, svg: @escaping @Sendable (FigureForm) -> String) {
        self.name = name
        self.published = published
        self.svg = svg
    }
}

/// A page, ready to be rendered.
struct PageDocument<Page: TemplatePage>: Sendable {
    var place: PagePlace
    var page: Page
    var figures: [PageFigure] = []

    init(place: PagePlace, page: Page, figures: [PageFigure] = []) {
        self.place = place
        self.page = page
        self.figures = figures
    }

    func files(_ templates: TemplateSet, _ frame: PageFrame) -> [SiteFile] {
        let document = templates.document(page)
        let inline = Dictionary(figures.map { ($0.name + ".svg", $0.svg) }, uniquingKeysWith: { first, _ in first })
        let source = FigureSource(
            chart: { path in path.split(separator: "/").last.flatMap { inline[String($0)]?(.inline) } },
            cell: frame.cellFigures.figure)
        let rendered = renderPage(document, figures: source)
        var place = place
        place.counts = page.counts
        var files = [
            SiteFile(path: place.path + ".html", bytes: templates.framed(FramedPage(rendered, at: place, in: frame))),
            SiteFile(
                path: place.path + ".md",
                bytes: markdownTwin(of: document, captioning: figures.filter { !$0.published }.map { "\($0.name).svg" })),
        ]
        for figure in figures where figure.published {
            files.append(SiteFile(path: "charts/\(figure.name).svg", bytes: Array(figure.svg(.standalone).utf8)))
        }
        return files
    }
}
