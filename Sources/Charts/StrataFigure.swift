// The strata figure: the layers as a trunk, failures hanging under the layer they arose in.

/// Where requests broke (visual-language.md 8.6).
package struct StrataFigure: Sendable {
    package struct Segment: Sendable {
        package var label: String
        package var count: Int
        /// `.clientError`, `.serverError` or `.function` (failures that no client saw).
        package var fill: Fill
        package var link: String?

        package init(label: String, count: Int, fill: Fill, link: String?) {
            self.label = label
            self.count = count
            self.fill = fill
            self.link = link
        }
    }

    package struct Stratum: Sendable {
        package var name: String
        /// "391 stopped".
        package var note: String
        /// Largest first.
        package var segments: [Segment]
        /// Behind name and note.
        package var link: String?

        package init(name: String, note: String, segments: [Segment], link: String? = nil) {
            self.name = name
            self.note = note
            self.segments = segments
            self.link = link
        }
    }

    package var text: FigureText
    /// Client, WAF, Gateway, Authorizer, Function, Response.
    package var strata: [Stratum]
    /// "96,983 out".
    package var outNote: String

    package init(text: FigureText, strata: [Stratum], outNote: String) {
        self.text = text
        self.strata = strata
        self.outNote = outNote
    }

    package func svg(_ form: FigureForm) -> String { drawing.svg(form) }
}

/// visual-language.md 8.6: names and notes above an 8 px trunk that ends at 52, segments 27 px wide below it.
private let trunkTop = 44.0
private let trunkBottom = 52.0
private let deepest = 168.0
private let segmentWidth = 27.0
private let labelStart = 42.0
/// A column of the narrowest figure, less the start of the label.
private let labelWidth = 108.0
private let lineHeight = 16.0

extension StrataFigure {
    var drawing: Drawing {
        let columns = Double(max(strata.count, 1))
        let largest = strata.map { total($0.segments.map(\.count)) }.max() ?? 0
        let scale = min(16, deepest / Double(max(largest, 1)))
        var drawing = Drawing(text: text, kind: "chart-strata", gutter: .none, height: 0)
        drawing.elements = [
            .rect(x: Place(0), y: trunkTop, width: .share(1), height: trunkBottom - trunkTop, .trunk),
            .text(Label(outNote, at: Place(1), y: 32, ink: .label, anchor: .end)),
        ]
        var bottom = trunkBottom
        for (index, stratum) in strata.enumerated() {
            let share = Double(index) / columns
            if index > 0 {
                drawing.elements.append(
                    .rect(x: Place(share, -2), y: trunkTop, width: .pixels(2), height: trunkBottom - trunkTop, .cut))
            }
            let head: [Element] = [
                .text(Label(clipped(stratum.name, to: 150), at: Place(share), y: 14, ink: .name)),
                .text(Label(clipped(stratum.note, to: 150), at: Place(share), y: 32, ink: .label)),
            ]
            drawing.elements += stratum.link.map { [.link($0, head)] } ?? head
            var depth = hang(stratum.segments, at: share, scale: scale, in: &drawing)
            // The first layer is the client: it cannot break, so the space under it explains the others.
            if index == 0 { depth = key(at: share, from: depth, scale: largest > 0 ? scale : nil, in: &drawing) }
            bottom = max(bottom, depth)
        }
        if largest == 0 {
            drawing.elements.append(
                .text(Label("No failures in this range", at: Place(1 / columns), y: trunkBottom + 30, ink: .label)))
        }
        drawing.height = bottom.rounded(.up) + 8
        return drawing
    }

    /// Draws the segments of one layer and returns how far down they and their labels reach.
    private func hang(_ segments: [Segment], at share: Double, scale: Double, in drawing: inout Drawing) -> Double {
        var y = trunkBottom + 1
        var nextLabel = y
        for segment in segments where segment.count > 0 {
            let height = max(smallestBar, Double(segment.count) * scale)
            let count = grouped(segment.count)
            let lines = twoLines(
                segment.label, width: labelWidth, first: textWidth(count, isBold: true) + textWidth(" "))
            let middle = y + height / 2
            let label = max(middle, nextLabel + lineHeight / 2)
            var elements = [bar(Paint(segment.fill), at: share, y: y, height: height)]
            let bend = label - middle < 1 ? "H38" : "H33L38 \(decimal(label - middle, places: 2))"
            elements.append(.path(at: Place(share), y: middle, "M29 0\(bend)", .leader))
            for (index, line) in lines.enumerated() {
                var text = Label(
                    line, at: Place(share, labelStart), y: label + 4 + Double(index) * (lineHeight - 1), ink: .label)
                if index == 0 { text.runs = [Run(text: count, ink: .name), Run(text: " " + line, ink: nil)] }
                elements.append(.text(text))
            }
            let titled = Element.titled("\(count) \(segment.label), \(meaning(of: segment.fill))", elements)
            drawing.elements.append(segment.link.map { .link($0, [titled]) } ?? titled)
            nextLabel = label + lineHeight * (Double(lines.count) - 0.5)
            y += height + 1.5
        }
        return max(y, nextLabel)
    }

    private func meaning(of fill: Fill) -> String {
        switch fill {
        case .clientError: "client got 4xx"
        case .serverError: "client got 5xx"
        default: "no client saw it"
        }
    }

    private func bar(_ paint: Paint, at share: Double, y: Double, height: Double) -> Element {
        let inset = paint.isEdged && height > 3 ? 0.5 : 0
        return .rect(
            x: Place(share, inset), y: y + inset, width: .pixels(segmentWidth - 2 * inset), height: height - 2 * inset,
            paint)
    }

    /// What the fills mean, and a bar of a round number of requests.
    private func key(at share: Double, from top: Double, scale: Double?, in drawing: inout Drawing) -> Double {
        var fills: [Fill] = [.clientError, .serverError]
        if strata.contains(where: { $0.segments.contains { $0.fill == .function } }) { fills.append(.function) }
        var y = top + 20
        for fill in fills {
            drawing.elements += [
                bar(Paint(fill), at: share, y: y + 3, height: 10),
                .text(Label(meaning(of: fill), at: Place(share, labelStart), y: y + 12, ink: .label)),
            ]
            y += 18
        }
        guard let scale else { return y }
        var requests = 1
        for step in sequence(first: 1, next: { $0 > Int.max / 10 ? nil : $0 * 10 }) {
            for factor in [1, 2, 5] where step <= Int.max / 5 && Double(step * factor) * scale <= 60 {
                requests = step * factor
            }
        }
        let height = Double(requests) * scale
        let name = "\(grouped(requests)) \(requests == 1 ? "request" : "requests")"
        y += 10
        drawing.elements += [
            .path(
                at: Place(share), y: y, "M0 .5H26M13 .5V\(decimal(height, places: 2))M0 \(decimal(height, places: 2))H26", .leader
            ),
            .text(Label(name, at: Place(share, labelStart), y: y + height / 2 + 4, ink: .label)),
        ]
        return y + height
    }
}
