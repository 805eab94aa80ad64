// The tables of an endpoint's page.

import Charts
import MarkdownHTML
import Model

/// One cause of one status.
struct StatusCauseRow: TemplateModel {
    var status: Markdown
    var total: Markdown
    var brokeAt: Markdown
    var cause: Markdown
    /// The commonest group of these failures.
    var group: Markdown
    var functionSaid: Markdown
    var spark: Markdown
    var when: Markdown
    var count: Markdown
    var share: Markdown
    var p50: Markdown

    static let fields: [TemplateField<StatusCauseRow>] = [
        .cell("status") { $0.status }, .cell("total") { $0.total }, .cell("brokeAt") { $0.brokeAt }, .cell("cause") { $0.cause },
        .cell("group") { $0.group }, .cell("functionSaid") { $0.functionSaid },
        .cell("spark") { $0.spark }, .cell("when") { $0.when },
        .cell("count") { $0.count }, .cell("share") { $0.share }, .cell("p50") { $0.p50 },
    ]
}

/// By status, then count; status and total stand in the first row of each status.
func statusCauseRows(_ endpoint: EndpointSummary, in night: Night, root: String) -> [StatusCauseRow] {
    let explorer = ExplorerLink(endpoint)
    let all = endpoint.causes.reduce(0) { $0 + $1.count }
    let largest = endpoint.causes.map(\.count).max() ?? 1
    var statusBefore = -1
    return endpoint.causes.map { cause in
        let isFirst = cause.status != statusBefore
        statusBefore = cause.status
        let total = endpoint.causes.filter { $0.status == cause.status }.reduce(0) { $0 + $1.count }
        let page = root + night.paths.status(cause.status, cause.cause, of: endpoint) + ".html"
        let times = cause.failures.map { night.failure($0).time }
        let when = times.first.flatMap { first in times.last.map { night.axis.span(first, $0) } }
        let values = night.axis.counts(times)
        return StatusCauseRow(
            status: isFirst ? .code(String(cause.status)) : "",
            total: isFirst ? explorer.with(status: cause.status).failures.number(total, root: root) : "",
            brokeAt: .fault(cause.cause.layer, status: cause.status), cause: .link(.text(cause.cause.title), to: page),
            group: commonestGroup(cause.failures, night, root: root), functionSaid: functionSaid(cause.failures, night),
            spark: .spark("peak \(grouped(values.max() ?? 0))", values, cause.status >= 500 ? .serverError : .clientError),
            when: .text(when ?? "\u{2013}"), count: .link(.text(grouped(cause.count)), to: page),
            share: .bar(Site.share(cause.count, of: all), Double(cause.count) / Double(largest)),
            p50: night.percentile(
                median(cause.failures.compactMap { night.failure($0).request?.latencyMs }).map { .text(grouped($0)) }
                    ?? "\u{2013}", .p50, of: explorer.with(cause), root: root))
    }
}

/// "`PaymentGatewayError: charge failed` and 2 more".
private func commonestGroup(_ members: [Int], _ night: Night, root: String) -> Markdown {
    var counts: [String: (count: Int, first: Int)] = [:]
    for member in members { counts[night.failure(member).group, default: (0, member)].count += 1 }
    let top = counts.values.max { $0.count == $1.count ? $0.first > $1.first : $0.count < $1.count }
    guard let top, let group = night.group(of: night.failure(top.first)) else { return "\u{2013}" }
    let rest = counts.count > 1 ? " and \(counts.count - 1) more" as Markdown : ""
    return "\(.link(.code(clipped(group.title, 90)), to: root + group.page))\(rest)"
}

/// The lower one of two in the middle.
private func median(_ values: [Int]) -> Int? { values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2] }

/// What the functions' own metrics recorded of these requests.
private func functionSaid(_ members: [Int], _ night: Night) -> Markdown {
    var said: [FunctionOutcome] = []
    for member in members {
        let outcome = night.functionOutcome(member)
        if !said.contains(outcome) { said.append(outcome) }
    }
    let words = said.sorted { $0.rawValue < $1.rawValue }.map { outcome in
        switch outcome {
        case .succeeded: "success"
        case .failed: "error"
        case .neverRan: "never ran"
        case .unknown: "no log"
        }
    }
    return words.isEmpty ? "\u{2013}" : .text(words.joined(separator: ", "))
}

