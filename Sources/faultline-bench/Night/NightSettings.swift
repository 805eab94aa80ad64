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

    /// About so many lines the code of a healthy run logs.
    var linesPerRun = 2
    /// Access-log rows are without the fields that no verdict needs.
    var leanRows = false
    /// The requests are written a second time, as rows of the common log format.
    var commonLog = false
    /// Span of one object of the containers that are delivered.
    var deliveryMilliseconds: Int64 = 300_000

    /// The time at a share of the night.
    func time(at share: Double) -> Int64 { start + Int64(Double(milliseconds) * share) }
}

enum ExecutionLevel: String {
    case info, error, off
}
