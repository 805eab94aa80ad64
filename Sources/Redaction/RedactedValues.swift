// What a redaction found: how often each rule replaced something, and which values, in order of their first sight.

package struct RedactedValues: Sendable {
    package private(set) var counts = RedactionCounts()
    /// Each once, in order of first sight. Shortened addresses are not among them: they have no placeholder.
    package private(set) var values: [RedactedValue] = []
    private var seen: Set<RedactedValue> = []

    package init() {}

    mutating func add(rule: String) { counts.add(rule) }

    mutating func add(_ value: RedactedValue) {
        counts.add(value.rule)
        if seen.insert(value).inserted { values.append(value) }
    }
}
