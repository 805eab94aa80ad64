// What was measured of one build, and the middle of several.

import Model
import Pipeline
import Site

struct Measurement {
    var stages: [Stage: Double]
    /// From the first input to the published site.
    var total: Double
    /// User and system time of all threads.
    var cpu: Double

    /// The median of each figure on its own.
    static func median(of rounds: [Measurement]) -> Measurement {
        func middle(_ figure: (Measurement) -> Double) -> Double {
            let sorted = rounds.map(figure).sorted()
            let half = sorted.count / 2
            return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
        }
        var stages: [Stage: Double] = [:]
        for stage in Stage.allCases { stages[stage] = middle { $0.stages[stage] ?? 0 } }
        return Measurement(stages: stages, total: middle(\.total), cpu: middle(\.cpu))
    }
}

/// How much there was to do, from the finished report: equal in every round.
struct Workload {
    var compressedBytes: Int64
    var textBytes: Int64
    var events: Int64
    var requests: Int
    var failures: Int
    var pages: Int

    init(_ outcome: Outcome) {
        let inputs = outcome.report.coverage.inputs
        compressedBytes = inputs.reduce(0) { $0 + $1.bytes }
        textBytes = inputs.reduce(0) { $0 + $1.textBytes }
        events = inputs.reduce(0) { $0 + $1.events }
        requests = outcome.report.totals.requests
        failures = outcome.report.totals.failures
        pages = outcome.published.files.count { $0.path.hasSuffix(".html") }
    }
}
