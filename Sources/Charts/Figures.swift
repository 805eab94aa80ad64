/// Clients above functions on one axis (visual-language.md 8.5): `above` grows up, `below` grows down, one scale.
package struct TwinChart: Sendable {
    package var text: FigureText
    /// First series stands at the axis.
    package var above: [BarSeries]
    package var below: [BarSeries]
    package var aboveName: String
    package var belowName: String
    /// "errors per 5 min".
    package var unit: String
    package var ticks: [AxisTick]
    package var markers: [AxisMarker] = []
    package var peaks: [Peak] = []
    /// Buckets behind which a band lies.
    package var band: Range<Int>?
    /// One link per bucket, or empty.
    package var links: [String] = []

    package init(
        text: FigureText, above: [BarSeries], below: [BarSeries], aboveName: String, belowName: String, unit: String,
        ticks: [AxisTick]
    ) {
        self.text = text
        self.above = above
        self.below = below
        self.aboveName = aboveName
        self.belowName = belowName
        self.unit = unit
        self.ticks = ticks
    }

    package func svg(_ form: FigureForm) -> String { "" }
}

/// A stack of bars over time, with a legend.
package struct StackedTimeChart: Sendable {
    package var text: FigureText
    package var series: [BarSeries]
    package var unit: String
    package var ticks: [AxisTick]
    package var markers: [AxisMarker] = []
    package var peaks: [Peak] = []
    package var links: [String] = []

    package init(text: FigureText, series: [BarSeries], unit: String, ticks: [AxisTick]) {
        self.text = text
        self.series = series
        self.unit = unit
        self.ticks = ticks
    }

    package func svg(_ form: FigureForm) -> String { "" }
}

/// Latency on a logarithmic scale, failures stacked on top, percentiles as markers (visual-language.md 8.4).
package struct LatencyHistogramChart: Sendable {
    package var text: FigureText
    package var answered: [Int]
    package var failed: [Int]
    package var ticks: [AxisTick]
    package var percentiles: [AxisMarker] = []
    package var limit: AxisMarker?

    package init(text: FigureText, answered: [Int], failed: [Int], ticks: [AxisTick]) {
        self.text = text
        self.answered = answered
        self.failed = failed
        self.ticks = ticks
    }

    package func svg(_ form: FigureForm) -> String { "" }
}

/// One value per bucket against a limit: duration or memory of a function over time.
package struct LimitChart: Sendable {
    package var text: FigureText
    package var values: [Double?]
    package var limit: Double?
    package var limitLabel: String
    package var unit: String
    package var fill: Fill
    package var ticks: [AxisTick]

    package init(
        text: FigureText, values: [Double?], limit: Double?, limitLabel: String, unit: String, fill: Fill, ticks: [AxisTick]
    ) {
        self.text = text
        self.values = values
        self.limit = limit
        self.limitLabel = limitLabel
        self.unit = unit
        self.fill = fill
        self.ticks = ticks
    }

    package func svg(_ form: FigureForm) -> String { "" }
}

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

        package init(name: String, note: String, segments: [Segment]) {
            self.name = name
            self.note = note
            self.segments = segments
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

    package func svg(_ form: FigureForm) -> String { "" }
}

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

    package func svg(_ form: FigureForm) -> String { "" }
}

/// Where the latency of an endpoint goes: level bars for p50 and p95 of gateway, authorizer, init and function.
package struct LatencySplitChart: Sendable {
    package struct Row: Sendable {
        package var name: String
        package var fill: Fill
        package var p50: Double?
        package var p95: Double?

        package init(name: String, fill: Fill, p50: Double?, p95: Double?) {
            self.name = name
            self.fill = fill
            self.p50 = p50
            self.p95 = p95
        }
    }

    package var text: FigureText
    package var rows: [Row]

    package init(text: FigureText, rows: [Row]) {
        self.text = text
        self.rows = rows
    }

    package func svg(_ form: FigureForm) -> String { "" }
}

/// The zero-size SVG with all patterns, once per page, right after `<body>`.
package func patternDefinitions() -> String { "" }

/// The small in-cell figures. All are hidden from assistive technology: their text stands beside them.
package enum CellFigure {
    /// 96 x 18, own scale, minimum bar 1.5 px, at most 32 columns (more values are summed into 32).
    package static func sparkline(_ values: [Int], fill: Fill) -> String { "" }

    /// A share of 0...1.
    package static func shareBar(_ share: Double) -> String { "" }

    /// Absolute counts on the scale of the table's largest row.
    package static func stackedBar(_ parts: [(fill: Fill, value: Int)], scale: Int) -> String { "" }

    /// `layer` 0...5 (client, WAF, gateway, authorizer, function, response); `.clientError` or `.serverError`.
    package static func faultGlyph(layer: Int, fill: Fill) -> String { "" }
}
