// Rung 6 of the ladder: no id at all, but only one run can have been it.

import Model

extension Join {
    /// Links a request to a run of the endpoint's function that lies within the request's time and fits its duration, when
    /// there is exactly one such run and it fits no other request. Which function an endpoint calls is taken from the
    /// requests that were linked by id, and from execution logs.
    mutating func linkByTimeWindow() {
        let open = requests.indices.filter { requests[$0].link == nil && mayHaveUnnamedRun(view(requests[$0]), requests[$0]) }
        guard !open.isEmpty else { return }
        let functions = functionsByEndpoint()
        guard !functions.isEmpty else { return }

        var runs: [Name: [Int32]] = [:]
        for (place, fact) in facts.invocations.enumerated() where !taken[place] && fact.start.isKnown {
            runs[fact.function, default: []].append(Int32(place))
        }
        for function in runs.keys {
            runs[function]?.sort { facts.invocations[Int($0)].start < facts.invocations[Int($1)].start }
        }

        var candidates: [Int: [Int32]] = [:]
        var wooers: [Int32: Int] = [:]
        for place in open {
            let view = view(requests[place])
            guard let called = functions[Key(view)] else { continue }
            var fitting: [Int32] = []
            for function in called {
                guard let known = runs[function] else { continue }
                fitting += fittingRuns(of: view, among: known)
                if view.access?.latencyMs ?? -1 < 0 {
                    wooed.formUnion(self.runs(within: Self.longestWaitMs, of: view, among: known))
                }
            }
            for run in fitting { wooers[run, default: 0] += 1 }
            if called.count == 1 { candidates[place] = fitting }
        }
        for place in open {
            guard let fitting = candidates[place], fitting.count == 1, wooers[fitting[0]] == 1 else { continue }
            link(place, to: fitting[0], by: .timeWindow)
        }
        wooed.formUnion(wooers.keys)
    }

    /// A gateway waits no longer than 29 s unless its quota was raised.
    static let longestWaitMs: Int64 = 29_000

    /// A request whose run some log names called that one and no other, whether or not its log was read. A latency of the
    /// integration says that something was called, if not what.
    func mayHaveUnnamedRun(_ view: RequestView, _ request: JoinedRequest) -> Bool {
        guard view.access?.integrationID.isNone ?? true, view.access?.errorTextID.isNone ?? true,
            view.execution?.integrationID.isNone ?? true
        else { return false }
        if request.calledFunction { return true }
        // Rows of WebSocket APIs hold no latency of the integration.
        return view.access.map { $0.integrationLatencyMs >= 0 || ($0.kind == .webSocket && $0.latencyMs < 0) } ?? false
    }

    private struct Key: Hashable {
        var api: Name
        var stage: Name
        var endpoint: Name

        init(_ view: RequestView) {
            api = view.api
            stage = view.stage
            endpoint = view.endpoint
        }
    }

    /// The functions that an endpoint is known to call; where there are several, none is taken for a link.
    private func functionsByEndpoint() -> [Key: Set<Name>] {
        var found: [Key: Set<Name>] = [:]
        for request in requests {
            let view = view(request)
            guard !view.endpoint.isNone, !view.function.isNone else { continue }
            found[Key(view), default: []].insert(view.function)
        }
        return found
    }

    private func fittingRuns(of view: RequestView, among runs: [Int32]) -> [Int32] {
        guard let latency = view.access?.latencyMs, latency >= 0 else { return [] }
        let wait = view.access.map { $0.integrationLatencyMs >= 0 ? $0.integrationLatencyMs : $0.latencyMs } ?? -1
        return self.runs(within: Int64(latency), of: view, among: runs).filter { place in
            let run = facts.invocations[Int(place)]
            let duration = Int32(clamping: Int64(run.durationHundredths) / 100)
            return run.durationHundredths < 0 || wait < 0 || duration <= wait + 5
        }
    }

    /// Runs that started within that time of the receipt; `runs` are in order of start.
    private func runs(within latency: Int64, of view: RequestView, among runs: [Int32]) -> [Int32] {
        // A request time of full seconds was cut, so the receipt may lie up to a second later.
        let slack: Int64 = (view.access?.timeIsWholeSeconds ?? true) ? 1_000 : 0
        let skew: Int64 = 20
        let from = view.time + -skew
        let until = view.time + latency + slack + skew

        var place = runs.partitioningIndex { facts.invocations[Int($0)].start >= from }
        var within: [Int32] = []
        while place < runs.count, facts.invocations[Int(runs[place])].start <= until {
            within.append(runs[place])
            place += 1
        }
        return within
    }
}

extension Array {
    /// The first index for which `belongs` holds, when all that follow hold too.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
