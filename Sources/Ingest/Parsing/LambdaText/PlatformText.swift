// The platform's text lines: START, END, REPORT, INIT_*, RESTORE_*, faults, and its talk about extensions.

import Model

/// False when the event is no line of the platform; `line` is then as it was.
func platformText(_ message: Span<UInt8>, into line: inout LambdaLine, names: inout InternedNames) -> Bool {
    guard let first = message.isEmpty ? nil : message[0] else { return false }
    var cursor = ByteCursor()
    switch first {
    case UInt8(ascii: "S"):
        guard cursor.skip("START RequestId: ", in: message), let id = cursor.uuid(in: message) else { return false }
        line.identify(.start, id)
        if cursor.skip(" Version: ", in: message) { line.version = names.intern(message.extracting(cursor.word(in: message))) }
        return true
    case UInt8(ascii: "E"):
        guard cursor.skip("END RequestId: ", in: message) else { return takeTalk("EXTENSION", "extension line", message, &line) }
        guard let id = cursor.uuid(in: message) else { return false }
        line.identify(.end, id)
        return true
    case UInt8(ascii: "R"):
        if cursor.skip("REPORT RequestId: ", in: message) {
            guard let id = cursor.uuid(in: message) else { return false }
            line.identify(.report, id)
            readMeasures(message, from: cursor.at, into: &line)
            return true
        }
        if cursor.skip("RequestId: ", in: message) { return platformFault(message, &cursor, &line) }
        if message.has("RESTORE_START ") {
            line.kind = .initStart
            return true
        }
        return takeMeasures("RESTORE_REPORT ", .restoreReport, message, &line)
    case UInt8(ascii: "I"):
        if message.has("INIT_START ") {
            line.kind = .initStart
            return true
        }
        return takeMeasures("INIT_REPORT ", .initReport, message, &line)
    case UInt8(ascii: "X"):
        guard cursor.skip("XRAY TraceId: ", in: message), let trace = traceID(message.extracting(cursor.word(in: message)))
        else { return false }
        line.kind = .trace
        line.traceID = trace
        return true
    case UInt8(ascii: "T"): return takeTalk("TELEMETRY", "telemetry line", message, &line)
    case UInt8(ascii: "L"): return takeTalk("LOGS", "telemetry line", message, &line)
    case UInt8(ascii: "U"):
        guard message.has("Unknown application error occurred") else { return false }
        takeUnknownError(message, &line)
        return true
    default: return false
    }
}

/// `EXTENSION	Name: x	State: Ready	Events: [INVOKE]`, tabs or spaces.
private func takeTalk(_ word: StaticString, _ reason: StaticString, _ message: Span<UInt8>, _ line: inout LambdaLine) -> Bool {
    guard message.has(word) else { return false }
    let length = word.utf8CodeUnitCount
    guard length < message.count, isWhiteSpace(message[length]),
        message.has("Name: ", at: message.skippingSpaces(from: length))
    else { return false }
    line.chatter(reason)
    return true
}

@inline(__always)
private func takeMeasures(
    _ word: StaticString, _ kind: LambdaLine.Kind, _ message: Span<UInt8>, _ line: inout LambdaLine
) -> Bool {
    guard message.has(word) else { return false }
    line.kind = kind
    readMeasures(message, from: word.utf8CodeUnitCount, into: &line)
    return true
}

