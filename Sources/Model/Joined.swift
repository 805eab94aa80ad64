// Requests after the join: places in the fact arrays, not copies of them.

/// How a request was linked to its invocation; the rungs of the join ladder, strongest first.
package enum LinkRung: UInt8, BitwiseCopyable, CaseIterable, Sendable {
    case integrationRequestID, executionLog, errorMessage, correlationID, traceID, timeWindow

    /// The published name.
    package var name: String {
        switch self {
        case .integrationRequestID: "integration-request-id"
        case .executionLog: "execution-log"
        case .errorMessage: "error-message"
        case .correlationID: "correlation-id"
        case .traceID: "trace-id"
        case .timeWindow: "time-window"
        }
    }

    package var isExact: Bool { self != .timeWindow }
}

/// One call by a client. Indices point into the arrays of `JoinedNight`; -1 is "none".
package struct JoinedRequest: BitwiseCopyable, Sendable {
    package var access: Int32 = -1
    package var execution: Int32 = -1
    package var invocation: Int32 = -1
    package var authorizer: Int32 = -1
    package var trace: Int32 = -1
    package var link: LinkRung?
    /// The Lambda request id that the gateway named, also when no log of that run was read.
    package var calledFunction = false

    package init() {}
}

package struct OrphanReason: Sendable {
    package var text: String
    package var count: Int

    package init(text: String, count: Int) {
        self.text = text
        self.count = count
    }
}

/// The facts that requests point into. One object that is never changed: a view of a request shares it instead of copying what it
/// looks at, which is most of the cost of a walk over all requests.
package final class NightFacts: Sendable {
    package let access: FactColumn<AccessFact>
    package let executions: Column<ExecutionFact>
    /// In order of start.
    package let invocations: FactColumn<InvocationFact>
    package let accessExtras: ExtraWords
    package let invocationExtras: ExtraWords
    /// X-Ray traces, for the requests and runs that have one.
    package let traces: [TraceFact]
    private let tracedRuns: [ID128: (trace: Int, run: Int)]

    package init(
        access: FactColumn<AccessFact>, executions: Column<ExecutionFact>, invocations: FactColumn<InvocationFact>,
        accessExtras: ExtraWords, invocationExtras: ExtraWords, traces: [TraceFact]
    ) {
        self.access = access
        self.executions = executions
        self.invocations = invocations
        self.accessExtras = accessExtras
        self.invocationExtras = invocationExtras
        self.traces = traces
        var places: [ID128: (trace: Int, run: Int)] = [:]
        for (trace, fact) in traces.enumerated() {
            for (run, traced) in fact.runs.enumerated() { places[traced.id] = (trace, run) }
        }
        tracedRuns = places
    }

    /// What a trace tells of a run, by its Lambda request id.
    package func tracedRun(_ id: ID128) -> TraceRun? { tracedRuns[id].map { traces[$0.trace].runs[$0.run] } }

    package func view(_ request: JoinedRequest) -> RequestView { RequestView(joined: request, facts: self) }

    package func extras(of fact: InvocationFact) -> InvocationExtras { invocationExtras.invocationExtras(at: fact.extras) }

    /// Of the run at that place.
    package func extras(ofRun place: Int) -> InvocationExtras {
        invocationExtras.invocationExtras(at: invocations.records[place].extras)
    }

    /// Of the run at that place.
    package func function(of place: Int) -> Name { invocations.shapes[Int(invocations.records[place].shape)].function }
}

/// All facts of the range, joined. Requests are in order of time, then of primary key; invocations in order of start.
package struct JoinedNight: Sendable {
    package var names: NameTable
    package let facts: NightFacts
    package var requests: Column<JoinedRequest>
    /// Invocations that no request was linked to, in order of start.
    package var unlinkedInvocations: [Int32]
    /// Heads of streams that belong to an invocation opened in an earlier input.
    package var adoptedHeads: [(owner: ID128, places: PlaceRange)] = []
    /// Further places of executions and invocations whose lines lie in several inputs, by id.
    package var morePlaces: [ID128: [PlaceRange]] = [:]
    /// Rows whose primary key another, different row has too.
    package var collisions = 0
    /// Unlinked invocations that a request may have called all the same: no gateway log was read, the gateway calls their function, a
    /// request that names no run fits them in time, or they carry the id of a run that is linked.
    package var maybeCalled: Set<Int32> = []
    /// Of runs whose process ended without a word: the runs before them in the same container, at most five, earliest first.
    package var runsBefore: [Int32: [Int32]] = [:]
    /// Events that came twice and were counted once.
    package var duplicates = 0
    package var orphanRequests: [OrphanReason] = []
    package var orphanInvocations: [OrphanReason] = []

    package init(names: NameTable, facts: NightFacts, requests: Column<JoinedRequest>, unlinkedInvocations: [Int32]) {
        self.names = names
        self.facts = facts
        self.requests = requests
        self.unlinkedInvocations = unlinkedInvocations
    }

    package var access: FactColumn<AccessFact> { facts.access }
    package var executions: Column<ExecutionFact> { facts.executions }
    package var invocations: FactColumn<InvocationFact> { facts.invocations }
    package var traces: [TraceFact] { facts.traces }

    package func view(_ request: JoinedRequest) -> RequestView { facts.view(request) }

    /// What a trace tells of a run, by its Lambda request id.
    package func tracedRun(_ id: ID128) -> TraceRun? { facts.tracedRun(id) }
}

