// Facts to requests, by the join ladder of verdicts.md:
// 1. an access row and the execution log of the same request are one request;
// 2. each request is linked to its invocation by the first rung that holds, and to its authorizer's;
// 3. requests outside the range are left out, and with them the runs they called; so are other runs outside of it;
// 4. what stayed alone is counted with the reason.

package import Model

/// Joins the facts of a night. `range` nil means all that was read.
package func correlate(_ merged: consuming MergedFacts, range: TimeRange?) -> JoinedNight {
    var join = Join(merged, range: range)
    join.pairAccessWithExecution()
    join.orderRequests()
    join.indexInvocations()
    join.pairWithTraces()
    join.linkByIDs()
    join.keepOneRequestPerRun()
    join.linkByTrace()
    join.linkByTimeWindow()
    join.linkAuthorizers()
    return join.night()
}

/// The work of one join; every step reads the facts and writes links.
struct Join: ~Copyable {
    let facts: NightFacts
    /// What the merge left beside the facts themselves.
    let rest: MergedFacts
    let range: TimeRange?
    var requests: GrowingColumn<JoinedRequest>
    /// For each invocation, whether a request or an authorizer link has taken it.
    var taken: [Bool]
    /// Runs that fit a request without ids in time.
    var wooed: Set<Int32> = []
    var collisions = 0
    /// Requests that name a run which is another request's.
    var displaced = 0
    private var invocationsByID = IDIndex(capacity: 0)
    /// Functions that logs name as authorizers, where traces are at hand.
    var authorizers: Set<Name> = []
    private(set) var namesBeforeFunction: Set<Name> = []
    /// APIs whose rows name the Lambda request id when there is one, so that a row without it called no function.
    private(set) var apisThatLogIntegrationID: Set<Name>

    init(_ merged: consuming MergedFacts, range: TimeRange?) {
        facts = merged.takeFacts()
        requests = GrowingColumn(in: merged.memory)
        rest = merged
        self.range = range
        taken = [Bool](repeating: false, count: facts.invocations.count)
        apisThatLogIntegrationID = []
        // Neighbours mostly have the same shape.
        var last: Int32 = -1
        for row in facts.access.records where row.shape != last {
            let shape = facts.access.shapes[Int(row.shape)]
            guard !row.integrationID(shape).isNone else { continue }
            apisThatLogIntegrationID.insert(shape.api)
            last = row.shape
        }
        namesBeforeFunction = Set(responseTypesBeforeFunction.compactMap(rest.names.find))
    }

    func view(_ request: JoinedRequest) -> RequestView { facts.view(request) }

    // MARK: Step 1

    mutating func pairAccessWithExecution() {
        var executionsByID = IDIndex(capacity: facts.executions.count)
        // Several executions share a request id only where a client chose it, and then each has an extended id of its own.
        var sharing: [RequestIDs: Int32] = [:]
        for (place, fact) in facts.executions.enumerated() {
            if !fact.extendedID.isNone,
                executionsByID.first(of: fact.requestID, key: { facts.executions[Int($0)].requestID }) != nil
            {
                sharing[RequestIDs(fact)] = Int32(place)
            }
            executionsByID.add(Int32(place), id: fact.requestID)
        }
        var executionIsPaired = [Bool](repeating: false, count: facts.executions.count)
        var primaryKeys = IDIndex(capacity: facts.access.count)

        for (place, fact) in facts.access.records.enumerated() {
            let key = fact.primaryID
            if !key.isNone {
                let earlier = primaryKeys.first(of: key) { facts.access.records[Int($0)].primaryID }
                if earlier != nil { collisions += 1 }
                primaryKeys.add(Int32(place), id: key)
            }
            var request = JoinedRequest()
            request.access = Int32(place)
            if !fact.requestID.isNone {
                var execution = executionsByID.firstLeft(of: fact.requestID) {
                    facts.executions[Int($0)].requestID
                } taken: {
                    executionIsPaired[Int($0)]
                }
                if let some = execution, !facts.executions[Int(some)].mayBeOne(with: fact.extendedID) {
                    execution = sharing[RequestIDs(fact)].flatMap { executionIsPaired[Int($0)] ? nil : $0 }
                }
                if let execution {
                    request.execution = execution
                    executionIsPaired[Int(execution)] = true
                }
            }
            requests.append(request)
        }
        for place in facts.executions.indices where !executionIsPaired[place] {
            var request = JoinedRequest()
            request.execution = Int32(place)
            requests.append(request)
        }
        if let range {
            var kept = 0
            for place in requests.indices where range.contains(view(requests[place]).time) {
                requests[kept] = requests[place]
                kept += 1
            }
            requests.truncate(to: kept)
        }
    }

