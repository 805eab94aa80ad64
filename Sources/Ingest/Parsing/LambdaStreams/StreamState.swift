// What is known of one log stream while its events go by.

import Model

struct StreamState {
    var logGroup = Name.none
    var stream = Name.none
    var function = Name.none
    var version = Name.none
    var firstTime = Timestamp.unknown
    var lastTime = Timestamp.unknown
    /// Index of the invocation that is open; -1 when none is.
    var open = -1
    /// Index of the invocation that was open before; its REPORT may still come.
    var previous = -1
    /// A START or a sign of an init has been seen: what comes now is no head.
    var headIsOver = false
    /// The platform writes text here; a `requestId` in JSON is then no word of a runtime.
    var hasTextPlatform = false
    /// JSON lines carry the id of their run.
    var hasJSONIDs = false
    /// Requests are known to interleave, so a line without an id is nobody's.
    var interleaves = false
    var initialisation = PendingInit()
    var head = StreamEdge()
    /// The first invocation after the head: its REPORT tells whether the head was its init.
    var afterHead = -1

    mutating func see(_ time: Timestamp) {
        guard time.isKnown else { return }
        if !firstTime.isKnown || time < firstTime { firstTime = time }
        if time > lastTime { lastTime = time }
    }
}

/// The init that is going on in a stream, until a START takes it.
struct PendingInit {
    var isActive = false
    var events: UInt32 = 0
    var first: UInt32 = 0
    var last: UInt32 = 0
    var errorLines: UInt16 = 0
    var warningLines: UInt16 = 0
    var hundredths: Int32 = -1
    var fault = InvocationFault.none
    /// The runtime's uncaught-error events: the second one comes from the init that is run again inside the invocation.
    var uncaught = 0
    /// The init failed also when it was run again inside the invocation.
    var failedInInvoke = false

    mutating func add(_ line: LambdaLine, event: UInt32) {
        if events == 0 { first = event }
        isActive = true
        events += 1
        last = event
        errorLines.count(line.level, from: .error)
        warningLines.countWarning(line.level)
        if line.fault != .none {
            // Whatever kept an init from its end, the run died of the init; memory alone is worth telling apart.
            fault = max(fault, line.fault == .outOfMemory ? .outOfMemory : .initError)
            if line.kind == .application { uncaught += 1 }
            if line.initInInvoke { failedInInvoke = true }
        }
        if line.initHundredths >= 0 { hundredths = line.initHundredths }
        if line.kind == .initReport || line.kind == .restoreReport, line.durationHundredths >= 0 {
            hundredths = line.durationHundredths
        }
    }
}

extension UInt16 {
    /// One more when the level is at least `lowest`; stops at the largest number.
    @inline(__always)
    mutating func count(_ level: LogLevel?, from lowest: LogLevel) {
        if let level, level >= lowest, self < .max { self += 1 }
    }

    @inline(__always)
    mutating func countWarning(_ level: LogLevel?) {
        if level == .warning, self < .max { self += 1 }
    }

    mutating func add(_ more: UInt16) {
        self = more > .max - self ? .max : self + more
    }
}
