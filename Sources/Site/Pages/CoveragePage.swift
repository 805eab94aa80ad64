// What was read, what was missing, what it means for the verdicts, as `coverage.md` sees it.

import MarkdownHTML
import Model
import Redaction

struct CoveragePage: TemplatePage {
    static let template = "coverage"

    struct InputRow: TemplateModel {
        var path: Markdown
        var format: Markdown
        var records: Markdown
        var size: Markdown
        var events: Markdown
        var facts: Markdown
        var lines: Markdown
        var ignored: Markdown
        var rejected: Markdown
        var first: Markdown
        var last: Markdown

        static let fields: [TemplateField<InputRow>] = [
            .cell("path") { $0.path }, .cell("format") { $0.format }, .cell("records") { $0.records }, .cell("size") { $0.size },
            .cell("events") { $0.events }, .cell("facts") { $0.facts }, .cell("lines") { $0.lines },
            .cell("ignored") { $0.ignored }, .cell("rejected") { $0.rejected }, .cell("first") { $0.first },
            .cell("last") { $0.last },
        ]
    }

    struct RejectedRow: TemplateModel {
        var place: Markdown
        var reason: Markdown
        var text: Markdown

        static let fields: [TemplateField<RejectedRow>] = [
            .cell("place") { $0.place }, .cell("reason") { $0.reason }, .cell("text") { $0.text },
        ]
    }

    struct ReasonRow: TemplateModel {
        var side: Markdown
        var reason: Markdown
        var count: Markdown

        static let fields: [TemplateField<ReasonRow>] = [
            .cell("side") { $0.side }, .cell("reason") { $0.reason }, .cell("count") { $0.count },
        ]
    }

    struct Sentence: TemplateModel {
        var words: Markdown

        static let fields: [TemplateField<Sentence>] = [.text("words") { $0.words }]
    }

    /// The pages after the first only go on with the inputs.
    var isFirst: Bool
    var kicker: Markdown
    var heading: Markdown
    var sentence: Markdown
    var strip: CoverageStrip
    var inputs: [InputRow]
    var inputsTotal: InputRow?
    var pages: Markdown?
    var gaps: [GapRow]
    var leastGap: Markdown
    var problems: [RejectedRow]
    var rejected: [RejectedRow]
    var rejectedMore: Markdown?
    var ignored: [ReasonRow]
    var orphans: [ReasonRow]
    var joins: [ReasonRow]
    var missing: [Sentence]
    var variables: [Sentence]
    var format: Markdown?
    var redactions: [ReasonRow]

    static let fields: [TemplateField<CoveragePage>] = [
        .text("kicker") { $0.kicker }, .text("heading") { $0.heading }, .text("sentence") { $0.sentence },
        .part("strip") { $0.strip }, .flag("isFirst") { $0.isFirst }, .flag("hasInputs") { !$0.inputs.isEmpty },
        .list("inputs") { $0.inputs },
        .part("inputsTotal") { $0.inputsTotal }, .text("pages") { $0.pages },
        .flag("hasGaps") { !$0.gaps.isEmpty },
        .list("gaps") { $0.gaps }, .text("leastGap") { $0.leastGap },
        .flag("hasProblems") { !$0.problems.isEmpty }, .list("problems") { $0.problems },
        .flag("hasRejected") { !$0.rejected.isEmpty }, .list("rejected") { $0.rejected },
        .text("rejectedMore") { $0.rejectedMore }, .flag("hasIgnored") { !$0.ignored.isEmpty },
        .list("ignored") { $0.ignored }, .flag("hasOrphans") { !$0.orphans.isEmpty }, .list("orphans") { $0.orphans },
        .flag("hasJoins") { !$0.joins.isEmpty }, .list("joins") { $0.joins }, .flag("hasMissing") { !$0.missing.isEmpty },
        .list("missing") { $0.missing }, .flag("hasVariables") { !$0.variables.isEmpty },
        .list("variables") { $0.variables }, .text("format") { $0.format }, .flag("hasRedactions") { !$0.redactions.isEmpty },
        .list("redactions") { $0.redactions },
    ]

    private var totals: (inputs: Int, rejected: Int)

    var counts: [String: String] {
        [
            "inputs": totals.inputs, "gaps": gaps.count, "not-read-to-the-end": problems.count,
            "rejected-events": totals.rejected,
            "ignored-events": ignored.count, "without-a-partner": orphans.count, "what-would-prove-more": missing.count,
            "redactions": redactions.count,
        ].mapValues { grouped($0) }
    }

    static let rejectedRows = 40

