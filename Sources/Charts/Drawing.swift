// A laid-out figure, before it is painted for a page or for a file: what both forms share.

/// A place across the plot: a share of its width, then pixels.
struct Place: Equatable {
    var share: Double
    var pixels = 0.0

    init(_ share: Double, _ pixels: Double = 0) {
        self.share = share.isFinite ? share : 0
        self.pixels = pixels
    }
}

enum Extent: Equatable {
    case share(Double)
    case pixels(Double)
}

struct Run: Equatable {
    var text: String
    var ink: Ink?
}

/// y is the base line of the text, in pixels from the top of the plot.
struct Label: Equatable {
    enum Anchor: String {
        case start, middle, end
    }

    var at: Place
    var y: Double
    var runs: [Run]
    var ink: Ink
    var anchor = Anchor.start
    /// A page-coloured rim, where text crosses marks.
    var hasHalo = false
    /// Goes on narrow pages.
    var isMinor = false

    init(_ text: String, at: Place, y: Double, ink: Ink, anchor: Anchor = .start, hasHalo: Bool = false, isMinor: Bool = false) {
        self.at = at
        self.y = y
        self.runs = [Run(text: text, ink: nil)]
        self.ink = ink
        self.anchor = anchor
        self.hasHalo = hasHalo
        self.isMinor = isMinor
    }
}

/// y in pixels from the top of the plot.
enum Element: Equatable {
    case rect(x: Place, y: Double, width: Extent, height: Double, Paint)
    case line(from: Place, y1: Double, to: Place, y2: Double, Paint)
    case text(Label)
    /// Path data in pixels around (`at`, `y`).
    case path(at: Place, y: Double, String, Paint)
    indirect case group([Element])
    indirect case link(String, [Element])
    /// What a pointer that rests on the elements is told.
    indirect case titled(String, [Element])

    fileprivate var holdsLink: Bool {
        switch self {
        case .link(let address, _): localAddress(address) != nil
        case .group(let elements), .titled(_, let elements): elements.contains(where: \.holdsLink)
        case .rect, .line, .text, .path: false
        }
    }
}

struct Drawing {
    var text: FigureText
    /// A class of the wrapper beside `chart`, where the style sheet has rules for this figure: `chart-twin`.
    var kind: String?
    var gutter: Gutter
    var height: Double
    var legend = Legend.none
    /// Buckets, where bars may become too thin for patterns.
    var slots: Slots?
    /// In painting order.
    var elements: [Element] = []

    /// What holds links is not one picture to assistive technology.
    var hasLinks: Bool { elements.contains(where: \.holdsLink) }

    func svg(_ form: FigureForm) -> String {
        switch form {
        case .inline: inlineMarkup(self)
        case .standalone: standaloneMarkup(self)
        }
    }
}
