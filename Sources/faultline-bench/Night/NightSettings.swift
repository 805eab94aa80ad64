// What a night is made from.

struct NightSettings {
    var seed: UInt64
    var requests: Int
    var failureShare: Double
    /// Milliseconds since 1970.
    var start: Int64
    var milliseconds: Int64

    /// The time at a share of the night.
    func time(at share: Double) -> Int64 { start + Int64(Double(milliseconds) * share) }
}
