// JSON lines of the code and its runtime: Node.js, Python, Java, .NET, Go's slog, Rust's tracing, Swift, Powertools, EMF.

import Model

/// Reads the document that `json` holds; it is known to be an object and no platform event.
func applicationJSON(_ json: borrowing JSONReader, into line: inout LambdaLine, names: inout InternedNames) {
    line.isJSON = true
    var shape = ErrorShape()
    var index = 1
    while index < json.count {
        let field = json.withKey(index) { key in applicationField(key) }
        let depth = json.depth(index)
        if depth == 1 {
            readField(field, json, index, into: &line, &shape, names: &names)
        } else if field == .requestContext {
            readContext(json, index, into: &line)
        } else if field == .integrationTag, line.gatewayID.isNone {
            line.gatewayID = json.withText(index) { text in ID128(text) }
        }
        index += 1
    }
    if line.idStrength == .weak, line.time.isKnown, shape.hasLevel || shape.hasLogLevel { line.idStrength = .runtime }
    if shape.isPythonUncaught || line.fault != .none {
        line.fault = max(line.fault, max(shape.errorType, .uncaughtError))
        line.level = max(line.level ?? .error, .error)
    }
}

/// What tells Python's uncaught-error record from a logged one: it has `log_level` and neither `level` nor `message`.
private struct ErrorShape {
    var hasLogLevel = false
    var hasLevel = false
    var hasMessage = false
    var hasStack = false
    var errorType = InvocationFault.none

    var isPythonUncaught: Bool { hasLogLevel && !hasLevel && !hasMessage && hasStack && errorType != .none }
}

private enum ApplicationField {
    case lambdaID, requestID, level, logLevel, time, message, errorType, stack, trace, functionName, functionARN
    case correlationID, requestContext, integrationTag, span, other
}

private func applicationField(_ key: Span<UInt8>) -> ApplicationField {
    switch key.count {
    case 4: return key.spells("time") ? .time : key.spells("span") ? .span : .other
    case 5: return key.spells("level") || key.spells("Level") ? .level : .other
    case 7: return key.spells("message") ? .message : key.spells("traceId") ? .trace : .other
    case 8: return key.spells("severity") ? .level : .other
    case 9:
        if key.spells("requestId") { return .requestID }
        if key.spells("timestamp") { return .time }
        if key.spells("errorType") { return .errorType }
        return key.spells("log_level") ? .logLevel : .other
    case 10: return key.spells("stackTrace") ? .stack : .other
    case 11: return key.spells("functionArn") ? .functionARN : .other
    case 12:
        if key.spells("AWSRequestId") || key.spells("awsRequestId") { return .lambdaID }
        if key.spells("function_arn") { return .functionARN }
        return key.spells("functionName") ? .functionName : .other
    case 13:
        return key.spells("function_name")
            ? .functionName
            : key.spells("correlationId") || key.spells("CorrelationId")
                ? .correlationID
                : key.spells("xray_trace_id") ? .trace : .other
    case 14:
        return key.spells("requestContext")
            ? .requestContext
            : key.spells("correlation_id")
                ? .correlationID
                : key.spells("aws_request_id") ? .lambdaID : .other
    case 17: return key.spells("FunctionRequestId") || key.spells("functionRequestId") ? .lambdaID : .other
    case 19: return key.spells("function_request_id") ? .lambdaID : .other
    case 29: return key.equalsIgnoringCase("x-amzn-lambda-integration-tag") ? .integrationTag : .other
    default: return .other
    }
}

