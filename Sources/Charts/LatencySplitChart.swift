// Level bars that split the latency of an endpoint by layer.

/// Where the latency of an endpoint goes: level bars for p50 and p95 of gateway, authorizer, init and function.
package struct LatencySplitChart: Sendable {
    package struct Row: Sendable {
        package var name: String
        package var fill: Fill
        package var p50: Double?
        package var p95: Double?
        /// Behind the bar.
        package var link: String?

        package init(name: String, fill: Fill, p50: Double?, p95: Double?, link: String? = nil) {
            self.name = name
            self.fill = fill
            self.p50 = p50
            self.p95 = p95
            self.link = link
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
            text: text, gutter: .rowsAndNumbers, height: bottom + 26)
        drawing.elements = levelAxis(axis, top: lane, bottom: bottom)
        drawing.elements += [
            .text(Label("p50", at: Place(1, 56), y: 12, ink: .axis, anchor: .end)),
            .text(Label("p95", at: Place(1, 120), y: 12, ink: .axis, anchor: .end)),
        ]
        for (index, row) in rows.enumerated() {
            let y = lane + Double(index) * rowHeight
            let isKnown = known(row.p50) != nil || known(row.p95) != nil
            drawing.elements.append(rowName(row.name, y: y + 20))
            var bar = known(row.p95).map { reach(to: $0 / axis.top, y: y + rowHeight / 2) } ?? []
            if let p50 = known(row.p50) { bar += levelBar(to: p50 / axis.top, y: y + 7, Paint(row.fill)) }
            drawing.elements += row.link.map { [.link($0, bar)] } ?? bar
            for (value, place) in [(known(row.p50), 56.0), (known(row.p95), 120.0)] where isKnown {
                let label = value.map { duration(milliseconds: $0) } ?? "–"
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

    private func levelBar(to share: Double, y: Double, _ paint: Paint) -> [Element] {
        let inset = paint.isEdged ? 0.5 : 0
        // The first one shows that something was measured where the second one has no width.
        return [Extent.pixels(smallestBar), .share(share)].map {
            .rect(x: Place(0), y: y + inset, width: $0, height: 18 - 2 * inset, paint)
        }
    }

    /// A thin line out to p95, with an end to it.
    private func reach(to share: Double, y: Double) -> [Element] {
        [
            .rect(x: Place(0), y: y - 1, width: .share(share), height: 2, .faint),
            .rect(x: Place(share, -1), y: y - 6, width: .pixels(2), height: 12, .faint),
        ]
    }
}