/// A request as one value, its access row and execution log taken together.
package struct RequestView: Sendable {
    package let joined: JoinedRequest
    package let facts: NightFacts

    package init(joined: JoinedRequest, facts: NightFacts) {
        self.joined = joined
        self.facts = facts
    }

    package var access: AccessFact? { joined.access < 0 ? nil : facts.access[Int(joined.access)] }
    package var execution: ExecutionFact? { joined.execution < 0 ? nil : facts.executions[Int(joined.execution)] }
    package var invocation: InvocationFact? { joined.invocation < 0 ? nil : facts.invocations[Int(joined.invocation)] }
    package var authorizer: InvocationFact? { joined.authorizer < 0 ? nil : facts.invocations[Int(joined.authorizer)] }
    package var trace: TraceFact? { joined.trace < 0 ? nil : facts.traces[Int(joined.trace)] }

    /// Empty where there is no access row.
    package var accessExtras: AccessExtras { facts.accessExtras.accessExtras(at: inRow { $0.extras } ?? -1) }

    package var time: Timestamp { inRow { $0.time } ?? inExecution { $0.firstTime } ?? .unknown }

    /// -1 when neither log tells it.
    package var status: Int16 {
        if let status = inShape({ $0.status }), status >= 0 { return status }
        return inExecution { $0.status } ?? -1
    }

    package var primaryID: ID128 {
        if let id = inRow({ $0.primaryID }), !id.isNone { return id }
        if let id = inExecution({ $0.extendedID }), !id.isNone { return id }
        return inExecution { $0.requestID } ?? .none
    }

    package var api: Name { first(inShape { $0.api }, inExecution { $0.api }) }
    package var stage: Name { first(inShape { $0.stage }, inExecution { $0.stage }) }
    package var method: Name { first(inShape { $0.method }, inExecution { $0.method }) }
    package var route: Name { first(inShape { $0.route }, inExecution { $0.route }) }
    package var endpoint: Name { first(inShape { $0.endpoint }, inExecution { $0.endpoint }) }
    package var function: Name {
        first(joined.invocation < 0 ? nil : facts.function(of: Int(joined.invocation)), inExecution { $0.function })
    }

    /// As the row names it; `.none` without a row.
    package var integrationID: ID128 { inBoth { $0.integrationID($1) } ?? .none }
    package var errorTextID: ID128 { inBoth { $0.errorTextID($1) } ?? .none }
    /// As the row names it.
    package var responseType: Name { inShape { $0.responseType } ?? .none }

    package var failed: Bool {
        clientFailed(
            status: status, isBrokenSocket: inShape { $0.kind == .webSocket && $0.hasIntegrationError } ?? false,
            hasFailureLine: inExecution { $0.hasFailureLine } ?? false)
    }

    private func first(_ one: Name?, _ other: Name?) -> Name {
        if let one, !one.isNone { return one }
        return other ?? .none
    }

    /// One field, read where it lies: a fact is large, and a walk over all requests asks for a few of its fields.
    private func inRow<Field>(_ field: (AccessRecord) -> Field) -> Field? {
        joined.access < 0 ? nil : field(facts.access.records[Int(joined.access)])
    }

    private func inShape<Field>(_ field: (AccessShape) -> Field) -> Field? { inBoth { field($1) } }

    private func inBoth<Field>(_ field: (AccessRecord, AccessShape) -> Field) -> Field? {
        guard joined.access >= 0 else { return nil }
        let row = facts.access.records[Int(joined.access)]
        return field(row, facts.access.shapes[Int(row.shape)])
    }

    private func inExecution<Field>(_ field: (ExecutionFact) -> Field) -> Field? {
        joined.execution < 0 ? nil : field(facts.executions[Int(joined.execution)])
    }
}

/// The client got an error, or a WebSocket integration failed, or the gateway logged a failure and no status.
package func clientFailed(status: Int16, isBrokenSocket: Bool, hasFailureLine: Bool) -> Bool {
    status >= 400 || isBrokenSocket || status < 0 && hasFailureLine
}

/// What gets a page of its own: a failing request, or a failing invocation that belongs to no failing request.
package struct FailureCandidate: Hashable, Sendable {
    /// Index into `JoinedNight.requests`; -1 when there was no request.
    package var request: Int32
    /// Index into `JoinedNight.invocations`: the request's own run, or the failing run itself; -1 when none is known.
    package var invocation: Int32

    package init(request: Int32, invocation: Int32) {
        self.request = request
        self.invocation = invocation
    }
}