private func readField(
    _ field: ApplicationField, _ json: borrowing JSONReader, _ index: Int, into line: inout LambdaLine,
    _ shape: inout ErrorShape, names: inout InternedNames
) {
    switch field {
    case .lambdaID: readID(json, index, .strong, into: &line)
    case .requestID: readID(json, index, .weak, into: &line)
    case .level:
        shape.hasLevel = true
        line.level = json.withText(index) { text in levelWord(text) }
    case .logLevel:
        shape.hasLogLevel = true
        if line.level == nil { line.level = json.withText(index) { text in levelWord(text) } }
    case .time:
        if json.kind(index) == .number {
            line.time = json.withText(index) { text in epochTime(text) ?? .unknown }
        } else {
            line.time = json.withText(index) { text in ByteCursor.iso(text) }
        }
    case .message:
        shape.hasMessage = true
        readMessage(json, index, into: &line)
    case .errorType:
        shape.errorType = json.withText(index) { text in fault(ofErrorType: text) }
        if json.withText(index, { text in isRuntimesOwn(text) }) { line.fault = max(line.fault, shape.errorType) }
    case .stack:
        shape.hasStack = true
        if stackEndsInDotNetRuntime(json, index) { line.fault = max(line.fault, .uncaughtError) }
    case .trace: line.traceID = json.withText(index) { text in traceID(text) ?? .none }
    case .functionName: line.function = json.withText(index) { text in names.intern(text) }
    case .functionARN:
        if line.function.isNone { line.function = json.withText(index) { text in functionName(inARN: text, names: &names) } }
    case .correlationID:
        if line.gatewayID.isNone { line.gatewayID = json.withText(index) { text in text.count < 10 ? .none : ID128(text) } }
    case .requestContext: readContext(json, index, into: &line)
    case .integrationTag:
        if line.gatewayID.isNone { line.gatewayID = json.withText(index) { text in ID128(text) } }
    case .span: readSpan(json, index, into: &line)
    case .other: break
    }
}

/// Lambda request ids are UUIDs; an empty one, or Swift's `N/A`, says that no request has come yet.
private func readID(
    _ json: borrowing JSONReader, _ index: Int, _ strength: LambdaLine.IDStrength, into line: inout LambdaLine
) {
    guard line.idStrength != .strong, json.kind(index) == .string else { return }
    json.withText(index) { text in
        if let id = ID128(uuid: text) {
            line.id = id
            line.idStrength = strength
        } else if text.isEmpty || text.spells("N/A") {
            line.beforeRequest = true
        }
    }
}

/// Node.js puts an error that was logged alone into `message`; Java puts the whole of an uncaught one there as text.
private func readMessage(_ json: borrowing JSONReader, _ index: Int, into line: inout LambdaLine) {
    switch json.kind(index) {
    case .object:
        var inner = index + 1
        let end = json.next(index)
        while inner < end {
            let isType = json.withKey(inner) { key in key.spells("errorType") }
            if isType, json.withText(inner, { text in isRuntimesOwn(text) }) {
                line.fault = max(line.fault, json.withText(inner) { text in fault(ofErrorType: text) })
            }
            inner = json.next(inner)
        }
    case .string:
        let found = json.withText(index) { text -> (InvocationFault, ID128) in
            var inner = LambdaLine()
            if text.find("\n\tat ") != nil { uncaughtText(text, &inner) }
            return (inner.fault, text.count > 60 ? loggedGatewayID(text) : .none)
        }
        line.fault = max(line.fault, found.0)
        if line.gatewayID.isNone { line.gatewayID = found.1 }
    default: break
    }
}

/// Types that only a runtime gives, in its record of an error nobody caught.
private func isRuntimesOwn(_ type: Span<UInt8>) -> Bool {
    type.has("Runtime.") || type.spells("UnhandledPromiseRejection")
}

private func stackEndsInDotNetRuntime(_ json: borrowing JSONReader, _ index: Int) -> Bool {
    guard json.kind(index) == .array else { return false }
    var inner = index + 1
    let end = json.next(index)
    while inner < end {
        if json.withText(inner, { text in text.find("at Amazon.Lambda.RuntimeSupport.") != nil }) { return true }
        inner = json.next(inner)
    }
    return false
}

/// `requestContext.requestId` of a logged proxy event, whatever holds it.
private func readContext(_ json: borrowing JSONReader, _ index: Int, into line: inout LambdaLine) {
    guard json.kind(index) == .object else { return }
    var inner = index + 1
    let end = json.next(index)
    while inner < end {
        if json.withKey(inner, { key in key.spells("requestId") }), json.kind(inner) == .string {
            line.gatewayID = json.withText(inner) { text in ID128(text) }
        }
        inner = json.next(inner)
    }
}

/// Rust's tracing: the runtime's span names the request.
private func readSpan(_ json: borrowing JSONReader, _ index: Int, into line: inout LambdaLine) {
    guard json.kind(index) == .object else { return }
    var inner = index + 1
    let end = json.next(index)
    while inner < end {
        let isID = json.withKey(inner) { key in key.spells("requestId") }
        if isID { readID(json, inner, .strong, into: &line) }
        if json.withKey(inner, { key in key.spells("xrayTraceId") }) {
            line.traceID = json.withText(inner) { text in traceID(text) ?? .none }
        }
        inner = json.next(inner)
    }
}
