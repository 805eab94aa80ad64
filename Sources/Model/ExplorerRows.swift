// Every request and every background failure of a night, column by column: what the explorer's data files are made from.

/// What many rows share. The names are indices into `ExplorerRows.names`; 0 is "not known".
package struct RowKind: Hashable, Sendable {
    package var endpoint: UInt32 = 0
    package var api: UInt32 = 0
    package var stage: UInt32 = 0
    package var method: UInt32 = 0
    package var function: UInt32 = 0
    package var version: UInt32 = 0
    /// What the client got; -1 when no log tells it or there was no client.
    package var status: Int16 = -1
    /// Of a failure; nil for what has no page.
    package var cause: Cause?
    /// Index into the report's groups; -1 for what has no page.
    package var group: Int32 = -1
    /// nil when no run is known.
    package var coldStart: Bool?
    /// What the function did.
    package var outcome = FunctionOutcome.unknown
    /// False for a run that no client waited for.
    package var isRequest = true
    /// The client got an error.
    package var clientFailed = false
    /// The row's id is the head of a UUID; else it is a hash (`ExplorerRows.ids`).
    package var hasUUID = false

    package init() {}

    /// In whole words: a night asks for the number of a kind once a request.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(UInt64(endpoint) << 32 | UInt64(function))
        hasher.combine(UInt64(api) << 32 | UInt64(stage))
        hasher.combine(UInt64(method) << 32 | UInt64(version))
        hasher.combine(UInt64(UInt16(bitPattern: status)) << 32 | UInt64(UInt32(bitPattern: group)))
        hasher.combine(cause)
    }
}

/// Rows in order of time; a run without a request follows the requests of its millisecond. 18 bytes a row.
package struct ExplorerRows: Sendable {
    /// Index 0 is the empty name.
    package var names = [""]
    /// User agents, the commonest first; index 0 is "not logged".
    package var agents = [""]
    /// The commonest first.
    package var kinds: [RowKind] = []
    /// Milliseconds since 1970. A row whose time no log tells stands at the start of the range.
    package var times = RowTimes()
    /// Indices into `kinds`.
    package var kindOfRow: [UInt32] = []
    /// Indices into `agents`.
    package var agentOfRow: [UInt16] = []
    /// Milliseconds until the client had its answer, of a run without client its duration; -1 when not logged.
    package var latencies: [Int32] = []
    /// 24 bits: the first six digits of a UUID, or `idHash` of another id; 0 when there is none.
    package var ids: [UInt32] = []
    /// How many requests a row stands for; empty when each stands for itself.
    package var counts: [UInt32] = []
    /// The rows that are failures, in order, each with its index into the report's failures.
    package var failures: [(row: Int, failure: Int)] = []
    /// Requests of the night, however they are held.
    package var requests = 0

    package init() {}

    package var count: Int { times.count }

    /// What the function did in each of the report's `count` failures; nil for one that has no row.
    package func outcomes(ofFailures count: Int) -> [FunctionOutcome?] {
        var outcomes = [FunctionOutcome?](repeating: nil, count: count)
        for (row, failure) in failures where outcomes.indices.contains(failure) {
            outcomes[failure] = kinds[Int(kindOfRow[row])].outcome
        }
        return outcomes
    }

    /// Healthy requests are held as counts.
    package var isSummarised: Bool { !counts.isEmpty }
}

/// FNV-1a over the bytes of an id as it was written, folded to 24 bits and never 0; the explorer's script computes the same. 0 for an id
/// that is not kept as it was written.
package func idHash(_ id: ID128) -> UInt32 {
    guard !id.isNone else { return 0 }
    var hash: UInt32 = 0x811C_9DC5
    for place in 0..<16 {
        let word = place < 8 ? id.high : id.low
        let byte = UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * (place % 8)))
        if byte == 0 { break }
        guard byte < 0x80 else { return 0 }
        hash = (hash ^ UInt32(byte)) &* 0x0100_0193
    }
    let folded = (hash ^ (hash >> 24)) & 0xFF_FFFF
    return folded == 0 ? 1 : folded
}
