// When requests arrive: in order of time, at a rate that swells and ebbs over the night.

struct Arrivals {
    private var random: SplitMix64
    private let settings: NightSettings
    private let minutes: Int
    /// Share of the night's requests that have come by the end of each minute.
    private let cumulative: [Double]
    private var minute = 0
    private var given = 0
    private var pending: [Int64] = []

    init(_ settings: NightSettings) {
        self.settings = settings
        random = SplitMix64(seed: settings.seed ^ 0xA771)
        minutes = max(1, Int(settings.milliseconds / 60_000))
        var sum = 0.0
        var sums: [Double] = []
        for minute in 0..<minutes {
            let position = Double(minute) / Double(minutes)
            // Evening peak, deep night, morning rise: a parabola around the middle, and a little noise.
            let dip = (position - 0.55) * (position - 0.55) * 6
            sum += 0.35 + dip + random.unit() * 0.15
            sums.append(sum)
        }
        cumulative = sums.map { $0 / sum }
    }

    /// The next arrival, milliseconds since 1970; nil when all have come.
    mutating func next() -> Int64? {
        while pending.isEmpty {
            guard minute < minutes else { return nil }
            let target = minute == minutes - 1 ? settings.requests : Int(cumulative[minute] * Double(settings.requests))
            let begin = settings.start + Int64(minute) * 60_000
            while given < target {
                pending.append(begin + Int64(random.below(60_000)))
                given += 1
            }
            pending.sort(by: >)
            minute += 1
        }
        return pending.removeLast()
    }
}
