// What was nearly a failure: over nine tenths of a limit, and still answered.

import Model

/// API Gateway stops waiting for an integration after 29 s (REST, unless raised) or 30 s (HTTP APIs): Amazon API Gateway quotas.
private func gatewayLimitMs(_ kind: APIKind) -> Double { kind == .http ? 30_000 : 29_000 }

private let share = 0.9

func nearMisses(_ input: SummaryInput, endpoints: [EndpointSummary], functions: [FunctionSummary]) -> [NearMiss] {
    var found: [NearMiss] = []
    var runs: [String: [InvocationFact]] = [:]
    for run in input.night.invocations where !run.failed {
        runs[input.night.names[run.function], default: []].append(run)
    }
    for function in functions {
        let own = runs[function.function] ?? []
        if let timeout = function.timeoutMs {
            let near = own.compactMap(\.durationMs).filter { $0 > timeout * share }
            if let worst = near.max() {
                found.append(
                    NearMiss(
                        kind: .duration, name: function.function, page: function.page, times: near.count, worst: worst,
                        limit: timeout))
            }
        }
        let full = own.filter { $0.memoryMB > 0 && Double($0.memoryUsedMB) > Double($0.memoryMB) * share }
        if let worst = full.max(by: { $0.memoryUsedMB < $1.memoryUsedMB }) {
            found.append(
                NearMiss(
                    kind: .memory, name: function.function, page: function.page, times: full.count,
                    worst: Double(worst.memoryUsedMB), limit: Double(worst.memoryMB)))
        }
    }
    found += gatewayWaits(input, endpoints: endpoints)
    return found.sorted { ($1.times, $0.name, $0.kind.rawValue) < ($0.times, $1.name, $1.kind.rawValue) }
}

private func gatewayWaits(_ input: SummaryInput, endpoints: [EndpointSummary]) -> [NearMiss] {
    struct Wait {
        var times = 0
        var worst: Int32 = 0
    }
    let night = input.night
    var waits: [EndpointKey: Wait] = [:]
    for request in night.requests {
        let view = night.view(request)
        guard let access = view.access, !view.failed,
            Double(access.integrationLatencyMs) > gatewayLimitMs(access.kind) * share
        else { continue }
        var wait = waits[EndpointKey(view)] ?? Wait()
        wait.times += 1
        wait.worst = max(wait.worst, access.integrationLatencyMs)
        waits[EndpointKey(view)] = wait
    }
    return waits.compactMap { key, wait in
        let endpoint = endpoints.first {
            $0.endpoint == night.names.text(key.endpoint) && $0.api == night.names.text(key.api)
                && $0.stage == night.names.text(key.stage)
        }
        guard let endpoint else { return nil }
        return NearMiss(
            kind: .gatewayWait, name: endpoint.endpoint ?? "no route", page: endpoint.page, times: wait.times,
            worst: Double(wait.worst), limit: gatewayLimitMs(endpoint.kind))
    }
}
