// Gridlines, base lines, and the labels of both axes.

/// Gridlines behind the marks and their labels in the gutter. `scale` is pixels per unit, `base` the y of zero; `direction`
/// is -1 for an axis that grows up and 1 for one that grows down.
func grid(_ axis: ValueAxis, scale: Double, base: Double, direction: Double = -1, room: Double, zeroAt: Double?) -> [Element] {
    var elements: [Element] = []
    if let zeroAt { elements.append(.text(Label("0", at: Place(0, -8), y: zeroAt + 4, ink: .axis, anchor: .end))) }
    for step in axis.steps.dropFirst() where step * scale <= room + 0.01 {
        let y = (base + direction * step * scale).rounded(.down) + 0.5
        elements.append(.line(from: Place(0), y1: y, to: Place(1), y2: y, .grid))
        elements.append(.text(Label(groupedDecimal(step), at: Place(0, -8), y: y + 4, ink: .axis, anchor: .end)))
    }
    return elements
}

/// The narrowest plot on which minor labels are shown.
private let minorWidth = 560.0

/// Labels below a base line; `inset` keeps the outer ones off the edge of a band.
func timeLabels(_ ticks: [AxisTick], y: Double, inset: Double = 0) -> [Element] {
    // The last label stands left of its tick, where the one before it may already be.
    let last = ticks.first { bounded($0.position) > 0.98 }.map { textWidth($0.label) } ?? 0
    let drawn = ticks.filter { tick in
        let rest = 1 - bounded(tick.position)
        return rest < 0.02 || rest * minorWidth > last + textWidth(tick.label) / 2 + 8
    }
    return drawn.map { tick in
        let share = bounded(tick.position)
        let isFirst = share < 0.02
        let isLast = share > 0.98
        return .text(
            Label(
                clipped(tick.label, to: 120), at: Place(share, isFirst ? inset : isLast ? -inset : 0), y: y, ink: .label,
                anchor: isFirst ? .start : isLast ? .end : .middle, isMinor: !tick.isMajor))
    }
}

/// A base line at `y` with ticks and labels: 26 px high.
func timeAxis(_ ticks: [AxisTick], y: Double) -> [Element] {
    var elements: [Element] = [.line(from: Place(0), y1: y + 0.5, to: Place(1), y2: y + 0.5, .base)]
    for tick in ticks {
        let place = Place(bounded(tick.position))
        elements.append(.line(from: place, y1: y + 1, to: place, y2: y + 6, .tick))
    }
    return elements + timeLabels(ticks, y: y + 19)
}
