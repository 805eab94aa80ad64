import Charts
import Testing

private let text = FigureText(title: "T", description: "D")

@Suite struct `A strata figure` {
    private let figure = StrataFigure(
        text: text,
        strata: [
            .init(name: "Client", note: "903 in", segments: []),
            .init(
                name: "Gateway", note: "84 stopped",
                segments: [
                    .init(label: "Invalid body", count: 56, fill: .clientError, link: "g.html"),
                    .init(label: "Integration misconfigured", count: 27, fill: .serverError, link: nil),
                    .init(label: "Throttled", count: 1, fill: .clientError, link: nil),
                ]),
        ], outNote: "819 out")

    @Test func `hangs segments under their layer, as deep as they are many`() {
        let svg = figure.svg(.inline)
        // 168 px for 84 requests: 2 px each, 1.5 px apart.
        #expect(svg.contains(#"<rect x="0%" y="44" width="100%" height="8" class="tr"/>"#))
        #expect(svg.contains(#"<rect x="50%" y="53.5" width="26" height="111" transform="translate(0.5)" class="p4"/>"#))
        #expect(svg.contains(#"<rect x="50%" y="166.5" width="27" height="54" class="p5"/>"#))
        #expect(svg.contains(#"<rect x="50%" y="222" width="27" height="2" class="p4"/>"#))
    }

    @Test func `labels each segment with a bold count, a link, and a leader where it had to move`() {
        let svg = figure.svg(.inline)
        #expect(
            svg.contains(#"<text x="50%" y="113" dx="42" class="lb"><tspan class="nm">56</tspan> Invalid body</text></g></a>"#))
        #expect(svg.contains(#"<a href="g.html" tabindex="-1"><g><title>56 Invalid body, client got 4xx</title><rect x="50%""#))
        #expect(svg.contains(#"<path d="M29 0H38" class="ld"/>"#))
        #expect(svg.contains(#"<tspan class="nm">27</tspan> Integration</text>"#))
        #expect(svg.contains(#">misconfigured</text>"#))
        #expect(svg.contains(#"<path d="M29 0H33L38 2.5" class="ld"/>"#))
    }

    @Test func `explains its fills and its scale under the client`() {
        let svg = figure.svg(.inline)
        #expect(svg.contains(">client got 4xx</text>"))
        #expect(svg.contains(">client got 5xx</text>"))
        #expect(!svg.contains("no client saw it"))
        #expect(svg.contains(">20 requests</text>"))
        #expect(svg.contains(#"<path d="M0 .5H26M13 .5V40M0 40H26" class="ld"/>"#))
    }

    @Test func `names failures that no client saw when there are some`() {
        var hidden = figure
        hidden.strata[1].segments[2].fill = .function
        #expect(hidden.svg(.inline).contains(">no client saw it</text>"))
    }

    @Test func `draws its trunk when nothing failed`() {
        let svg = StrataFigure(text: text, strata: [.init(name: "Client", note: "3 in", segments: [])], outNote: "3 out").svg(
            .inline)
        #expect(svg.contains(">No failures in this range</text>"))
        #expect(svg.contains("class=\"tr\""))
        #expect(!svg.contains(" requests</text>"))
    }
}

@Suite struct `A timeline` {
    private var figure: TimelineFigure {
        var figure = TimelineFigure(text: text, length: 4000)
        figure.gateway = [.init(part: .waiting, from: 0, until: 3000, label: "waits 3,000 ms")]
        figure.authorizer = [.init(part: .authorizer, from: 0, until: 4, label: "4 ms, allowed")]
        figure.function = [.init(part: .silent, from: 400, until: 2400, label: "silent 2.000 s")]
        figure.marks = [
            .init(at: 1000, isError: false, label: "WARN L3", link: nil),
            .init(at: 2400, isError: true, label: "ERROR L9", link: "#L9"),
        ]
        figure.answer = (at: 3000, label: "client got 500 at 3,000 ms", fill: .serverError)
        return figure
    }

