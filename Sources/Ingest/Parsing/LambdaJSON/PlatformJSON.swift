// The platform's JSON events: `{"time":...,"type":"platform.x","record":{...}}`.

import Model

/// False when the document is no platform event; `line` is then as it was. The document was read by `json`.
func platformJSON(_ json: borrowing JSONReader, into line: inout LambdaLine, names: inout InternedNames) -> Bool {
    var type = -1
    var record = -1
    var time = -1
    var index = 1
    while index < json.count {
        json.withKey(index) { key in
            if key.spells("type") { type = index }
            if key.spells("record") { record = index }
            if key.spells("time") { time = index }
        }
        index = json.next(index)
    }
    guard type > 0, record > 0, json.kind(type) == .string else { return false }
    guard json.withText(type, { text in setKind(text, &line) }) else { return false }
    line.isJSON = true
    if time > 0 { line.time = json.withText(time) { text in ByteCursor.iso(text) } }
    if json.kind(record) == .object {
        readRecord(json, record, into: &line, names: &names)
    } else if line.kind == .fault {
        // The older API: the record is the text of a fault line.
        var text = LambdaLine()
        if json.withText(record, { platformText($0, into: &text, names: &names) }), text.kind == .fault {
            line.id = text.id
            line.idStrength = text.idStrength
            line.fault = text.fault
            line.status = text.status
        }
    }
    return true
}

extension ByteCursor {
    /// The time a text begins with, or `.unknown`.
    static func iso(_ text: Span<UInt8>) -> Timestamp {
        var cursor = ByteCursor()
        return cursor.isoTime(in: text) ?? .unknown
    }
}

/// False for a type that is not the platform's.
private func setKind(_ type: Span<UInt8>, _ line: inout LambdaLine) -> Bool {
    guard type.has("platform.") else { return false }
    let own = type.extracting(9..<type.count)
    if own.spells("start") {
        line.kind = .start
    } else if own.spells("report") {
        line.kind = .report
    } else if own.spells("runtimeDone") {
        line.kind = .runtimeDone
    } else if own.spells("end") {
        line.kind = .end
    } else if own.spells("initStart") || own.spells("restoreStart") {
        line.kind = .initStart
    } else if own.spells("initReport") || own.spells("initRuntimeDone") {
        line.kind = .initReport
    } else if own.spells("restoreReport") || own.spells("restoreRuntimeDone") {
        line.kind = .restoreReport
    } else if own.spells("fault") {
        line.kind = .fault
        line.level = .error
    } else if own.spells("extension") {
        line.chatter("extension line")
    } else {
        line.chatter("telemetry line")
    }
    return true
}

private func readRecord(
    _ json: borrowing JSONReader, _ record: Int, into line: inout LambdaLine, names: inout InternedNames
) {
    var status = -1
    var errorType = InvocationFault.none
    var index = record + 1
    let end = json.next(record)
    while index < end {
        let field = json.withKey(index) { key in recordField(key) }
        switch field {
        case .requestID:
            line.id = json.withText(index) { text in ID128(uuid: text) ?? .none }
            if !line.id.isNone { line.idStrength = .strong }
        case .status: status = index
        case .errorType: errorType = json.withText(index) { text in fault(ofErrorType: text) }
        case .version: line.version = json.withText(index) { text in names.intern(text) }
        case .functionName:
            line.function = json.withText(index) { text in names.intern(text) }
        case .functionARN:
            if line.function.isNone { line.function = json.withText(index) { text in functionName(inARN: text, names: &names) } }
        case .initializationType:
            line.interleaves = json.withText(index) { text in text.spells("lambda-managed-instances") }
        case .phase: line.initInInvoke = json.withText(index) { text in text.spells("invoke") }
        case .metrics: readMetrics(json, index, into: &line)
        case .tracing: readTracing(json, index, into: &line)
        case .other: break
        }
        index = json.next(index)
    }
    if status > 0 {
        line.status = json.withText(status) { text in invocationStatus(text) }
        line.fault = json.withText(status) { text in fault(ofStatus: text, errorType: errorType) }
    }
}

private enum RecordField {
    case requestID, status, errorType, version, functionName, functionARN, initializationType, phase, metrics, tracing, other
}

private func recordField(_ key: Span<UInt8>) -> RecordField {
    if key.spells("requestId") { return .requestID }
    if key.spells("status") { return .status }
    if key.spells("errorType") { return .errorType }
    if key.spells("version") || key.spells("functionVersion") { return .version }
    if key.spells("functionName") { return .functionName }
    if key.spells("functionArn") { return .functionARN }
    if key.spells("initializationType") { return .initializationType }
    if key.spells("phase") { return .phase }
    if key.spells("metrics") { return .metrics }
    if key.spells("tracing") { return .tracing }
    return .other
}

private func readMetrics(_ json: borrowing JSONReader, _ metrics: Int, into line: inout LambdaLine) {
    guard json.kind(metrics) == .object else { return }
    var index = metrics + 1
    let end = json.next(metrics)
    while index < end {
        let number = json.withText(index) { text -> Int32 in
            var cursor = ByteCursor()
            return cursor.hundredths(in: text) ?? -1
        }
        let whole = number < 0 ? -1 : number / 100
        json.withKey(index) { key in
            if key.spells("durationMs") { line.durationHundredths = number }
            if key.spells("billedDurationMs") { line.billedMs = whole }
            if key.spells("memorySizeMB") { line.memoryMB = whole }
            if key.spells("maxMemoryUsedMB") { line.memoryUsedMB = whole }
            if key.spells("initDurationMs") { line.initHundredths = number }
            if key.spells("restoreDurationMs"), line.initHundredths < 0 { line.initHundredths = number }
        }
        index = json.next(index)
    }
}

private func readTracing(_ json: borrowing JSONReader, _ tracing: Int, into line: inout LambdaLine) {
    guard json.kind(tracing) == .object else { return }
    var index = tracing + 1
    let end = json.next(tracing)
    while index < end {
        if json.withKey(index, { key in key.spells("value") }) {
            line.traceID = json.withText(index) { text in traceID(text) ?? .none }
        }
        index = json.next(index)
    }
}

/// `arn:aws:lambda:eu-west-1:111122223333:function:orders:live` names `orders`; `.none` for anything else.
func functionName(inARN arn: Span<UInt8>, names: inout InternedNames) -> Name {
    guard let start = arn.find(":function:").map({ $0 + 10 }) else { return .none }
    var end = start
    while end < arn.count, isFunctionNameByte(arn[end]) { end += 1 }
    return end > start ? names.intern(arn.extracting(start..<end)) : .none
}

private func isFunctionNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || decimalDigit(byte) != nil || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
}