    /// By time, then primary id, as rows are already: only requests that are known from an execution log alone may stand elsewhere.
    mutating func orderRequests() {
        guard !facts.executions.isEmpty else { return }
        let facts = facts
        requests.sort(byTime: { facts.view($0).time }) { TieBreaker(id: facts.view($0).primaryID) }
    }

    /// Behind the pairing, so that one table is held at a time.
    mutating func indexInvocations() {
        invocationsByID = IDIndex(capacity: facts.invocations.count)
        for place in facts.invocations.indices { invocationsByID.add(Int32(place), id: facts.invocations.records[place].id) }
    }

    // MARK: Step 2

    /// Rungs 1 to 4.
    mutating func linkByIDs() {
        var byGatewayID = IDIndex(capacity: 16)
        let logged = facts.invocations.indices.filter { !facts.gatewayID(of: $0).isNone }
        if !logged.isEmpty {
            byGatewayID = IDIndex(capacity: logged.count)
            for place in logged { byGatewayID.add(Int32(place), id: facts.gatewayID(of: place)) }
        }
        for place in requests.indices {
            let view = view(requests[place])
            requests[place].calledFunction = callsFunction(view)
            if link(place, named: view.integrationID, by: .integrationRequestID)
                || link(place, named: view.execution?.integrationID ?? .none, by: .executionLog)
                || link(place, named: view.errorTextID, by: .errorMessage)
            {
                continue
            }
            guard !logged.isEmpty else { continue }
            for id in [view.access?.requestID, view.access?.extendedID, view.execution?.requestID] {
                guard let id, !id.isNone, requests[place].link == nil else { continue }
                let run = byGatewayID.firstLeft(of: id, key: { facts.gatewayID(of: Int($0)) }, taken: { taken[Int($0)] })
                if let run { link(place, to: run, by: .correlationID) }
            }
        }
    }

    /// Whether there is a run of that id.
    private mutating func link(_ place: Int, named id: ID128, by rung: LinkRung) -> Bool {
        guard !id.isNone, let run = invocation(id) else { return false }
        link(place, to: run, by: rung)
        return true
    }

    /// Rung 5: the trace's own segments, else one request and one run with the same X-Ray root, both without a partner.
    mutating func linkByTrace() {
        linkBySegments()
        let runs = facts.invocations.indices.filter { !taken[$0] && !facts.traceID(of: $0).isNone }
        guard !runs.isEmpty else { return }
        var runsByTrace = IDIndex(capacity: runs.count)
        for run in runs { runsByTrace.add(Int32(run), id: facts.traceID(of: run)) }
        var requestsByTrace: [ID128: Int] = [:]
        for place in requests.indices where requests[place].link == nil {
            let trace = trace(of: view(requests[place]))
            if !trace.isNone { requestsByTrace[trace, default: 0] += 1 }
        }
        for place in requests.indices where requests[place].link == nil {
            let view = view(requests[place])
            let trace = trace(of: view)
            guard !trace.isNone, mayHaveUnnamedRun(view, requests[place]), requestsByTrace[trace] == 1 else { continue }
            let candidates = runsByTrace.places(of: trace) { facts.traceID(of: Int($0)) }
            if candidates.count == 1, !taken[Int(candidates[0])] { link(place, to: candidates[0], by: .traceID) }
        }
    }

    /// The authorizer's own run, by the id the gateway names for it.
    mutating func linkAuthorizers() {
        for place in requests.indices {
            let view = view(requests[place])
            let named = view.accessExtras.authorizerID
            let id = named.isNone ? authorizerInTrace(of: view) : named
            guard !id.isNone, let run = invocation(id), requests[place].invocation != run else { continue }
            requests[place].authorizer = run
            taken[Int(run)] = true
        }
    }

    mutating func link(_ place: Int, to run: Int32, by rung: LinkRung) {
        requests[place].invocation = run
        requests[place].link = rung
        requests[place].calledFunction = true
        taken[Int(run)] = true
    }

    func invocation(_ id: ID128) -> Int32? {
        invocationsByID.first(of: id) { facts.invocations.records[Int($0)].id }
    }

    private func trace(of view: RequestView) -> ID128 {
        let trace = view.accessExtras.traceID
        return trace.isNone ? view.execution?.traceID ?? .none : trace
    }

    private func callsFunction(_ view: RequestView) -> Bool {
        if !view.integrationID.isNone || !view.errorTextID.isNone { return true }
        if let access = view.access {
            if !apisThatLogIntegrationID.contains(access.api), access.integrationLatencyMs >= 0 || access.functionStatus >= 0 {
                return true
            }
        }
        guard let execution = view.execution else { return false }
        return !execution.integrationID.isNone || !execution.function.isNone
    }
}

extension NightFacts {
    fileprivate func gatewayID(of run: Int) -> ID128 { extras(ofRun: run).gatewayID }
    fileprivate func traceID(of run: Int) -> ID128 { extras(ofRun: run).traceID }
}
