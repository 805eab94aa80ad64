// Counts what is true of the night while it is made; failures go to the disk as they come.

import Model

final class Truth {
    private let landscape: Landscape
    private let folder: OutputFolder
    private let accessOnly: Bool
    private var totals = Totals()
    private var outcomes = Outcomes()
    private var causes: [Cause: Int] = [:]
    private var endpoints: [EndpointCount]
    private var functions: [FunctionCount]
    private var pending: [UInt8] = []
    private static let spool = "truth-failures.part"

    init(_ landscape: Landscape, folder: OutputFolder, accessOnly: Bool) {
        self.landscape = landscape
        self.folder = folder
        self.accessOnly = accessOnly
        endpoints = landscape.endpoints.map { _ in EndpointCount() }
        functions = landscape.functions.map { _ in FunctionCount() }
    }

    func record(_ exchange: Exchange, evidence: EvidenceLeft) throws {
        totals.requests += 1
        if let endpoint = exchange.endpoint {
            endpoints[endpoint].requests += 1
            endpoints[endpoint].statuses[exchange.status, default: 0] += 1
        }
        let failed = exchange.status >= 400
        if failed { if exchange.status < 500 { totals.clientErrors += 1 } else { totals.serverErrors += 1 } }
        let outcome = outcome(of: exchange)
        if failed { outcomes.clientFailed[outcome.rawValue] += 1 } else { outcomes.clientAnswered[outcome.rawValue] += 1 }
        if outcome == .unknown { totals.requestsWithoutInvocation += 1 }
        if let run = exchange.authorizerRun { count(run) }
        if let run = exchange.run { count(run) }
        if link(of: exchange) != nil { totals.linked += 1 }
        guard let cause = exchange.cause else { return }
        // A client that saw success is a failure only by the function's log.
        guard failed || !accessOnly else { return }
        try record(failure(exchange, cause, evidence))
    }

    /// A run that no gateway asked for.
    func record(background run: RunPlan) throws {
        guard !accessOnly else { return }
        count(run)
        totals.invocationsWithoutRequest += 1
        outcomes.noClient[run.failed ? 1 : 0] += 1
        guard run.failed else { return }
        let function = landscape.functions[run.function]
        try record(
            FailureTruth(
                time: run.start, cause: .backgroundFailure, invocationID: run.id, attempt: run.attempt, function: function.name,
                errorType: run.error?.typeShown(by: function.runtime)))
    }

    func finish() throws {
        try spoolPending()
        let text = TruthDocument(
            totals: totals, outcomes: outcomes, causes: causes, landscape: landscape, endpoints: endpoints, functions: functions)
        try folder.append([UInt8](text.beforeFailures.utf8), to: "truth.json", gzip: false)
        try folder.move(Self.spool, ontoEndOf: "truth.json")
        try folder.append([UInt8](text.afterFailures.utf8), to: "truth.json", gzip: false)
    }

    private func outcome(of exchange: Exchange) -> FunctionOutcome {
        guard let run = exchange.run else { return .neverRan }
        guard !accessOnly, landscape.functions[run.function].logged else { return .unknown }
        return run.failed ? .failed : .succeeded
    }

    private func link(of exchange: Exchange) -> LinkRung? {
        guard let run = exchange.run, !accessOnly, landscape.functions[run.function].logged else { return nil }
        return exchange.link
    }

    private func count(_ run: RunPlan) {
        guard !accessOnly, landscape.functions[run.function].logged else { return }
        totals.invocations += 1
        functions[run.function].invocations += 1
        if run.coldStart { functions[run.function].coldStarts += 1 }
        guard run.failed else { return }
        totals.functionErrors += 1
        functions[run.function].errors += 1
        if case .timeout = run.fault { functions[run.function].timeouts += 1 }
        if case .outOfMemory = run.fault { functions[run.function].outOfMemory += 1 }
    }

    private func failure(_ exchange: Exchange, _ cause: Cause, _ evidence: EvidenceLeft) -> FailureTruth {
        let endpoint = exchange.endpoint.map { landscape.endpoints[$0] }
        let told = exchange.run ?? (cause == .authorizerCrashed ? exchange.authorizerRun : nil)
        let runtime = told.map { landscape.functions[$0.function].runtime } ?? .nodeText
        let link = link(of: exchange)
        return FailureTruth(
            time: exchange.time, cause: cause, requestID: exchange.requestID, extendedID: exchange.extendedID,
            invocationID: link == nil ? nil : exchange.run?.id, attempt: link == nil ? nil : exchange.run?.attempt,
            endpoint: endpoint?.key, function: functionNamed(exchange, endpoint),
            status: exchange.status, link: link, errorType: told.flatMap { typeShown($0, runtime) },
            evidence: evidence, run: exchange.run?.id,
            authorizerRun: exchange.authorizerRun?.id)
    }

    /// The type of a run's error where a log names it: Go's programs print the message of an error that they caught and no type.
    private func typeShown(_ run: RunPlan, _ runtime: Runtime) -> String? {
        if accessOnly || (run.fault == .none && runtime == .go) { return nil }
        return run.error?.typeShown(by: runtime)
    }

    /// The function that the logs name: by a run, or by the endpoint address in an execution log.
    private func functionNamed(_ exchange: Exchange, _ endpoint: EndpointSpec?) -> String? {
        let told = landscape.apis[exchange.api].executionGroup != nil && exchange.reach == .integration && !accessOnly
        guard told || link(of: exchange) != nil else { return nil }
        return endpoint?.function.map { landscape.functions[$0].name }
    }

    private func record(_ failure: FailureTruth) throws {
        totals.failures += 1
        causes[failure.cause, default: 0] += 1
        pending.append(totals.failures == 1 ? "\n" : ",\n")
        pending.append(failure.json)
        if pending.count > 1 << 20 { try spoolPending() }
    }

    private func spoolPending() throws {
        try folder.append(pending, to: Self.spool, gzip: false)
        pending.removeAll(keepingCapacity: true)
    }
}

struct EndpointCount {
    var requests = 0
    var statuses: [Int: Int] = [:]
}

struct FunctionCount {
    var invocations = 0
    var errors = 0
    var timeouts = 0
    var outOfMemory = 0
    var coldStarts = 0
}

extension EndpointSpec {
    /// `GET /orders/{id}`, or a WebSocket route key.
    var key: String { method.isEmpty ? route : method + " " + route }
}
