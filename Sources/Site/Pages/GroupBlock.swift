// The group of a failure and its neighbours there.

import Charts
import MarkdownHTML
import Model

struct GroupBlock: TemplateModel {
    var facts: [Fact]
    /// "← Previous · 38 of 121 · Next → · First · Slowest · All".
    var neighbours: Markdown

    static let fields: [TemplateField<GroupBlock>] = [
        .list("facts") { $0.facts }, .text("neighbours") { $0.neighbours },
    ]

    init?(_ index: Int, in night: Night, root: String) {
        let failure = night.failure(index)
        guard let group = night.group(of: failure) else { return nil }
        let total = night.input.failures.count
        facts = [
            Fact("Group", .link(.code(clipped(group.title, 400)), to: root + group.page)),
            Fact(
                "In this range",
                "\(.text(counted(group.members.count, "failure"))), \(.text(share(group.members.count, of: total))) of all"),
            Fact(
                "First, last",
                .text("\(night.zone.dateAndClock(group.firstSeen)), \(night.zone.dateAndClock(group.lastSeen))")),
        ]
        if let values = night.report.series.groups[group.id], values.count > 1 {
            facts.append(
                Fact(
                    "Over time",
                    .spark(
                        "peak \(grouped(values.max() ?? 0)) per \(bucketWords(night.report.series.bucketMs))", values, .neutral)))
        }
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

/// `5 min`, `1 h`.
func bucketWords(_ milliseconds: Int64) -> String { duration(Double(milliseconds)).replacingMinuteSeconds }

extension String {
    /// A bucket of a minute is "1 min", not "60 s".
    fileprivate var replacingMinuteSeconds: String { self == "60\u{A0}s" ? "1\u{A0}min" : self }
}
