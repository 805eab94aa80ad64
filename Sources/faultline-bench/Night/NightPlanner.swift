// Decides what happens to each request: where it goes, who sends it, and whether something goes wrong.

import Model

struct NightPlanner {
    let landscape: Landscape
    private let settings: NightSettings
    private let catalog: MishapCatalog
    private let incidents: Incidents
    private var deck: [Mishap]
    private let deckSize: Int
    private var failuresPlanned = 0
    private let weights: Int
    private let agents = [
        "ShopApp/5.2 (iOS 18.3)", "ShopApp/5.2 (Android 15)", "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/136.0",
        "okhttp/4.12.0", "python-requests/2.32", "partner-sync/2.1",
    ]
    private(set) var random: SplitMix64

    init(_ settings: NightSettings, _ landscape: Landscape) {
        self.settings = settings
        self.landscape = landscape
        random = SplitMix64(seed: settings.seed)
        catalog = MishapCatalog(landscape, everywhere: settings.everyAPI)
        incidents = Incidents(settings, landscape)
        deck = settings.failureShare > 0 ? catalog.deck(&random) : []
        deckSize = deck.count
        weights = landscape.endpoints.reduce(0) { $0 + $1.weight }
    }

    mutating func exchange(at time: Int64) -> Exchange {
        let index = pickEndpoint()
        if let (mishap, outage) = incidents.mishap(at: time, endpoint: index, &random) {
            var exchange = healthy(index, at: time)
            apply(mishap, to: &exchange)
            if outage, mishap.cause == .handledError, let number = landscape.endpoints[index].function {
                exchange.run?.error = random.databaseError(landscape.functions[number])
            }
            return exchange
        }
        guard random.chance(settings.failureShare * 0.8) else { return healthy(index, at: time) }
        let mishap = nextMishap()
        var exchange = healthy(random.pick(mishap.endpoints), at: time)
        apply(mishap, to: &exchange)
        return exchange
    }

    /// A message for the queue's consumer, or a run of the schedule. What failed once often fails again.
    mutating func backgroundRun(of function: Int, at time: Int64, attempt: Int) -> RunPlan {
        var run = healthyRun(function, at: time)
        run.attempt = attempt
        guard random.chance(attempt > 1 ? 0.6 : settings.failureShare) else { return run }
        run.fault = random.pick([.exception, .exception, .timeout(announced: false), .outOfMemory(killed: false)])
        if run.fault == .exception { run.error = random.error(landscape.functions[function]) }
        return run
    }

    private mutating func pickEndpoint() -> Int {
        var rest = random.below(weights)
        for (index, endpoint) in landscape.endpoints.enumerated() {
            rest -= endpoint.weight
            if rest < 0 { return index }
        }
        return 0
    }

    /// Cards of the deck are dealt evenly over the first three quarters of the failures that are to be expected.
    private mutating func nextMishap() -> Mishap {
        let expected = Double(settings.requests) * settings.failureShare * 0.6
        failuresPlanned += 1
        let due = min(deckSize, Int(Double(failuresPlanned) * Double(deckSize) / max(expected, 1)) + 1)
        if deckSize - deck.count < due, let card = deck.popLast() { return card }
        return catalog.pick(&random)
    }

    private mutating func healthy(_ index: Int, at time: Int64) -> Exchange {
        let endpoint = landscape.endpoints[index]
        let api = landscape.apis[endpoint.api]
        let gatewayID = random.gatewayID()
        var exchange = Exchange(
            time: time, api: endpoint.api, endpoint: index, method: endpoint.method, path: path(of: endpoint),
            requestID: api.kind == .rest ? random.uuid() : gatewayID, extendedID: gatewayID,
            traceID: random.traceID(at: time), sourceIP: "\(random.pick(["203.0.113.", "198.51.100."]))\(random.within(1...254))",
            userAgent: random.pick(agents))
        if api.kind == .webSocket { exchange.connectionID = random.gatewayID() }
        exchange.responseLength = random.within(60...4000)
        if endpoint.access == .lambdaAuthorizer, random.chance(0.15) {
            exchange.authorizerEnding = .allowed
            exchange.authorizerRun = healthyRun(landscape.authorizer, at: time)
        }
        guard let function = endpoint.function else {
            exchange.integrationLatency = endpoint.integration == .backend ? random.within(30...400) : 0
            if endpoint.integration == .backend { exchange.functionStatus = 200 }
            return exchange
        }
        exchange.run = healthyRun(function, at: time)
        exchange.run?.traceID = exchange.traceID
        exchange.run?.gatewayID = exchange.requestID
        if endpoint.integration == .asyncLambda {
            exchange.status = 202
        } else if endpoint.method == "POST" {
            exchange.answer(201)
        }
        return exchange
    }

    private func healthyLimit(_ function: FunctionSpec) -> Double { Double(min(function.timeoutMs, 20_000)) * 0.8 }

    private mutating func healthyRun(_ number: Int, at time: Int64) -> RunPlan {
        let function = landscape.functions[number]
        var run = RunPlan(function: number, id: random.uuid(), called: time)
        run.duration = Int(min(random.logNormal(median: function.medianMs, sigma: 0.55), healthyLimit(function)) * 100)
        return run
    }

    private mutating func path(of endpoint: EndpointSpec) -> String {
        guard endpoint.route.contains("{id}") else { return endpoint.route }
        return endpoint.route.split(separator: "/").map { $0 == "{id}" ? "/" + String(random.within(1000...99_999)) : "/" + $0 }
            .joined()
    }

    private mutating func apply(_ mishap: Mishap, to exchange: inout Exchange) {
        exchange.cause = mishap.cause
        switch mishap.cause.layer {
        case .edge, .gateway: exchange.refuseAtGateway(mishap, landscape, &random)
        case .authorizer: exchange.refuseAtAuthorizer(mishap, landscape, &random)
        case .function, .response, .unknown: exchange.failIntegration(mishap, landscape, &random)
        }
        if exchange.reach < .authorizer { exchange.authorizerRun = nil }
        if exchange.authorizerEnding == nil || exchange.authorizerEnding == .noCredentials { exchange.authorizerRun = nil }
        if exchange.status >= 400 { exchange.responseLength = random.within(23...90) }
    }
}
