// report.json: the night for machines, as output-schema.md fixes it.

import Model
import Redaction

func reportJSON(_ input: RedactedInput) -> String {
    let report = input.report
    return JSONText.object([
        ("schema", .number(1)),
        ("title", .string(report.title)),
        ("tool", .object([("name", .string("faultline")), ("version", .string(report.toolVersion))])),
        (
            "range",
            .object([
                ("since", .time(report.range.since)), ("until", .time(report.range.until)),
                ("timezone", .string(report.zone.name)),
            ])
        ),
        ("totals", totals(report.totals, pages: input.failures.count)),
        ("outcomes", outcomes(report.outcomes)),
        (
            "causes",
            .array(
                report.causes.map { cause in
                    .object([
                        ("layer", .string(cause.cause.layer.rawValue)), ("cause", .string(cause.cause.rawValue)),
                        ("count", .number(cause.count)),
                    ])
                })
        ),
        ("endpoints", .array(report.allEndpoints.map(endpoint))),
        ("functions", .array(report.functions.map(function))),
        ("groups", .array(report.groups.map(group))),
        (
            "coverage",
            .object([
                ("inputs", .array(report.coverage.inputs.map(inputObject))), ("missing", .strings(report.coverage.missing)),
            ])
        ),
        (
            "redactions",
            .array(
                input.redactions.map {
                    .object([("rule", .string($0.rule)), ("count", .number($0.count)), ("pages", .number($0.pages))])
                })
        ),
    ]).text + "\n"
}

private func totals(_ totals: Totals, pages: Int) -> JSONText {
    .object([
        ("requests", .number(totals.requests)), ("clientErrors", .number(totals.clientErrors)),
        ("serverErrors", .number(totals.serverErrors)), ("failures", .number(totals.failures)), ("pages", .number(pages)),
        ("invocations", .number(totals.invocations)), ("functionErrors", .number(totals.functionErrors)),
        ("linked", .number(totals.linked)), ("requestsWithoutInvocation", .number(totals.requestsWithoutInvocation)),
        ("invocationsWithoutRequest", .number(totals.invocationsWithoutRequest)),
    ])
}

private func outcomes(_ outcomes: Outcomes) -> JSONText {
    let names = ["functionSucceeded", "functionFailed", "functionNeverRan", "functionUnknown"]
    func row(_ counts: [Int]) -> JSONText { .object(zip(names, counts).map { ($0, .number($1)) }) }
    return .object([
        ("clientAnswered", row(outcomes.clientAnswered)), ("clientFailed", row(outcomes.clientFailed)),
        ("noClient", row(outcomes.noClient)),
    ])
}

private func percentiles(_ values: Percentiles) -> JSONText {
    .object([
        ("p50", .number(values.p50)), ("p95", .number(values.p95)), ("p99", .number(values.p99)), ("max", .number(values.max)),
    ])
}

private func endpoint(_ endpoint: EndpointSummary) -> JSONText {
    .object([
        ("endpoint", .string(endpoint.endpoint)), ("api", .string(endpoint.api)), ("stage", .string(endpoint.stage)),
        ("method", .string(endpoint.method)), ("route", .string(endpoint.route)), ("requests", .number(endpoint.requests)),
        ("statuses", .object(endpoint.statuses.map { (String($0.key), .number($0.value)) })),
        (
            "causes",
            .array(
                endpoint.causes.map { cause in
                    .object([
                        ("status", .number(cause.status)), ("layer", .string(cause.cause.layer.rawValue)),
                        ("cause", .string(cause.cause.rawValue)), ("count", .number(cause.count)),
                    ])
                })
        ),
        ("latencyMs", percentiles(endpoint.latency)), ("functions", .strings(endpoint.functions)),
        ("page", .string(endpoint.page)),
    ])
}

private func function(_ function: FunctionSummary) -> JSONText {
    .object([
        ("function", .string(function.function)), ("invocations", .number(function.invocations)),
        ("errors", .number(function.errors)), ("timeouts", .number(function.timeouts)),
        ("outOfMemory", .number(function.outOfMemory)), ("throttles", .number(function.throttles)),
        ("coldStarts", .number(function.coldStarts)), ("durationMs", percentiles(function.duration)),
        ("memoryMB", .number(function.memoryMB)), ("maxMemoryUsedMB", .number(function.maxMemoryUsedMB)),
        (
            "versions",
            .array(
                function.versions.map { version in
                    .object([
                        ("version", .string(version.version)), ("firstSeen", .time(version.firstSeen)),
                        ("invocations", .number(version.invocations)), ("errors", .number(version.errors)),
                    ])
                })
        ),
        ("endpoints", .strings(function.endpoints)), ("page", .string(function.page)),
    ])
}

private func group(_ group: FailureGroup) -> JSONText {
    .object([
        ("id", .string(group.id)), ("title", .string(group.title)), ("layer", .string(group.cause.layer.rawValue)),
        ("cause", .string(group.cause.rawValue)), ("count", .number(group.members.count)),
        ("firstSeen", .time(group.firstSeen)), ("lastSeen", .time(group.lastSeen)), ("endpoints", .strings(group.endpoints)),
        ("functions", .strings(group.functions)), ("page", .string(group.page)),
    ])
}

private func inputObject(_ input: InputReport) -> JSONText {
    .object([
        ("path", .string(input.path)), ("format", .string(input.format)), ("bytes", .number(input.bytes)),
        ("events", .number(input.events)), ("facts", .number(input.facts)), ("lines", .number(input.lines)),
        ("ignored", .number(input.ignored)), ("rejected", .number(input.rejected)), ("firstEvent", .time(input.firstEvent)),
        ("lastEvent", .time(input.lastEvent)),
    ])
}

extension JSONText {
    /// ISO 8601 in UTC with milliseconds; null when not known.
    static func time(_ time: Timestamp) -> JSONText { time.isKnown ? .string(time.iso) : .null }
}

extension Report {
    /// By failures, then name; "no route" among them.
    var allEndpoints: [EndpointSummary] {
        guard let noRoute else { return endpoints }
        var all = endpoints
        all.insert(noRoute, at: all.firstIndex { $0.failing < noRoute.failing } ?? all.count)
        return all
    }
}
