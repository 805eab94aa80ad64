// Header maps and bodies in execution logs: unescaped, often cut; only keys of known names are looked for.

import Model

/// `X-Amz-Source-Arn=arn:aws:execute-api:<region>:<account>:<api>/<stage>/<METHOD>/<template>` of a call to the integration;
/// for a WebSocket API `<api>/<stage>/<route key>`.
func readRequestHeaders(
    _ text: Span<UInt8>, _ fact: inout ExecutionFact, _ inAuthorizer: Bool, names: inout InternedNames
) {
    readTrace(text, &fact)
    guard !inAuthorizer, let key = text.find("X-Amz-Source-Arn=arn:") else { return }
    var cursor = ByteCursor(at: key + 17)
    var end = cursor.at
    while end < text.count, text[end] != UInt8(ascii: ","), !isWhiteSpace(text[end]) { end += 1 }
    // Cut in the middle by the size limit: a part of a template is no template.
    if text.has(" [TRUNCATED]", at: end) { return }
    if end == text.count {
        guard text[end - 1] == UInt8(ascii: "}") else { return }
        end -= 1
    }
    let arn = text.extracting(cursor.at..<end)
    guard let resource = resourceStart(arn), let firstSlash = arn.find(byte: UInt8(ascii: "/"), from: resource),
        let secondSlash = arn.find(byte: UInt8(ascii: "/"), from: firstSlash + 1)
    else { return }
    if fact.api.isNone { fact.api = names.intern(arn.extracting(resource..<firstSlash)) }
    if fact.stage.isNone { fact.stage = names.intern(arn.extracting((firstSlash + 1)..<secondSlash)) }
    guard fact.route.isNone, secondSlash + 1 < arn.count else { return }
    cursor.at = secondSlash + 1
    if let thirdSlash = arn.find(byte: UInt8(ascii: "/"), from: cursor.at) {
        let method = arn.extracting(cursor.at..<thirdSlash)
        guard !method.spells("authorizers") else { return }
        setRoute(method: method, path: arn.extracting(thirdSlash..<arn.count), &fact, names: &names)
    } else {
        setRouteKey(arn.extracting(cursor.at..<arn.count), &fact, names: &names)
    }
}

/// The proxy event begins with `{"resource":"/orders/{id}","path":...,"httpMethod":"POST"`.
func readRequestBody(
    _ text: Span<UInt8>, _ start: Int, _ fact: inout ExecutionFact, _ inAuthorizer: Bool, names: inout InternedNames
) {
    var cursor = ByteCursor(at: start)
    guard !inAuthorizer, fact.route.isNone, cursor.skip("{\"resource\":\"/", in: text),
        let end = text.find(byte: UInt8(ascii: "\""), from: cursor.at),
        let key = text.find("\"httpMethod\":\"", from: end),
        let methodEnd = text.find(byte: UInt8(ascii: "\""), from: key + 14)
    else { return }
    setRoute(
        method: text.extracting((key + 14)..<methodEnd), path: text.extracting((cursor.at - 1)..<end), &fact, names: &names)
}

/// Headers of the answer of Lambda's Invoke API: its request id, and the trace.
func readResponseHeaders(_ text: Span<UInt8>, _ fact: inout ExecutionFact, _ inAuthorizer: Bool) {
    readTrace(text, &fact)
    guard !inAuthorizer, fact.integrationID.isNone else { return }
    guard let key = text.find("x-amzn-RequestId=") ?? text.find("x-amzn-requestid=") ?? text.find("X-Amzn-RequestId=") else {
        return
    }
    var cursor = ByteCursor(at: key + 17)
    if let id = cursor.uuid(in: text) { fact.integrationID = id }
}

/// `X-Amzn-Trace-Id=Root=1-...;Sampled=0`, fields in any order and spelling; the last line of the log names it better.
func readTrace(_ text: Span<UInt8>, _ fact: inout ExecutionFact) {
    guard fact.traceID.isNone else { return }
    guard let key = text.find("X-Amzn-Trace-Id=") ?? text.find("x-amzn-trace-id=") else { return }
    var end = key + 16
    while end < text.count, text[end] != UInt8(ascii: ","), text[end] != UInt8(ascii: "}"), !isWhiteSpace(text[end]) { end += 1 }
    fact.traceID = traceID(text.extracting((key + 16)..<end)) ?? .none
}

private func setRoute(method: Span<UInt8>, path: Span<UInt8>, _ fact: inout ExecutionFact, names: inout InternedNames) {
    fact.method = names.intern(method)
    fact.route = names.intern(path)
    fact.endpoint = names.endpoint(fact.method, fact.route, method: method, route: path)
}

/// Behind the fifth colon of an ARN.
private func resourceStart(_ arn: Span<UInt8>) -> Int? {
    var start = 0
    for _ in 0..<5 {
        guard let colon = arn.find(byte: UInt8(ascii: ":"), from: start) else { return nil }
        start = colon + 1
    }
    return start
}
