// The timeline of one request: who worked, who waited, what was logged, when the client was answered.

/// One request on one axis (visual-language.md 7.12).
package struct TimelineFigure: Sendable {
    package enum Part: Sendable {
        /// The gateway waits for the integration.
        case waiting
        case authorizer
        case initialising
        case working
        case silent
    }

    package struct Bar: Sendable {
        package var part: Part
        /// Milliseconds from the left edge.
        package var from: Double
        package var until: Double
        package var label: String

        package init(part: Part, from: Double, until: Double, label: String) {
            self.part = part
            self.from = from
            self.until = until
            self.label = label
        }
    }

    package struct Mark: Sendable {
        package var at: Double
        /// True for ERROR, false for WARN.
        package var isError: Bool
        /// "ERROR L17".
        package var label: String
        package var link: String?

        package init(at: Double, isError: Bool, label: String, link: String?) {
            self.at = at
            self.isError = isError
            self.label = label
            self.link = link
        }
    }

    package var text: FigureText
    /// Milliseconds at the right edge.
    package var length: Double
    package var gateway: [Bar] = []
    package var authorizer: [Bar] = []
    package var function: [Bar] = []
    package var marks: [Mark] = []
    /// "client got 500 at 6,381 ms"; `fill` is `.serverError` or `.clientError`.
    package var answer: (at: Double, label: String, fill: Fill)?
    package var limit: (at: Double, label: String)?

    package init(text: FigureText, length: Double) {
        self.text = text
        self.length = length
    }

    package func svg(_ form: FigureForm) -> String { drawing.svg(form) }
}

private let rowHeight = 32.0
private let barHeight = 18.0
/// Narrower bars would not be seen on a phone.
private let smallestWidth = 4.0

extension TimelineFigure {
    var drawing: Drawing {
        let axis = ValueAxis(max: max(1, length.isFinite ? length : 1), whole: false, most: 8)
        func share(_ time: Double) -> Double { bounded(time / axis.top) }

        var uprights: [Upright] = []
        if let answer {
            let paint: Paint = answer.fill == .clientError ? .answerClientError : .answerServerError
            uprights.append(
                Upright(
                    position: share(answer.at), label: answer.label, paint: paint, ink: Ink(answer.fill),
                    prefersRight: share(answer.at) < 0.35))
        }
        if let limit { uprights.append(Upright(position: share(limit.at), label: limit.label, paint: .limit)) }
        let fit = Lane(unit: "", uprights: uprights, bottom: 0)
        let top = fit.height - 2
        let bottom = top + 4 * rowHeight
        let rows = fit.height > 22 ? 2 : 1

        var drawing = Drawing(text: text, gutter: .rows, height: bottom + 22)
        drawing.elements = levelAxis(axis, top: top, bottom: bottom)
        let log = top + 3.5 * rowHeight
        drawing.elements.append(.line(from: Place(0), y1: log + 0.5, to: Place(1), y2: log + 0.5, .grid))
        for (index, name) in ["Gateway", "Authorizer", "Function", "Log"].enumerated() {
            drawing.elements.append(rowName(name, y: top + (Double(index) + 0.5) * rowHeight + 4))
        }
        for (index, bars) in [gateway, authorizer, function].enumerated() {
            let y = top + Double(index) * rowHeight + (rowHeight - barHeight) / 2
            drawing.elements += row(bars, y: y, share: share)
        }
        drawing.elements += Lane(unit: "", uprights: uprights, bottom: bottom, rows: rows).elements
        drawing.elements += logMarks(y: log, share: share)
        return drawing
    }

    private func row(_ bars: [Bar], y: Double, share: (Double) -> Double) -> [Element] {
        let spans = bars.map { (from: share($0.from), until: max(share($0.from), share($0.until))) }
        var marks: [Element] = []
        var labels: [Element] = []
        for (index, bar) in bars.enumerated() {
            let span = spans[index]
            let width = span.until - span.from
            let paint = Paint(bar.part)
            var mark: [Element] = []
            if width < smallestWidth / 232 {
                mark.append(
                    .rect(x: Place(span.from), y: y, width: .pixels(smallestWidth), height: barHeight, paint))
            }
            if width > smallestWidth / 1144 {
                let inset = paint.isOutlined ? 0.5 : 0
                mark.append(
                    .rect(
                        x: Place(span.from), y: y + inset, width: .share(width), height: barHeight - 2 * inset, paint))
            }
            marks.append(.titled(words(bar), mark))
            let before = index == 0 ? 0 : spans[index - 1].until
            let after = index + 1 < spans.count ? spans[index + 1].from : 1
            let room = Room(before: span.from - before, inside: width, after: after - span.until)
            if let label = label(bar, span, room, y: y + barHeight / 2 + 4) { labels.append(.text(label)) }
        }
        return marks + labels
    }

