// One failure with everything its page shows. Texts are as logged; the site redacts them at its door.

package struct Failure: Sendable {
    /// 32 hexadecimal digits, or those and `-2` for a second attempt: stable, unique, a file name.
    package var id: String
    package var time: Timestamp
    /// `GET /users/{id}`; nil when no route matched or there was no request.
    package var endpoint: String?
    package var function: String?
    package var request: RequestDetails?
    package var invocation: InvocationDetails?
    package var authorizer: InvocationDetails?
    package var link: LinkRung?
    package var verdict: Verdict
    package var error: ErrorDetails?
    /// Id of its group.
    package var group: String
    /// All lines, interleaved in order.
    package var lines: [FailureLine]
    /// Lines that were cut from the middle of a very long log.
    package var omittedLines: Int
    /// Six entries: client, edge, gateway, authorizer, function, response.
    package var strip: [StripLayer]
    /// What the function did after the gateway stopped waiting, a sentence; nil when the gateway did not stop waiting.
    package var afterwards: String?
    /// The last sign of life of a run that died without a trace; nil otherwise.
    package var lastSign: LastSign?
    /// What the run called, by its X-Ray trace, in order of start.
    package var calls: [CalledService]

    package init(id: String, time: Timestamp, verdict: Verdict) {
        self.id = id
        self.time = time
        self.verdict = verdict
        self.group = ""
        self.lines = []
        self.omittedLines = 0
        self.strip = []
        self.calls = []
    }

    /// `failures/1f/1f3a....html`.
    package var page: String { "failures/\(Substring(id.utf8.prefix(2)))/\(id).html" }
}

package struct RequestDetails: Sendable {
    /// As logged; nil when the template does not log it.
    package var id: String?
    package var extendedID: String?
    package var kind = APIKind.unknown
    package var api: String?
    package var stage: String?
    package var method: String?
    package var route: String?
    package var path: String?
    package var status: Int?
    package var latencyMs: Int?
    package var integrationLatencyMs: Int?
    package var authorizerLatencyMs: Int?
    package var functionStatus: Int?
    package var responseType: String?
    /// `error.message`, else the validation text, else the integration's error.
    package var message: String?
    package var traceID: String?
    package var userAgent: String?
    package var sourceIP: String?
    package var responseBytes: Int?

    package init() {}
}

package struct InvocationDetails: Sendable {
    package var id: String
    package var function: String
    package var attempt: Int
    package var version: String?
    package var coldStart: Bool
    package var start: Timestamp?
    package var end: Timestamp?
    package var durationMs: Double?
    package var initMs: Double?
    package var billedMs: Int?
    package var memoryMB: Int?
    package var memoryUsedMB: Int?
    package var status: InvocationStatus
    package var logGroup: String?
    package var logStream: String?

    package init(id: String, function: String) {
        self.id = id
        self.function = function
        self.attempt = 1
        self.coldStart = false
        self.status = .unknown
    }
}

/// An error with its frames and nested causes, as `StackTraces` read it.
package struct ErrorDetails: Sendable {
    package var type: String?
    package var message: String
    /// "nodejs", "python", "java", "dotnet", "go", "ruby", "rust", "swift"; nil when not told.
    package var runtime: String?
    package var frames: [ErrorFrame]
    /// The chain, outermost cause first.
    package var causes: [ErrorDetails]
    /// The complete text it was read from.
    package var raw: String
    /// The code caught it (it was logged), as against the runtime having ended the invocation with it.
    package var caught: Bool

    package init(type: String?, message: String, runtime: String?, raw: String, caught: Bool) {
        self.type = type
        self.message = message
        self.runtime = runtime
        self.frames = []
        self.causes = []
        self.raw = raw
        self.caught = caught
    }
}

package struct ErrorFrame: Hashable, Sendable {
    package var function: String?
    package var file: String?
    package var line: Int?
    package var column: Int?
    /// False for frames of the runtime and of libraries.
    package var own: Bool

    package init(function: String?, file: String?, line: Int?, column: Int?, own: Bool) {
        self.function = function
        self.file = file
        self.line = line
        self.column = column
        self.own = own
    }
}

