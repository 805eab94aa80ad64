// Where requests broke: the strata figure's numbers, by layer, cause and what the client got.

import Charts
import MarkdownHTML
import Model

struct LayerRow: TemplateModel {
    var layer: Markdown
    var cause: Markdown
    var count: Markdown
    var clientErrors: Markdown
    var serverErrors: Markdown
    var unseen: Markdown
    var share: Markdown

    static let fields: [TemplateField<LayerRow>] = [
        .cell("layer") { $0.layer }, .cell("cause") { $0.cause }, .cell("count") { $0.count },
        .cell("clientErrors") { $0.clientErrors }, .cell("serverErrors") { $0.serverErrors }, .cell("unseen") { $0.unseen },
        .cell("share") { $0.share },
    ]
}

struct LayerTotal: TemplateModel {
    var count: Markdown
    var clientErrors: Markdown
    var serverErrors: Markdown
    var unseen: Markdown

    static let fields: [TemplateField<LayerTotal>] = [
        .cell("count") { $0.count }, .cell("clientErrors") { $0.clientErrors }, .cell("serverErrors") { $0.serverErrors },
        .cell("unseen") { $0.unseen },
    ]

    init(_ night: Night) {
        let tallies = causeTallies(night).map(\.tally)
        count = .link(.text(grouped(tallies.reduce(0) { $0 + $1.total })), to: FailureList.all.page)
        clientErrors = night.count(tallies.reduce(0) { $0 + $1.clientErrors }, .clientErrors)
        serverErrors = night.count(tallies.reduce(0) { $0 + $1.serverErrors }, .serverErrors)
        unseen = ExplorerLink().unseen.number(tallies.reduce(0) { $0 + $1.unseen }, root: "")
    }
}

/// Failures of one cause by what the client got.
struct CauseTally: Sendable {
    var clientErrors = 0
    var serverErrors = 0
    /// The client got neither, or there was none.
    var unseen = 0

    var total: Int { clientErrors + serverErrors + unseen }
}

/// The failures of one cause, by what the client got.
private struct CauseLinks {
    let clientErrors: ExplorerLink
    let serverErrors: ExplorerLink
    let unseen: ExplorerLink

    init(_ cause: Cause) {
        clientErrors = ExplorerLink().with(cause).with(.statusClass, "4xx")
        serverErrors = ExplorerLink().with(cause).with(.statusClass, "5xx")
        unseen = ExplorerLink().with(cause).unseen
    }
}

/// In a request's order of layers, then by count, then by name.
func causeTallies(_ night: Night) -> [(cause: Cause, tally: CauseTally)] {
    var tallies: [Cause: CauseTally] = [:]
    for redacted in night.input.failures {
        let failure = redacted.failure
        if failure.isClientError {
            tallies[failure.verdict.cause, default: CauseTally()].clientErrors += 1
        } else if failure.isServerError {
            tallies[failure.verdict.cause, default: CauseTally()].serverErrors += 1
        } else {
            tallies[failure.verdict.cause, default: CauseTally()].unseen += 1
        }
    }
    func order(_ cause: Cause) -> Int { Layer.allCases.firstIndex(of: cause.layer) ?? 0 }
    return tallies.map { (cause: $0.key, tally: $0.value) }.sorted { left, right in
        if order(left.cause) != order(right.cause) { return order(left.cause) < order(right.cause) }
        if left.tally.total != right.tally.total { return left.tally.total > right.tally.total }
        return left.cause.rawValue < right.cause.rawValue
    }
}

func layerRows(_ night: Night) -> [LayerRow] {
    let tallies = causeTallies(night)
    let total = night.input.failures.count
    let largest = tallies.map(\.tally.total).max() ?? 1
    var layerBefore: Layer?
    return tallies.map { cause, tally in
        let isFirst = cause.layer != layerBefore
        layerBefore = cause.layer
        let page = FailureList.cause(cause).page
        let links = CauseLinks(cause)
        return LayerRow(
            layer: isFirst ? .fault(cause.layer, status: tally.serverErrors == 0 ? 400 : 500) : "",
            cause: .link(.text(cause.title), to: page), count: .link(.text(grouped(tally.total)), to: page),
            clientErrors: links.clientErrors.number(tally.clientErrors, root: ""),
            serverErrors: links.serverErrors.number(tally.serverErrors, root: ""),
            unseen: links.unseen.number(tally.unseen, root: ""),
            share: .bar(Site.share(tally.total, of: total), Double(tally.total) / Double(largest)))
    }
}

func strataFigure(_ night: Night) -> StrataFigure {
    let tallies = causeTallies(night)
    let layers: [(name: String, layer: Layer?)] = [
        ("Client", nil), ("WAF", .edge), ("Gateway", .gateway), ("Authorizer", .authorizer), ("Function", .function),
        ("Response", .response),
    ]
    let requests = night.report.totals.requests
    let strata = layers.map { name, layer -> StrataFigure.Stratum in
        guard let layer else {
            return StrataFigure.Stratum(
                name: name, note: "\(grouped(requests)) requests in", segments: [], link: ExplorerLink().requestsOnly.path)
        }
        var segments: [StrataFigure.Segment] = []
        for (cause, tally) in tallies where cause.layer == layer {
            let links = CauseLinks(cause)
            for (count, fill, link) in [
                (tally.serverErrors, Fill.serverError, links.serverErrors),
                (tally.clientErrors, .clientError, links.clientErrors),
                (tally.unseen, .function, links.unseen),
            ]
            where count > 0 {
                segments.append(
                    StrataFigure.Segment(label: cause.title, count: count, fill: fill, link: link.showingRequests.path))
            }
        }
        let sum = segments.reduce(0) { $0 + $1.count }
        let verb = layer == .function || layer == .response ? "went wrong" : "stopped"
        return StrataFigure.Stratum(
            name: name, note: "\(grouped(sum)) \(verb)", segments: segments.sorted { $0.count > $1.count },
            link: sum > 0 ? ExplorerLink().with(layer).path : nil)
    }
    let answered = night.report.outcomes.clientAnswered.reduce(0, +)
    return StrataFigure(
        text: FigureText(
            title: "Where requests broke",
            description: "\(counted(night.input.failures.count, "failure")) by the layer that broke, and by cause."),
        strata: strata, outNote: "\(grouped(answered)) out")
}
