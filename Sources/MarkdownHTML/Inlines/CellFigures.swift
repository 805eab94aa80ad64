// Small figures inside text: `![47.5 %](bar:0.475)`.

import CCmark

/// What may stand before the colon.
let cellFigureSchemes = ["bar", "spark", "nights", "stack", "fault"]

/// The figure with its alternative text as hidden text; the alternative text alone if there is no such figure; nil for other images.
func cellFigure(_ image: Node, figures: FigureSource) -> Node? {
    let url = image.url
    guard let colon = url.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = url[..<colon].string
    guard cellFigureSchemes.contains(scheme) else { return nil }
    let alternative = image.plainText
    var html = HTML()
    if let svg = figures.cell(scheme, url[(colon + 1)...].string) {
        html.finished(svg)
        html.markup("<span class=\"vh\">")
        html.text(alternative)
        html.markup("</span>")
    } else {
        html.text(alternative)
    }
    return .inline(html)
}