extension TimeAxis {
    /// How many of these times fall into each column.
    func counts(_ times: [Timestamp]) -> [Int] {
        var counts = [Int](repeating: 0, count: columns)
        for time in times { if let column = column(of: time) { counts[column] += 1 } }
        return counts
    }
}

struct CallerRow: TemplateModel {
    var caller: Markdown
    var requests: Markdown
    var failed: Markdown
    var rate: Markdown

    static let fields: [TemplateField<CallerRow>] = [
        .cell("caller") { $0.caller }, .cell("requests") { $0.requests }, .cell("failed") { $0.failed },
        .cell("rate") { $0.rate },
    ]
}

func callerRows(_ endpoint: EndpointSummary, in night: Night, root: String) -> [CallerRow] {
    let callers = endpoint.callers
    let rates = callers.map { $0.requests == 0 ? 0 : Double($0.failed) / Double($0.requests) }
    let largest = max(rates.max() ?? 0, 1e-9)
    return zip(callers, rates).map { caller, rate in
        let explorer = ExplorerLink(endpoint).with(.agent, caller.userAgent)
        return CallerRow(
            caller: caller.userAgent.isEmpty ? "not logged" : .code(clipped(caller.userAgent, 300)),
            // Healthy requests that are counts have no caller.
            requests: night.input.rows.isSummarised
                ? .text(grouped(caller.requests)) : explorer.number(caller.requests, root: root),
            failed: explorer.with(client: .failed).number(caller.failed, root: root),
            rate: .bar(share(caller.failed, of: caller.requests), rate / largest))
    }
}

/// A raw path behind the template, among the failing requests.
struct PathRow: TemplateModel {
    var path: Markdown
    var failed: Markdown

    static let fields: [TemplateField<PathRow>] = [.cell("path") { $0.path }, .cell("failed") { $0.failed }]
}

/// The ten commonest, when they differ from the template.
func pathRows(_ endpoint: EndpointSummary, in night: Night) -> [PathRow] {
    let rows = commonest(endpoint.failures.compactMap { night.failure($0).request?.path })
    return rows.count == 1 && rows[0].text == endpoint.route
        ? [] : rows.map { PathRow(path: .code(clipped($0.text, 300)), failed: .text(grouped($0.count))) }
}

/// Where failing requests came from.
struct SourceRow: TemplateModel {
    var source: Markdown
    var failed: Markdown

    static let fields: [TemplateField<SourceRow>] = [.cell("source") { $0.source }, .cell("failed") { $0.failed }]
}

func sourceRows(_ endpoint: EndpointSummary, in night: Night, root: String) -> [SourceRow] {
    commonest(endpoint.failures.compactMap { night.failure($0).request?.sourceIP }).map { source, count in
        SourceRow(
            source: .code(clipped(source, 100)),
            failed: ExplorerLink(endpoint).failures.with(.source, source).number(count, root: root))
    }
}

/// The ten commonest texts, by count, then text.
private func commonest(_ texts: [String]) -> [(text: String, count: Int)] {
    var counts: [String: Int] = [:]
    for text in texts { counts[text, default: 0] += 1 }
    return counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.prefix(10)
        .map { (text: $0.key, count: $0.value) }
}

struct VersionRow: TemplateModel {
    var version: Markdown
    var live: Markdown
    var invocations: Markdown
    var errors: Markdown
    var rate: Markdown

    static let fields: [TemplateField<VersionRow>] = [
        .cell("version") { $0.version }, .cell("live") { $0.live }, .cell("invocations") { $0.invocations },
        .cell("errors") { $0.errors }, .cell("rate") { $0.rate },
    ]

    /// The two counts as the page links them.
    init(_ version: VersionCount, _ axis: TimeAxis, invocations: Markdown, errors: Markdown) {
        self.version = .text(clipped(version.version, 60))
        live = .text(axis.span(version.firstSeen, version.lastSeen))
        self.invocations = invocations
        self.errors = errors
        rate = .text(share(version.errors, of: version.invocations))
    }
}

extension TallyRow {
    /// One of the largest causes of an endpoint.
    init(_ cause: StatusCause, of endpoint: EndpointSummary, _ night: Night, root: String) {
        count = ExplorerLink(endpoint).with(cause).number(cause.count, root: root)
        let page = root + night.paths.status(cause.status, cause.cause, of: endpoint) + ".html"
        words = "\(.link(.text(cause.cause.title), to: page)), the client got \(.code(String(cause.status)))"
    }
}
