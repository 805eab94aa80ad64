// What was nearly a failure: over nine tenths of a limit, and still answered.

import Model

/// API Gateway stops waiting for an integration after 29 s (REST, unless raised) or 30 s (HTTP APIs): Amazon API Gateway quotas.
private func gatewayLimitMs(_ kind: APIKind) -> Double { kind == .http ? 30_000 : 29_000 }

private let share = 0.9

/// Calls of one endpoint or runs of one function that came close to a limit.
struct CloseCalls: Sendable {
    private var times = 0
    private var worst = 0.0
    /// That of the worst.
    private var limit = 0.0

    static func isClose(_ value: Double, to limit: Double) -> Bool { value > limit * share }

    private mutating func add(_ value: Double, limit: Double) {
        guard Self.isClose(value, to: limit) else { return }
        times += 1
        if times == 1 || value > worst {
            worst = value
            self.limit = limit
        }
    }

    /// How long the gateway waited for an integration that answered in time.
    mutating func add(_ reading: RequestReading) {
        if !reading.failed { add(Double(reading.integrationLatencyMs), limit: gatewayLimitMs(reading.kind)) }
    }

    /// How long a run took in a function that was seen to be cut at `timeoutMs`.
    mutating func add(_ run: InvocationFact, timeoutMs: Double) {
        if !run.failed, let duration = run.durationMs { add(duration, limit: timeoutMs) }
    }

    mutating func add(memoryOf run: InvocationFact) {
        if !run.failed, run.memoryMB > 0 { add(Double(run.memoryUsedMB), limit: Double(run.memoryMB)) }
    }

    func nearMiss(_ kind: NearMiss.Kind, name: String, page: String) -> NearMiss? {
        guard times > 0 else { return nil }
        return NearMiss(kind: kind, name: name, page: page, times: times, worst: worst, limit: limit)
    }

    /// Beside the limit of the endpoint's own kind of API.
    func longWait(_ endpoint: EndpointSummary) -> NearMiss? {
        var near = nearMiss(.gatewayWait, name: endpoint.endpoint ?? "no route", page: endpoint.page)
        near?.limit = gatewayLimitMs(endpoint.kind)
        return near
    }
}

/// By times, then by name; of two APIs with an endpoint of that name, by page.
func inOrder(_ nearMisses: [NearMiss]) -> [NearMiss] {
    nearMisses.sorted { ($1.times, $0.name, $0.kind.rawValue, $0.page) < ($0.times, $1.name, $1.kind.rawValue, $1.page) }
}
