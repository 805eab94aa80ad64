import Charts
import Testing

private let text = FigureText(title: "T", description: "D")
private let ticks = [AxisTick(position: 0, label: "22:00"), AxisTick(position: 1, label: "06:00", isMajor: false)]

@Suite struct `A stacked time chart` {
    @Test func `stacks parts from the base line with a gap, bars taking four fifths of their slot`() {
        let chart = StackedTimeChart(
            text: text,
            series: [
                BarSeries(name: "5xx", fill: .serverError, values: [1, 4]),
                BarSeries(name: "function", fill: .function, values: [0, 4]),
            ], unit: "errors per h", ticks: ticks)
        let svg = chart.svg(.inline)
        // 174 px for 8 errors: 21.75 px each, base line at 198, 0.8 px between the parts.
        #expect(svg.contains(#"<rect x="5%" y="176.25" width="40%" height="21.75" class="p5"/>"#))
        #expect(svg.contains(#"<rect x="55%" y="111" width="40%" height="87" class="p5"/>"#))
        #expect(svg.contains(#"<rect x="55%" y="24" width="40%" height="86.2" class="pf"/>"#))
        #expect(svg.contains(#"<line x1="0%" y1="111.5" x2="100%" y2="111.5" class="gl"/>"#))
        #expect(svg.contains(#"<text x="0%" y="115.5" dx="-8" text-anchor="end" class="ax">4</text>"#))
        #expect(svg.contains(#"height="224""#))
    }

    @Test func `has the same geometry in a file, in pixels`() {
        let chart = StackedTimeChart(
            text: text, series: [BarSeries(name: "5xx", fill: .serverError, values: [1, 4])], unit: "errors per h",
            ticks: ticks)
        let svg = chart.svg(.standalone)
        // The plot starts at 64 = 24 + 40 and is 872 wide; the first bar at 5 % of it.
        #expect(svg.contains(##"<rect x="107.6" y="226.5" width="348.8" height="43.5" fill="#b3231a"/>"##))
    }

    @Test func `draws no count lower than one and a half pixels`() {
        let chart = StackedTimeChart(
            text: text, series: [BarSeries(name: "5xx", fill: .serverError, values: [1, 1_000_000_000])],
            unit: "errors per h", ticks: ticks)
        let svg = chart.svg(.inline)
        #expect(svg.contains(#"<rect x="5%" y="196.5" width="40%" height="1.5" class="p5"/>"#))
        #expect(svg.contains(">1,000,000,000</text>"))
        #expect(svg.contains("class=\"plot g4\""))
    }

    @Test func `names and counts its series in a legend`() {
        let chart = StackedTimeChart(
            text: text, series: [BarSeries(name: "Gateway: throttled", fill: .gateway, values: [1200, 65])], unit: "",
            ticks: [])
        #expect(chart.svg(.inline).contains(#"class="pg"/></svg>Gateway: throttled <b>1,265</b></li></ul>"#))
        #expect(chart.svg(.standalone).contains(#"Gateway: throttled"#))
    }

    @Test func `wraps each bar in its link, out of the tab order`() {
        var chart = StackedTimeChart(
            text: text, series: [BarSeries(name: "5xx", fill: .serverError, values: [1, 0, 2])], unit: "", ticks: [])
        chart.links = ["a.html", "b.html"]
        let svg = chart.svg(.inline)
        #expect(svg.contains(#"<a href="a.html" tabindex="-1"><rect x="3.333%""#))
        #expect(!svg.contains("b.html"))
        #expect(svg.contains(#"</a><rect x="70%""#))
    }

    @Test(arguments: [[], [0, 0, 0], [-4]]) func `says so when there is nothing`(_ values: [Int]) {
        let chart = StackedTimeChart(
            text: text, series: [BarSeries(name: "5xx", fill: .serverError, values: values)], unit: "errors per 5 min",
            ticks: ticks)
        let svg = chart.svg(.inline)
        #expect(svg.contains(">No errors in this range</text>"))
        #expect(svg.contains(">22:00</text>"))
        #expect(!svg.contains("<rect x=\"10%\""))
    }

    @Test func `aligns the outer time labels inwards and thins the minor ones`() {
        let chart = StackedTimeChart(text: text, series: [], unit: "", ticks: ticks + [AxisTick(position: 0.5, label: "02:00")])
        let svg = chart.svg(.inline)
        #expect(svg.contains(#"<text x="0%" y="217" class="lb">22:00</text>"#))
        #expect(svg.contains(#"<text x="100%" y="217" text-anchor="end" class="lb tick-minor">06:00</text>"#))
        #expect(svg.contains(#"<text x="50%" y="217" text-anchor="middle" class="lb">02:00</text>"#))
    }

