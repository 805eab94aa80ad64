// The rows of one stretch of the requests, with names and kinds numbered among themselves.

import Model

struct RowStretch: Sendable {
    private(set) var rows = ExplorerRows()
    /// Rows and counted requests of each kind.
    private(set) var kindCounts: [Int] = []
    private(set) var isSorted = true
    /// Healthy requests, when they are summarised.
    private(set) var counted: [CountedKey: UInt32] = [:]

    struct CountedKey: Hashable {
        var minute: Int64
        var kind: UInt32
        /// -1 for a latency that was not logged.
        var step: Int32
    }

    private let source: RowSource
    private var kinds: [RowKind: UInt32] = [:]
    private var recent = RecentKinds()
    private var texts: [String: UInt32] = ["": 0]

    /// `names` is memory for the numbers of `rows.names`, by name.
    init(_ stretch: Range<Int>, of source: RowSource, names: inout ByName<UInt32>) {
        self.source = source
        names.removeAll()
        addRequests(stretch, &names)
    }

    /// Requests and runs without one, merged in order of time.
    private mutating func addRequests(_ stretch: Range<Int>, _ names: inout ByName<UInt32>) {
        let runs = source.runs(before: stretch)
        var next = runs.lowerBound
        for place in stretch {
            let request = source.requests[place]
            let reading = RequestReading(request, in: source.reader)
            while next < runs.upperBound, source.timeOfRun(next) < reading.time {
                addRun(source.runs[next], &names)
                next += 1
            }
            add(request, reading, failure: source.failures[place], &names)
        }
        while next < runs.upperBound {
            addRun(source.runs[next], &names)
            next += 1
        }
    }

    private mutating func add(_ request: JoinedRequest, _ reading: RequestReading, failure: Int?, _ names: inout ByName<UInt32>) {
        let cause = failure.map { source.input.failures[$0].verdict.cause }
        var kind = RowKind()
        // The verdict may name a function that only the evidence tells.
        kind.endpoint = failure.map { number(of: source.input.failures[$0].endpoint) } ?? name(reading.endpoint, &names)
        kind.api = name(reading.api, &names)
        kind.stage = name(reading.stage, &names)
        kind.method = name(reading.method, &names)
        kind.function = failure.map { number(of: source.input.failures[$0].function) } ?? name(reading.function, &names)
        kind.version = name(reading.run?.version ?? .none, &names)
        kind.status = reading.status
        kind.clientFailed = reading.failed
        kind.cause = cause
        kind.group = failure.map { source.groupOfFailure[$0] } ?? -1
        kind.coldStart = reading.run?.coldStart
        kind.outcome = reading.functionOutcome(cause: cause)
        if source.summarised, failure == nil {
            let minute = time(reading.time).flooredToMinute
            let step = reading.latencyMs < 0 ? -1 : Int32(LatencyHistogram.step(ms: Int(reading.latencyMs)))
            counted[CountedKey(minute: minute, kind: number(of: kind), step: step), default: 0] += 1
            return
        }
        let id = source.reader.rowID(request)
        kind.hasUUID = id.isUUID
        append(kind, time: reading.time, latency: reading.latencyMs, agent: source.agents[reading.userAgent], id: id.value)
        if let failure { rows.failures.append((row: rows.count - 1, failure: failure)) }
    }

    private mutating func addRun(_ failure: Int, _ names: inout ByName<UInt32>) {
        let place = source.input.candidates[failure].invocation
        var kind = RowKind()
        kind.isRequest = false
        kind.outcome = .failed
        kind.cause = source.input.failures[failure].verdict.cause
        kind.group = source.groupOfFailure[failure]
        kind.function = number(of: source.input.failures[failure].function)
        var latency: Int32 = -1
        var id = (value: UInt32(0), isUUID: false)
        if place >= 0 {
            let run = source.input.night.invocations[Int(place)]
            kind.version = name(run.version, &names)
            kind.coldStart = run.coldStart
            latency = run.durationHundredths < 0 ? -1 : run.durationHundredths / 100
            id = shortened(run.id)
        }
        kind.hasUUID = id.isUUID
        append(kind, time: source.input.failures[failure].time, latency: latency, agent: 0, id: id.value)
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
        time.isKnown ? time.milliseconds : source.input.range.since.milliseconds
    }

    private mutating func name(_ name: Name, _ names: inout ByName<UInt32>) -> UInt32 {
        name.isNone ? 0 : names[name, default: number(of: source.input.night.names[name])]
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
}

extension NightReader {
    /// The id that clients and logs know a request by.
    fileprivate func rowID(_ request: JoinedRequest) -> (value: UInt32, isUUID: Bool) {
        if request.access >= 0 {
            let row = access.records[Int(request.access)]
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
