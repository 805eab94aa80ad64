// Runs that no gateway asks for: messages that successful orders leave in a queue, and a schedule whose failing runs Lambda
// tries twice more under the same id.

struct BackgroundWork {
    struct Due {
        var time: Int64
        var function: Int
        var id: String?
        var attempt = 1
    }

    private let consumer: Int
    private let orders: Int
    /// Latest first.
    private var due: [Due]

    init(_ settings: NightSettings, _ landscape: Landscape) {
        consumer = landscape.consumer
        orders = Places(landscape).create
        let period: Int64 = 5 * 60_000
        due = stride(from: settings.start + 17, to: settings.start + settings.milliseconds, by: Int64.Stride(period)).map {
            Due(time: $0, function: landscape.scheduled)
        }.reversed()
    }

    mutating func next(before time: Int64) -> Due? {
        guard let last = due.last, last.time < time else { return nil }
        return due.removeLast()
    }

    mutating func follow(_ exchange: Exchange, _ random: inout SplitMix64) {
        guard exchange.endpoint == orders, exchange.status < 400, random.chance(0.5) else { return }
        insert(Due(time: exchange.end + Int64(random.within(80...900)), function: consumer))
    }

    /// Lambda waits a minute before the second attempt and two before the third.
    mutating func retry(_ run: RunPlan) {
        guard run.attempt < 3 else { return }
        let wait: Int64 = run.attempt == 1 ? 60_000 : 120_000
        insert(Due(time: run.end + wait, function: run.function, id: run.id, attempt: run.attempt + 1))
    }

    private mutating func insert(_ new: Due) {
        let place = due.lastIndex { $0.time > new.time }.map { $0 + 1 } ?? 0
        due.insert(new, at: place)
    }
}
