// Builds one request or run, with the facts and the log lines that Diagnosis reads, as a test states them.

import Diagnosis
import Model

let gatewayID = "5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f"
let runID = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
let authorizerID = "1b4e28ba-2fa1-41d2-883f-0016d3cca427"
/// 2026-03-12T09:14:05.000Z.
let receipt = Timestamp(year: 2026, month: 3, day: 12, hour: 9, minute: 14, second: 5)

struct Scene {
    var kind: APIKind
    var route: String?
    var fields: [LogField]?
    var executionLines: [String] = []
    var run: Run?
    var authorizer: Run?
    var link: LinkRung? = .integrationRequestID
    var latencyMs: Int32 = -1
    var integrationLatencyMs: Int32 = -1
    var calledFunction = false
    /// No request at all: a queue or a schedule called the function.
    var isBackground = false
    /// A request without ids fits the background run in time.
    var isMaybeCalled = false
    /// An X-Ray trace tells of the request, its runs and a call that the function made.
    var isTraced = false

    init(_ kind: APIKind, route: String? = "POST /orders") {
        self.kind = kind
        self.route = route
    }

    static func background() -> Scene {
        var scene = Scene(.unknown)
        scene.isBackground = true
        return scene
    }

    /// An access row whose template logs these fields.
    func row(_ fields: KeyValuePairs<String, String>) -> Scene {
        with { $0.fields = fields.map { LogField(name: $0.key, value: $0.value) } }
    }

    /// The texts after `(<id>) `.
    func execution(_ lines: String...) -> Scene { with { $0.executionLines = lines } }

    func run(_ run: Run) -> Scene { with { $0.run = run } }

    func authorizer(_ run: Run) -> Scene { with { $0.authorizer = run } }

    func linked(by link: LinkRung) -> Scene { with { $0.link = link } }

    func waited(_ ms: Int32) -> Scene {
        with {
            $0.integrationLatencyMs = ms
            $0.latencyMs = ms + 4
        }
    }

    func called() -> Scene { with { $0.calledFunction = true } }

    func with(_ change: (inout Scene) -> Void) -> Scene {
        var copy = self
        change(&copy)
        return copy
    }

    func failure() -> Failure {
        var names = NameTable()
        var access: [AccessFact] = []
        var extras = GrowingExtraWords(in: ColumnMemory())
        var executions: [ExecutionFact] = []
        var invocations: [InvocationFact] = []
        var evidence = Evidence()
        var request = JoinedRequest()
        if let fields {
            access = [accessFact(fields, &names, &extras)]
            request.access = 0
            evidence.access = rowLine(fields)
        }
        if !executionLines.isEmpty {
            executions = [executionFact(&names)]
            request.execution = 0
            evidence.execution = executionLines.enumerated().map { executionLine($0.element, Int64($0.offset)) }
        }
        if let run {
            request.invocation = Int32(invocations.count)
            invocations.append(run.fact(id: runID, &names))
            evidence.function = run.evidence(input: 2)
            request.link = link
        }
        if let authorizer {
            request.authorizer = Int32(invocations.count)
            invocations.append(authorizer.fact(id: authorizerID, &names))
            evidence.authorizer = authorizer.evidence(input: 3)
        }
        request.calledFunction = calledFunction || run != nil
        if isTraced { request.trace = 0 }
        let facts = NightFacts(
            access: FactColumn(access), executions: Column(executions), invocations: FactColumn(invocations),
            accessExtras: extras.freeze(), invocationExtras: ExtraWords(), traces: isTraced ? [trace(&names)] : [])
        var night = JoinedNight(
            names: names, facts: facts, requests: isBackground ? [] : [request], unlinkedInvocations: [])
        if isMaybeCalled { night.maybeCalled = [0] }
        let candidate = FailureCandidate(request: isBackground ? -1 : 0, invocation: run == nil ? -1 : 0)
        return diagnose(candidate, in: night, evidence: evidence)
    }

    private func trace(_ names: inout NameTable) -> TraceFact {
        var call = TraceCall()
        call.name = names.intern("DynamoDB")
        call.start = receipt + 8
        call.durationMs = 12
        var trace = TraceFact()
        trace.traceID = ID128(high: 7, low: 8)
        trace.requestID = ID128(gatewayID)
        for (id, calls) in [(authorizer == nil ? nil : authorizerID, []), (run == nil ? nil : runID, [call])] {
            guard let id else { continue }
            var run = TraceRun()
            run.id = ID128(id)
            run.calls = calls
            trace.runs.append(run)
        }
        return trace
    }

    private func accessFact(_ fields: [LogField], _ names: inout NameTable, _ words: inout GrowingExtraWords) -> AccessFact {
        func number(_ name: String) -> Int16 { fields.first { $0.name == name }.flatMap { Int16($0.value) } ?? -1 }
        var fact = AccessFact()
        fact.requestID = ID128(gatewayID)
        fact.time = receipt
        fact.kind = kind
        fact.status = number("status")
        fact.functionStatus = number("integration.status")
        fact.integrationStatus = number("integration.integrationStatus")
        fact.latencyMs = latencyMs
        fact.integrationLatencyMs = integrationLatencyMs
        if let authorizer = fields.first(where: { $0.name == "authorizer.requestId" }) {
            var extras = AccessExtras()
            extras.authorizerID = ID128(authorizer.value)
            fact.extras = words.append(extras)
        }
        fact.responseType = names.intern(fields.first { $0.name == "error.responseType" }?.value ?? "")
        fact.hasIntegrationError = fields.contains { $0.name == "integration.error" && $0.value != "-" }
        if let route {
            fact.endpoint = names.intern(route)
            fact.route = names.intern(route.split(separator: " ").last.map(String.init) ?? route)
        }
        return fact
    }

    private func executionFact(_ names: inout NameTable) -> ExecutionFact {
        var fact = ExecutionFact()
        fact.requestID = ID128(gatewayID)
        fact.firstTime = receipt
        fact.hasFailureLine = executionLines.contains {
            $0.hasPrefix("Execution failed") || $0.hasPrefix("Unauthorized request")
        }
        fact.integrationLatencyMs = integrationLatencyMs
        for line in executionLines where line.hasPrefix("Method completed with status: ") {
            fact.status = Int16(line.dropFirst(30)) ?? -1
        }
        if fields == nil, let route, executionLines.count > 3 { fact.endpoint = names.intern(route) }
        return fact
    }

    private func rowLine(_ fields: [LogField]) -> EvidenceLine {
        let text = "{" + fields.map { "\"\($0.name)\":\"\($0.value)\"" }.joined(separator: ",") + "}"
        return EvidenceLine(
            source: .accessLog, time: receipt + 60, level: nil, text: text, message: text, fields: fields,
            place: EventPlace(input: 0, event: 0))
    }

    private func executionLine(_ message: String, _ number: Int64) -> EvidenceLine {
        EvidenceLine(
            source: .executionLog, time: receipt + number, level: nil, text: "(\(gatewayID)) \(message)", message: message,
            fields: [], place: EventPlace(input: 1, event: UInt32(number)))
    }
}