    @Test func `swaps patterns for plain fills when its bars are thin`() {
        func chart(_ buckets: Int) -> String {
            StackedTimeChart(
                text: text, series: [BarSeries(name: "", fill: .ok, values: Array(repeating: 1, count: buckets))], unit: "",
                ticks: []
            ).svg(.inline)
        }
        #expect(chart(40).hasPrefix("<div class=\"chart\">"))
        #expect(chart(96).hasPrefix("<div class=\"chart chart-thin\">"))
        #expect(chart(288).hasPrefix("<div class=\"chart chart-dense\">"))
        let file = StackedTimeChart(
            text: text, series: [BarSeries(name: "", fill: .clientError, values: Array(repeating: 1, count: 288))],
            unit: "", ticks: []
        ).svg(.standalone)
        #expect(file.contains("fill=\"#b57600\"/>"))
        #expect(!file.contains("fill=\"url(#p-4)\""))
    }

    @Test func `puts a peak's letter above its neighbours too`() {
        var chart = StackedTimeChart(
            text: text, series: [BarSeries(name: "", fill: .serverError, values: [4, 1, 2])], unit: "", ticks: [])
        chart.peaks = [Peak(letter: "A", bucket: 1)]
        // 158 px for 4: the taller neighbour ends at 40.
        #expect(chart.svg(.inline).contains(#"<text x="50%" y="34" text-anchor="middle" class="nm halo">A</text>"#))
    }
}

@Suite struct `Markers of a chart` {
    private func chart(_ markers: [AxisMarker]) -> String {
        var chart = StackedTimeChart(
            text: text, series: [BarSeries(name: "", fill: .serverError, values: [1])], unit: "errors per h", ticks: [])
        chart.markers = markers
        return chart.svg(.inline)
    }

    @Test func `stand on the side with more room`() {
        let svg = chart([AxisMarker(position: 0.4, label: "v88"), AxisMarker(position: 0.9, label: "v89")])
        #expect(svg.contains(#"<line x1="40%" y1="2" x2="40%" y2="198" class="dm"/>"#))
        #expect(svg.contains(#"<text x="40%" y="12" dx="5" class="lb">v88</text>"#))
        #expect(svg.contains(#"<text x="90%" y="12" dx="-5" text-anchor="end" class="lb">v89</text>"#))
    }

    @Test func `give way to each other, in a second row where the first is full`() {
        let svg = chart([
            AxisMarker(position: 0.5, label: "orders v88 and more"), AxisMarker(position: 0.51, label: "users v42 and more"),
            AxisMarker(position: 0.52, label: "prices v19 and more"),
        ])
        #expect(svg.contains(#"y="12" dx="5""#))
        #expect(svg.contains(#"y="28""#))
    }

    @Test func `keep their line when no label fits`() {
        let svg = chart((0..<60).map { AxisMarker(position: Double($0) / 60, label: "version \($0)") })
        #expect(count(of: "class=\"dm\"", in: svg) == 60)
        #expect(count(of: ">version ", in: svg) < 30)
    }
}

@Suite struct `A twin chart` {
    private func chart(above: [Int], below: [Int]) -> TwinChart {
        TwinChart(
            text: text, above: [BarSeries(name: "5xx", fill: .serverError, values: above)],
            below: [BarSeries(name: "crash", fill: .function, values: below)], aboveName: "What clients saw",
            belowName: "What functions reported", unit: "errors per 5 min", ticks: ticks)
    }

    @Test func `grows up and down from its band on one scale`() {
        let svg = chart(above: [29, 58], below: [10, 0]).svg(.inline)
        // 174 px for 58 errors: 3 px each. The band lies from 196 to 218.
        #expect(svg.contains(#"<rect x="0%" y="196" width="100%" height="22" class="ab"/>"#))
        #expect(svg.contains(#"<rect x="5%" y="109" width="40%" height="87" class="p5"/>"#))
        #expect(svg.contains(#"<rect x="55%" y="22" width="40%" height="174" class="p5"/>"#))
        #expect(svg.contains(#"<rect x="5%" y="218" width="40%" height="30" class="pf"/>"#))
        #expect(svg.contains(#"height="302""#))
    }

    @Test func `shrinks both halves when the lower one is the larger`() {
        let svg = chart(above: [10], below: [40]).svg(.inline)
        // 80 px for 40 errors: 2 px each.
        #expect(svg.contains(#"y="176" width="80%" height="20" class="p5""#))
        #expect(svg.contains(#"y="218" width="80%" height="80" class="pf""#))
    }

