// The two incidents of the night: a deploy whose clients send bodies that the schema rejects, and a database outage.

import Model

struct Incidents {
    private let schema: ClosedRange<Int64>
    private let outage: ClosedRange<Int64>
    private let probability: Double
    private let place: Places

    init(_ settings: NightSettings, _ landscape: Landscape) {
        place = Places(landscape)
        schema = settings.time(at: 0.36)...settings.time(at: 0.42)
        outage = settings.time(at: 0.63)...settings.time(at: 0.68)
        probability = min(0.7, settings.failureShare * 12)
    }

    /// The mishap that an incident brings to a request of that endpoint.
    func mishap(at time: Int64, endpoint: Int, _ random: inout SplitMix64) -> (Mishap, outage: Bool)? {
        if schema.contains(time), endpoint == place.create, random.chance(probability) {
            return (Mishap(cause: .invalidBody, endpoints: [endpoint]), false)
        }
        guard outage.contains(time) else { return nil }
        if endpoint == place.read, random.chance(probability) {
            return (Mishap(cause: .handledError, endpoints: [endpoint]), true)
        }
        if endpoint == place.payment, random.chance(probability) {
            return (Mishap(cause: .integrationTimeout, endpoints: [endpoint]), true)
        }
        return nil
    }
}
