import Charts
import Testing

@Suite struct `Figures in cells` {
    @Test func `a sparkline is one path on its base line`() {
        #expect(
            CellFigure.sparkline([0, 4, 1], fill: .clientError)
                == #"<svg class="cell spark" width="96" height="18" viewBox="0 0 96 18" preserveAspectRatio="none" aria-hidden="true">"#
                + #"<path class="gl" d="M0 17.5H96"/><path class="p4" d="M32 1h25.6v16h-25.6zM64 13h25.6v4h-25.6z"/></svg>"#)
    }

    @Test func `a sparkline sums many values into 32 columns`() {
        let svg = CellFigure.sparkline(Array(repeating: 1, count: 96), fill: .function)
        #expect(count(of: "z", in: svg) == 32)
        #expect(svg.contains("M93 1h2.4v16h-2.4z"))
        #expect(svg.utf8.count < 900)
    }

    @Test func `a sparkline never draws a count lower than one and a half pixels`() {
        #expect(CellFigure.sparkline([1, Int.max], fill: .serverError).contains("M0 15.5h38.4v1.5h-38.4z"))
    }

    @Test(arguments: [[], [0, 0], [-3]]) func `a sparkline of nothing is its base line`(_ values: [Int]) {
        let svg = CellFigure.sparkline(values, fill: .serverError)
        #expect(count(of: "<path", in: svg) == 1)
        #expect(svg.contains("M0 17.5H96"))
    }

    @Test(arguments: [
        (0.5, "M0 0h36v8h-36z"), (1, "M0 0h72v8h-72z"), (7, "M0 0h72v8h-72z"), (0.000_1, "M0 0h1.5v8h-1.5z"),
    ]) func `a share bar shows its share of the full length`(_ share: Double, _ path: String) {
        #expect(CellFigure.shareBar(share).contains("<path class=\"gl\" d=\"M0 7.5H72\"/><path class=\"pn\" d=\"\(path)\"/>"))
    }

    @Test(arguments: [0, -1, Double.nan]) func `a share bar of nothing is its line`(_ share: Double) {
        #expect(!CellFigure.shareBar(share).contains("class=\"pn\""))
    }

    @Test func `a stacked bar uses the scale of its table and skips what is zero`() {
        let svg = CellFigure.stackedBar([(.gateway, 1), (.edge, 0), (.function, 2)], scale: 4)
        #expect(svg.contains(#"<path class="pg" d="M0 0h26.8v10h-26.8z"/><path class="pf" d="M27.5 0h54.3v10h-54.3z"/></svg>"#))
    }

    @Test func `a stacked bar stays within its cell`() {
        let svg = CellFigure.stackedBar([(.gateway, 900), (.function, 900)], scale: 0)
        #expect(svg.contains("M0 0h110v10h-110z"))
        #expect(count(of: "<path", in: svg) == 1)
    }

    @Test func `a fault glyph is level up to the break, displaced there, a line after it`() {
        let svg = CellFigure.faultGlyph(layer: 4, fill: .serverError)
        #expect(svg.contains(#"<path class="sm" d="M0 3h5v3h-5zM6 3h5v3h-5zM12 3h5v3h-5zM18 3h5v3h-5z"/>"#))
        #expect(svg.contains(#"<path class="p5" d="M24 6h5v6h-5z"/><path class="rt" d="M30 8h5v1h-5z"/>"#))
    }

    @Test(arguments: [0, 5, -7, 99]) func `a fault glyph has six columns wherever it breaks`(_ layer: Int) {
        let svg = CellFigure.faultGlyph(layer: layer, fill: .clientError)
        #expect(count(of: "z", in: svg) == 6)
        #expect(svg.contains("class=\"p4\""))
    }

    @Test func `all are well-formed, hidden, and use classes of the style sheet`() throws {
        let known = try styledClasses()
        for fill in Fill.allCases {
            for svg in [
                CellFigure.sparkline([1, 2], fill: fill), CellFigure.shareBar(0.3),
                CellFigure.stackedBar([(fill, 1)], scale: 1), CellFigure.faultGlyph(layer: 2, fill: fill),
            ] {
                let markup = try Markup(svg)
                #expect(markup.classes.isSubset(of: known))
                #expect(svg.contains("aria-hidden=\"true\""))
                #expect(!markup.attributes.contains { ["style", "fill", "id"].contains($0.name) })
            }
        }
    }
}
