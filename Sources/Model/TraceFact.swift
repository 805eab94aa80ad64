// What an X-Ray trace tells of one request through API Gateway: the runs it led to, and what those called.

/// A call that a run made: of an AWS service, another host, a database.
package struct TraceCall: Hashable, Sendable {
    /// As the segment names it: `DynamoDB`, `payments.example.com`.
    package var name = Name.none
    package var start = Timestamp.unknown
    /// -1 for a call that had not come back when its segment was sent.
    package var durationMs: Int32 = -1
    /// The segment carries `error`, `fault` or `throttle`.
    package var failed = false

    package init() {}
}

/// A run of a function inside a trace. It may be one whose log was not read.
package struct TraceRun: Sendable {
    /// The Lambda request id.
    package var id = ID128.none
    package var function = Name.none
    package var start = Timestamp.unknown
    package var end = Timestamp.unknown
    /// The gateway's segment says that it called this run to authorize the request.
    package var isAuthorizer = false
    /// In order of start.
    package var calls: [TraceCall] = []

    package init() {}
}

/// One segment of API Gateway and the runs below it; or, without a gateway (`requestID` is `.none`), one run that something else called.
/// Source: AWS X-Ray, segment documents; API Gateway developer guide, "Understanding AWS X-Ray views and traces with API Gateway".
package struct TraceFact: Sendable {
    package var traceID = ID128.none
    /// API Gateway's `requestId`.
    package var requestID = ID128.none
    package var start = Timestamp.unknown
    package var end = Timestamp.unknown
    /// In order of start.
    package var runs: [TraceRun] = []

    package init() {}
}