/// Whose log a line of a failure page comes from.
package enum LineRole: String, Sendable {
    case gateway, authorizer, function
}

package struct FailureLine: Sendable {
    package var role: LineRole
    package var line: EvidenceLine
    /// 1 to 3 when the line is that proof of the verdict.
    package var proof: Int?

    package init(role: LineRole, line: EvidenceLine) {
        self.role = role
        self.line = line
    }
}

package enum StripState: String, Sendable {
    case fine, broke, carried
    case notReached = "not reached"
    case notConfigured = "not configured"
    case noLog = "no log"
}

package struct StripLayer: Sendable {
    /// "Client", "WAF", "Gateway", "Authorizer", "Function", "Response".
    package var name: String
    package var state: StripState
    package var what: String
    /// Milliseconds spent there; nil when not known or not reached.
    package var ms: Double?

    package init(name: String, state: StripState, what: String, ms: Double?) {
        self.name = name
        self.state = state
        self.what = what
        self.ms = ms
    }
}

package struct LastSign: Sendable {
    package var place: EventPlace
    package var text: String
    package var time: Timestamp
    /// From that line to the end of the run.
    package var silenceMs: Int64?
    /// The runs before it in the same container, at most five, earliest first.
    package var earlierRuns: [EarlierRun] = []

    package init(place: EventPlace, text: String, time: Timestamp, silenceMs: Int64?) {
        self.place = place
        self.text = text
        self.time = time
        self.silenceMs = silenceMs
    }
}

/// A run that came before a death in the same container; used memory that climbs from run to run is a leak.
package struct EarlierRun: Hashable, Sendable {
    package var id: String
    package var start: Timestamp
    package var durationMs: Double?
    package var memoryUsedMB: Int?
    package var failed: Bool

    package init(id: String, start: Timestamp, durationMs: Double?, memoryUsedMB: Int?, failed: Bool) {
        self.id = id
        self.start = start
        self.durationMs = durationMs
        self.memoryUsedMB = memoryUsedMB
        self.failed = failed
    }
}

/// A call that the run made, as its X-Ray trace tells.
package struct CalledService: Sendable {
    package var name: String
    package var start: Timestamp
    /// Nil for a call that had not come back.
    package var ms: Int?
    package var failed: Bool

    package init(name: String, start: Timestamp, ms: Int?, failed: Bool) {
        self.name = name
        self.start = start
        self.ms = ms
        self.failed = failed
    }
}

/// Failures with the same fingerprint.
package struct FailureGroup: Sendable {
    /// 12 hexadecimal digits of the fingerprint's hash: the same on every night.
    package var id: String
    /// The masked message, led by the error's type.
    package var title: String
    package var cause: Cause
    /// Indices into the failures, in order of time.
    package var members: [Int]
    package var endpoints: [String]
    package var functions: [String]
    package var firstSeen: Timestamp
    package var lastSeen: Timestamp
    /// What the fingerprint was built from, in order: a name and a value each.
    package var fingerprint: [LogField]
    /// The commonest values behind each mask of the title, in the order of the masks.
    package var maskedValues: [MaskedValues]
    /// Index into the failures of the one shown in full.
    package var example: Int

    package init(id: String, title: String, cause: Cause) {
        self.id = id
        self.title = title
        self.cause = cause
        self.members = []
        self.endpoints = []
        self.functions = []
        self.firstSeen = .unknown
        self.lastSeen = .unknown
        self.fingerprint = []
        self.maskedValues = []
        self.example = 0
    }

    package var page: String { "groups/\(id).html" }
}

package struct MaskedValues: Sendable {
    /// "number", "uuid", "quoted", ...
    package var mask: String
    /// By count, then value; at most five.
    package var values: [(value: String, count: Int)]

    package init(mask: String, values: [(value: String, count: Int)]) {
        self.mask = mask
        self.values = values
    }
}
