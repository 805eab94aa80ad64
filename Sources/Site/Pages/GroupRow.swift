// One failure group in a list.

import Charts
import MarkdownHTML
import Model

struct GroupRow: TemplateModel {
    var brokeAt: Markdown
    var client: Markdown
    var title: Markdown
    var spark: Markdown
    var count: Markdown
    var share: Markdown
    var first: Markdown
    var last: Markdown

    static let fields: [TemplateField<GroupRow>] = [
        .cell("brokeAt") { $0.brokeAt }, .cell("client") { $0.client }, .cell("title") { $0.title },
        .cell("spark") { $0.spark }, .cell("count") { $0.count }, .cell("share") { $0.share }, .cell("first") { $0.first },
        .cell("last") { $0.last },
    ]

    init(_ group: FailureGroup, in night: Night, root: String) {
        let example = group.members.first.map { night.failure($0) }
        let statuses = statuses(of: group, in: night)
        let page = root + group.page
        brokeAt = .fault(group.cause.layer, status: example?.request?.status)
        client = statuses.isEmpty ? "no client" : .joined(statuses.prefix(3).map { .code(String($0)) }, separator: " ")
        let places = (group.endpoints + (group.endpoints.isEmpty ? group.functions : [])).prefix(3).map {
            Markdown.code(clipped($0, 100))
        }
        let rest = group.endpoints.count > 3 ? " and \(group.endpoints.count - 3) more" as Markdown : ""
        title =
            "\(.link(.code(clipped(group.title, 300)), to: page)) — \(.text(group.cause.title)) · \(.joined(Array(places), separator: ", "))\(rest)"
        let values = night.report.series.groups[group.id] ?? []
        let fill: Fill =
            example?.isServerError ?? false ? .serverError : example?.isClientError ?? false ? .clientError : .neutral
        spark = values.isEmpty ? "\u{2013}" : .spark("peak \(grouped(values.max() ?? 0))", values, fill)
        count = .link(.text(grouped(group.members.count)), to: page)
        let total = night.input.failures.count
        share = .bar(Site.share(group.members.count, of: total), Double(group.members.count) / Double(max(1, night.largestGroup)))
        first = .text(night.axis.clock(group.firstSeen))
        last = .text(night.axis.clock(group.lastSeen))
    }
}

/// What clients got, commonest first.
private func statuses(of group: FailureGroup, in night: Night) -> [Int] {
    var counts: [Int: Int] = [:]
    for member in group.members {
        if let status = night.failure(member).request?.status { counts[status, default: 0] += 1 }
    }
    return counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
}
