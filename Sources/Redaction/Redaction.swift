// Text to text, at the one door where log text enters a page or a file.

/// How often each rule replaced something.
package struct RedactionCounts: Hashable, Sendable {
    package private(set) var counts: [String: Int] = [:]

    package init() {}

    package mutating func add(_ rule: String, _ count: Int = 1) { counts[rule, default: 0] += count }

    package mutating func merge(_ other: RedactionCounts) {
        for (rule, count) in other.counts { add(rule, count) }
    }
}

package struct Redactor: Sendable {
    package init() {}

    package func redact(_ text: String, counts: inout RedactionCounts) -> String { text }
}
