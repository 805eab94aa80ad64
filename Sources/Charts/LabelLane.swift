// Finds room for labels beside their marks, so that no two lie on each other whatever the width of the page.

/// Plot widths that labels are tried at: what a page column has at least, and a phone.
let wideWidth = 600.0
let narrowWidth = 270.0

struct PlacedLabel: Equatable {
    var row: Int
    /// True when the text stands right of its mark.
    var isRight: Bool
    /// There is room on wide pages only.
    var isMinor: Bool
}

struct LabelLane {
    private struct Taken {
        var row: Int
        var range: ClosedRange<Double>
    }

    private let rows: Int
    private let gap: Double
    private var wide: [Taken] = []
    private var narrow: [Taken] = []

    /// `gap` pixels lie between a mark and its text.
    init(rows: Int, gap: Double) {
        self.rows = rows
        self.gap = gap
    }

    /// Keeps a stretch of the first row at the left edge free.
    mutating func reserve(width: Double) {
        guard width > 0 else { return }
        wide.append(Taken(row: 0, range: 0...width + 8))
        narrow.append(Taken(row: 0, range: 0...width + 8))
    }

    /// Keeps the first row free of text within `radius` pixels of each mark.
    mutating func reserve(marks positions: [Double], radius: Double) {
        let sorted = positions.sorted()
        wide += merged(sorted, radius, wideWidth)
        narrow += merged(sorted, radius, narrowWidth)
    }

    /// Marks that touch count as one, so that their number is bounded by the width of the plot.
    private func merged(_ sorted: [Double], _ radius: Double, _ width: Double) -> [Taken] {
        var result: [Taken] = []
        for position in sorted {
            let range = position * width - radius...position * width + radius
            if let last = result.last, last.range.upperBound >= range.lowerBound {
                result[result.count - 1].range = last.range.lowerBound...range.upperBound
            } else {
                result.append(Taken(row: 0, range: range))
            }
        }
        return result
    }

    /// nil when no row has room. Ask in order of importance.
    mutating func place(_ text: String, at position: Double, isBold: Bool = false, prefersRight: Bool? = nil) -> PlacedLabel? {
        let size = textWidth(text, isBold: isBold)
        let rightFirst = prefersRight ?? (position <= 0.5)
        for row in 0..<rows {
            for isRight in [rightFirst, !rightFirst] {
                guard let range = free(row, isRight, position, size, wideWidth, wide) else { continue }
                wide.append(Taken(row: row, range: range))
                guard let range = free(row, isRight, position, size, narrowWidth, narrow) else {
                    return PlacedLabel(row: row, isRight: isRight, isMinor: true)
                }
                narrow.append(Taken(row: row, range: range))
                return PlacedLabel(row: row, isRight: isRight, isMinor: false)
            }
        }
        return nil
    }

    private func free(
        _ row: Int, _ isRight: Bool, _ position: Double, _ size: Double, _ width: Double, _ taken: [Taken]
    ) -> ClosedRange<Double>? {
        let mark = min(max(position, 0), 1) * width
        let range = isRight ? mark + gap...mark + gap + size : mark - gap - size...mark - gap
        guard range.lowerBound >= 0, range.upperBound <= width else { return nil }
        let padded = range.lowerBound - 4...range.upperBound + 4
        return taken.contains { $0.row == row && $0.range.overlaps(padded) } ? nil : range
    }
}