/// The `Name: value` pairs of a REPORT, INIT_REPORT or RESTORE_REPORT, in any order, between any white space, so that an
/// `XRAY TraceId:` after a newline is one of them.
private func readMeasures(_ message: Span<UInt8>, from start: Int, into line: inout LambdaLine) {
    var cursor = ByteCursor(at: start)
    var status: Range<Int>?
    var errorType = InvocationFault.none
    while cursor.at < message.count {
        cursor.skipSpaces(in: message)
        guard cursor.at < message.count else { break }
        switch message[cursor.at] {
        case UInt8(ascii: "D") where cursor.skip("Duration: ", in: message):
            line.durationHundredths = cursor.hundredths(in: message) ?? -1
        case UInt8(ascii: "B") where cursor.skip("Billed Duration: ", in: message):
            line.billedMs = cursor.hundredths(in: message).map { $0 / 100 } ?? -1
        case UInt8(ascii: "B") where cursor.skip("Billed Restore Duration: ", in: message): break
        case UInt8(ascii: "M") where cursor.skip("Memory Size: ", in: message):
            line.memoryMB = cursor.integer(in: message).map { Int32(clamping: $0) } ?? -1
        case UInt8(ascii: "M") where cursor.skip("Max Memory Used: ", in: message):
            line.memoryUsedMB = cursor.integer(in: message).map { Int32(clamping: $0) } ?? -1
        case UInt8(ascii: "I") where cursor.skip("Init Duration: ", in: message):
            line.initHundredths = cursor.hundredths(in: message) ?? -1
        case UInt8(ascii: "R") where cursor.skip("Restore Duration: ", in: message):
            if line.initHundredths < 0 { line.initHundredths = cursor.hundredths(in: message) ?? -1 }
        case UInt8(ascii: "S") where cursor.skip("Status: ", in: message): status = cursor.word(in: message)
        case UInt8(ascii: "E") where cursor.skip("Error Type: ", in: message):
            errorType = fault(ofErrorType: message.extracting(cursor.word(in: message)))
        case UInt8(ascii: "P") where cursor.skip("Phase: ", in: message):
            line.initInInvoke = message.extracting(cursor.word(in: message)).spells("invoke")
        case UInt8(ascii: "X") where cursor.skip("XRAY TraceId: ", in: message):
            line.traceID = traceID(message.extracting(cursor.word(in: message))) ?? .none
        default: _ = cursor.word(in: message)
        }
    }
    if let status {
        line.status = invocationStatus(message.extracting(status))
        line.fault = fault(ofStatus: message.extracting(status), errorType: errorType)
    }
}

/// What follows `RequestId: `: the fault of a run, one event of two lines (`message`, newline, error type).
private func platformFault(_ message: Span<UInt8>, _ cursor: inout ByteCursor, _ line: inout LambdaLine) -> Bool {
    guard let id = cursor.uuid(in: message) else { return false }
    let messageStart = message.skippingSpaces(from: cursor.at)
    var status = InvocationStatus.unknown
    let fault: InvocationFault
    if cursor.skip(" Process exited before completing request", in: message) {
        fault = .processExit
    } else if cursor.skip(" Error: ", in: message) {
        fault = faultText(message, from: cursor.at)
    } else {
        // Managed instances: `RequestId: <id>	Status: <status>	ErrorType: <type>`.
        cursor.skipSpaces(in: message)
        guard cursor.skip("Status: ", in: message) else { return false }
        let word = message.extracting(cursor.word(in: message))
        cursor.skipSpaces(in: message)
        var type = InvocationFault.none
        if cursor.skip("ErrorType: ", in: message) || cursor.skip("Error Type: ", in: message) {
            type = Ingest.fault(ofErrorType: message.extracting(cursor.word(in: message)))
        }
        status = invocationStatus(word)
        fault = Ingest.fault(ofStatus: word, errorType: type)
    }
    line.identify(.fault, id)
    line.level = .error
    line.messageStart = messageStart
    line.fault = fault
    line.status = fault == .timeout ? .timeout : fault != .none ? .error : status
    return true
}

/// `Runtime exited with error: signal: killed`, `Task timed out after 3.00 seconds` and the like, with the error type in the
/// next line. The kernel kills what takes more memory than it was given.
private func faultText(_ message: Span<UInt8>, from start: Int) -> InvocationFault {
    if message.has("Task timed out", at: start) { return .timeout }
    if message.find("signal: killed", from: start) != nil { return .outOfMemory }
    if let newline = message.find(byte: UInt8(ascii: "\n"), from: start) {
        let type = message.extracting((newline + 1)..<message.count)
        let range = type.trimmedRange
        if !range.isEmpty {
            let own = fault(ofErrorType: type.extracting(range))
            if own > .uncaughtError { return own }
        }
    }
    return message.has("fork/exec ", at: start) ? .initError : .processExit
}

/// Runtimes up to about 2022: the last word on a run that could not load its handler; the type is in the next line.
private func takeUnknownError(_ message: Span<UInt8>, _ line: inout LambdaLine) {
    line.kind = .fault
    line.level = .error
    line.status = .error
    line.fault = .uncaughtError
    if let newline = message.find(byte: UInt8(ascii: "\n")) {
        let type = message.extracting((newline + 1)..<message.count)
        line.fault = fault(ofErrorType: type.extracting(type.trimmedRange))
    }
}
