// From a row's values to its fact.

import Model

/// Interns what many rows share; user agents up to a limit, because clients choose them.
struct AccessFactBuilder {
    static let mostUserAgents = 2000

    private var userAgents = 0

    mutating func fact(
        _ row: AccessRow, place: EventPlace, eventTime: Timestamp, group: LogGroup, hints: AccessHints,
        names: inout InternedNames
    ) -> AccessFact {
        var fact = AccessFact()
        fact.place = place
        setIDs(row, &fact)
        setTime(row, eventTime, &fact)
        setNumbers(row, &fact)
        fact.kind = apiKind(row, fact)
        fact.api = row.with(.apiId) { names.intern($0) } ?? first(hints.api, group.api)
        fact.stage = row.with(.stage) { names.intern($0) } ?? first(hints.stage, group.stage)
        fact.responseType = row.with(.errorResponseType) { names.intern($0) } ?? .none
        fact.hasIntegrationError = row.hasValue(.integrationError)
        setRoute(row, &fact, names: &names)
        if !hints.routes.isEmpty, fact.endpoint.isNone { setRoute(byPath: row, &fact, hints.routes, names: &names) }
        fact.userAgent = row.with(.identityUserAgent) { agent(of: $0, names: &names) } ?? .none
        return fact
    }

    private mutating func agent(of text: Span<UInt8>, names: inout InternedNames) -> Name {
        if let known = names.find(text) { return known }
        guard userAgents < Self.mostUserAgents else { return .none }
        userAgents += 1
        return names.intern(text)
    }
}

/// What the command line or the config says of an input's access log.
struct AccessHints {
    var api = Name.none
    var stage = Name.none
    var routes = Routes([])
}

private func first(_ one: Name, _ other: Name) -> Name { one.isNone ? other : one }

private func setIDs(_ row: AccessRow, _ fact: inout AccessFact) {
    fact.requestID = row.with(.requestId) { ID128($0) } ?? .none
    fact.extendedID = row.with(.extendedRequestId) { ID128($0) } ?? .none
    fact.integrationID = row.with(.integrationRequestId) { ID128($0) } ?? .none
    fact.errorTextID = row.with(.integrationError) { requestID(inErrorText: $0) } ?? .none
}

/// What lies beside the fact; empty for most rows.
func accessExtras(_ row: AccessRow) -> AccessExtras {
    var extras = AccessExtras()
    extras.authorizerID = row.with(.authorizerRequestId) { ID128($0) } ?? .none
    extras.traceID = row.with(.xrayTraceId) { traceID($0) ?? .none } ?? .none
    extras.authorizerLatencyMs = number(row, .authorizerLatency)
    if extras.authorizerLatencyMs < 0 { extras.authorizerLatencyMs = number(row, .authorizerIntegrationLatency) }
    return extras
}

/// HTTP APIs quote the function's error: `RequestId: <uuid> Error: Task timed out after 5.00 seconds`.
private func requestID(inErrorText text: Span<UInt8>) -> ID128 {
    var from = 0
    while let key = text.find("RequestId: ", from: from) {
        var cursor = ByteCursor(at: key + 11)
        if let id = cursor.uuid(in: text) { return id }
        from = key + 11
    }
    return .none
}

private func setTime(_ row: AccessRow, _ eventTime: Timestamp, _ fact: inout AccessFact) {
    if let time = row.with(.requestTimeEpoch, { epochTime($0) }) ?? nil {
        fact.time = time
        return
    }
    let logged = row.with(.requestTime) { text -> (Timestamp, Bool)? in
        var cursor = ByteCursor()
        if let time = cursor.commonLogTime(in: text) { return (time, true) }
        if let time = cursor.isoTime(in: text) { return (time, cursor.at <= 20) }
        return epochTime(text).map { ($0, false) }
    }
    if case .some(.some(let (time, wholeSeconds))) = logged {
        fact.time = time
        fact.timeIsWholeSeconds = wholeSeconds
    } else {
        fact.time = eventTime
    }
}

private func setNumbers(_ row: AccessRow, _ fact: inout AccessFact) {
    fact.status = status(row, .status)
    fact.functionStatus = status(row, .integrationStatus)
    fact.integrationStatus = status(row, .integrationIntegrationStatus)
    if fact.integrationStatus < 0 { fact.integrationStatus = status(row, .serviceStatus) }
    fact.latencyMs = number(row, .responseLatency)
    fact.integrationLatencyMs = number(row, .integrationLatency)
    fact.responseBytes = number(row, .responseLength)
}

private func status(_ row: AccessRow, _ variable: AccessVariable) -> Int16 {
    guard let number = row.with(variable, { $0.wholeNumber }) ?? nil, (100...599).contains(number) else { return -1 }
    return Int16(number)
}

private func number(_ row: AccessRow, _ variable: AccessVariable) -> Int32 {
    guard let number = row.with(variable, { $0.wholeNumber }) ?? nil, number >= 0 else { return -1 }
    return Int32(clamping: number)
}

/// Values tell before keys, because one template may serve several kinds of API.
private func apiKind(_ row: AccessRow, _ fact: AccessFact) -> APIKind {
    if row.hasValue(.resourcePath) { return .rest }
    if row.hasValue(.eventType) || row.hasValue(.connectionId) { return .webSocket }
    if row.hasValue(.routeKey) { return .http }
    if row.has(.eventType) || row.has(.connectionId) { return .webSocket }
    if row.has(.resourcePath) { return .rest }
    if row.has(.routeKey) { return .http }
    if !fact.extendedID.isNone, !fact.requestID.isNone, fact.extendedID != fact.requestID { return .rest }
    return row.with(.requestId) { $0.count == 36 && ID128(uuid: $0) != nil } == true ? .rest : .unknown
}

private func setRoute(_ row: AccessRow, _ fact: inout AccessFact, names: inout InternedNames) {
    fact.method = row.with(.httpMethod) { names.intern($0) } ?? .none
    if fact.kind == .rest {
        let responseType = names.names[fact.responseType]
        if responseType == "RESOURCE_NOT_FOUND" { return }
        row.with(.resourcePath) { path in
            fact.route = names.intern(path)
            fact.endpoint =
                row.with(.httpMethod) { names.endpoint(fact.method, fact.route, method: $0, route: path) } ?? fact.route
        }
        return
    }
    row.with(.routeKey) { key in
        fact.endpoint = names.intern(key)
        fact.route = fact.endpoint
        if fact.kind == .http, let space = key.find(byte: UInt8(ascii: " ")) {
            fact.route = names.intern(key.extracting((space + 1)..<key.count))
            if fact.method.isNone { fact.method = names.intern(key.extracting(0..<space)) }
        }
    }
}

/// For a template that logs the path and not the route. A row that has the route's variable, empty, matched none.
private func setRoute(byPath row: AccessRow, _ fact: inout AccessFact, _ routes: Routes, names: inout InternedNames) {
    guard !row.has(.resourcePath), !row.has(.routeKey), let path = row.with(.path, { $0.decoded }) else { return }
    let method = names.names[fact.method]
    guard let template = routes.template(method: method, path: path, stage: names.names[fact.stage]) else { return }
    fact.route = names.intern(template)
    fact.endpoint = names.intern("\(method) \(template)")
}
