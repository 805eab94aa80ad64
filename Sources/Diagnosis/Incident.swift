// Everything known about one candidate, read once, as the rules of the causes ask for it.

import Model

struct Incident {
    let view: RequestView?
    let run: InvocationFact?
    let authorizerRun: InvocationFact?
    /// The runs as an X-Ray trace tells them.
    let tracedRun: TraceRun?
    let tracedAuthorizer: TraceRun?
    /// The runs before `run` in its container, where that ended without a word; the same of the authorizer's.
    let runsBefore: [InvocationFact]
    let runsBeforeAuthorizer: [InvocationFact]
    let evidence: Evidence
    let names: NameTable
    /// The run was linked to no request, but a request without ids may have called it.
    let mayHaveRequest: Bool
    let row: AccessRow
    let trace: ExecutionTrace
    /// The lines of `run`.
    let functionLines: [EvidenceLine]
    let functionBlocks: [LineBlock]
    let authorizerBlocks: [LineBlock]
    /// How the function's run failed, by its own log.
    let functionFault: RunFault?
    let authorizerFault: RunFault?
    /// How the function failed, by the gateway's word.
    let gatewayFault: GatewayFault?
    /// The error that the function logged and went on from: the last exception, else the last line of level ERROR.
    let logged: (block: LineBlock, error: ErrorDetails)?

    init(_ candidate: FailureCandidate, in night: JoinedNight, evidence: Evidence) {
        let view = candidate.request < 0 ? nil : night.view(night.requests[Int(candidate.request)])
        self.view = view
        self.evidence = evidence
        names = night.names
        mayHaveRequest = candidate.request < 0 && night.maybeCalled.contains(candidate.invocation)
        run = candidate.invocation < 0 ? view?.invocation : night.invocations[Int(candidate.invocation)]
        authorizerRun = view?.authorizer
        func before(_ place: Int32?) -> [InvocationFact] {
            place.flatMap { night.runsBefore[$0] }?.map { night.invocations[Int($0)] } ?? []
        }
        runsBefore = before(candidate.invocation < 0 ? view?.joined.invocation : candidate.invocation)
        runsBeforeAuthorizer = before(view?.joined.authorizer)
        tracedRun = run.flatMap { night.tracedRun($0.id) }
        tracedAuthorizer = authorizerRun.flatMap { night.tracedRun($0.id) }
        row = AccessRow(
            line: evidence.access, fact: view?.access, extras: view?.accessExtras ?? AccessExtras(), names: night.names)
        trace = ExecutionTrace(
            evidence.execution, authorizerFailed: row.responseType?.hasPrefix("AUTHORIZER_") ?? false)
        // A failing run of an authorizer whose request went through is judged as a run of its own.
        let isAuthorizerRun =
            candidate.invocation >= 0 && candidate.invocation == view?.joined.authorizer
            && candidate.invocation != view?.joined.invocation
        functionLines = isAuthorizerRun ? evidence.authorizer : evidence.function
        functionBlocks = LineBlock.split(functionLines)
        authorizerBlocks = LineBlock.split(evidence.authorizer)
        functionFault = RunFault.read(run: run, lines: functionLines, blocks: functionBlocks)
        authorizerFault = RunFault.read(run: authorizerRun, lines: evidence.authorizer, blocks: authorizerBlocks)
        gatewayFault = GatewayFault.read(trace: trace, row: row)
        logged = functionFault == nil ? ErrorReader.lastLogged(functionBlocks) : nil
    }

    var status: Int? {
        guard let view, view.status >= 0 else { return nil }
        return Int(view.status)
    }

    var kind: APIKind {
        if let kind = view?.access?.kind, kind != .unknown { return kind }
        // HTTP APIs write no execution log, and a REST request id is a UUID.
        guard let id = view?.execution?.requestID, let text = id.text else { return .unknown }
        return text.utf8.count == 36 ? .rest : .webSocket
    }

    /// The client got an error, or no log tells what it got and the run failed.
    var requestFailed: Bool {
        guard let view else { return false }
        return view.failed || (view.status < 0 && functionFault != nil)
    }

    var responseType: String? { row.responseType ?? trace.responseType }

    func responseTypeProof(_ meaning: String) -> [ProofLine] {
        if row.responseType != nil, let type = responseType {
            let proof = row.proof(meaning, around: type)
            if !proof.isEmpty { return proof }
        }
        return trace.responseTypeLine.map { [$0.proof(meaning)] } ?? []
    }

    /// The request's function was called, as far as anything tells.
    var functionCalled: Bool {
        guard let view else { return run != nil }
        return run != nil || view.joined.calledFunction || row.functionStatus != nil || row.serviceStatus != nil
            || gatewayFault != nil || trace.line(holding: "Received response.") != nil
    }

    /// The function gave an answer of its own, so that the gateway's default texts cannot be the reason.
    var functionAnswered: Bool { run != nil || row.functionStatus != nil }

    var runIsHealthy: Bool { run != nil && functionFault == nil && !(run?.failed ?? false) && (run?.hasReport ?? false) }

    /// Healthy, and surely this request's run.
    var runIsSurelyHealthy: Bool { runIsHealthy && !runIsProbable }

    /// The gateway ended the request before it called the function.
    var stoppedBeforeFunction: Bool {
        if let type = responseType { return responseTypesBeforeFunction.contains(type) }
        return false
    }

    /// The gateway gave up waiting: by its own word, or because the function ran on after the gateway had answered.
    var gatewayStoppedWaiting: Bool {
        responseType == "INTEGRATION_TIMEOUT" || trace.line(holding: "Execution failed due to a timeout error") != nil
            || (row.gatewayError?.holds("timeout error") ?? false) || outran
    }

    /// A status for time running out, and a run that took longer than the gateway waited.
    var outran: Bool {
        guard status == 504 || (kind == .http && status == 503), let run, let waited = waitedMs, let took = run.durationMs
        else { return false }
        return took + (run.initMs ?? 0) > Double(waited) + 1
    }

    /// How long the gateway waited for the function.
    var waitedMs: Int? {
        if let wait = view?.access?.integrationLatencyMs, wait >= 0 { return Int(wait) }
        if let wait = view?.execution?.integrationLatencyMs, wait >= 0 { return Int(wait) }
        return nil
    }

    /// `the function orders-create`.
    var function: String {
        guard let name = functionName else { return "the function" }
        return "the function \(name)"
    }

    var functionName: String? {
        if let run, let name = names.text(run.function) { return name }
        return view.flatMap { names.text($0.function) }
    }

    /// `the authorizer orders-auth`.
    var authorizer: String {
        let name =
            authorizerRun.flatMap { names.text($0.function) }
            ?? view?.execution.flatMap { names.text($0.authorizerFunction) }
        return name.map { "the authorizer \($0)" } ?? "the authorizer"
    }

    var endpoint: String? { view.flatMap { names.text($0.endpoint) } }

    var call: String {
        if let endpoint { return endpoint.shortened(to: 80) }
        let method = row["httpMethod"] ?? view.flatMap { names.text($0.method) }
        guard let path = row["path"] else { return method ?? "the request" }
        return ((method.map { $0 + " " } ?? "") + path).shortened(to: 80)
    }

    /// What the client got, the end of every sentence about a request.
    var clientGot: String {
        if let status { return "the client got \(status)" }
        return "no log tells what the client got"
    }

    /// A link by time alone makes whatever was read from the run probable.
    var runIsProbable: Bool { view?.joined.link == .timeWindow }
}
