// One endpoint in a list.

import Charts
import MarkdownHTML
import Model

struct EndpointRow: TemplateModel {
    var name: Markdown
    var spark: Markdown
    var requests: Markdown
    var failed: Markdown
    var rate: Markdown
    var layers: Markdown
    var clientErrors: Markdown
    var serverErrors: Markdown
    var p50: Markdown
    var p95: Markdown
    var p99: Markdown

    static let fields: [TemplateField<EndpointRow>] = [
        .cell("name") { $0.name }, .cell("spark") { $0.spark }, .cell("requests") { $0.requests },
        .cell("failed") { $0.failed }, .cell("rate") { $0.rate }, .cell("layers") { $0.layers },
        .cell("clientErrors") { $0.clientErrors }, .cell("serverErrors") { $0.serverErrors }, .cell("p50") { $0.p50 },
        .cell("p95") { $0.p95 }, .cell("p99") { $0.p99 },
    ]

    /// `scale` is the failure count of the table's largest row.
    init(_ endpoint: EndpointSummary, in night: Night, root: String, scale: Int) {
        let page = root + endpoint.page
        let ambiguous = night.isAmbiguous(endpoint)
        let place = ambiguous ? [endpoint.api, endpoint.stage].compactMap(\.self).joined(separator: " ") : ""
        let second: Markdown = place.isEmpty ? "" : " — \(.code(clipped(place, 100)))"
        name = "\(.link(endpoint.endpoint.map { .code(clipped($0, 200)) } ?? "no route", to: page))\(second)"
        let series = zip(endpoint.series.clientErrors, endpoint.series.serverErrors).map(+)
        let fill: Fill = endpoint.serverErrors == 0 ? .clientError : endpoint.clientErrors == 0 ? .serverError : .neutral
        spark = endpoint.failing == 0 ? "\u{2013}" : .spark("peak \(grouped(series.max() ?? 0))", series, fill)
        requests = ExplorerLink(endpoint).number(endpoint.requests, root: root)
        failed = endpoint.failing == 0 ? "0" : .link(.text(grouped(endpoint.failing)), to: page + "#failing-requests")
        rate = .text(share(endpoint.failing, of: endpoint.requests))
        layers = stack(endpoint, scale: scale)
        let explorer = ExplorerLink(endpoint)
        clientErrors = explorer.with(.statusClass, "4xx").number(endpoint.clientErrors, root: root)
        serverErrors = explorer.with(.statusClass, "5xx").number(endpoint.serverErrors, root: root)
        let latency = endpoint.latency
        p50 = night.percentile(milliseconds(latency.p50, latency.count, least: 1), .p50, of: explorer, root: root)
        p95 = night.percentile(milliseconds(latency.p95, latency.count, least: 20), .p95, of: explorer, root: root)
        p99 = night.percentile(milliseconds(latency.p99, latency.count, least: 100), .p99, of: explorer, root: root)
    }

    /// The last row: all endpoints. Percentiles do not add up, so none is shown.
    init(totalOf endpoints: [EndpointSummary], in night: Night, root: String) {
        let requests = endpoints.reduce(0) { $0 + $1.requests }
        let clientErrors = endpoints.reduce(0) { $0 + $1.clientErrors }
        let serverErrors = endpoints.reduce(0) { $0 + $1.serverErrors }
        name = "**All endpoints**"
        spark = ""
        self.requests = ExplorerLink().requestsOnly.number(requests, root: root)
        failed = ExplorerLink().clientFailed.number(clientErrors + serverErrors, root: root)
        rate = .text(share(clientErrors + serverErrors, of: requests))
        layers = ""
        self.clientErrors = ExplorerLink().with(.statusClass, "4xx").number(clientErrors, root: root)
        self.serverErrors = ExplorerLink().with(.statusClass, "5xx").number(serverErrors, root: root)
        p50 = "\u{2013}"
        p95 = "\u{2013}"
        p99 = "\u{2013}"
    }
}

/// A percentile in whole milliseconds; a dash under the number of values it takes to mean anything.
func milliseconds(_ value: Double?, _ count: Int, least: Int) -> Markdown {
    guard let value, count >= least else { return "\u{2013}" }
    return .text(fixed(value, 0))
}

private func stack(_ endpoint: EndpointSummary, scale: Int) -> Markdown {
    let fills: [(layer: Layer, fill: Fill)] = [
        (.edge, .edge), (.gateway, .gateway), (.authorizer, .authorizer), (.function, .function), (.response, .response),
        (.unknown, .neutral),
    ]
    let parts = fills.map { layer, fill in
        (layer: layer, fill: fill, value: endpoint.causes.filter { $0.cause.layer == layer }.reduce(0) { $0 + $1.count })
    }.filter { $0.value > 0 }
    guard !parts.isEmpty else { return "\u{2013}" }
    let words = parts.map { "\($0.layer == .edge ? "WAF" : $0.layer.rawValue) \(grouped($0.value))" }.joined(separator: ", ")
    return .stack(words, parts.map { ($0.fill, $0.value) }, scale: scale)
}
