// The small in-cell figures: of a fixed size, hidden from assistive technology, because their text stands beside them.

package enum CellFigure {
    /// 96 x 18, own scale, minimum bar 1.5 px, at most 32 columns (more values are summed into 32).
    package static func sparkline(_ values: [Int], fill: Fill) -> String {
        let columns = sums(values, columns: 32)
        let largest = columns.max() ?? 0
        let slot = 96 / Double(max(columns.count, 1))
        var data = ""
        for (index, value) in columns.enumerated() where value > 0 {
            let height = max(smallestBar, Double(value) / Double(largest) * 16)
            data += column(x: Double(index) * slot, y: 17 - height, width: slot * 0.8, height: height)
        }
        return cell("spark", width: 96, height: 18, base: 17.5, [(Paint(fill), data)])
    }

    /// 72 x 8, a share of 0...1 on a line that shows the full length.
    package static func shareBar(_ share: Double) -> String {
        let part = bounded(share)
        let data = part > 0 ? column(x: 0, y: 0, width: max(smallestBar, part * 72), height: 8) : ""
        return cell("share", width: 72, height: 8, base: 7.5, [(.neutral, data)])
    }

    /// 110 x 10, absolute counts on the scale of the table's largest row.
    package static func stackedBar(_ parts: [(fill: Fill, value: Int)], scale: Int) -> String {
        let gap = 0.7
        var x = 0.0
        var marks: [(Paint, String)] = []
        for (fill, value) in parts where value > 0 {
            let width = max(smallestBar, Double(value) / Double(max(scale, 1)) * 110 - gap)
            let room = 110 - x
            guard room > 0 else { break }
            marks.append((Paint(fill), column(x: x, y: 0, width: min(width, room), height: 10)))
            x += width + gap
        }
        return cell("stack-bar", width: 110, height: 10, base: nil, marks)
    }

    /// 36 x 14. `layer` 0...5 (client, WAF, gateway, authorizer, function, response); `.clientError` or `.serverError`.
    package static func faultGlyph(layer: Int, fill: Fill) -> String {
        let broken = min(max(layer, 0), 5)
        var before = ""
        var after = ""
        for index in 0..<6 where index != broken {
            let x = Double(index) * 6
            if index < broken {
                before += column(x: x, y: 3, width: 5, height: 3)
            } else {
                after += column(x: x, y: 8, width: 5, height: 1)
            }
        }
        let mark = column(x: Double(broken) * 6, y: 6, width: 5, height: 6)
        return cell("glyph", width: 36, height: 14, base: nil, [(.quiet, before), (Paint(fill), mark), (.faint, after)])
    }

    /// 10 x 10: what a fill of the other figures stands for.
    package static func swatch(_ fill: Fill) -> String {
        cell("square", width: 10, height: 10, base: nil, [(Paint(fill), column(x: 0, y: 0, width: 10, height: 10))])
    }

    private static func cell(
        _ kind: String, width: Double, height: Double, base: Double?, _ marks: [(Paint, String)]
    ) -> String {
        var svg = SVGBuilder()
        svg.open(
            "svg",
            [
                .text("class", "cell \(kind)"), .number("width", width), .number("height", height),
                .text("viewBox", "0 0 \(decimal(width, places: 0)) \(decimal(height, places: 0))"),
                .text("preserveAspectRatio", "none"), .text("aria-hidden", "true"),
            ])
        if let base {
            let line = "M0 \(decimal(base, places: 1))H\(decimal(width, places: 0))"
            svg.empty("path", [.text("class", Paint.grid.rawValue), .text("d", line)])
        }
        for (paint, data) in marks where !data.isEmpty {
            svg.empty("path", [.text("class", paint.rawValue), .text("d", data)])
        }
        svg.close("svg")
        return svg.markup
    }

    private static func column(x: Double, y: Double, width: Double, height: Double) -> String {
        let (x, y) = (decimal(x, places: 1), decimal(y, places: 1))
        let (width, height) = (decimal(width, places: 1), decimal(height, places: 1))
        return "M\(x) \(y)h\(width)v\(height)h-\(width)z"
    }

    private static func sums(_ values: [Int], columns: Int) -> [Int] {
        guard values.count > columns else { return values }
        return (0..<columns).map { column in
            let (from, until) = (column * values.count / columns, (column + 1) * values.count / columns)
            return total(Array(values[from..<until]))
        }
    }
}