    @Test func `totals each half in words`() {
        let svg = chart(above: [1, 1326], below: [1, 0]).svg(.inline)
        #expect(svg.contains(#"<p class="twin-name">What clients saw</p><p class="twin-total t5">1,327 errors</p>"#))
        #expect(svg.contains(#"<p class="twin-name">What functions reported</p><p class="twin-total tf">1 error</p>"#))
    }

    @Test func `says under a band that functions reported nothing`() {
        var twin = chart(above: [5, 9], below: [3, 0])
        twin.band = 1..<2
        let svg = twin.svg(.inline)
        #expect(svg.contains(#"<rect x="50%" y="22" width="50%" height="174" class="bd"/>"#))
        #expect(svg.contains(#"<text x="75%" y="292" text-anchor="middle" class="lb halo">none reported</text>"#))
        twin.band = 0..<2
        #expect(!twin.svg(.inline).contains("none reported"))
    }

    @Test func `draws both halves when both are empty`() {
        let svg = chart(above: [0, 0], below: []).svg(.inline)
        #expect(svg.contains(">No errors in this range</text>"))
        #expect(svg.contains(">none reported</text>"))
        #expect(svg.contains("class=\"ab\""))
    }

    @Test func `lists the parts of each half as they are seen from the top`() {
        var twin = chart(above: [1], below: [1])
        twin.above.append(BarSeries(name: "4xx", fill: .clientError, values: [2]))
        twin.below.append(BarSeries(name: "timeout", fill: .functionSecond, values: [2]))
        let names = ["4xx <b>2", "5xx <b>1", "crash <b>1", "timeout <b>2"]
        let svg = twin.svg(.inline)
        let places = names.compactMap { svg.firstRange(of: $0)?.lowerBound }
        #expect(places.count == 4)
        #expect(places == places.sorted())
        #expect(svg.contains("<ul class=\"legend legend-alike\">"))
    }

    @Test func `links both halves of a bucket together`() {
        var twin = chart(above: [58], below: [58])
        twin.links = ["list.html?from=1&to=2"]
        let svg = twin.svg(.inline)
        #expect(svg.contains(#"<a href="list.html?from=1&amp;to=2" tabindex="-1"><rect "#))
        #expect(count(of: "<a ", in: svg) == 1)
    }
}

@Suite struct `A latency histogram` {
    @Test func `puts failures on top of answers and labels its percentiles`() {
        var chart = LatencyHistogramChart(text: text, answered: [4, 0], failed: [1, 0], ticks: ticks)
        chart.percentiles = [AxisMarker(position: 0.25, label: "p50 118 ms")]
        chart.limit = AxisMarker(position: 1, label: "gateway limit 29 s")
        let svg = chart.svg(.inline)
        // 148 px for 5 calls: 29.6 px each; an edged bar is inset by half its edge.
        #expect(svg.contains(#"<rect x="5%" y="70.1" width="40%" height="117.4" class="p2"/>"#))
        #expect(svg.contains(#"<rect x="5%" y="40" width="40%" height="28.8" class="p5"/>"#))
        #expect(svg.contains(#"<text x="25%" y="12" dx="5" class="lb">p50 118 ms</text>"#))
        #expect(svg.contains(#"<line x1="100%" y1="2" x2="100%" y2="188" class="lm"/>"#))
        #expect(svg.contains(">gateway limit 29 s</text>"))
    }
}

@Suite struct `A limit chart` {
    private func chart(_ values: [Double?], limit: Double?) -> String {
        LimitChart(
            text: text, values: values, limit: limit, limitLabel: "timeout 10 s", unit: "ms", fill: .function, ticks: ticks
        ).svg(.inline)
    }

    @Test func `scales to its limit and leaves gaps where nothing was measured`() {
        let svg = chart([nil, 0, 5000], limit: 10_000)
        #expect(svg.contains(#"<line x1="0%" y1="24" x2="100%" y2="24" class="lm"/>"#))
        #expect(svg.contains(#"<rect x="36.667%" y="150.5" width="26.667%" height="1.5" class="pf"/>"#))
        #expect(svg.contains(#"<rect x="70%" y="88" width="26.667%" height="64" class="pf"/>"#))
        #expect(!svg.contains(#"<rect x="3.333%""#))
        #expect(svg.contains(">timeout 10 s</text>"))
    }

    @Test func `works without a limit and without a value`() {
        #expect(!chart([5], limit: nil).contains("class=\"lm\""))
        #expect(!chart([5], limit: nil).contains("timeout 10 s"))
        #expect(chart([nil, nil], limit: 512).contains(">Nothing measured in this range</text>"))
        #expect(chart([], limit: nil).contains(">Nothing measured in this range</text>"))
    }
}
