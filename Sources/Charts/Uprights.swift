// Dashed and solid uprights through a plot, with their labels in the lane above it.

struct Upright {
    var position: Double
    var label: String
    var paint: Paint
    var ink = Ink.label
    /// Side of the label; nil for the one with more room.
    var prefersRight: Bool?
}

/// What stands in a lane, and how high the lane is: 22 px for one row of labels, 38 for two.
struct Lane {
    var height: Double
    var elements: [Element]

    /// Uprights in order of importance run from the lane to `bottom`. `unit` is written at the left.
    init(unit: String, uprights: [Upright], bottom: Double, rows minimum: Int = 1) {
        var rows = minimum
        var placed: [PlacedLabel?] = []
        let texts = uprights.map { clipped($0.label, to: 220) }
        while true {
            var lane = LabelLane(rows: rows, gap: 5, mayCrossMarks: true)
            lane.reserve(width: textWidth(unit))
            lane.reserve(marks: uprights.map(\.position), radius: 0.5)
            placed = zip(uprights, texts).map { upright, text in
                lane.place(text, at: upright.position, isBold: upright.ink.isBold, prefersRight: upright.prefersRight)
            }
            if rows == 2 || placed.allSatisfy({ $0 != nil }) { break }
            rows = 2
        }
        height = rows == 1 ? 22 : 38
        var labels: [Element] = unit.isEmpty ? [] : [.text(Label(unit, at: Place(0), y: 12, ink: .axis))]
        elements = []
        // The most important one last, so that it lies on top.
        for (index, upright) in uprights.enumerated().reversed() {
            let share = bounded(upright.position)
            let label = placed[index]
            let top = 2 + Double(label?.row ?? rows - 1) * 16
            elements.append(.line(from: Place(share), y1: top, to: Place(share), y2: bottom, upright.paint))
            guard let label, !texts[index].isEmpty else { continue }
            labels.append(
                .text(
                    Label(
                        texts[index], at: Place(share, label.isRight ? 5 : -5), y: 12 + Double(label.row) * 16,
                        ink: upright.ink, anchor: label.isRight ? .start : .end, hasHalo: label.crossesMark,
                        isMinor: label.isMinor)))
        }
        elements += labels
    }
}

func uprights(_ markers: [AxisMarker]) -> [Upright] {
    markers.map { Upright(position: $0.position, label: $0.label, paint: .marker) }
}
