// What a scan leaves of a night of logs: a few fixed-size values per request, never text of a healthy one.

/// Where an event stood: the number of its input in the run, and its number among the events of that input, from 0.
package struct EventPlace: Hashable, Comparable, BitwiseCopyable, Sendable {
    package var input: UInt32
    package var event: UInt32

    package init(input: UInt32, event: UInt32) {
        self.input = input
        self.event = event
    }

    package static func < (left: EventPlace, right: EventPlace) -> Bool {
        left.input == right.input ? left.event < right.event : left.input < right.input
    }
}

/// A stretch of one input that holds all events of something (others may lie between them). Both ends are included.
package struct PlaceRange: Hashable, BitwiseCopyable, Sendable {
    package var input: UInt32
    package var first: UInt32
    package var last: UInt32

    package init(input: UInt32, first: UInt32, last: UInt32) {
        self.input = input
        self.first = first
        self.last = last
    }
}

package enum APIKind: UInt8, BitwiseCopyable, Sendable {
    case unknown, rest, http, webSocket
}

/// What few rows of an access log have; it lies beside the facts, so that the others need no room for it.
package struct AccessExtras: Hashable, BitwiseCopyable, Sendable {
    /// `authorizer.requestId`: the authorizer function's own Lambda request id.
    package var authorizerID = ID128.none
    package var traceID = ID128.none
    package var authorizerLatencyMs: Int32 = -1

    package init() {}
}

/// What few runs have; it lies beside the facts, so that the others need no room for it.
package struct InvocationExtras: Hashable, BitwiseCopyable, Sendable {
    package var traceID = ID128.none
    /// The gateway's request id as the function logged it (rung 4).
    package var gatewayID = ID128.none
    /// Events of the init that ran before this invocation in its stream, when `hasInit`.
    package var initPlaces: PlaceRange?

    package init() {}
}

/// One row of an access log. Ids that the template does not log are `.none`; numbers it does not log are -1.
package struct AccessFact: BitwiseCopyable, Sendable {
    package var requestID = ID128.none
    package var extendedID = ID128.none
    /// `integrationID` or, in rows without it, `errorTextID`: no join needs both, and facts are most of the memory.
    var runID = ID128.none
    /// When the gateway received the request: `requestTimeEpoch`, else `requestTime` (full seconds), else the event's time.
    package var time = Timestamp.unknown
    package var place = EventPlace(input: 0, event: 0)
    /// Hash of log group, stream, time and message: two rows with equal hashes are one event delivered twice.
    package var eventHash: UInt64 = 0
    /// Client-facing status, 100 to 599; -1 when the row has none.
    package var status: Int16 = -1
    /// The function's own status code (`integration.status`).
    package var functionStatus: Int16 = -1
    /// The status of the Lambda service (`integration.integrationStatus`): 200 even when the function threw.
    package var integrationStatus: Int16 = -1
    package var kind = APIKind.unknown
    /// `requestTime` only had full seconds.
    package var timeIsWholeSeconds = false
    /// A text that says the integration failed stands in the row (`integration.error`), whatever the status.
    package var hasIntegrationError = false
    var runIDIsFromErrorText = false
    package var latencyMs: Int32 = -1
    package var integrationLatencyMs: Int32 = -1
    package var responseBytes: Int32 = -1
    package var api = Name.none
    package var stage = Name.none
    package var method = Name.none
    /// The template, `/orders/{id}`, `$connect`, `$default`; `.none` when no route matched.
    package var route = Name.none
    /// `GET /orders/{id}`, `$connect`, `$default`; `.none` when no route matched.
    package var endpoint = Name.none
    package var userAgent = Name.none
    /// `error.responseType`.
    package var responseType = Name.none
    /// Place among the `AccessExtras` that lie beside the facts of an input, or among the `ExtraWords` of a night; -1 for none.
    package var extras: Int32 = -1

    package init() {}

    /// `integration.requestId` / `awsEndpointRequestId`: the Lambda request id.
    package var integrationID: ID128 {
        get { runIDIsFromErrorText ? .none : runID }
        set {
            runID = newValue
            runIDIsFromErrorText = false
        }
    }

    /// A Lambda request id found in the integration's error text (HTTP APIs), rung 3 of the join. Not kept beside an `integrationID`.
    package var errorTextID: ID128 {
        get { runIDIsFromErrorText ? runID : .none }
        set {
            guard integrationID.isNone else { return }
            runID = newValue
            runIDIsFromErrorText = !newValue.isNone
        }
    }
}

