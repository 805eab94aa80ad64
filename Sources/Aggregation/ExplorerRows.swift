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

/// User agents beyond the commonest are one value: a night of random agents must not outgrow its requests.
private let mostAgents = 2_000
private let otherAgents = "other callers"

private struct ExplorerRowBuilder {
    private let input: SummaryInput
    private let summarised: Bool
    private var rows = ExplorerRows()
    private var kinds: [RowKind: UInt32] = [:]
    private var kindCounts: [Int] = []
    /// Numbers of `rows.names` by name; `unknown` for those not met yet. Names are few beside requests, and an array is asked faster.
    private var names: [UInt32]
    private static let unknown = UInt32.max
    private var texts: [String: UInt32] = ["": 0]
    /// Numbers of `agentNames` by name.
    private var agents: [UInt32]
    private var agentNames: [Name] = [.none]
    private var agentCounts = [0]
    private let groupOfFailure: [Int32]
    private let failureOfRequest: [Int32]
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
        failureOfRequest = input.failureOfRequest
        names = [UInt32](repeating: Self.unknown, count: input.night.names.texts.count)
        names[Int(Name.none.index)] = 0
        agents = names
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
            let view = input.night.view(request)
            while next < runs.count, input.failures[runs[next]].time < view.time {
                addRun(runs[next])
                next += 1
            }
            add(view, failure: Int(failureOfRequest[place]))
        }
        for run in runs[next...] { addRun(run) }
    }

    private mutating func add(_ view: RequestView, failure: Int) {
        let cause = failure < 0 ? nil : input.failures[failure].verdict.cause
        var kind = RowKind()
        kind.endpoint = failure < 0 ? name(view.endpoint) : number(of: input.failures[failure].endpoint)
        kind.api = name(view.api)
        kind.stage = name(view.stage)
        kind.method = name(view.method)
        // The verdict may name a function that only the evidence tells.
        kind.function = failure < 0 ? name(view.function) : number(of: input.failures[failure].function)
        kind.version = name(view.invocation?.version ?? .none)
        kind.status = view.status
        kind.clientFailed = view.failed
        kind.cause = cause
        kind.group = failure < 0 ? -1 : groupOfFailure[failure]
        kind.coldStart = view.invocation?.coldStart
        kind.outcome = functionOutcome(view, cause: cause)
        let latency = view.access?.latencyMs ?? -1
        if summarised, failure < 0 {
            let minute = time(view.time).flooredToMinute
            let step = latency < 0 ? -1 : Int32(LatencyHistogram.step(ms: Int(latency)))
            counted[CountedKey(minute: minute, kind: number(of: kind), step: step), default: 0] += 1
            return
        }
        let id = rowID(view)
        kind.hasUUID = id.isUUID
        append(kind, time: view.time, latency: latency, agent: agent(view.access?.userAgent ?? .none), id: id.value)
        if failure >= 0 { rows.failures.append((row: rows.count - 1, failure: failure)) }
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

    private mutating func append(_ kind: RowKind, time: Timestamp, latency: Int32, agent: UInt32, id: UInt32) {
        rows.times.append(self.time(time))
        rows.kindOfRow.append(number(of: kind))
        rows.latencies.append(latency)
        rows.agentOfRow.append(agent)
        rows.ids.append(id)
        agentCounts[Int(agent)] += 1
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

    private mutating func agent(_ name: Name) -> UInt32 {
        let known = agents[Int(name.index)]
        if known != Self.unknown { return known }
        let number = UInt32(agentNames.count)
        agentNames.append(name)
        agentCounts.append(0)
        agents[Int(name.index)] = number
        return number
    }

    private mutating func number(of kind: RowKind) -> UInt32 {
        if let number = kinds[kind] {
            kindCounts[Int(number)] += 1
            return number
        }
        let number = UInt32(rows.kinds.count)
        rows.kinds.append(kind)
        kindCounts.append(1)
        kinds[kind] = number
        return number
    }

    /// Common things get small numbers, which take fewer bytes; then the rows are put in order.
    consuming func finish() -> ExplorerRows {
        if summarised { mergeCounted() } else { sortByTime() }
        let kindOrder = kindCounts.indices.sorted { (kindCounts[$1], $0) < (kindCounts[$0], $1) }
        var kindNumbers = [UInt32](repeating: 0, count: kindOrder.count)
        for (number, old) in kindOrder.enumerated() { kindNumbers[old] = UInt32(number) }
        rows.kinds = kindOrder.map { rows.kinds[$0] }
        for row in rows.kindOfRow.indices { rows.kindOfRow[row] = kindNumbers[Int(rows.kindOfRow[row])] }

        let agentOrder = agentCounts.indices.dropFirst().sorted { (agentCounts[$1], $0) < (agentCounts[$0], $1) }
        var agentNumbers = [UInt32](repeating: 0, count: agentCounts.count)
        for (place, old) in agentOrder.enumerated() { agentNumbers[old] = UInt32(min(place, mostAgents) + 1) }
        rows.agents += agentOrder.prefix(mostAgents).map { input.night.names[agentNames[$0]] }
        if agentOrder.count > mostAgents { rows.agents.append(otherAgents) }
        for row in rows.agentOfRow.indices { rows.agentOfRow[row] = agentNumbers[Int(rows.agentOfRow[row])] }
        return rows
    }

    /// Rows whose time is not known stood first and may stand after others now.
    private mutating func sortByTime() {
        let times = rows.times
        guard zip(times, times.dropFirst()).contains(where: { $0 > $1 }) else { return }
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
        rows.times = order.map { rows.times[$0] }
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

/// The id that clients and logs know a request by.
private func rowID(_ view: RequestView) -> (value: UInt32, isUUID: Bool) {
    if let access = view.access { return shortened(access.requestID.isNone ? access.extendedID : access.requestID) }
    guard let execution = view.execution else { return (0, false) }
    return shortened(execution.requestID.isNone ? execution.extendedID : execution.requestID)
}

private func shortened(_ id: ID128) -> (value: UInt32, isUUID: Bool) {
    if id.isUUID { return (UInt32(id.high >> 40), true) }
    return id.text.map { (idHash($0), false) } ?? (0, false)
}

extension Int64 {
    fileprivate var flooredToMinute: Int64 {
        let rest = self % 60_000
        return self - (rest < 0 ? rest + 60_000 : rest)
    }
}
