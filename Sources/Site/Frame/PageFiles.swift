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
            cell: cellFigure)
        let rendered = renderPage(document, figures: source)
        var place = place
        place.counts = page.counts
        let html = templates.framed(frame.context(rendered, at: place))
        var files = [
            SiteFile(path: place.path + ".html", bytes: Array(html.utf8)),
            SiteFile(path: place.path + ".md", bytes: Array(markdownTwin(of: withoutInlineFigures(document)).utf8)),
        ]
        for figure in figures where figure.published {
            files.append(SiteFile(path: "charts/\(figure.name).svg", bytes: Array(figure.svg(.standalone).utf8)))
        }
        return files
    }

    /// In the twin a figure that has no file is its caption.
    private func withoutInlineFigures(_ document: String) -> String {
        let endings = figures.filter { !$0.published }.map { Array("](\($0.name).svg)".utf8) }
        guard !endings.isEmpty else { return document }
        var result: [UInt8] = []
        result.reserveCapacity(document.utf8.count)
        for line in Array(document.utf8).split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.starts(with: "![".utf8), let ending = endings.first(where: { line.suffix($0.count).elementsEqual($0) }) {
                result += line.dropFirst(2).dropLast(ending.count)
            } else {
                result += line
            }
            result.append(0x0A)
        }
        result.removeLast()
        return String(decoding: result, as: UTF8.self)
    }
}