/// What an execution log said of one request, over all its lines in one input.
package struct ExecutionFact: BitwiseCopyable, Sendable {
    package var requestID = ID128.none
    package var extendedID = ID128.none
    package var integrationID = ID128.none
    package var traceID = ID128.none
    package var firstTime = Timestamp.unknown
    package var lastTime = Timestamp.unknown
    package var places = PlaceRange(input: 0, first: 0, last: 0)
    /// From `Method completed with status`; -1 when that line is missing.
    package var status: Int16 = -1
    package var integrationLatencyMs: Int32 = -1
    package var hasFailureLine = false
    package var api = Name.none
    package var stage = Name.none
    package var method = Name.none
    package var route = Name.none
    package var endpoint = Name.none
    /// From the endpoint URI of the integration, never from the authorizer's block.
    package var function = Name.none
    package var authorizerFunction = Name.none

    package init() {}
}

package enum InvocationStatus: UInt8, BitwiseCopyable, Sendable {
    case unknown, success, error, timeout
}

/// How an invocation failed, as far as one reading can tell; the strongest sign wins (later cases are stronger).
package enum InvocationFault: UInt8, BitwiseCopyable, Comparable, Sendable {
    case none
    /// The runtime's uncaught-error event, or `Status: error` without a more telling type.
    case uncaughtError
    case initError
    case processExit
    case outOfMemory
    case timeout

    package static func < (left: InvocationFault, right: InvocationFault) -> Bool { left.rawValue < right.rawValue }
}

/// One run of a function, or the part of it that one input holds. Durations are in hundredths of a millisecond; -1 is
/// "not known".
package struct InvocationFact: BitwiseCopyable, Sendable {
    package var id = ID128.none
    package var function = Name.none
    package var version = Name.none
    package var logGroup = Name.none
    package var stream = Name.none
    /// Time of START; `.unknown` when this input does not hold it.
    package var start = Timestamp.unknown
    /// Time of REPORT (or END).
    package var end = Timestamp.unknown
    package var firstLine = Timestamp.unknown
    package var places = PlaceRange(input: 0, first: 0, last: 0)
    package var durationHundredths: Int32 = -1
    package var initHundredths: Int32 = -1
    package var billedMs: Int32 = -1
    package var memoryMB: Int32 = -1
    package var memoryUsedMB: Int32 = -1
    /// Place among the `InvocationExtras` that lie beside the facts of an input, or among the `ExtraWords` of a night; -1 for none.
    package var extras: Int32 = -1
    package var errorLines: UInt16 = 0
    package var warningLines: UInt16 = 0
    /// 1 for the first START of an id, 2 for its first retry by Lambda.
    package var attempt: UInt8 = 1
    package var status = InvocationStatus.unknown
    package var fault = InvocationFault.none
    package var hasInit = false
    package var hasStart = false
    package var hasReport = false

    package init() {}

    package var failed: Bool { invocationFailed(status, fault) }
    package var coldStart: Bool { initHundredths >= 0 || hasInit }
    package var durationMs: Double? { durationHundredths < 0 ? nil : Double(durationHundredths) / 100 }
    package var initMs: Double? { initHundredths < 0 ? nil : Double(initHundredths) / 100 }
}

/// The edges of one log stream within one input, so that a run cut between two inputs can be put together.
package struct StreamEdge: Sendable {
    package var logGroup = Name.none
    package var stream = Name.none
    package var function = Name.none
    package var firstTime = Timestamp.unknown
    package var lastTime = Timestamp.unknown
    /// The invocation still open after the stream's last event here; `.none` when none was.
    package var openAtEnd = ID128.none
    /// Lines before the first START that carry no id: they belong to what was open in the input before, or to an init.
    package var headLines: UInt32 = 0
    package var headPlaces = PlaceRange(input: 0, first: 0, last: 0)
    package var headFault = InvocationFault.none
    package var headErrorLines: UInt16 = 0
    package var headWarningLines: UInt16 = 0

    package init() {}
}

/// Everything one scan of one input yields. Names index `names`.
package struct InputFacts: Sendable {
    package var names = NameTable()
    package var access: Column<AccessFact> = []
    package var executions: Column<ExecutionFact> = []
    package var invocations: Column<InvocationFact> = []
    package var accessExtras: Column<AccessExtras> = []
    package var invocationExtras: Column<InvocationExtras> = []
    package var edges: [StreamEdge] = []
    package var traces: [TraceFact] = []
    package var report: InputReport

    package init(report: InputReport) { self.report = report }
}
