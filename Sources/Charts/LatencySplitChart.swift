// Level bars that split the latency of an endpoint by layer.

/// Where the latency of an endpoint goes: level bars for p50 and p95 of gateway, authorizer, init and function.
package struct LatencySplitChart: Sendable {
    package struct Row: Sendable {
        package var name: String
        package var fill: Fill
        package var p50: Double?
        package var p95: Double?

        package init(name: String, fill: Fill, p50: Double?, p95: Double?) {
            self.name = name
            self.fill = fill
            self.p50 = p50
            self.p95 = p95
        }
    }

    package var text: FigureText
    package var rows: [Row]

    package init(text: FigureText, rows: [Row]) {
        self.text = text
        self.rows = rows
    }

    package func svg(_ form: FigureForm) -> String { drawing.svg(form) }
}

private let lane = 22.0
private let rowHeight = 32.0

extension LatencySplitChart {
    var drawing: Drawing {
        func known(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? max(0, $0) : nil } }
        let bottom = lane + Double(max(rows.count, 1)) * rowHeight
        let longest = rows.flatMap { [known($0.p50), known($0.p95)] }.compactMap { $0 }.max() ?? 0
        let axis = ValueAxis(max: longest, whole: false)
        var drawing = Drawing(
            text: text, kind: "chart-split", gutter: .rowsAndNumbers, height: bottom + 26)
        drawing.elements = levelAxis(axis, top: lane, bottom: bottom)
        drawing.elements += [
            .text(Label("p50", at: Place(1, 56), y: 12, ink: .axis, anchor: .end)),
            .text(Label("p95", at: Place(1, 120), y: 12, ink: .axis, anchor: .end)),
        ]
        for (index, row) in rows.enumerated() {
            let y = lane + Double(index) * rowHeight
            let isKnown = known(row.p50) != nil || known(row.p95) != nil
            drawing.elements.append(rowName(row.name, y: y + 20))
            for (value, from, height, place) in [(known(row.p95), 14.0, 4.0, 120.0), (known(row.p50), 7.0, 18.0, 56.0)] {
                if let value {
                    drawing.elements += levelBar(
                        until: value / axis.top, y: y + from, height: height, Paint(row.fill))
                }
                let label = value.map { duration(milliseconds: $0) } ?? (isKnown ? "–" : "")
                drawing.elements.append(
                    .text(Label(label, at: Place(1, place), y: y + 20, ink: .label, anchor: .end)))
            }
            if !isKnown {
                drawing.elements.append(
                    .text(Label("not measured", at: Place(0, 8), y: y + 20, ink: .axis, hasHalo: true)))
            }
        }
        if rows.isEmpty { drawing.elements.append(emptyPlot("Nothing measured in this range", y: lane + 20)) }
        return drawing
    }

    private func levelBar(until share: Double, y: Double, height: Double, _ paint: Paint) -> [Element] {
        [
            .rect(x: Place(0), y: y, width: .pixels(smallestBar), height: height, paint),
            .rect(x: Place(0), y: y, width: .share(share), height: height, paint),
        ]
    }
}
