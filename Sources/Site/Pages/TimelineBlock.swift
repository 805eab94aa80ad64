// One request on one axis: the figure and the same numbers as a table.

import Charts
import MarkdownHTML
import Model

struct TimelineBlock: TemplateModel {
    struct Row: TemplateModel {
        var what: Markdown
        var from: Markdown
        var until: Markdown
        var took: Markdown

        static let fields: [TemplateField<Row>] = [
            .cell("what") { $0.what }, .cell("from") { $0.from }, .cell("until") { $0.until }, .cell("took") { $0.took },
        ]
    }

    /// The figure's file name on the page; it is drawn inline only.
    static let figureName = "timeline"
    /// More marks than this would lie on each other.
    static let maximumMarks = 40

    var caption: Markdown
    var rows: [Row]
    var figure: TimelineFigure

    static let fields: [TemplateField<TimelineBlock>] = [
        .text("caption") { $0.caption }, .list("rows") { $0.rows },
    ]

    /// Nil when nothing about the failure has a duration.
    init?(_ failure: Failure, anchors: LineAnchors) {
        let zero = failure.request == nil ? startOfRun(failure) : failure.time
        guard zero.isKnown else { return nil }
        let bars = TimelineBars(failure, zero: zero)
        guard !bars.all.isEmpty else { return nil }
        let answered = failure.request?.latencyMs.map(Double.init)
        let length = max(1, bars.all.map(\.until).max() ?? 1, answered ?? 0)
        var figure = TimelineFigure(
            text: FigureText(
                title: "Timeline",
                description: "\(failure.subject): \(failure.verdict.cause.title), \(duration(length)) from first to last sign."),
            length: length)
        figure.gateway = bars.gateway
        figure.authorizer = bars.authorizer
        figure.function = bars.function
        let marked = failure.lines.indices.filter { index in
            let line = failure.lines[index]
            return line.role != .gateway && line.line.time.isKnown && line.line.level.map { $0 >= .warning } ?? false
        }
        let half = Self.maximumMarks / 2
        let drawn = marked.count <= Self.maximumMarks ? marked : Array(marked.prefix(half) + marked.suffix(half))
        figure.marks = drawn.map { index in
            let line = failure.lines[index]
            let isError = line.line.level.map { $0 >= .error } ?? false
            return TimelineFigure.Mark(
                at: min(length, max(0, Double(line.line.time - zero))), isError: isError,
                label: "\(isError ? "ERROR" : "WARN") L\(index + 1)", link: anchors.number(line.line.place).map { "#L\($0)" })
        }
        if let status = failure.request?.status, let answered {
            figure.answer = (
                at: min(length, answered), label: "client got \(status) at \(duration(answered))",
                fill: status >= 500 ? .serverError : status >= 400 ? .clientError : .ok
            )
        }
        if failure.verdict.cause == .functionTimeout, let run = failure.invocation, let limit = run.durationMs {
            let start = run.start.map { Double($0 - zero) } ?? 0
            figure.limit = (at: min(length, max(0, start + limit)), label: "timeout \(duration(limit))")
        }
        self.figure = figure
        caption =
            failure.request == nil
            ? "Milliseconds since the run's first sign." : "Milliseconds since the gateway received the request."
        if drawn.count < marked.count {
            let all = Markdown.text(counted(marked.count, "warning and error", "warnings and errors"))
            caption = "\(caption) Marked: the first and the last \(half) of \(all)."
        }
        rows = bars.named.map { name, bar in
            Row(
                what: .text(name), from: .text(fixed(bar.from, 0)), until: .text(fixed(bar.until, 0)),
                took: .text(fixed(bar.until - bar.from, 0)))
        }
        if let answered {
            rows.append(Row(what: "Client got its answer", from: .text(fixed(answered, 0)), until: "\u{2013}", took: "\u{2013}"))
        }
    }
}

/// A run without a request begins with its init or its first line.
private func startOfRun(_ failure: Failure) -> Timestamp {
    var start = failure.invocation?.start ?? failure.time
    for line in failure.lines where line.line.time.isKnown { start = min(start, line.line.time) }
    return start
}

private struct TimelineBars {
    var gateway: [TimelineFigure.Bar] = []
    var authorizer: [TimelineFigure.Bar] = []
    var function: [TimelineFigure.Bar] = []

    var all: [TimelineFigure.Bar] { gateway + authorizer + function }

    var named: [(String, TimelineFigure.Bar)] {
        gateway.map { ("Gateway waits for the integration", $0) } + authorizer.map { ("Authorizer", $0) }
            + function.map {
                ("Function, \($0.part == .initialising ? "init" : $0.part == .silent ? "no log line" : "at work")", $0)
            }
    }

    init(_ failure: Failure, zero: Timestamp) {
        let request = failure.request
        if let wait = request?.integrationLatencyMs, wait >= 0 {
            let end = max(Double(request?.latencyMs ?? wait), Double(wait))
            gateway = [bar(.waiting, end - Double(wait), end, "waits \(duration(Double(wait)))")]
        }
        if let run = failure.authorizer, let start = run.start, let ms = run.durationMs {
            let from = max(0, Double(start - zero))
            authorizer = [bar(.authorizer, from, from + ms, duration(ms))]
        } else if let ms = request?.authorizerLatencyMs, ms > 0 {
            authorizer = [bar(.authorizer, 0, Double(ms), duration(Double(ms)))]
        }
        if let run = failure.invocation { function = runBars(run, failure.lines, zero: zero) }
    }
}

/// The run cut where it logged nothing for a second or more; of a long run, for a fortieth of it, so that a chatty one has few bars.
private func runBars(_ run: InvocationDetails, _ lines: [FailureLine], zero: Timestamp) -> [TimelineFigure.Bar] {
    guard let start = run.start else { return [] }
    var bars: [TimelineFigure.Bar] = []
    let from = max(0, Double(start - zero))
    if let ms = run.initMs, ms > 0 { bars.append(bar(.initialising, max(0, from - ms), from, "init \(duration(ms))")) }
    let until = run.durationMs.map { from + $0 } ?? run.end.map { Double($0 - zero) } ?? from
    var cursor = from
    let times = lines.filter { $0.role == .function && $0.line.time.isKnown }.map { Double($0.line.time - zero) }
        .filter { $0 > from && $0 < until }
    var workFrom = from
    let least = max(1000, (until - from) / 40)
    for time in times + [until] {
        if time - cursor >= least {
            if cursor > workFrom { bars.append(bar(.working, workFrom, cursor, "")) }
            bars.append(bar(.silent, cursor, time, "silent \(duration(time - cursor))"))
            workFrom = time
        }
        cursor = max(cursor, time)
    }
    if cursor >= workFrom + 1 || bars.isEmpty { bars.append(bar(.working, workFrom, max(cursor, workFrom), "")) }
    return bars
}

private func bar(_ part: TimelineFigure.Part, _ from: Double, _ until: Double, _ label: String) -> TimelineFigure.Bar {
    TimelineFigure.Bar(part: part, from: from, until: max(from, until), label: label)
}