    /// Without its rows of inputs (`page`): what looks at all inputs is worked out once and not for every hundred of them.
    init(_ night: Night) {
        isFirst = true
        let report = night.report
        let coverage = report.coverage
        let all = coverage.inputs
        kicker = "\(.text(report.title)) · \(.text(night.frame.rangeWithOffset))"
        let events = all.reduce(0) { $0 + $1.events }
        let rejectedCount = all.reduce(0) { $0 + $1.rejected }
        heading = .text(
            "\(counted(Int(events), "event")) read from \(counted(all.count, "input")), \(grouped(rejectedCount)) rejected")
        let called = report.totals.linked + report.totals.requestsWithoutInvocation
        sentence =
            all.isEmpty
            ? "No input was read: no data does not mean no errors."
            : .text(
                "Every event is exactly one of: a fact, an application's log line, ignored for a reason, rejected. "
                    + "\(grouped(report.totals.linked)) of \(counted(called, "request")) that called a function were joined to its run."
            )
        strip = CoverageStrip(night)
        totals = (all.count, Int(rejectedCount))
        inputs = []
        inputsTotal = all.count > 1 ? InputRow(totalOf: all) : nil
        gaps = Array(gapRows(report).prefix(Self.rejectedRows))
        leastGap = .text(duration(Double(Site.leastGap(report.range))))
        problems = all.filter { $0.problem != nil }.prefix(Self.rejectedRows).map {
            RejectedRow(place: .code(clipped($0.path, 300)), reason: .text(clipped($0.problem ?? "", 300)), text: "")
        }
        let samples = all.flatMap { input in input.rejectedSamples.map { (input.path, $0) } }
        rejected = samples.prefix(Self.rejectedRows).map { path, sample in
            RejectedRow(
                place: "\(.code(clipped(path, 200))) event \(.text(grouped(Int(sample.event) + 1)))",
                reason: .text(clipped(sample.reason, 200)),
                text: .code(clipped(sample.text, 300)))
        }
        rejectedMore =
            Int(rejectedCount) > rejected.count && !rejected.isEmpty
            ? .text("The first \(grouped(rejected.count)) of \(grouped(rejectedCount)); each input keeps a few.") : nil
        ignored = ignoredRows(all)
        orphans =
            coverage.orphanRequests.map { ReasonRow(side: "Request", reason: .text($0.text), count: .text(grouped($0.count))) }
            + coverage.orphanInvocations.map {
                ReasonRow(side: "Invocation", reason: .text($0.text), count: .text(grouped($0.count)))
            }
        joins = report.links.filter { $0.count > 0 }.map {
            ReasonRow(
                side: "\($0.rung.rank)", reason: "\(.text($0.rung.words)) — \(.text($0.rung.isExact ? "exact" : "probable"))",
                count: .text(grouped($0.count)))
        }
        missing = coverage.missing.map { Sentence(words: .text($0)) }
        variables = Set(all.flatMap(\.accessVariables)).sorted().prefix(120).map { Sentence(words: .code(clipped($0, 100))) }
        format = coverage.suggestedFormat.map { .fenced("text", clipped($0, 8000)) }
        redactions = night.input.redactions.map {
            ReasonRow(side: .text($0.rule), reason: .text(grouped($0.pages)), count: .text(grouped($0.count)))
        }
    }

    func page(_ number: Int, of night: Night, at place: PagePlace) -> CoveragePage {
        let all = night.report.coverage.inputs
        let pager = Pager(total: all.count, number: number)
        var page = self
        page.isFirst = number == 1
        page.inputs = all[pager.range].map { InputRow($0, night.zone) }
        page.pages = pager.words { place.root + night.paths.page($0, of: "coverage") + ".html" }
        return page
    }
}

extension CoveragePage.InputRow {
    fileprivate init(_ input: InputReport, _ zone: DisplayZone) {
        func time(_ time: Timestamp) -> Markdown { time.isKnown ? .text("\(zone.date(time)) \(zone.second(time))") : "\u{2013}" }
        path = .code(clipped(input.path, 200))
        format = input.reason.isEmpty ? .text(input.format) : "\(.text(input.format)) — \(.text(clipped(input.reason, 120)))"
        records = input.records.isEmpty ? "\u{2013}" : .text(input.records.joined(separator: ", "))
        size = .text(Site.size(input.bytes))
        events = .text(grouped(input.events))
        facts = .text(grouped(input.facts))
        lines = .text(grouped(input.lines))
        ignored = .text(grouped(input.ignored))
        rejected = .text(grouped(input.rejected))
        first = time(input.firstEvent)
        last = time(input.lastEvent)
    }

    fileprivate init(totalOf inputs: [InputReport]) {
        func sum(_ value: (InputReport) -> Int64) -> Markdown { .text(grouped(inputs.reduce(0) { $0 + value($1) })) }
        path = "**All inputs**"
        format = ""
        records = ""
        size = .text(Site.size(inputs.reduce(0) { $0 + $1.bytes }))
        events = sum(\.events)
        facts = sum(\.facts)
        lines = sum(\.lines)
        ignored = sum(\.ignored)
        rejected = sum(\.rejected)
        first = ""
        last = ""
    }
}

private func ignoredRows(_ inputs: [InputReport]) -> [CoveragePage.ReasonRow] {
    var counts: [String: Int64] = [:]
    for input in inputs { counts.merge(input.ignoredReasons, uniquingKeysWith: +) }
    return counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.prefix(60).map {
        CoveragePage.ReasonRow(side: "", reason: .text(clipped($0.key, 200)), count: .text(grouped($0.value)))
    }
}

func coverageParts(_ night: Night) -> [SitePart] {
    let whole = CoveragePage(night)
    return (1...Pager.pages(night.report.coverage.inputs.count)).map { number in
        SitePart {
            var place = PagePlace(path: night.paths.page(number, of: "coverage"), menu: .coverage)
            place.trail = [
                FrameLink(name: "Overview", path: "index.html"),
                FrameLink(name: number == 1 ? "Coverage" : "Coverage, page \(number)", path: place.path + ".html"),
            ]
            return PageDocument(place: place, page: whole.page(number, of: night, at: place)).files(night.templates, night.frame)
        }
    }
}