    /// "Silent, 120 ms to 2,122 ms".
    private func words(_ bar: Bar) -> String {
        let name =
            switch bar.part {
            case .waiting: "Waits for the integration"
            case .authorizer: "Authorizer"
            case .initialising: "Init"
            case .working: "At work"
            case .silent: "No log line"
            }
        let from = bar.from.isFinite ? bar.from : 0
        let until = bar.until.isFinite ? max(from, bar.until) : from
        return "\(name), \(duration(milliseconds: from)) to \(duration(milliseconds: until))"
    }

    /// Shares of the plot left of, inside and right of a bar.
    private struct Room {
        var before: Double
        var inside: Double
        var after: Double
    }

    /// Inside the bar where its fill is pale enough for text, else beside it; nil when there is no room for it.
    private func label(_ bar: Bar, _ span: (from: Double, until: Double), _ room: Room, y: Double) -> Label? {
        let text = clipped(bar.label, to: 320)
        let size = textWidth(text) + 16
        guard !text.isEmpty else { return nil }
        func isMinor(_ share: Double) -> Bool { share * narrowWidth < size }
        if bar.part != .working, bar.part != .authorizer, room.inside * wideWidth >= size {
            let isCentred = bar.part != .waiting
            return Label(
                text, at: isCentred ? Place((span.from + span.until) / 2) : Place(span.from, 8), y: y,
                ink: bar.part == .silent ? .silence : .label, anchor: isCentred ? .middle : .start,
                hasHalo: bar.part == .initialising, isMinor: isMinor(room.inside))
        }
        if room.after * wideWidth >= size {
            return Label(text, at: Place(span.until, 8), y: y, ink: .label, isMinor: isMinor(room.after))
        }
        if room.before * wideWidth >= size {
            return Label(
                text, at: Place(span.from, -8), y: y, ink: .label, anchor: .end, isMinor: isMinor(room.before))
        }
        return nil
    }

    private func logMarks(y: Double, share: (Double) -> Double) -> [Element] {
        var lane = LabelLane(rows: 1, gap: 10, mayCrossMarks: false)
        lane.reserve(marks: marks.map { share($0.at) }, radius: 7)
        var elements: [Element] = []
        // Errors first, so that their labels find room first; drawn last, so that they lie on top.
        for mark in marks.filter(\.isError) + marks.filter({ !$0.isError }) {
            let position = share(mark.at)
            let text = clipped(mark.label, to: 160)
            var parts: [Element] = [
                mark.isError
                    ? .path(at: Place(position), y: y, "M0-7L7 0L0 7L-7 0Z", .serverError)
                    : .path(at: Place(position), y: y, "M0-6L6 5H-6Z", .warning)
            ]
            if let place = lane.place(text, at: position, isBold: mark.isError, prefersRight: !mark.isError) {
                parts.append(
                    .text(
                        Label(
                            text, at: Place(position, place.isRight ? 10 : -10), y: y + 4,
                            ink: mark.isError ? .serverError : .label, anchor: place.isRight ? .start : .end,
                            hasHalo: true, isMinor: place.isMinor)))
            }
            let titled = Element.titled("\(mark.label) at \(duration(milliseconds: max(0, mark.at)))", parts)
            elements.append(mark.link.map { .link($0, [titled]) } ?? titled)
        }
        return elements.reversed()
    }
}

extension Paint {
    fileprivate init(_ part: TimelineFigure.Part) {
        switch part {
        case .waiting: self = .waiting
        case .authorizer: self = .authorizerPart
        case .initialising: self = .functionThird
        case .working: self = .function
        case .silent: self = .silent
        }
    }

    fileprivate var isOutlined: Bool { self == .waiting || self == .silent || self == .functionThird }
}
