// Small figures inside text: `![47.5 %](bar:0.475)`.

import CCmark

/// What may stand before the colon.
let cellFigureSchemes = ["bar", "spark", "nights", "stack", "fault", "swatch"]

/// The figure with its alternative text as hidden text; the alternative text alone if there is no such figure; nil for other images.
func cellFigure(_ image: Node, figures: FigureSource) -> Node? {
    let url = image.url
    guard let colon = url.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = url[..<colon].string
    guard cellFigureSchemes.contains(scheme) else { return nil }
    let alternative = image.plainText
    var html = HTML()
    if let svg = figures.cell(scheme, url[(colon + 1)...].string) {
        guard !alternative.isEmpty else {
            html.finished(svg)
            return .inline(html)
        }
        // The figure is hidden from assistive technology, its words from everybody else until they point at it.
        html.markup("<span title=\"")
        html.text(alternative)
        html.markup("\">")
        html.finished(svg)
        html.markup("</span><span class=\"vh\">")
        html.text(alternative)
        html.markup("</span>")
    } else {
        html.text(alternative)
    }
    return .inline(html)
}
