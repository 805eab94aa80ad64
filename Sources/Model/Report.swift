// The night in numbers: what the overview, the endpoint and function pages and report.json are made from.

package struct Report: Sendable {
    package var title: String
    package var toolVersion: String
    package var range: TimeRange
    package var zone: DisplayZone
    package var totals = Totals()
    package var outcomes = Outcomes()
    /// By count, then name.
    package var causes: [CauseCount] = []
    /// By failures, then name.
    package var endpoints: [EndpointSummary] = []
    /// Requests that matched no route, when there were any; its `endpoint` is nil.
    package var noRoute: EndpointSummary?
    /// By errors, then name.
    package var functions: [FunctionSummary] = []
    /// By count, then id.
    package var groups: [FailureGroup] = []
    package var series: NightSeries
    package var nearMisses: [NearMiss] = []
    package var markers: [VersionMarker] = []
    package var coverage = Coverage()
    /// Requests by the rung that linked them.
    package var links: [(rung: LinkRung, count: Int)] = []

    package init(title: String, toolVersion: String, range: TimeRange, zone: DisplayZone) {
        self.title = title
        self.toolVersion = toolVersion
        self.range = range
        self.zone = zone
        self.series = NightSeries(since: range.since, bucketMs: 60_000, buckets: 0)
    }
}

package struct Totals: Sendable {
    package var requests = 0
    package var clientErrors = 0
    package var serverErrors = 0
    package var failures = 0
    package var invocations = 0
    package var functionErrors = 0
    package var linked = 0
    /// The gateway called a function, and the inputs hold no log of that run.
    package var requestsWithoutInvocation = 0
    package var invocationsWithoutRequest = 0

    package init() {}
}

package enum FunctionOutcome: Int, CaseIterable, Sendable {
    case succeeded, failed, neverRan, unknown
}

/// Counts by what the client got and what the function did, each indexed by `FunctionOutcome.rawValue`.
package struct Outcomes: Sendable {
    package var clientAnswered = [0, 0, 0, 0]
    package var clientFailed = [0, 0, 0, 0]
    /// Succeeded and failed only.
    package var noClient = [0, 0]

    package init() {}
}

package struct CauseCount: Sendable {
    package var cause: Cause
    package var count: Int

    package init(cause: Cause, count: Int) {
        self.cause = cause
        self.count = count
    }
}

package struct Percentiles: Sendable {
    package var count = 0
    package var p50: Double?
    package var p95: Double?
    package var p99: Double?
    package var max: Double?

    package init() {}
}

/// Latencies on a logarithmic scale; every step is `stepsPerDecade`-th of a decade from 1 ms.
package struct LatencyHistogram: Sendable {
    package static let stepsPerDecade = 9
    package static let steps = 45

    /// Requests answered below 400, by step.
    package var answered = [Int](repeating: 0, count: steps)
    /// Failing requests, by step.
    package var failed = [Int](repeating: 0, count: steps)

    package init() {}
}

package struct EndpointSummary: Sendable {
    /// nil for "no route".
    package var endpoint: String?
    package var api: String?
    package var stage: String?
    package var method: String?
    package var route: String?
    package var kind = APIKind.unknown
    /// File name without folder and ending, unique among endpoints.
    package var slug: String
    package var requests = 0
    /// By status.
    package var statuses: [Int: Int] = [:]
    /// By status, then count, then cause.
    package var causes: [StatusCause] = []
    package var latency = Percentiles()
    package var integrationLatency = Percentiles()
    package var authorizerLatency = Percentiles()
    package var functionDuration = Percentiles()
    package var functionInit = Percentiles()
    package var histogram = LatencyHistogram()
    /// Names, sorted.
    package var functions: [String] = []
    package var authorizers: [String] = []
    /// Indices into the failures, in order of time.
    package var failures: [Int] = []
    package var clientErrors = 0
    package var serverErrors = 0
    package var coldStarts = 0
    /// Client-facing counts per bucket of the night.
    package var series: EndpointSeries
    /// By requests, then name; at most ten.
    package var callers: [CallerCount] = []
    package var versions: [VersionCount] = []

    package init(slug: String, buckets: Int) {
        self.slug = slug
        self.series = EndpointSeries(buckets: buckets)
    }

    package var failing: Int { clientErrors + serverErrors }
    package var page: String { "endpoints/\(slug).html" }
}

package struct StatusCause: Sendable {
    package var status: Int
    package var cause: Cause
    package var count: Int
    /// Indices into the failures, in order of time.
    package var failures: [Int]

    package init(status: Int, cause: Cause, count: Int, failures: [Int]) {
        self.status = status
        self.cause = cause
        self.count = count
        self.failures = failures
    }
}

package struct CallerCount: Sendable {
    package var userAgent: String
    package var requests: Int
    package var failed: Int

    package init(userAgent: String, requests: Int, failed: Int) {
        self.userAgent = userAgent
        self.requests = requests
        self.failed = failed
    }
}

