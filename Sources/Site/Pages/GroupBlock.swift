// The group of a failure and its neighbours there.

import Charts
import MarkdownHTML
import Model

struct GroupBlock: TemplateModel {
    var title: Markdown
    /// Failures over the range, as one figure as wide as the block.
    var spark: Markdown?
    var facts: [Fact]
    /// "← Previous · 38 of 121 · Next → · First · Slowest · All".
    var neighbours: Markdown

    static let fields: [TemplateField<GroupBlock>] = [
        .text("title") { $0.title }, .text("spark") { $0.spark }, .list("facts") { $0.facts },
        .text("neighbours") { $0.neighbours },
    ]

    init?(_ index: Int, in night: Night, root: String) {
        let failure = night.failure(index)
        guard let group = night.group(of: failure) else { return nil }
        let total = night.input.failures.count
        title = .link(.code(clipped(group.title, 400)), to: root + group.page)
        if let values = night.report.series.groups[group.id], values.count > 1 {
            let fill: Fill = failure.isServerError ? .serverError : failure.isClientError ? .clientError : .neutral
            let bucket = bucketWords(night.report.series.bucketMs)
            spark = .spark("\(night.frame.range), peak \(grouped(values.max() ?? 0)) per \(bucket)", values, fill)
        }
        facts = [
            Fact(
                "In this range",
                "\(ExplorerLink().with(.group, group.id).words(counted(group.members.count, "failure"), root: root)), \(.text(share(group.members.count, of: total))) of all"
            ),
            Fact(
                "First, last",
                .text("\(night.zone.dateAndClock(group.firstSeen)), \(night.zone.dateAndClock(group.lastSeen))")),
        ]
        guard let position = group.members.binarySearch(index) else {
            neighbours = .link("All", to: root + group.page)
            return
        }
        func link(_ words: Markdown, _ member: Int) -> Markdown { .link(words, to: root + night.failure(member).page) }
        var parts: [Markdown] = []
        if position > 0 { parts.append(link("\u{2190} Previous", group.members[position - 1])) }
        parts.append(.text("\(grouped(position + 1)) of \(grouped(group.members.count))"))
        if position + 1 < group.members.count { parts.append(link("Next \u{2192}", group.members[position + 1])) }
        if let first = group.members.first, first != index { parts.append(link("First", first)) }
        if let slowest = night.slowest(of: group), slowest != index { parts.append(link("Slowest", slowest)) }
        parts.append(.link("All", to: root + group.page))
        neighbours = .joined(parts, separator: " · ")
    }
}

extension [Int] {
    /// The position of a number in a rising list.
    func binarySearch(_ number: Int) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == number ? low : nil
    }
}

/// `30 s`, `5 min`, `1 h`, `7 d`: the largest unit that it is whole in.
func bucketWords(_ milliseconds: Int64) -> String {
    let units: [(size: Int64, name: String)] = [(86_400_000, "d"), (3_600_000, "h"), (minuteMs, "min"), (1000, "s")]
    guard let unit = units.first(where: { milliseconds >= $0.size && milliseconds % $0.size == 0 }) else {
        return duration(Double(milliseconds))
    }
    return "\(milliseconds / unit.size)\u{A0}\(unit.name)"
}
