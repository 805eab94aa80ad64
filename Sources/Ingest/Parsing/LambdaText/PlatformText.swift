// The platform's text lines: START, END, REPORT, INIT_*, RESTORE_*, faults, and its talk about extensions.

import Model

/// nil when the event is no line of the platform.
func platformText(_ message: Span<UInt8>, names: inout InternedNames) -> LambdaLine? {
    guard let first = message.isEmpty ? nil : message[0] else { return nil }
    var cursor = ByteCursor()
    switch first {
    case UInt8(ascii: "S"):
        guard cursor.skip("START RequestId: ", in: message), let id = cursor.uuid(in: message) else { return nil }
        var line = identified(.start, id)
        if cursor.skip(" Version: ", in: message) { line.version = names.intern(message.extracting(cursor.word(in: message))) }
        return line
    case UInt8(ascii: "E"):
        if cursor.skip("END RequestId: ", in: message) { return cursor.uuid(in: message).map { identified(.end, $0) } }
        return isTalk("EXTENSION", message) ? .chatter("extension line") : nil
    case UInt8(ascii: "R"):
        if cursor.skip("REPORT RequestId: ", in: message) {
            return cursor.uuid(in: message).map { report($0, message, from: cursor.at) }
        }
        if cursor.skip("RequestId: ", in: message) { return platformFault(message, &cursor) }
        if message.has("RESTORE_START ") { return initStart() }
        if message.has("RESTORE_REPORT ") { return restoreReport(message) }
        return nil
    case UInt8(ascii: "I"):
        if message.has("INIT_START ") { return initStart() }
        return message.has("INIT_REPORT ") ? initReport(message) : nil
    case UInt8(ascii: "X"):
        guard cursor.skip("XRAY TraceId: ", in: message), let trace = traceID(message.extracting(cursor.word(in: message)))
        else { return nil }
        var line = LambdaLine()
        line.kind = .trace
        line.traceID = trace
        return line
    case UInt8(ascii: "T"): return isTalk("TELEMETRY", message) ? .chatter("telemetry line") : nil
    case UInt8(ascii: "L"): return isTalk("LOGS", message) ? .chatter("telemetry line") : nil
    case UInt8(ascii: "U"): return message.has("Unknown application error occurred") ? unknownError(message) : nil
    default: return nil
    }
}

private func identified(_ kind: LambdaLine.Kind, _ id: ID128) -> LambdaLine {
    var line = LambdaLine()
    line.kind = kind
    line.id = id
    line.idStrength = .strong
    return line
}

private func initStart() -> LambdaLine {
    var line = LambdaLine()
    line.kind = .initStart
    return line
}

/// `EXTENSION	Name: x	State: Ready	Events: [INVOKE]`, tabs or spaces.
private func isTalk(_ word: StaticString, _ message: Span<UInt8>) -> Bool {
    guard message.has(word) else { return false }
    let length = word.utf8CodeUnitCount
    return length < message.count && isWhiteSpace(message[length])
        && message.has("Name: ", at: message.skippingSpaces(from: length))
}

private func report(_ id: ID128, _ message: Span<UInt8>, from start: Int) -> LambdaLine {
    var line = identified(.report, id)
    readMeasures(message, from: start, into: &line)
    return line
}

private func initReport(_ message: Span<UInt8>) -> LambdaLine {
    var line = LambdaLine()
    line.kind = .initReport
    readMeasures(message, from: 12, into: &line)
    return line
}

private func restoreReport(_ message: Span<UInt8>) -> LambdaLine {
    var line = LambdaLine()
    line.kind = .restoreReport
    readMeasures(message, from: 15, into: &line)
    return line
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
private func platformFault(_ message: Span<UInt8>, _ cursor: inout ByteCursor) -> LambdaLine? {
    guard let id = cursor.uuid(in: message) else { return nil }
    var line = identified(.fault, id)
    line.level = .error
    line.messageStart = message.skippingSpaces(from: cursor.at)
    if cursor.skip(" Process exited before completing request", in: message) {
        line.fault = .processExit
    } else if cursor.skip(" Error: ", in: message) {
        line.fault = faultText(message, from: cursor.at)
    } else {
        // Managed instances: `RequestId: <id>	Status: <status>	ErrorType: <type>`.
        cursor.skipSpaces(in: message)
        guard cursor.skip("Status: ", in: message) else { return nil }
        let status = message.extracting(cursor.word(in: message))
        cursor.skipSpaces(in: message)
        var type = InvocationFault.none
        if cursor.skip("ErrorType: ", in: message) || cursor.skip("Error Type: ", in: message) {
            type = fault(ofErrorType: message.extracting(cursor.word(in: message)))
        }
        line.status = invocationStatus(status)
        line.fault = fault(ofStatus: status, errorType: type)
    }
    if line.fault == .timeout { line.status = .timeout } else if line.fault != .none { line.status = .error }
    return line
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
private func unknownError(_ message: Span<UInt8>) -> LambdaLine {
    var line = LambdaLine()
    line.kind = .fault
    line.level = .error
    line.status = .error
    line.fault = .uncaughtError
    if let newline = message.find(byte: UInt8(ascii: "\n")) {
        let type = message.extracting((newline + 1)..<message.count)
        line.fault = fault(ofErrorType: type.extracting(type.trimmedRange))
    }
    return line
}
