// The lines of an execution log, told apart by their first words (sections 2.2 and 2.3 of the format reference).

import Model

/// Adds what one line says to its request's fact. `text` is what follows `(<id>) `.
func readExecutionLine(
    _ text: Span<UInt8>, _ fact: inout ExecutionFact, _ inAuthorizer: inout Bool, names: inout InternedNames
) {
    guard !text.isEmpty else { return }
    if isExecutionFailure(text) { fact.hasFailureLine = true }
    var cursor = ByteCursor()
    switch text[0] {
    case UInt8(ascii: "E"):
        if cursor.skip("Extended Request Id: ", in: text) {
            fact.extendedID = ID128(text.extracting(cursor.word(in: text)))
        } else if cursor.skip("Endpoint request URI: ", in: text) {
            readEndpoint(text, &fact, inAuthorizer, names: &names)
        } else if cursor.skip("Endpoint request headers: ", in: text) {
            readRequestHeaders(text, &fact, inAuthorizer, names: &names)
        } else if cursor.skip("Endpoint request body after transformations: ", in: text) {
            readRequestBody(text, cursor.at, &fact, inAuthorizer, names: &names)
        } else if cursor.skip("Endpoint response headers: ", in: text) {
            readResponseHeaders(text, &fact, inAuthorizer)
        } else if text.has("Execution failed due to configuration error: Authorizer error") {
            inAuthorizer = false
        }
    case UInt8(ascii: "S"):
        if text.has("Starting authorizer: ") { inAuthorizer = true }
        // The line that closes the authorizer's block may be lost; what only comes after it closes it too.
        if text.has("Successfully completed authorizer execution") || text.has("Starting execution for request") {
            inAuthorizer = false
        }
        if text.has("Sending request to ") { readEndpoint(text, &fact, inAuthorizer, names: &names) }
    case UInt8(ascii: "U"):
        if text.has("Unauthorized request") { inAuthorizer = false }
    case UInt8(ascii: "A"):
        if cursor.skip("API Key ", in: text) {
            inAuthorizer = false
            readKeyLine(text, &fact, names: &names)
        }
        if cursor.skip("AWS Integration Endpoint RequestId : ", in: text), let id = cursor.uuid(in: text) {
            fact.integrationID = id
        }
    case UInt8(ascii: "V"):
        if text.has("Verifying Usage Plan") { inAuthorizer = false }
        if text.has("Verifying Usage Plan"), fact.api.isNone { readStage(text, &fact, names: &names) }
    case UInt8(ascii: "R"):
        if cursor.skip("Received response. ", in: text) { readReceived(text, &cursor, &fact, inAuthorizer) }
    case UInt8(ascii: "H"):
        if text.has("HTTP Method: ") { inAuthorizer = false }
        if cursor.skip("HTTP Method: ", in: text), let comma = text.find(byte: UInt8(ascii: ","), from: cursor.at),
            fact.method.isNone
        {
            fact.method = names.intern(text.extracting(cursor.at..<comma))
        }
    case UInt8(ascii: "M"):
        if text.has("Method request ") { inAuthorizer = false }
        if cursor.skip("Method completed with status: ", in: text) {
            fact.status = cursor.integer(in: text).flatMap { Int16(exactly: $0) } ?? -1
        } else if text.has("Method request headers: ") || text.has("Method response headers: ") {
            readTrace(text, &fact)
        } else if cursor.skip("Message from client [", in: text) {
            readSocketStatus(text, &fact)
        }
    case UInt8(ascii: "X"):
        if cursor.skip("X-ray Tracing ID : ", in: text) {
            fact.traceID = traceID(text.extracting(cursor.word(in: text))) ?? fact.traceID
        }
    case UInt8(ascii: "L"):
        if text.has("Lambda execution failed") || text.has("Lambda invocation failed") { readTailID(text, &fact) }
    case UInt8(ascii: "W"):
        if cursor.skip("WebSocket Request Route: [", in: text),
            let close = text.find(byte: UInt8(ascii: "]"), from: cursor.at)
        {
            setRouteKey(text.extracting(cursor.at..<close), &fact, names: &names)
        }
    default: break
    }
}

