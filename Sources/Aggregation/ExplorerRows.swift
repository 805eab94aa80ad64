// The rows of the explorer, from one walk over the joined night; above a stated size healthy requests become exact counts.

package import Model

/// Requests up to this number are held one by one.
package let explorerLimit = 5_000_000

/// All requests and background failures of the night. With more than `limit` requests, those without a page are counts per minute, kind
/// and step of latency; failures are whole in any case.
package func explorerRows(_ input: SummaryInput, limit: Int = explorerLimit) -> ExplorerRows {
    var builder = ExplorerRowBuilder(input, summarised: input.night.requests.count > limit)
    builder.addRequests()
    return builder.finish()
}

private struct ExplorerRowBuilder {
    private let input: SummaryInput
    private let reader: NightReader
    private let summarised: Bool
    private var rows = ExplorerRows()
    private var kinds: [RowKind: UInt32] = [:]
    private var kindCounts: [Int] = []
    /// Numbers of `rows.names` by name; `unknown` for those not met yet. Names are few beside requests, and an array is asked faster.
    private var names: [UInt32]
    private static let unknown = UInt32.max
    private var texts: [String: UInt32] = ["": 0]
    private let agents: Callers
    private let groupOfFailure: [Int32]
    private let failures: FailuresByRequest
    private var recent = RecentKinds()
    private var isSorted = true
    /// Healthy requests, when they are summarised.
    private var counted: [CountedKey: UInt32] = [:]

    private struct CountedKey: Hashable {
        var minute: Int64
        var kind: UInt32
        /// -1 for a latency that was not logged.
        var step: Int32
    }

    init(_ input: SummaryInput, summarised: Bool) {
        self.input = input
        self.summarised = summarised
        var groups = [Int32](repeating: -1, count: input.failures.count)
        for (index, group) in input.groups.enumerated() {
            for member in group.members { groups[member] = Int32(index) }
        }
        groupOfFailure = groups
        failures = FailuresByRequest(input.candidates, requests: input.night.requests.count)
        reader = NightReader(input.night)
        agents = Callers(in: input.night, shown: summarised ? failures : nil)
        rows.agents += agents.texts
        names = [UInt32](repeating: Self.unknown, count: input.night.names.texts.count)
        names[Int(Name.none.index)] = 0
        rows.requests = input.night.requests.count
        guard !summarised else { return }
        rows.times.reserveCapacity(rows.requests)
        rows.kindOfRow.reserveCapacity(rows.requests)
        rows.latencies.reserveCapacity(rows.requests)
        rows.agentOfRow.reserveCapacity(rows.requests)
        rows.ids.reserveCapacity(rows.requests)
    }

    /// Requests and runs without one, merged in order of time.
    mutating func addRequests() {
        let runs = input.candidates.indices.filter { input.candidates[$0].request < 0 }
        var next = 0
        for (place, request) in input.night.requests.enumerated() {
            let reading = RequestReading(request, in: reader)
            while next < runs.count, input.failures[runs[next]].time < reading.time {
                addRun(runs[next])
                next += 1
            }
            add(request, reading, failure: failures[place])
        }
        for run in runs[next...] { addRun(run) }
    }

    private mutating func add(_ request: JoinedRequest, _ reading: RequestReading, failure: Int?) {
        let cause = failure.map { input.failures[$0].verdict.cause }
        var kind = RowKind()
        // The verdict may name a function that only the evidence tells.
        kind.endpoint = failure.map { number(of: input.failures[$0].endpoint) } ?? name(reading.endpoint)
        kind.api = name(reading.api)
        kind.stage = name(reading.stage)
        kind.method = name(reading.method)
        kind.function = failure.map { number(of: input.failures[$0].function) } ?? name(reading.function)
        kind.version = name(reading.run?.version ?? .none)
        kind.status = reading.status
        kind.clientFailed = reading.failed
        kind.cause = cause
        kind.group = failure.map { groupOfFailure[$0] } ?? -1
        kind.coldStart = reading.run?.coldStart
        kind.outcome = reading.functionOutcome(cause: cause)
        if summarised, failure == nil {
            let minute = time(reading.time).flooredToMinute
            let step = reading.latencyMs < 0 ? -1 : Int32(LatencyHistogram.step(ms: Int(reading.latencyMs)))
            counted[CountedKey(minute: minute, kind: number(of: kind), step: step), default: 0] += 1
            return
        }
        let id = reader.rowID(request)
        kind.hasUUID = id.isUUID
        append(kind, time: reading.time, latency: reading.latencyMs, agent: agents[reading.userAgent], id: id.value)
        if let failure { rows.failures.append((row: rows.count - 1, failure: failure)) }
    }

    private mutating func addRun(_ failure: Int) {
        let place = input.candidates[failure].invocation
        var kind = RowKind()
        kind.isRequest = false
        kind.outcome = .failed
        kind.cause = input.failures[failure].verdict.cause
        kind.group = groupOfFailure[failure]
        kind.function = number(of: input.failures[failure].function)
        var latency: Int32 = -1
        var id = (value: UInt32(0), isUUID: false)
        if place >= 0 {
            let run = input.night.invocations[Int(place)]
            kind.version = name(run.version)
            kind.coldStart = run.coldStart
            latency = run.durationHundredths < 0 ? -1 : run.durationHundredths / 100
            id = shortened(run.id)
        }
        kind.hasUUID = id.isUUID
        append(kind, time: input.failures[failure].time, latency: latency, agent: 0, id: id.value)
        rows.failures.append((row: rows.count - 1, failure: failure))
    }

