// User agents as numbers, the commonest first.

import Model

/// Agents beyond the commonest are one value: a night of random agents must not outgrow its requests.
private let mostAgents = 2_000
private let otherAgents = "other callers"

struct Callers {
    /// By number, from 1.
    private(set) var texts: [String]
    /// By name.
    private var numbers: [UInt16]

    /// Of all requests, or of those that failed alone.
    init(in night: JoinedNight, shown failures: FailuresByRequest?) {
        let requests = night.requests
        let rows = night.access.records
        var counts = ByName<Int>(names: night.names)
        func count(_ request: JoinedRequest) {
            guard request.access >= 0 else { return }
            let agent = rows[Int(request.access)].userAgent
            if !agent.isNone { counts[agent, default: 0] += 1 }
        }
        if let failures {
            for request in failures.requests { count(requests[request]) }
        } else {
            for request in requests { count(request) }
        }
        let order = counts.met.indices.sorted { (counts.met[$1].value, $0) < (counts.met[$0].value, $1) }
        numbers = [UInt16](repeating: 0, count: night.names.texts.count)
        for (place, agent) in order.enumerated() {
            numbers[Int(counts.met[agent].name.index)] = UInt16(min(place, mostAgents) + 1)
        }
        texts = order.prefix(mostAgents).map { night.names[counts.met[$0].name] }
        if order.count > mostAgents { texts.append(otherAgents) }
    }

    /// 0 for a request that tells none.
    subscript(agent: Name) -> UInt16 { numbers[Int(agent.index)] }
}
