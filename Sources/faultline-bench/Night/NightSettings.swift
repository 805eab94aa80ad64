// What a night is made from.

struct NightSettings {
    var seed: UInt64
    var requests: Int
    var failureShare: Double
    /// Milliseconds since 1970.
    var start: Int64
    var milliseconds: Int64
    /// Share of the failing requests that lose a part of their logs.
    var dropEvidence = 0.0
    /// Of the REST API.
    var executionLevel = ExecutionLevel.info
    /// Only the access logs are written.
    var accessOnly = false
    /// Share of the REST API's requests that have a trace of X-Ray.
    var traced = 0.0
    /// Causes also happen on the kinds of API where they are rarer.
    var everyAPI = false

    /// The time at a share of the night.
    func time(at share: Double) -> Int64 { start + Int64(Double(milliseconds) * share) }
}

enum ExecutionLevel: String {
    case info, error
}
