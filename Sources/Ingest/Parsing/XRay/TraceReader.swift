// Traces of `aws xray batch-get-traces` to facts: which runs a request of API Gateway led to, and what they called.

import Model

/// 1. The trace's document holds segments whose own documents are JSON texts: they are read apart.
/// 2. Each segment of API Gateway becomes a fact with the runs below it; runs below none become facts of their own.
/// 3. The calls of a run are the subsegments of its function that left the process.
struct TraceReader: ~Copyable {
    private(set) var facts: [TraceFact] = []
    private var outer = JSONReader()
    private var inner = JSONReader()

    /// When the trace began; nil when it tells of no request and no run.
    mutating func take(_ document: Span<UInt8>, names: inout InternedNames) -> Timestamp? {
        let segments = read(document)
        guard let trace = segments.id else { return nil }
        var found: [TraceFact] = []
        var claimed: Set<Int> = []
        for gateway in segments.all where gateway.isGateway && !gateway.requestID.isEmpty {
            var fact = TraceFact()
            fact.traceID = trace
            fact.requestID = ID128(gateway.requestID)
            fact.start = gateway.start
            fact.end = gateway.end
            for place in segments.runs where segments.isBelow(place, gateway.id) && !claimed.contains(place) {
                claimed.insert(place)
                fact.runs.append(run(segments.all[place], in: segments, names: &names))
            }
            found.append(fact)
        }
        for place in segments.runs where !claimed.contains(place) {
            var fact = TraceFact()
            fact.traceID = trace
            fact.start = segments.all[place].start
            fact.end = segments.all[place].end
            fact.runs = [run(segments.all[place], in: segments, names: &names)]
            found.append(fact)
        }
        for place in found.indices {
            found[place].runs.sort { ($0.start, $0.id) < ($1.start, $1.id) }
        }
        facts += found
        return found.map(\.start).min()
    }

    private mutating func read(_ document: Span<UInt8>) -> Segments {
        guard outer.read(document), outer.kind(0) == .object else { return Segments(id: nil, all: []) }
        var id: ID128?
        var texts: [String] = []
        outer.forEachChild(of: 0) { child in
            if outer.keyEquals(child, "Id") { id = ID128(trace: outer.text(child)) }
            guard outer.keyEquals(child, "Segments"), outer.kind(child) == .array else { return }
            outer.forEachChild(of: child) { segment in
                guard outer.kind(segment) == .object else { return }
                outer.forEachChild(of: segment) { part in
                    guard outer.keyEquals(part, "Document") else { return }
                    // AWS's own samples show the document as an object too.
                    texts.append(outer.kind(part) == .object ? outer.json(part) : outer.text(part))
                }
            }
        }
        var all: [Segment] = []
        for text in texts {
            let bytes = Array(text.utf8)
            guard inner.read(bytes.span) else { continue }
            Segment.read(inner, at: 0, parent: "", depth: 0, into: &all)
        }
        return Segments(id: id, all: all)
    }

    private func run(_ lambda: Segment, in segments: Segments, names: inout InternedNames) -> TraceRun {
        var run = TraceRun()
        run.id = ID128(lambda.requestID)
        run.function = names.intern(lambda.function)
        run.start = lambda.start
        run.end = lambda.end
        if let caller = segments.all.first(where: { $0.id == lambda.parent }) {
            run.isAuthorizer = caller.name.lowercased().contains("authorizer")
        }
        for segment in segments.calls(of: lambda) {
            var call = TraceCall()
            call.name = names.intern(segment.name)
            call.start = segment.start
            if segment.start.isKnown, segment.end.isKnown { call.durationMs = Int32(clamping: segment.end - segment.start) }
            call.failed = segment.failed
            run.calls.append(call)
        }
        run.calls.sort { $0.start < $1.start }
        if run.calls.count > Self.mostCalls { run.calls.removeLast(run.calls.count - Self.mostCalls) }
        return run
    }

    private static let mostCalls = 32
}

/// All segments of a trace, and who is below whom.
private struct Segments {
    let id: ID128?
    let all: [Segment]
    /// Places of the Lambda service's segments, one for each run.
    let runs: [Int]
    private let runIDs: Set<String>
    private let parents: [String: String]
    private var callsByRun: [String: [Int]] = [:]

    init(id: ID128?, all: [Segment]) {
        self.id = id
        self.all = all
        let runs = all.indices.filter { all[$0].isLambdaService && !all[$0].requestID.isEmpty }
        self.runs = runs
        runIDs = Set(runs.map { all[$0].id })
        parents = Dictionary(all.map { ($0.id, $0.parent) }) { first, _ in first }
        // A call belongs to the run that is nearest above it. What has an origin is the called side's own account.
        for place in all.indices where !all[place].namespace.isEmpty && all[place].origin.isEmpty {
            guard let run = chain(above: all[place]).first(where: runIDs.contains) else { continue }
            callsByRun[run, default: []].append(place)
        }
    }

    /// The run was called by that segment or one of its subsegments, with no other run between.
    func isBelow(_ run: Int, _ ancestor: String) -> Bool {
        chain(above: all[run]).prefix { !runIDs.contains($0) }.contains(ancestor)
    }

    func calls(of run: Segment) -> [Segment] { (callsByRun[run.id] ?? []).map { all[$0] } }

    /// Ids from the parent on; a broken trace may go in a circle.
    private func chain(above segment: Segment) -> [String] {
        var ids: [String] = []
        var next = segment.parent
        while !next.isEmpty, ids.count < 64 {
            ids.append(next)
            next = parents[next] ?? ""
        }
        return ids
    }
}
