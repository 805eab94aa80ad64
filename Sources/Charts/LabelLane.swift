// Finds room for labels beside their marks, so that no two lie on each other whatever the width of the page.

/// Plot widths that labels are tried at: what a page column has at least, and a phone.
let wideWidth = 480.0
let narrowWidth = 270.0

struct PlacedLabel: Equatable {
    var row: Int
    /// True when the text stands right of its mark.
    var isRight: Bool
    /// There is room on wide pages only.
    var isMinor: Bool
    /// It runs over a mark and needs a halo.
    var crossesMark: Bool
}

struct LabelLane {
    /// What is taken at one width of the plot.
    private struct Sheet {
        var width: Double
        var labels: [(row: Int, range: ClosedRange<Double>)] = []
        var marks: [ClosedRange<Double>] = []

        enum Fit: Int {
            case free, crossesMark, none
        }

        func fit(_ row: Int, _ range: ClosedRange<Double>) -> Fit {
            guard range.lowerBound >= 0, range.upperBound <= width else { return .none }
            let padded = range.lowerBound - 2...range.upperBound + 2
            if labels.contains(where: { $0.row == row && $0.range.overlaps(padded) }) { return .none }
            return marks.contains { $0.overlaps(padded) } ? .crossesMark : .free
        }
    }

    private let rows: Int
    private let gap: Double
    private let mayCrossMarks: Bool
    private var wide = Sheet(width: wideWidth)
    private var narrow = Sheet(width: narrowWidth)

    /// `gap` pixels lie between a mark and its text.
    init(rows: Int, gap: Double, mayCrossMarks: Bool) {
        self.rows = rows
        self.gap = gap
        self.mayCrossMarks = mayCrossMarks
    }

    /// Keeps a stretch of the first row at the left edge free.
    mutating func reserve(width: Double) {
        guard width > 0 else { return }
        wide.labels.append((0, 0...width + 8))
        narrow.labels.append((0, 0...width + 8))
    }

    /// Marks at these shares of the plot reach `radius` pixels to both sides, in all rows.
    mutating func reserve(marks positions: [Double], radius: Double) {
        let sorted = positions.map(bounded).sorted()
        wide.marks = merged(sorted, radius, wide.width)
        narrow.marks = merged(sorted, radius, narrow.width)
    }

    /// nil when no row has room. Ask in order of importance.
    mutating func place(_ text: String, at position: Double, isBold: Bool = false, prefersRight: Bool? = nil) -> PlacedLabel? {
        let size = textWidth(text, isBold: isBold)
        let rightFirst = prefersRight ?? (position <= 0.5)
        var best: (rank: Int, label: PlacedLabel)?
        for row in 0..<rows {
            for isRight in [rightFirst, !rightFirst] {
                let onWide = wide.fit(row, range(position, size, isRight, wide.width))
                var onNarrow = narrow.fit(row, range(position, size, isRight, narrow.width))
                if !mayCrossMarks, onNarrow == .crossesMark { onNarrow = .none }
                guard onWide == .free || (onWide == .crossesMark && mayCrossMarks) else { continue }
                let rank = onWide.rawValue * 3 + onNarrow.rawValue
                if let best, best.rank <= rank { continue }
                best = (
                    rank,
                    PlacedLabel(
                        row: row, isRight: isRight, isMinor: onNarrow == .none,
                        crossesMark: onWide == .crossesMark || onNarrow == .crossesMark)
                )
            }
        }
        guard let label = best?.label else { return nil }
        wide.labels.append((label.row, range(position, size, label.isRight, wide.width)))
        if !label.isMinor {
            narrow.labels.append((label.row, range(position, size, label.isRight, narrow.width)))
        }
        return label
    }

    private func range(_ position: Double, _ size: Double, _ isRight: Bool, _ width: Double) -> ClosedRange<Double> {
        let mark = bounded(position) * width
        return isRight ? mark + gap...mark + gap + size : mark - gap - size...mark - gap
    }

    /// Marks that touch count as one, so that their number is bounded by the width of the plot.
    private func merged(_ sorted: [Double], _ radius: Double, _ width: Double) -> [ClosedRange<Double>] {
        var result: [ClosedRange<Double>] = []
        for position in sorted {
            let range = position * width - radius...position * width + radius
            if let last = result.last, last.upperBound >= range.lowerBound {
                result[result.count - 1] = last.lowerBound...range.upperBound
            } else {
                result.append(range)
            }
        }
        return result
    }
}

/// A share of the plot, held within it.
func bounded(_ position: Double) -> Double {
    position.isNaN ? 0 : min(max(position, 0), 1)
}
