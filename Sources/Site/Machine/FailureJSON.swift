// One line of failures.ndjson, as output-schema.md fixes it.

import Model

func failureJSON(_ failure: Failure) -> String {
    JSONText.object([
        ("id", .string(failure.id)), ("time", .time(failure.time)), ("endpoint", .string(failure.endpoint)),
        ("function", .string(failure.function)), ("request", failure.request.map(request) ?? .null),
        ("invocation", failure.invocation.map { .object(invocation($0)) } ?? .null),
        (
            "authorizer",
            failure.authorizer.map { .object(invocation($0) + [("function", .string($0.function))]) } ?? .null
        ),
        ("link", failure.link.map(link) ?? .null), ("verdict", verdict(failure.verdict)),
        ("error", failure.error.map(error) ?? .null), ("group", .string(failure.group)), ("page", .string(failure.page)),
    ]).text
}

private func request(_ request: RequestDetails) -> JSONText {
    .object([
        ("id", .string(request.id)), ("extendedId", .string(request.extendedID)), ("api", .string(request.api)),
        ("stage", .string(request.stage)), ("method", .string(request.method)), ("route", .string(request.route)),
        ("path", .string(request.path)), ("status", .number(request.status)), ("latencyMs", .number(request.latencyMs)),
        ("integrationLatencyMs", .number(request.integrationLatencyMs)), ("responseType", .string(request.responseType)),
        ("message", .string(request.message)), ("traceId", .string(request.traceID)),
    ])
}

private func invocation(_ invocation: InvocationDetails) -> [(String, JSONText)] {
    [
        ("id", .string(invocation.id)), ("attempt", .number(invocation.attempt)), ("version", .string(invocation.version)),
        ("coldStart", .flag(invocation.coldStart)), ("durationMs", .number(invocation.durationMs)),
        ("initMs", .number(invocation.initMs)), ("billedMs", .number(invocation.billedMs)),
        ("memoryMB", .number(invocation.memoryMB)), ("memoryUsedMB", .number(invocation.memoryUsedMB)),
        ("status", .string(invocation.status.name)), ("logGroup", .string(invocation.logGroup)),
        ("logStream", .string(invocation.logStream)),
    ]
}

private func link(_ rung: LinkRung) -> JSONText {
    .object([("by", .string(rung.name)), ("confidence", .string(rung.isExact ? "exact" : "probable"))])
}

private func verdict(_ verdict: Verdict) -> JSONText {
    .object([
        ("layer", .string(verdict.layer.rawValue)), ("cause", .string(verdict.cause.rawValue)),
        ("confidence", .string(verdict.confidence.rawValue)), ("sentence", .string(verdict.sentence)),
        (
            "proof",
            .array(verdict.proof.map { .object([("source", .string($0.source.rawValue)), ("line", .string($0.line))]) })
        ),
    ])
}

private func error(_ error: ErrorDetails) -> JSONText {
    .object([
        ("type", .string(error.type)), ("message", .string(error.message)), ("runtime", .string(error.runtime)),
        ("frames", frames(error.frames)), ("causes", .array(chain(of: error).map(cause))),
    ])
}

/// The published list is flat: the cause of a cause follows it.
private func chain(of error: ErrorDetails) -> [ErrorDetails] {
    error.causes.flatMap { [$0] + chain(of: $0) }
}

private func cause(_ error: ErrorDetails) -> JSONText {
    .object([("type", .string(error.type)), ("message", .string(error.message)), ("frames", frames(error.frames))])
}

private func frames(_ frames: [ErrorFrame]) -> JSONText {
    .array(
        frames.map { frame in
            .object([
                ("function", .string(frame.function)), ("file", .string(frame.file)), ("line", .number(frame.line)),
                ("column", .number(frame.column)), ("own", .flag(frame.own)),
            ])
        })
}
