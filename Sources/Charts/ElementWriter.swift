// Elements to markup. One writer for both forms; they differ in how a place and a colour are spelled.

/// The plot of a stand-alone file, in pixels of its canvas.
struct Frame {
    var left: Double
    var top: Double
    var width: Double

    func x(_ place: Place) -> Double { left + place.share * width + place.pixels }
}

struct ElementWriter {
    var svg = SVGBuilder()
    /// nil on a page, where x is written in percent.
    let frame: Frame?

    /// Whether bars in a file are too thin for patterns. On a page the style sheet decides.
    let isDense: Bool

    init(frame: Frame?, isDense: Bool = false) {
        self.frame = frame
        self.isDense = isDense
    }

    func attributes(_ paint: Paint) -> [Attribute] {
        if frame == nil { return [.text("class", paint.rawValue)] }
        return isDense ? paint.plainLight : paint.light
    }

    mutating func write(_ elements: [Element]) {
        for element in elements { write(element) }
    }

    private mutating func write(_ element: Element) {
        switch element {
        // In a file there is no pointer to find it.
        case .rect(_, _, _, _, .ground) where frame != nil: return
        case .rect(let x, let y, let width, let height, let paint):
            let size: Attribute =
                switch width {
                case .pixels(let pixels): .number("width", pixels)
                case .share(let share):
                    if let frame { .number("width", share * frame.width) } else { .share("width", share) }
                }
            svg.empty(
                "rect",
                [horizontal("x", x), .number("y", vertical(y)), size, .number("height", height)] + shift(x)
                    + attributes(paint))
        case .line(let from, let y1, let to, let y2, let paint):
            svg.empty(
                "line",
                [
                    horizontal("x1", from), .number("y1", vertical(y1)), horizontal("x2", to), .number("y2", vertical(y2)),
                ] + shift(from) + attributes(paint))
        case .text(let label): write(label)
        case .path(let at, let y, let data, let paint): write(data, at, y, paint)
        case .group(let elements): write(elements)
        case .link(let address, let elements):
            guard frame == nil, let address = localAddress(address) else { return write(elements) }
            svg.open("a", [.text("href", address), .number("tabindex", -1)])
            write(elements)
            svg.close("a")
        case .titled(let title, let elements):
            svg.open("g")
            svg.element("title", text: title)
            write(elements)
            svg.close("g")
        }
    }

    private mutating func write(_ label: Label) {
        var attributes = [horizontal("x", label.at), .number("y", vertical(label.y))]
        if frame == nil, label.at.pixels != 0 { attributes.append(.number("dx", label.at.pixels)) }
        if label.anchor != .start { attributes.append(.text("text-anchor", label.anchor.rawValue)) }
        if frame == nil {
            let classes = [label.ink.rawValue] + (label.hasHalo ? ["halo"] : []) + (label.isMinor ? ["tick-minor"] : [])
            attributes.append(.text("class", classes.joined(separator: " ")))
        } else {
            attributes += label.ink.light
            if label.hasHalo {
                attributes += [
                    .text("stroke", "#fcfcfa"), .number("stroke-width", 4), .text("stroke-linejoin", "round"),
                    .text("paint-order", "stroke"),
                ]
            }
        }
        svg.open("text", attributes)
        for run in label.runs {
            guard let ink = run.ink else {
                svg.text(run.text)
                continue
            }
            svg.element("tspan", frame == nil ? [.text("class", ink.rawValue)] : ink.light, text: run.text)
        }
        svg.close("text")
    }

    /// A path knows no percent: on a page it stands in a nested drawing at a percent x.
    private mutating func write(_ data: String, _ at: Place, _ y: Double, _ paint: Paint) {
        if let frame {
            let move = "translate(\(decimal(frame.x(at), places: 2)) \(decimal(vertical(y), places: 2)))"
            svg.empty("path", [.text("d", data), .text("transform", move)] + attributes(paint))
            return
        }
        svg.open("svg", [horizontal("x", at), .number("y", y), .text("overflow", "visible")])
        svg.empty("path", [.text("d", data)] + shift(at) + attributes(paint))
        svg.close("svg")
    }

    private func horizontal(_ name: StaticString, _ place: Place) -> Attribute {
        if let frame { .number(name, frame.x(place)) } else { .share(name, place.share) }
    }

    private func vertical(_ y: Double) -> Double { y + (frame?.top ?? 0) }

    /// Percent and pixels cannot be added in one attribute; a translation adds the pixels.
    private func shift(_ place: Place) -> [Attribute] {
        guard frame == nil, place.pixels != 0 else { return [] }
        return [.text("transform", "translate(\(decimal(place.pixels, places: 2)))")]
    }
}
