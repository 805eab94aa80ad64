// A drawing as a file of its own: 960 px wide, light colours as attributes, its ground, title and legend drawn.

private let width = 960.0
private let margin = 24.0
private let titleHeight = 44.0
private let halfLegendWidth = 168.0
private let rowHeight = 20.0

func standaloneMarkup(_ drawing: Drawing) -> String {
    let legendRows: [[(entry: LegendEntry, x: Double)]]
    var right = margin + drawing.gutter.right
    var legendHeight = 0.0
    switch drawing.legend {
    case .none: legendRows = []
    case .row(let entries): legendRows = flow(entries)
    case .halves(_, let below):
        legendRows = []
        right += halfLegendWidth + margin
        legendHeight = max(0, 218 + 50 + Double(below.entries.count) * rowHeight - drawing.height)
    }
    let top = titleHeight + Double(legendRows.count) * rowHeight + (legendRows.isEmpty ? 0 : 8)
    let height = top + drawing.height + legendHeight + margin
    let left = margin + drawing.gutter.left
    var writer = ElementWriter(
        frame: Frame(left: left, top: top, width: width - left - right),
        isDense: drawing.slots?.areDense ?? false)
    let svg: [Attribute] = [
        .text("xmlns", "http://www.w3.org/2000/svg"), .number("width", width), .number("height", height),
        .text("viewBox", "0 0 \(decimal(width, places: 0)) \(decimal(height, places: 2))"), .text("role", "img"),
        .text(
            "font-family", "-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Noto Sans, Liberation Sans, Arial, sans-serif"),
        .number("font-size", 12),
    ]
    writer.svg.open("svg", svg)
    writer.svg.element("title", text: drawing.text.title)
    writer.svg.element("desc", text: drawing.text.description)
    writer.svg.open("defs")
    for pattern in Pattern.allCases { pattern.write(to: &writer) }
    writer.svg.close("defs")
    writer.svg.empty("rect", [.number("width", width), .number("height", height)] + writer.attributes(.cut))
    writer.text(drawing.text.title, x: margin, y: 28, ink: .name, size: 15)
    for (index, row) in legendRows.enumerated() {
        for (entry, x) in row { writer.entry(entry, x: x, y: titleHeight + Double(index) * rowHeight + 10) }
    }
    writer.write(drawing.elements)
    if case .halves(let above, let below) = drawing.legend {
        writer.half(above, x: width - margin - halfLegendWidth, y: top + 12)
        writer.half(below, x: width - margin - halfLegendWidth, y: top + 218 + 12)
    }
    writer.svg.close("svg")
    return writer.svg.markup + "\n"
}

/// Entries in rows as wide as the canvas.
private func flow(_ entries: [LegendEntry]) -> [[(entry: LegendEntry, x: Double)]] {
    var rows: [[(entry: LegendEntry, x: Double)]] = []
    var x = Double.infinity
    for entry in entries {
        let size = 38 + textWidth(clipped(entry.name, to: 400)) + textWidth(grouped(entry.count), isBold: true)
        if x + size > width - margin {
            rows.append([])
            x = margin
        }
        rows[rows.count - 1].append((entry, x))
        x += size
    }
    return rows
}

extension ElementWriter {
    fileprivate mutating func text(_ text: String, x: Double, y: Double, ink: Ink, size: Double = 12) {
        let place: [Attribute] = [.number("x", x), .number("y", y)]
        svg.element("text", place + (size == 12 ? [] : [.number("font-size", size)]) + ink.light, text: text)
    }

    /// `y` is the base line of the text.
    fileprivate mutating func entry(_ entry: LegendEntry, x: Double, y: Double, limit: Double = 400) {
        svg.empty(
            "rect",
            [.number("x", x + 0.5), .number("y", y - 8.5), .number("width", 11), .number("height", 9)]
                + attributes(Paint(entry.fill)))
        svg.open("text", [.number("x", x + 18), .number("y", y)] + Ink.label.light)
        svg.text(clipped(entry.name, to: limit) + noBreakSpace + noBreakSpace)
        svg.element("tspan", Ink.name.light, text: grouped(entry.count))
        svg.close("text")
    }

    fileprivate mutating func half(_ half: LegendHalf, x: Double, y: Double) {
        text(clipped(half.name, to: halfLegendWidth), x: x, y: y, ink: .name)
        text(half.total, x: x, y: y + 25, ink: half.ink, size: 20)
        for (index, entry) in half.entries.enumerated() {
            self.entry(entry, x: x, y: y + 47 + Double(index) * rowHeight, limit: 100)
        }
    }
}
