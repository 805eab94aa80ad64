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

        var places: [Name: [Int32]] = [:]
        for (place, run) in facts.invocations.records.enumerated() where !taken[place] && run.start.isKnown {
            places[facts.function(of: place), default: []].append(Int32(place))
        }
        var runs = places.mapValues { RunsInTime($0, of: facts.invocations.records) }

        var candidates: [(request: Int, function: Name, run: Int)] = []
        for place in open {
            let view = view(requests[place])
            let called = functions[Key(view)] ?? []
            let latency = view.access?.latencyMs ?? -1
            for function in called {
                guard let known = runs[function] else { continue }
                guard latency >= 0 else {
                    runs[function]?.mark(stretch(of: view, lasting: Self.longestWaitMs, in: known))
                    continue
                }
                let stretch = stretch(of: view, lasting: Int64(latency), in: known)
                let wait = longestRun(of: view)
                if called.count == 1, let run = known.onlyOne(in: stretch, within: wait) {
                    candidates.append((place, function, run))
                }
                runs[function]?.woo(stretch, within: wait)
            }
        }
        for candidate in candidates {
            guard let known = runs[candidate.function], known.wooers(of: candidate.run) == 1 else { continue }
            link(candidate.request, to: known.place(of: candidate.run), by: .timeWindow)
        }
        for known in runs.values { wooed.formUnion(known.wooed) }
    }

    /// A gateway waits no longer than 29 s unless its quota was raised.
    static let longestWaitMs: Int64 = 29_000

    /// A request whose run some log names called that one and no other, whether or not its log was read. A latency of the
    /// integration says that something was called, if not what.
    func mayHaveUnnamedRun(_ view: RequestView, _ request: JoinedRequest) -> Bool {
        guard view.integrationID.isNone, view.errorTextID.isNone,
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
        for place in requests.indices {
            let view = view(requests[place])
            guard !view.endpoint.isNone, !view.function.isNone else { continue }
            found[Key(view), default: []].insert(view.function)
        }
        return found
    }

    /// What the run of a request may have lasted at most, in milliseconds, as far as its row tells.
    private func longestRun(of view: RequestView) -> Int32 {
        let wait = view.access.map { $0.integrationLatencyMs >= 0 ? $0.integrationLatencyMs : $0.latencyMs } ?? -1
        return wait < 0 ? .max : min(wait, .max - 5) + 5
    }

    /// The runs that started within that time of the receipt.
    private func stretch(of view: RequestView, lasting latency: Int64, in runs: RunsInTime) -> Range<Int> {
        // A request time of full seconds was cut, so the receipt may lie up to a second later.
        let slack: Int64 = (view.access?.timeIsWholeSeconds ?? true) ? 1_000 : 0
        let skew: Int64 = 20
        return runs.started(from: view.time + -skew, until: view.time + latency + slack + skew)
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
