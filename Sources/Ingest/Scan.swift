// First reading of an input: every event to facts, or into the account of what was not.

package import Model

/// Takes the events of one input and keeps their facts. `finish` ends it.
package struct ScanConsumer: ~Copyable, EventConsumer {
    private var reader: RecordReader
    private var account: Account
    private var order = StreamOrder()

    /// The facts will lie in `memory`.
    package init(_ input: Input, memory: ColumnMemory = ColumnMemory()) {
        reader = RecordReader(input, memory: memory)
        account = Account(path: input.name)
    }

    package mutating func intern(_ text: Span<UInt8>) -> Name { reader.names.intern(text) }

    package mutating func event(_ header: EventHeader, message: Span<UInt8>) {
        reader.read(header, message)
        account.count(reader.reading.account, of: reader.reading.kind, at: reader.reading.time, header, message)
        // Rows of access logs stand each for itself.
        switch reader.reading.owner {
        case .function, .execution: order.see(header)
        case .access, .nobody: break
        }
    }

    /// Some stream of a function or of an execution log has events out of order.
    package var isOutOfOrder: Bool { order.isBroken }

    package mutating func ignored(_ header: EventHeader, reason: StaticString) {
        account.ignored(header, reason)
    }

    package mutating func rejected(_ header: EventHeader, reason: String, text: Span<UInt8>) {
        account.rejected(header, reason, text)
    }

    package func wants(ordinal: UInt32) -> Bool { true }

    /// The facts of all events taken. The container's part of the report is the caller's to fill.
    package mutating func finish() -> InputFacts {
        var facts = reader.finish()
        let variables = facts.report.accessVariables
        facts.report = account.report
        facts.report.records = account.records
        facts.report.accessVariables = variables
        return facts
    }
}
