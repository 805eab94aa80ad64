// A drawing as part of a page: legend as HTML, plot as SVG with percent geometry, colours by class.

func inlineMarkup(_ drawing: Drawing) -> String {
    var writer = ElementWriter(frame: nil)
    // Below 5 px of bar the style sheet swaps patterns for plain colours: everywhere, or on phones only.
    let bars = drawing.slots.flatMap { $0.areDense ? "chart-dense" : $0.areThin ? "chart-thin" : nil }
    let classes = ["chart", drawing.kind, bars].compactMap { $0 }
    writer.svg.open("div", [.text("class", classes.joined(separator: " "))])
    write(drawing.legend, to: &writer.svg)
    // The role `img` allows no links inside; a drawing with links is hidden, its words stand before it and its table below.
    if drawing.hasLinks {
        writer.svg.element("p", [.text("class", "chart-words")], text: "\(drawing.text.title). \(drawing.text.description)")
    }
    writer.svg.open(
        "svg",
        [
            .text("class", "plot \(drawing.gutter.className)"), .share("width", 1), .number("height", drawing.height),
            drawing.hasLinks ? .text("aria-hidden", "true") : .text("role", "img"), .text("overflow", "visible"),
        ])
    writer.svg.element("title", text: drawing.text.title)
    writer.svg.element("desc", text: drawing.text.description)
    writer.write(drawing.elements)
    writer.svg.close("svg")
    writer.svg.close("div")
    return writer.svg.markup
}

private func write(_ legend: Legend, to svg: inout SVGBuilder) {
    switch legend {
    case .none: break
    case .row(let entries): write(entries, to: &svg)
    case .halves(let above, let below):
        svg.open("div", [.text("class", "twin-legend")])
        for half in [above, below] {
            svg.open("div", [.text("class", "twin-half")])
            svg.element("p", [.text("class", "twin-name")], text: half.name)
            svg.element("p", [.text("class", "twin-total \(half.ink.rawValue)")], text: half.total)
            write(half.entries, to: &svg)
            svg.close("div")
        }
        svg.close("div")
    }
}

private func write(_ entries: [LegendEntry], to svg: inout SVGBuilder) {
    guard !entries.isEmpty else { return }
    svg.open("ul", [.text("class", entries.areAlikeWithoutPatterns ? "legend legend-alike" : "legend")])
    for entry in entries {
        svg.open("li")
        svg.open(
            "svg", [.text("class", "swatch"), .number("width", 12), .number("height", 10), .text("aria-hidden", "true")])
        svg.empty(
            "rect",
            [
                .number("x", 0.5), .number("y", 0.5), .number("width", 11), .number("height", 9),
                .text("class", Paint(entry.fill).rawValue),
            ])
        svg.close("svg")
        svg.text(entry.name + " ")
        svg.element("b", text: grouped(entry.count))
        svg.close("li")
    }
    svg.close("ul")
}