    private mutating func append(_ kind: RowKind, time: Timestamp, latency: Int32, agent: UInt16, id: UInt32) {
        let time = self.time(time)
        if let last = rows.times.last, time < last { isSorted = false }
        rows.times.append(time)
        rows.kindOfRow.append(number(of: kind))
        rows.latencies.append(latency)
        rows.agentOfRow.append(agent)
        rows.ids.append(id)
    }

    private func time(_ time: Timestamp) -> Int64 {
        time.isKnown ? time.milliseconds : input.range.since.milliseconds
    }

    private mutating func name(_ name: Name) -> UInt32 {
        let known = names[Int(name.index)]
        if known != Self.unknown { return known }
        let number = number(of: input.night.names[name])
        names[Int(name.index)] = number
        return number
    }

    private mutating func number(of text: String?) -> UInt32 {
        let text = text ?? ""
        if let number = texts[text] { return number }
        let number = UInt32(rows.names.count)
        rows.names.append(text)
        texts[text] = number
        return number
    }

    private mutating func number(of kind: RowKind) -> UInt32 {
        let number = recent[kind] ?? kinds[kind] ?? UInt32(rows.kinds.count)
        if number == rows.kinds.count {
            rows.kinds.append(kind)
            kindCounts.append(0)
            kinds[kind] = number
        }
        kindCounts[Int(number)] += 1
        recent[kind] = number
        return number
    }

    /// Common kinds get small numbers, which take fewer bytes; then the rows are put in order.
    consuming func finish() -> ExplorerRows {
        if summarised { mergeCounted() } else { sortByTime() }
        let kindOrder = kindCounts.indices.sorted { (kindCounts[$1], $0) < (kindCounts[$0], $1) }
        var kindNumbers = [UInt32](repeating: 0, count: kindOrder.count)
        for (number, old) in kindOrder.enumerated() { kindNumbers[old] = UInt32(number) }
        rows.kinds = kindOrder.map { rows.kinds[$0] }
        for row in rows.kindOfRow.indices { rows.kindOfRow[row] = kindNumbers[Int(rows.kindOfRow[row])] }
        return rows
    }

    /// Rows whose time is not known stood first and may stand after others now.
    private mutating func sortByTime() {
        guard !isSorted else { return }
        let times = rows.times
        rearrange(times.indices.sorted { (times[$0], $0) < (times[$1], $1) })
    }

    private mutating func mergeCounted() {
        rows.counts = [UInt32](repeating: 1, count: rows.count)
        let keys = counted.keys.sorted { ($0.minute, $0.kind, $0.step) < ($1.minute, $1.kind, $1.step) }
        for key in keys {
            rows.times.append(key.minute)
            rows.kindOfRow.append(key.kind)
            rows.latencies.append(key.step < 0 ? -1 : Int32(LatencyHistogram.floor(step: Int(key.step))))
            rows.agentOfRow.append(0)
            rows.ids.append(0)
            rows.counts.append(counted[key] ?? 0)
        }
        let times = rows.times
        rearrange(times.indices.sorted { (times[$0], $0) < (times[$1], $1) })
    }

    private mutating func rearrange(_ order: [Int]) {
        rows.times = RowTimes(order.lazy.map { [times = rows.times] in times[$0] })
        rows.kindOfRow = order.map { rows.kindOfRow[$0] }
        rows.latencies = order.map { rows.latencies[$0] }
        rows.agentOfRow = order.map { rows.agentOfRow[$0] }
        rows.ids = order.map { rows.ids[$0] }
        if !rows.counts.isEmpty { rows.counts = order.map { rows.counts[$0] } }
        var placeOf = [Int](repeating: 0, count: order.count)
        for (place, old) in order.enumerated() { placeOf[old] = place }
        rows.failures = rows.failures.map { (row: placeOf[$0.row], failure: $0.failure) }.sorted { $0.row < $1.row }
    }
}

/// The kinds of late, so that a row costs a comparison and no hash: a newer kind may push out an older one.
private struct RecentKinds {
    private var entries = [(kind: RowKind, number: UInt32)?](repeating: nil, count: 1 << 10)

    subscript(kind: RowKind) -> UInt32? {
        get {
            guard let entry = entries[slot(kind)], entry.kind == kind else { return nil }
            return entry.number
        }
        set { entries[slot(kind)] = newValue.map { (kind, $0) } }
    }

    /// What differs most between healthy requests.
    private func slot(_ kind: RowKind) -> Int {
        var mixed =
            kind.endpoint &* 0x9E37_79B1 ^ kind.version &* 0x85EB_CA77 ^ UInt32(UInt16(bitPattern: kind.status)) &* 0xC2B2_AE3D
        if kind.coldStart == true { mixed ^= 0x27D4_EB2F }
        if kind.hasUUID { mixed ^= 0x1656_67B1 }
        return Int(mixed >> 22)
    }
}

extension NightReader {
    /// The id that clients and logs know a request by.
    fileprivate func rowID(_ request: JoinedRequest) -> (value: UInt32, isUUID: Bool) {
        if request.access >= 0 {
            let row = access[Int(request.access)]
            return shortened(row.requestID.isNone ? row.extendedID : row.requestID)
        }
        guard request.execution >= 0 else { return (0, false) }
        let log = executions[Int(request.execution)]
        return shortened(log.requestID.isNone ? log.extendedID : log.requestID)
    }
}

private func shortened(_ id: ID128) -> (value: UInt32, isUUID: Bool) {
    id.isUUID ? (UInt32(id.high >> 40), true) : (idHash(id), false)
}

extension Int64 {
    fileprivate var flooredToMinute: Int64 {
        let rest = self % 60_000
        return self - (rest < 0 ? rest + 60_000 : rest)
    }
}
