// One event of a Lambda log, text or JSON, as the state of its stream needs it.

import Model

struct LambdaLine {
    enum Kind: UInt8 {
        /// A line of the code or its runtime.
        case application
        case start, end, report, runtimeDone
        case initStart, initReport, restoreReport
        /// `Task timed out`, `RequestId: ... Error: ...`: the platform's word on a run.
        case fault
        /// A platform's word on a run that names no run: `XRAY TraceId: ...` as an event of its own.
        case trace
        /// The platform's talk about extensions and telemetry, of no use to a report.
        case chatter
    }

    /// How sure it is that `id` is a Lambda request id.
    enum IDStrength: UInt8 {
        case none
        /// The key `requestId` of a JSON line: the code may write it for an id of its own.
        case weak
        /// The same in a record with stamp and level, as the runtimes write it.
        case runtime
        case strong
    }

    var kind = Kind.application
    var id = ID128.none
    var idStrength = IDStrength.none
    var isJSON = false
    /// The runtime says in the id's place that there is no request yet.
    var beforeRequest = false
    var level: LogLevel?
    /// The line's own stamp.
    var time = Timestamp.unknown
    var status = InvocationStatus.unknown
    var fault = InvocationFault.none
    var durationHundredths: Int32 = -1
    var initHundredths: Int32 = -1
    var billedMs: Int32 = -1
    var memoryMB: Int32 = -1
    var memoryUsedMB: Int32 = -1
    var traceID = ID128.none
    var gatewayID = ID128.none
    var function = Name.none
    var version = Name.none
    /// INIT_REPORT with `Phase: invoke`: the init was run again inside the invocation.
    var initInInvoke = false
    /// Managed instances: requests interleave in one stream.
    var interleaves = false
    /// Where what a person reads first begins.
    var messageStart = 0
    var chatterReason: StaticString = ""

    mutating func identify(_ kind: Kind, _ id: ID128) {
        self.kind = kind
        self.id = id
        idStrength = .strong
    }

    mutating func chatter(_ reason: StaticString) {
        kind = .chatter
        chatterReason = reason
    }
}