package struct VersionCount: Sendable {
    package var version: String
    package var firstSeen: Timestamp
    package var lastSeen: Timestamp
    package var invocations: Int
    package var errors: Int

    package init(version: String, firstSeen: Timestamp, lastSeen: Timestamp, invocations: Int, errors: Int) {
        self.version = version
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.invocations = invocations
        self.errors = errors
    }
}

package struct FunctionSummary: Sendable {
    package var function: String
    package var slug: String
    package var invocations = 0
    package var errors = 0
    package var timeouts = 0
    package var outOfMemory = 0
    package var throttles = 0
    package var coldStarts = 0
    package var duration = Percentiles()
    package var initDuration = Percentiles()
    package var memoryMB: Int?
    package var maxMemoryUsedMB: Int?
    /// The longest duration a run was cut at, which is the configured timeout; nil when none timed out.
    package var timeoutMs: Double?
    /// Failing requests of this function whose own run counted as a success: what its metrics do not show.
    package var notReported = 0
    package var billedAfterClientGoneMs: Int64 = 0
    package var errorLines = 0
    package var warningLines = 0
    package var containers = 0
    package var versions: [VersionCount] = []
    /// Names, sorted.
    package var endpoints: [String] = []
    /// Indices into the failures, in order of time.
    package var failures: [Int] = []
    package var causes: [CauseCount] = []
    /// Is called as an authorizer.
    package var authorizes = false
    package var series: FunctionSeries

    package init(function: String, slug: String, buckets: Int) {
        self.function = function
        self.slug = slug
        self.series = FunctionSeries(buckets: buckets)
    }

    package var page: String { "functions/\(slug).html" }
}

/// Equal buckets from `since`; the last one may reach beyond the range's end.
package struct NightSeries: Sendable {
    package var since: Timestamp
    package var bucketMs: Int64
    /// Client-facing responses per bucket.
    package var clients: EndpointSeries
    /// Failing invocations per bucket, by cause.
    package var functionErrors: [Cause: [Int]]
    /// Failures per bucket and group id.
    package var groups: [String: [Int]]

    package init(since: Timestamp, bucketMs: Int64, buckets: Int) {
        self.since = since
        self.bucketMs = bucketMs
        self.clients = EndpointSeries(buckets: buckets)
        self.functionErrors = [:]
        self.groups = [:]
    }

    package var buckets: Int { clients.ok.count }

    package func start(of bucket: Int) -> Timestamp { since + Int64(bucket) * bucketMs }
}

package struct EndpointSeries: Sendable {
    /// Below 300 (and requests whose status nobody logged).
    package var ok: [Int]
    package var redirects: [Int]
    package var clientErrors: [Int]
    package var serverErrors: [Int]
    package var byCause: [Cause: [Int]] = [:]

    package init(buckets: Int) {
        ok = [Int](repeating: 0, count: buckets)
        redirects = ok
        clientErrors = ok
        serverErrors = ok
    }
}

package struct FunctionSeries: Sendable {
    package var invocations: [Int]
    package var errors: [Int]
    package var byCause: [Cause: [Int]] = [:]
    /// The longest duration per bucket, milliseconds; nil where nothing ran.
    package var maxDurationMs: [Double?]
    package var maxMemoryUsedMB: [Int?]

    package init(buckets: Int) {
        invocations = [Int](repeating: 0, count: buckets)
        errors = invocations
        maxDurationMs = [Double?](repeating: nil, count: buckets)
        maxMemoryUsedMB = [Int?](repeating: nil, count: buckets)
    }
}

package struct NearMiss: Sendable {
    package enum Kind: String, Sendable {
        case duration, memory, gatewayWait
    }

    package var kind: Kind
    /// A function, or an endpoint for `gatewayWait`.
    package var name: String
    package var page: String
    package var times: Int
    /// Milliseconds, or MB for memory.
    package var worst: Double
    package var limit: Double

    package init(kind: Kind, name: String, page: String, times: Int, worst: Double, limit: Double) {
        self.kind = kind
        self.name = name
        self.page = page
        self.times = times
        self.worst = worst
        self.limit = limit
    }
}

/// The first sight of a function's version after another one had been seen.
package struct VersionMarker: Sendable {
    package var time: Timestamp
    package var label: String

    package init(time: Timestamp, label: String) {
        self.time = time
        self.label = label
    }
}

package struct Coverage: Sendable {
    package var inputs: [InputReport] = []
    /// What would have made more verdicts possible, one sentence each.
    package var missing: [String] = []
    package var orphanRequests: [OrphanReason] = []
    package var orphanInvocations: [OrphanReason] = []
    package var duplicates = 0
    package var collisions = 0
    /// The access-log format to paste, when variables are missing.
    package var suggestedFormat: String?

    package init() {}
}