/// The line says that the request came to a bad end, or was turned away.
func isExecutionFailure(_ text: Span<UInt8>) -> Bool {
    switch text.isEmpty ? 0 : text[0] {
    case UInt8(ascii: "E"): text.has("Execution failed")
    case UInt8(ascii: "L"): text.has("Lambda execution failed") || text.has("Lambda invocation failed")
    case UInt8(ascii: "U"): text.has("Unauthorized request")
    case UInt8(ascii: "T"): text.has("The client is not authorized")
    case UInt8(ascii: "K"): text.has("Key throttle limit exceeded") || text.has("Key quota limit exceeded")
    case UInt8(ascii: "G"): text.has("Gateway response type:")
    case UInt8(ascii: "R"): text.has("Request body does not match model schema")
    case UInt8(ascii: "M"): text.has("Missing required request parameters")
    case UInt8(ascii: "C"): text.has("Connection API request failed")
    case UInt8(ascii: "A"):
        text.has("API Key ") && (text.find(" not authorized because ") != nil || text.find(" has exceeded ") != nil)
    default: false
    }
}

private func readEndpoint(
    _ text: Span<UInt8>, _ fact: inout ExecutionFact, _ inAuthorizer: Bool, names: inout InternedNames
) {
    let name = functionName(inARN: text, names: &names)
    guard !name.isNone else { return }
    if inAuthorizer { fact.authorizerFunction = name } else { fact.function = name }
}

private func readReceived(_ text: Span<UInt8>, _ cursor: inout ByteCursor, _ fact: inout ExecutionFact, _ inAuthorizer: Bool) {
    guard !inAuthorizer, let key = text.find("Integration latency: ", from: cursor.at) else { return }
    var value = ByteCursor(at: key + 21)
    fact.integrationLatencyMs = value.integer(in: text).map { Int32(clamping: $0) } ?? -1
}

/// `... because method 'GET /orders/{id}' ...`, WebSocket: `route '$connect'`.
private func readKeyLine(_ text: Span<UInt8>, _ fact: inout ExecutionFact, names: inout InternedNames) {
    let start: Int
    if let method = text.find("method '") {
        start = method + 8
    } else if let route = text.find("route '") {
        start = route + 7
    } else {
        return
    }
    guard let end = text.find(byte: UInt8(ascii: "'"), from: start) else { return }
    setRouteKey(text.extracting(start..<end), &fact, names: &names)
}

/// `GET /orders/{id}`, or a WebSocket route, which has no method.
func setRouteKey(_ key: Span<UInt8>, _ fact: inout ExecutionFact, names: inout InternedNames) {
    guard !key.isEmpty else { return }
    if let space = key.find(byte: UInt8(ascii: " ")), key.has("/", at: space + 1) {
        fact.method = names.intern(key.extracting(0..<space))
        fact.route = names.intern(key.extracting((space + 1)..<key.count))
    } else {
        fact.route = names.intern(key)
    }
    fact.endpoint = names.intern(key)
}

/// `API Stage: <api>/<stage>`, for logs whose group is not known.
private func readStage(_ text: Span<UInt8>, _ fact: inout ExecutionFact, names: inout InternedNames) {
    guard let key = text.find("API Stage: ") else { return }
    var cursor = ByteCursor(at: key + 11)
    let pair = text.extracting(cursor.word(in: text))
    guard let slash = pair.find(byte: UInt8(ascii: "/")) else { return }
    fact.api = names.intern(pair.extracting(0..<slash))
    fact.stage = names.intern(pair.extracting((slash + 1)..<pair.count))
}

/// The failure texts end in `. Lambda request id: <uuid>`; the error message before it may hold anything.
private func readTailID(_ text: Span<UInt8>, _ fact: inout ExecutionFact) {
    guard let key = text.findLast("Lambda request id: ") else { return }
    var cursor = ByteCursor(at: key + 19)
    if let id = cursor.uuid(in: text) { fact.integrationID = id }
}

/// `Message from client [Connection Id: <id>] sent to API [<api>] with response status code [500].`: what a WebSocket client was told.
private func readSocketStatus(_ text: Span<UInt8>, _ fact: inout ExecutionFact) {
    guard let key = text.find("with response status code [") else { return }
    var cursor = ByteCursor(at: key + 27)
    guard let status = cursor.integer(in: text), (100...599).contains(status) else { return }
    fact.status = Int16(status)
}
