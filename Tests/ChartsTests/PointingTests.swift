// What a pointer that rests on a mark is told.

import Charts
import Testing

private let text = FigureText(title: "T", description: "D")

@Suite struct `A mark under a pointer` {
    @Test func `says its bucket and what has a bar in it, over a ground as high as the plot`() {
        var chart = StackedTimeChart(
            text: text,
            series: [
                BarSeries(name: "5xx", fill: .serverError, values: [14, 0, 1200]),
                BarSeries(name: "4xx", fill: .clientError, values: [87, 0, 0]),
            ], unit: "", ticks: [])
        chart.bucketNames = ["02:10\u{2013}02:15", "02:15\u{2013}02:20", "02:20\u{2013}02:25"]
        chart.links = ["a.html"]
        let svg = chart.svg(.inline)
        #expect(
            svg.contains(
                #"<a href="a.html" tabindex="-1"><g><title>02:10\#u{2013}02:15: 5xx 14, 4xx 87</title><rect x="3.333%" y="22" "#))
        #expect(svg.contains(#"height="176" class="hit"/>"#))
        #expect(!svg.contains("02:15\u{2013}02:20"))
        #expect(svg.contains("<title>02:20\u{2013}02:25: 5xx 1,200</title>"))
    }

    @Test func `says of a twin chart what either side counted`() {
        var chart = TwinChart(
            text: text, above: [BarSeries(name: "5xx", fill: .serverError, values: [3, 0])],
            below: [BarSeries(name: "timeout", fill: .function, values: [0, 2])], aboveName: "Clients saw",
            belowName: "Functions reported", unit: "errors per h", ticks: [])
        chart.bucketNames = ["1", "2"]
        let svg = chart.svg(.inline)
        #expect(svg.contains("<title>1: Clients saw: 5xx 3. Functions reported: none</title>"))
        #expect(svg.contains("<title>2: Clients saw: none. Functions reported: timeout 2</title>"))
    }

    @Test func `says a latency step, a measured value, a stratum, a part of a request and a line of its log`() {
        var latency = LatencyHistogramChart(text: text, answered: [7], failed: [1], ticks: [])
        latency.stepNames = ["1 to 2 ms"]
        #expect(latency.svg(.inline).contains("<title>1 to 2 ms: answered 7, failed 1</title>"))

        var limit = LimitChart(
            text: text, values: [812.4], limit: nil, limitLabel: "", unit: "ms", fill: .function, ticks: [])
        limit.bucketNames = ["02:10"]
        #expect(limit.svg(.inline).contains("<title>02:10: 812\u{A0}ms</title>"))

        let segment = StrataFigure.Segment(label: "Invalid body", count: 1286, fill: .clientError, link: nil)
        let strata = StrataFigure(text: text, strata: [.init(name: "Gateway", note: "", segments: [segment])], outNote: "")
        #expect(strata.svg(.inline).contains("<title>1,286 Invalid body, client got 4xx</title>"))

        var timeline = TimelineFigure(text: text, length: 6381)
        timeline.function = [.init(part: .silent, from: 120, until: 2122, label: "silent")]
        timeline.marks = [.init(at: 2122, isError: true, label: "ERROR L17", link: "#L17")]
        #expect(timeline.svg(.inline).contains("<title>No log line, 120\u{A0}ms to 2,122\u{A0}ms</title>"))
        #expect(timeline.svg(.inline).contains("<title>ERROR L17 at 2,122\u{A0}ms</title>"))
    }

    @Test func `leads from a measured value to its bucket, and from a layer to what broke in it`() {
        var limit = LimitChart(
            text: text, values: [812.4, 30, nil], limit: nil, limitLabel: "", unit: "ms", fill: .function, ticks: [])
        limit.bucketNames = ["02:10", "02:15", "02:20"]
        limit.links = ["a.html", "", "c.html"]
        let svg = limit.svg(.inline)
        #expect(svg.contains(#"<a href="a.html" tabindex="-1"><g><title>02:10: 812\#u{A0}ms</title>"#))
        #expect(svg.split(separator: "<a ").count == 2)

        let strata = StrataFigure(
            text: text, strata: [.init(name: "Gateway", note: "7 stopped", segments: [], link: "b.html")], outNote: "")
        #expect(strata.svg(.inline).contains(#"<a href="b.html" tabindex="-1"><text "#))
        #expect(!strata.svg(.standalone).contains("<a "))

        let split = LatencySplitChart(
            text: text,
            rows: [
                .init(name: "Gateway", fill: .gateway, p50: 53, p95: nil, link: "d.html"),
                .init(name: "Init", fill: .ok, p50: 9, p95: nil),
            ])
        #expect(split.svg(.inline).split(separator: #"<a href="d.html" tabindex="-1"><rect "#).count == 2)
        #expect(split.svg(.inline).split(separator: "<a ").count == 2)
    }

    @Test func `finds no ground in a file of its own`() {
        var chart = StackedTimeChart(
            text: text, series: [BarSeries(name: "5xx", fill: .serverError, values: [1])], unit: "", ticks: [])
        chart.bucketNames = ["02:10"]
        #expect(chart.svg(.standalone).contains("<g><title>02:10: 5xx 1</title><rect x=\"151.2\""))
        #expect(!chart.svg(.standalone).contains("fill=\"none\""))
    }
}
