// What was nearly a failure: over nine tenths of a limit, and still answered.

import Model

/// API Gateway stops waiting for an integration after 29 s (REST, unless raised) or 30 s (HTTP APIs): Amazon API Gateway quotas.
private func gatewayLimitMs(_ kind: APIKind) -> Double { kind == .http ? 30_000 : 29_000 }

private let share = 0.9

func nearMisses(_ input: SummaryInput, endpoints: [EndpointSummary], functions: [FunctionSummary]) -> [NearMiss] {
    var found: [NearMiss] = []
    let close = closeRuns(input.night, functions: functions)
    for function in functions {
        guard let name = input.night.names.find(function.function) else { continue }
        if let near = close.durations[name] {
            found.append(
                NearMiss(
                    kind: .duration, name: function.function, page: function.page, times: near.times, worst: near.worst,
                    limit: near.limit))
        }
        if let full = close.memory[name] {
            found.append(
                NearMiss(
                    kind: .memory, name: function.function, page: function.page, times: full.times, worst: full.worst,
                    limit: full.limit))
        }
    }
    found += gatewayWaits(input, endpoints: endpoints)
    return found.sorted { ($1.times, $0.name, $0.kind.rawValue) < ($0.times, $1.name, $1.kind.rawValue) }
}

/// Runs of one function that came close to a limit.
private struct CloseRuns {
    var times = 0
    var worst = 0.0
    /// That of the worst run.
    var limit = 0.0

    mutating func add(_ value: Double, limit: Double) {
        times += 1
        if times == 1 || value > worst {
            worst = value
            self.limit = limit
        }
    }
}

private func closeRuns(_ night: JoinedNight, functions: [FunctionSummary]) -> (
    durations: [Name: CloseRuns], memory: [Name: CloseRuns]
) {
    var timeouts: [Name: Double] = [:]
    for function in functions {
        if let name = night.names.find(function.function) { timeouts[name] = function.timeoutMs }
    }
    var durations: [Name: CloseRuns] = [:]
    var memory: [Name: CloseRuns] = [:]
    for run in night.invocations where !run.failed {
        if let duration = run.durationMs, let timeout = timeouts[run.function], duration > timeout * share {
            durations[run.function, default: CloseRuns()].add(duration, limit: timeout)
        }
        if run.memoryMB > 0, Double(run.memoryUsedMB) > Double(run.memoryMB) * share {
            memory[run.function, default: CloseRuns()].add(Double(run.memoryUsedMB), limit: Double(run.memoryMB))
        }
    }
    return (durations, memory)
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
