// The rows of access logs as a night holds them: what thousands of rows have in common is held once.

/// What many rows have in common.
package struct AccessShape: Hashable, BitwiseCopyable, Sendable {
    package var api = Name.none
    package var stage = Name.none
    package var method = Name.none
    package var route = Name.none
    package var endpoint = Name.none
    package var responseType = Name.none
    package var status: Int16 = -1
    package var functionStatus: Int16 = -1
    package var integrationStatus: Int16 = -1
    package var kind = APIKind.unknown
    package var timeIsWholeSeconds = false
    package var hasIntegrationError = false
    var runIDIsFromErrorText = false

    fileprivate init(_ fact: AccessFact) {
        api = fact.api
        stage = fact.stage
        method = fact.method
        route = fact.route
        endpoint = fact.endpoint
        responseType = fact.responseType
        status = fact.status
        functionStatus = fact.functionStatus
        integrationStatus = fact.integrationStatus
        kind = fact.kind
        timeIsWholeSeconds = fact.timeIsWholeSeconds
        hasIntegrationError = fact.hasIntegrationError
        runIDIsFromErrorText = fact.runIDIsFromErrorText
    }
}

/// What a row has of its own; its fields mean the same as those of `AccessFact`.
package struct AccessRecord: BitwiseCopyable, Sendable {
    package let requestID: ID128
    package let extendedID: ID128
    let runID: ID128
    package let time: Timestamp
    package let place: EventPlace
    package let eventHash: UInt64
    package let latencyMs: Int32
    package let integrationLatencyMs: Int32
    package let responseBytes: Int32
    package let userAgent: Name
    /// The number of its shape.
    package let shape: Int32
    package var extras: Int32

    fileprivate init(_ fact: AccessFact, shape: Int32) {
        requestID = fact.requestID
        extendedID = fact.extendedID
        runID = fact.runID
        time = fact.time
        place = fact.place
        eventHash = fact.eventHash
        latencyMs = fact.latencyMs
        integrationLatencyMs = fact.integrationLatencyMs
        responseBytes = fact.responseBytes
        userAgent = fact.userAgent
        extras = fact.extras
        self.shape = shape
    }

    /// What tells the request from others: the extended id, which no client can choose, else the request id.
    package var primaryID: ID128 { extendedID.isNone ? requestID : extendedID }

    package func integrationID(_ shape: AccessShape) -> ID128 { shape.runIDIsFromErrorText ? .none : runID }
    package func errorTextID(_ shape: AccessShape) -> ID128 { shape.runIDIsFromErrorText ? runID : .none }
}

extension AccessFact: ShapedFact {
    package var shape: AccessShape { AccessShape(self) }
    package var shapeHint: UInt32 { endpoint.index &* 64 &+ UInt32(truncatingIfNeeded: status) }
    package func record(shape number: Int32) -> AccessRecord { AccessRecord(self, shape: number) }
    package static func number(ofShapeOf record: AccessRecord) -> Int32 { record.shape }

    package init(_ record: AccessRecord, _ shape: AccessShape) {
        self.init()
        requestID = record.requestID
        extendedID = record.extendedID
        runID = record.runID
        runIDIsFromErrorText = shape.runIDIsFromErrorText
        time = record.time
        place = record.place
        eventHash = record.eventHash
        latencyMs = record.latencyMs
        integrationLatencyMs = record.integrationLatencyMs
        responseBytes = record.responseBytes
        userAgent = record.userAgent
        extras = record.extras
        api = shape.api
        stage = shape.stage
        method = shape.method
        route = shape.route
        endpoint = shape.endpoint
        responseType = shape.responseType
        status = shape.status
        functionStatus = shape.functionStatus
        integrationStatus = shape.integrationStatus
        kind = shape.kind
        timeIsWholeSeconds = shape.timeIsWholeSeconds
        hasIntegrationError = shape.hasIntegrationError
    }
}