    @Test func `puts every part on one axis`() {
        let svg = figure.svg(.inline)
        #expect(svg.contains(#"height="170""#))
        #expect(svg.contains(#"<rect x="0%" y="27.5" width="75%" height="17" class="tw"/>"#))
        #expect(svg.contains(#"<text x="0%" y="40" dx="8" class="lb">waits 3,000 ms</text>"#))
        #expect(svg.contains(#"<rect x="10%" y="91.5" width="50%" height="17" class="ts"/>"#))
        #expect(svg.contains(#"<text x="35%" y="104" text-anchor="middle" class="tq">silent 2.000 s</text>"#))
        #expect(svg.contains(#"<line x1="75%" y1="2" x2="75%" y2="148" class="a5"/>"#))
    }

    @Test func `draws nothing narrower than four pixels, its text beside it`() {
        let svg = figure.svg(.inline)
        #expect(svg.contains(#"<rect x="0%" y="59" width="4" height="18" class="ta"/>"#))
        #expect(svg.contains(#"<text x="0.1%" y="72" dx="8" class="lb">4 ms, allowed</text>"#))
    }

    @Test func `marks warnings with a hollow triangle and errors with a diamond that links to its line`() {
        let svg = figure.svg(.inline)
        #expect(svg.contains(#"<svg x="25%" y="132" overflow="visible"><path d="M0-6L6 5H-6Z" class="mw"/></svg>"#))
        #expect(
            svg.contains(
                ##"<a href="#L9" tabindex="-1"><g><title>ERROR L9 at 2,400\##u{A0}ms</title><svg x="60%" y="132" overflow="visible"><path d="M0-7L7 0L0 7L-7 0Z" class="p5"/></svg>"##
            ))
        #expect(svg.contains(#"class="t5 halo">ERROR L9</text></g></a>"#))
    }

    @Test func `keeps the answer and a limit at the same moment apart`() {
        var late = figure
        late.limit = (at: 2999, label: "gateway limit 3 s")
        let svg = late.svg(.inline)
        #expect(svg.contains(#"<text x="75%" y="12" dx="-5" text-anchor="end" class="t5">client got 500"#))
        #expect(svg.contains(#"<text x="74.975%" y="12" dx="5""#) || svg.contains(#"<text x="74.975%" y="28""#))
    }

    @Test func `keeps its four rows when nothing is known`() {
        let svg = TimelineFigure(text: text, length: 0).svg(.inline)
        for name in ["Gateway", "Authorizer", "Function", "Log"] { #expect(svg.contains(">\(name)</text>")) }
    }
}

@Suite struct `A latency split` {
    @Test func `draws p50 as a bar and p95 as a reach, both as numbers`() {
        let svg = LatencySplitChart(
            text: text,
            rows: [
                .init(name: "Gateway", fill: .gateway, p50: 5, p95: 20),
                .init(name: "Function", fill: .function, p50: 0.84, p95: nil),
            ]
        ).svg(.inline)
        #expect(svg.contains(#"<rect x="0%" y="29" width="25%" height="18" class="pg"/>"#))
        #expect(svg.contains(#"<rect x="0%" y="37" width="100%" height="2" class="rt"/>"#))
        #expect(svg.contains(#"<text x="100%" y="42" dx="56" text-anchor="end" class="lb">5\#u{A0}ms</text>"#))
        #expect(svg.contains(#"<text x="100%" y="42" dx="120" text-anchor="end" class="lb">20\#u{A0}ms</text>"#))
        #expect(svg.contains(">0.8\u{A0}ms</text>"))
        #expect(svg.contains(">–</text>"))
    }

    @Test func `says what was not measured`() {
        let chart = LatencySplitChart(text: text, rows: [.init(name: "Init", fill: .functionThird, p50: nil, p95: nil)])
        #expect(chart.svg(.inline).contains(">not measured</text>"))
    }

    @Test func `writes long durations in seconds`() {
        let chart = LatencySplitChart(text: text, rows: [.init(name: "F", fill: .function, p50: 6381, p95: 12_360)])
        let svg = chart.svg(.inline)
        #expect(svg.contains(">6,381\u{A0}ms</text>"))
        #expect(svg.contains(">12.4\u{A0}s</text>"))
    }
}
