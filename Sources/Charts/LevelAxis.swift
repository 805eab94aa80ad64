// The axis of level bars: milliseconds from left to right, names of rows in the gutter.

/// Upright gridlines, a base line at `bottom`, and the labels below it: 26 px.
func levelAxis(_ axis: ValueAxis, top: Double, bottom: Double) -> [Element] {
    let last = axis.steps.last ?? 0
    let inSeconds = last >= 4000 && axis.steps.allSatisfy { ($0 / 100).rounded() * 100 == $0 }
    var elements: [Element] = []
    for (index, step) in axis.steps.enumerated() {
        let place = Place(step / axis.top)
        let text = inSeconds ? groupedDecimal(step / 1000) + noBreakSpace + "s" : groupedDecimal(step) + noBreakSpace + "ms"
        if index > 0 { elements.append(.line(from: place, y1: top, to: place, y2: bottom, .grid)) }
        elements.append(
            .text(
                Label(
                    text, at: place, y: bottom + 18, ink: .label,
                    anchor: index == 0 ? .start : place.share > 0.97 ? .end : .middle,
                    isMinor: !index.isMultiple(of: 2))))
    }
    elements.append(.line(from: Place(0), y1: bottom + 0.5, to: Place(1), y2: bottom + 0.5, .base))
    return elements
}

/// The name of a row, right-aligned in the 88 px gutter.
func rowName(_ name: String, y: Double) -> Element {
    .text(Label(clipped(name, to: 76), at: Place(0, -12), y: y, ink: .name, anchor: .end))
}
