// The runs of a night as it holds them: what all runs of a container have in common is held once.

/// What many runs have in common: mostly those of one container in one input.
package struct InvocationShape: Hashable, BitwiseCopyable, Sendable {
    package var function: Name
    package var version: Name
    package var logGroup: Name
    package var stream: Name
    fileprivate var memoryMB: Int32
    fileprivate var input: UInt32

    fileprivate init(_ fact: InvocationFact) {
        function = fact.function
        version = fact.version
        logGroup = fact.logGroup
        stream = fact.stream
        memoryMB = fact.memoryMB
        input = fact.places.input
    }
}

/// What a run has of its own; its fields mean the same as those of `InvocationFact`.
package struct InvocationRecord: BitwiseCopyable, Sendable {
    package let id: ID128
    package let start: Timestamp
    package let firstLine: Timestamp
    fileprivate let end: Timestamp
    fileprivate let firstPlace: UInt32
    fileprivate let lastPlace: UInt32
    package let durationHundredths: Int32
    package let initHundredths: Int32
    fileprivate let billedMs: Int32
    fileprivate let memoryUsedMB: Int32
    package var extras: Int32
    /// The number of its shape.
    package let shape: Int32
    fileprivate let errorLines: UInt16
    fileprivate let warningLines: UInt16
    package let attempt: UInt8
    /// Of two in one byte.
    private let statusAndFault: UInt8
    private let signs: UInt8

    fileprivate init(_ fact: InvocationFact, shape: Int32) {
        id = fact.id
        start = fact.start
        firstLine = fact.firstLine
        end = fact.end
        firstPlace = fact.places.first
        lastPlace = fact.places.last
        durationHundredths = fact.durationHundredths
        initHundredths = fact.initHundredths
        billedMs = fact.billedMs
        memoryUsedMB = fact.memoryUsedMB
        extras = fact.extras
        self.shape = shape
        errorLines = fact.errorLines
        warningLines = fact.warningLines
        attempt = fact.attempt
        statusAndFault = fact.status.rawValue << 4 | fact.fault.rawValue
        signs = (fact.hasInit ? 1 : 0) | (fact.hasStart ? 2 : 0) | (fact.hasReport ? 4 : 0)
    }

    package var status: InvocationStatus { InvocationStatus(rawValue: statusAndFault >> 4) ?? .unknown }
    package var fault: InvocationFault { InvocationFault(rawValue: statusAndFault & 15) ?? .none }
    package var hasInit: Bool { signs & 1 != 0 }
    package var hasStart: Bool { signs & 2 != 0 }
    package var hasReport: Bool { signs & 4 != 0 }
    package var failed: Bool { invocationFailed(status, fault) }
    package var coldStart: Bool { initHundredths >= 0 || hasInit }
}

extension InvocationFact: ShapedFact {
    package var shape: InvocationShape { InvocationShape(self) }
    package var shapeHint: UInt32 { stream.index }
    package func record(shape number: Int32) -> InvocationRecord { InvocationRecord(self, shape: number) }
    package static func number(ofShapeOf record: InvocationRecord) -> Int32 { record.shape }

    package init(_ record: InvocationRecord, _ shape: InvocationShape) {
        self.init()
        id = record.id
        function = shape.function
        version = shape.version
        logGroup = shape.logGroup
        stream = shape.stream
        start = record.start
        end = record.end
        firstLine = record.firstLine
        places = PlaceRange(input: shape.input, first: record.firstPlace, last: record.lastPlace)
        durationHundredths = record.durationHundredths
        initHundredths = record.initHundredths
        billedMs = record.billedMs
        memoryMB = shape.memoryMB
        memoryUsedMB = record.memoryUsedMB
        extras = record.extras
        errorLines = record.errorLines
        warningLines = record.warningLines
        attempt = record.attempt
        status = record.status
        fault = record.fault
        hasInit = record.hasInit
        hasStart = record.hasStart
        hasReport = record.hasReport
    }
}

/// How an invocation ended, as far as its log tells.
func invocationFailed(_ status: InvocationStatus, _ fault: InvocationFault) -> Bool {
    fault != .none || status == .error || status == .timeout
}
