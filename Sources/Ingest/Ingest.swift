// The door of this room: inputs in, facts out; and the second time, evidence.

package import Model

/// One unit of work: a file, or all files of one log stream in order, or standard input.
package struct Input: Sendable {
    /// The number of this input in the run.
    package var index: UInt32
    /// As shown on pages: relative to what was named on the command line.
    package var name: String
    /// Paths in order; `-` is standard input.
    package var paths: [String]
    package var hints: InputHints
    /// The first reading found streams whose events are out of order: the second one has to sort as the first did.
    package var isOutOfOrder = false
    /// Parallel to `paths` once `rememberFiles` was called; nil for what was not there.
    var states: [FileState?] = []

    package init(index: UInt32, name: String, paths: [String], hints: InputHints) {
        self.index = index
        self.name = name
        self.paths = paths
        self.hints = hints
    }
}

/// What the command line or the config says of an input.
package struct InputHints: Hashable, Sendable {
    package var logGroup: String?
    package var api: String?
    package var stage: String?
    /// A container format by its published name; nil means "told by content".
    package var format: String?
    /// Templates of access logs; a row that one of them wrote is read by it.
    package var accessTemplates: [String] = []
    /// Route keys of deployment files: `GET /orders/{id}`.
    package var routes: [String] = []

    package init(logGroup: String? = nil, api: String? = nil, stage: String? = nil, format: String? = nil) {
        self.logGroup = logGroup
        self.api = api
        self.stage = stage
        self.format = format
    }
}

/// First reading: every event of the input becomes facts or is accounted for. Never throws: what could not be read is in the
/// report of the answer. The facts lie in `memory`.
package func scan(_ input: Input, memory: ColumnMemory = ColumnMemory()) -> InputFacts {
    var consumer = ScanConsumer(input, memory: memory)
    var outcome = frame(input, into: &consumer)
    let isOutOfOrder = consumer.isOutOfOrder
    if isOutOfOrder {
        consumer = ScanConsumer(input, memory: memory)
        outcome = frameInOrder(input, into: &consumer)
    }
    var facts = consumer.finish()
    facts.report.isOutOfOrder = isOutOfOrder
    facts.report.format = outcome.format?.rawValue ?? "unreadable"
    facts.report.reason = outcome.reason
    facts.report.bytes = outcome.bytes
    facts.report.textBytes = outcome.textBytes
    facts.report.problem = outcome.problem
    return facts
}

/// Second reading: the wanted lines of the input, whole, in order of place.
package func collect(_ wanted: WantedEvidence, from input: Input) -> [CollectedLine] {
    if wanted.isEmpty { return [] }
    var consumer = CollectConsumer(wanted, from: input)
    _ = input.isOutOfOrder ? frameInOrder(input, into: &consumer) : frame(input, into: &consumer)
    return consumer.finish()
}
