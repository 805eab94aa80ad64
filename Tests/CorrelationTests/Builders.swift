// Facts with only what a test is about.

import Correlation
import Model

func uuid(_ number: Int) -> ID128 {
    let digits = String(number)
    return ID128("00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
}

func at(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: 1_773_306_000_000 + milliseconds) }

func place(_ event: UInt32, input: UInt32 = 0) -> EventPlace { EventPlace(input: input, event: event) }

/// The facts of an input in the making.
struct Facts {
    var names = NameTable()
    var access: [AccessFact] = []
    var executions: [ExecutionFact] = []
    var invocations: [InvocationFact] = []
    var accessExtras: [AccessExtras] = []
    var invocationExtras: [InvocationExtras] = []
    var edges: [StreamEdge] = []
    var traces: [TraceFact] = []

    /// For a row's `extras`.
    mutating func rowExtras(authorizer: ID128 = .none, trace: ID128 = .none) -> Int32 {
        var extras = AccessExtras()
        (extras.authorizerID, extras.traceID) = (authorizer, trace)
        accessExtras.append(extras)
        return Int32(accessExtras.count - 1)
    }

    /// For a run's `extras`.
    mutating func runExtras(trace: ID128 = .none, gateway: ID128 = .none) -> Int32 {
        var extras = InvocationExtras()
        (extras.traceID, extras.gatewayID) = (trace, gateway)
        invocationExtras.append(extras)
        return Int32(invocationExtras.count - 1)
    }
}

func input(_ index: UInt32 = 0, _ fill: (inout Facts) -> Void) -> InputFacts {
    var facts = Facts()
    fill(&facts)
    var input = InputFacts(report: InputReport(path: "input-\(index)", format: "text"))
    input.names = facts.names
    input.access = Column(facts.access)
    input.executions = Column(facts.executions)
    input.invocations = Column(facts.invocations)
    input.accessExtras = Column(facts.accessExtras)
    input.invocationExtras = Column(facts.invocationExtras)
    input.edges = facts.edges
    input.traces = facts.traces
    return input
}

func row(_ id: String, at time: Timestamp, status: Int16 = 200, _ fill: (inout AccessFact) -> Void = { _ in }) -> AccessFact {
    var fact = AccessFact()
    fact.requestID = ID128(id)
    fact.time = time
    fact.status = status
    fact.latencyMs = 100
    fact.eventHash = UInt64(truncatingIfNeeded: time.milliseconds) ^ ID128(id).high ^ ID128(id).low
    fill(&fact)
    return fact
}

func run(_ id: ID128, at time: Timestamp, _ fill: (inout InvocationFact) -> Void = { _ in }) -> InvocationFact {
    var fact = InvocationFact()
    fact.id = id
    fact.start = time
    fact.firstLine = time
    fact.end = time + 50
    fact.durationHundredths = 5_000
    fact.hasStart = true
    fact.hasReport = true
    fill(&fact)
    return fact
}

func joined(_ inputs: [InputFacts], range: TimeRange? = nil, memory: ColumnMemory = ColumnMemory()) -> JoinedNight {
    var merger = FactsMerger(memory: memory)
    for facts in inputs { merger.add(facts) }
    return correlate(merger.finish(jobs: 2), range: range)
}
