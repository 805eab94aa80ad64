// What was measured of one build, and how much there was to do.

import Model
import Site

package struct BuildTimes: Sendable {
    /// Seconds by stage.
    package var stages: [Stage: Double]
    /// Seconds from the first input to the published site.
    package var total: Double
    /// Seconds of user and system time of all threads.
    package var cpu: Double

    package init(stages: [Stage: Double], total: Double, cpu: Double) {
        self.stages = stages
        self.total = total
        self.cpu = cpu
    }
}

/// How much there was to do, from the finished report: the same whenever the same logs are read.
package struct Workload: Sendable {
    /// As the inputs are on disk.
    var compressedBytes: Int64
    var textBytes: Int64
    var events: Int64
    var requests: Int
    var failures: Int
    /// HTML pages, of failures and all others.
    var pages: Int

    package init(_ outcome: Outcome) {
        let inputs = outcome.report.coverage.inputs
        compressedBytes = inputs.reduce(0) { $0 + $1.bytes }
        textBytes = inputs.reduce(0) { $0 + $1.textBytes }
        events = inputs.reduce(0) { $0 + $1.events }
        requests = outcome.report.totals.requests
        failures = outcome.report.totals.failures
        pages = outcome.published.files.count { $0.path.hasSuffix(".html") }
    }
}
