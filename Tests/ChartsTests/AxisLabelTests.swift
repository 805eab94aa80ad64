// The labels of a time axis do not lie on each other.

import Charts
import Testing

private func labels(_ ticks: [AxisTick]) -> String {
    StackedTimeChart(text: FigureText(title: "T", description: "D"), series: [], unit: "", ticks: ticks).svg(.standalone)
}

@Test func `the label before a long last one gives way to it, its tick stays`() {
    let ticks = [0.0, 0.5, 0.9, 1].map { AxisTick(position: $0, label: $0 == 1 ? "13 Mar 00:00" : "at \($0)") }
    let svg = labels(ticks)
    #expect(svg.contains(">at 0.5</text>") && !svg.contains(">at 0.9</text>") && svg.contains(">13 Mar 00:00</text>"))
    #expect(svg.ranges(of: "stroke=\"#85877f\"").count == 4)
}

@Test func `a last label in the middle takes no place from others`() {
    let svg = labels([0.8, 0.9].map { AxisTick(position: $0, label: "at \($0)") })
    #expect(svg.contains(">at 0.8</text>") && svg.contains(">at 0.9</text>"))
}
