// What all figures share. Numbers come in, SVG text goes out; nothing here knows of logs, time zones or pages.

/// Where a figure will stand.
///
/// `inline` is one `<div class="chart">` with the legend as HTML and the plot as SVG: classes and percent geometry, colours
/// from the page, no ids. The page needs charts.css and, once, `patternDefinitions()`.
///
/// `standalone` is a file of its own: width 960, literal light colours, a ground, the title and the legend drawn, no links.
package enum FigureForm: Sendable {
    case inline, standalone
}

/// What a mark stands for; decides fill, pattern and class (visual-language.md 8.3).
package enum Fill: String, CaseIterable, Sendable {
    case serverError, clientError, redirect, ok, edge, gateway, authorizer, function, functionSecond, functionThird, response
    /// Furniture: `--ink-3`.
    case neutral
}

/// A place on an axis, 0 at its start and 1 at its end.
package struct AxisTick: Hashable, Sendable {
    package var position: Double
    package var label: String
    /// Minor ticks lose their label on narrow pages.
    package var isMajor: Bool

    package init(position: Double, label: String, isMajor: Bool = true) {
        self.position = position
        self.label = label
        self.isMajor = isMajor
    }
}

/// One row of a stack over all buckets.
package struct BarSeries: Sendable {
    package var name: String
    package var fill: Fill
    package var values: [Int]

    package init(name: String, fill: Fill, values: [Int]) {
        self.name = name
        self.fill = fill
        self.values = values
    }
}

/// A dashed upright with its label in the lane above the plot.
package struct AxisMarker: Hashable, Sendable {
    package var position: Double
    package var label: String

    package init(position: Double, label: String) {
        self.position = position
        self.label = label
    }
}

/// A letter over a bucket.
package struct Peak: Hashable, Sendable {
    package var letter: String
    package var bucket: Int

    package init(letter: String, bucket: Int) {
        self.letter = letter
        self.bucket = bucket
    }
}

/// The title and description every figure carries for assistive technology.
package struct FigureText: Hashable, Sendable {
    package var title: String
    package var description: String

    package init(title: String, description: String) {
        self.title = title
        self.description = description
    }
}
