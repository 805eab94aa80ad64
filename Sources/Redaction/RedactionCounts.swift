// How often each rule replaced something: the numbers of report.json's `redactions`.

/// How often each rule replaced something.
package struct RedactionCounts: Hashable, Sendable {
    package private(set) var counts: [String: Int] = [:]

    package init() {}

    package mutating func add(_ rule: String, _ count: Int = 1) { counts[rule, default: 0] += count }

    package mutating func merge(_ other: RedactionCounts) {
        for (rule, count) in other.counts { add(rule, count) }
    }

    /// By count, then by name: the order of the data files.
    package var sorted: [(rule: String, count: Int)] {
        counts.map { (rule: $0.key, count: $0.value) }
            .sorted { $0.count == $1.count ? $0.rule < $1.rule : $0.count > $1.count }
    }

    package var total: Int { counts.values.reduce(0, +) }
}
