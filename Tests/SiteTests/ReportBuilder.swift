// The report of a night made by hand: every number in it is counted from the failures.

import Model

extension NightBuilder {
    var report: Report {
        var report = Report(
            title: "orders-api", toolVersion: "0.1.0",
            range: TimeRange(since: Self.since, until: Self.since + Int64(Self.buckets) * Self.bucketMs), zone: .utc)
        report.series = NightSeries(since: Self.since, bucketMs: Self.bucketMs, buckets: Self.buckets)
        let requests = failures.filter { $0.request != nil }
        report.totals.requests = requests.count + 1000
        report.totals.clientErrors = requests.count { (400..<500).contains($0.request?.status ?? 0) }
        report.totals.serverErrors = requests.count { ($0.request?.status ?? 0) >= 500 }
        report.totals.failures = failures.count
        report.totals.invocations = 2000
        report.totals.functionErrors = failures.count { $0.invocation?.failed ?? false }
        report.totals.linked = 900
        report.totals.requestsWithoutInvocation = 3
        report.outcomes.clientAnswered = [1000, failures.count { $0.verdict.cause == .hiddenFailure }, 0, 0]
        let failed = requests.filter { $0.verdict.cause != .hiddenFailure }
        report.outcomes.clientFailed = [
            failed.count { $0.invocation.map { !$0.failed } ?? false }, failed.count { $0.invocation?.failed ?? false },
            failed.count { $0.invocation == nil && $0.strip[4].state != .noLog },
            failed.count { $0.invocation == nil && $0.strip[4].state == .noLog },
        ]
        report.outcomes.noClient = [1, failures.count - requests.count]
        var causes: [Cause: Int] = [:]
        for failure in failures { causes[failure.verdict.cause, default: 0] += 1 }
        report.causes = causes.map { CauseCount(cause: $0.key, count: $0.value) }
            .sorted { $0.count == $1.count ? $0.cause.rawValue < $1.cause.rawValue : $0.count > $1.count }
        for (index, failure) in failures.enumerated() {
            let bucket = min(Self.buckets - 1, max(0, Int((failure.time - Self.since) / Self.bucketMs)))
            if failure.invocation?.failed ?? false {
                report.series.functionErrors[failure.verdict.cause, default: [Int](repeating: 0, count: Self.buckets)][bucket] +=
                    1
            }
            report.series.groups[failure.group, default: [Int](repeating: 0, count: Self.buckets)][bucket] += 1
            if let status = failure.request?.status {
                if status >= 500 { report.series.clients.serverErrors[bucket] += 1 }
                if (400..<500).contains(status) { report.series.clients.clientErrors[bucket] += 1 }
            }
            add(index, to: &report.groups)
        }
        report.endpoints = endpoints(requests)
        report.functions = functions
        report.groups.sort { $0.members.count == $1.members.count ? $0.id < $1.id : $0.members.count > $1.members.count }
        let noRoute = failures.indices.filter { failures[$0].request != nil && failures[$0].endpoint == nil }
        if !noRoute.isEmpty {
            var summary = EndpointSummary(slug: "no-route", buckets: Self.buckets)
            fill(&summary, noRoute)
            report.noRoute = summary
        }
        report.nearMisses =
            !failures.contains { $0.function == "orders-create" }
            ? []
            : [
                NearMiss(
                    kind: .duration, name: "orders-create", page: "functions/orders-create.html", times: 31, worst: 9970,
                    limit: 10_000),
                NearMiss(
                    kind: .memory, name: "orders-create", page: "functions/orders-create.html", times: 2, worst: 500, limit: 512),
            ]
        report.markers = [VersionMarker(time: Self.since + 5_400_000, label: "orders-create 88")]
        report.links = [(rung: .integrationRequestID, count: 890), (rung: .timeWindow, count: 10)]
        report.coverage.inputs = inputs
        report.coverage.missing = ["Log integration.requestId, so that every request can be joined."]
        report.coverage.orphanRequests = [OrphanReason(text: "called a function whose log was not read", count: 3)]
        report.coverage.orphanInvocations = [OrphanReason(text: "no request names it", count: 1)]
        report.coverage.suggestedFormat = #"{"requestId":"$context.requestId"}"#
        return report
    }

    private var inputs: [InputReport] {
        var access = InputReport(path: "logs/access.json.gz", format: "ndjson")
        access.records = ["access-log-json"]
        access.bytes = 1_800_000
        access.events = 1010
        access.facts = 1009
        access.rejected = 1
        access.rejectedSamples = [RejectedEvent(event: 4, reason: "not JSON", text: "{broken")]
        access.firstEvent = Self.since
        access.lastEvent = Self.since + 7_200_000
        access.accessVariables = ["requestId", "status"]
        var function = InputReport(path: "logs/orders-create.gz", format: "filter-log-events")
        function.records = ["lambda-text"]
        function.events = 9000
        function.facts = 4000
        function.lines = 4990
        function.ignored = 10
        function.ignoredReasons = ["extension record": 10]
        function.problem = "gzip stream ends early at byte 81920"
        return [access, function]
    }

    private func add(_ index: Int, to groups: inout [FailureGroup]) {
        let failure = failures[index]
        let position = groups.firstIndex { $0.id == failure.group }
        var group =
            position.map { groups[$0] }
            ?? FailureGroup(
                id: failure.group, title: "\(failure.verdict.cause.title) after ‹n› attempts", cause: failure.verdict.cause)
        group.members.append(index)
        if group.members.count == 1 {
            group.firstSeen = failure.time
            group.example = index
            group.fingerprint = [LogField(name: "cause", value: failure.verdict.cause.rawValue)]
            group.maskedValues = [MaskedValues(mask: "number", values: [(value: "3", count: 2)])]
        }
        group.lastSeen = failure.time
        if let endpoint = failure.endpoint, !group.endpoints.contains(endpoint) { group.endpoints.append(endpoint) }
        if let function = failure.function, !group.functions.contains(function) { group.functions.append(function) }
        if let position { groups[position] = group } else { groups.append(group) }
    }

    private func endpoints(_ requests: [Failure]) -> [EndpointSummary] {
        let names = Set(requests.compactMap(\.endpoint)).sorted()
        return names.map { name in
            let slug = name.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
            var summary = EndpointSummary(slug: slug, buckets: Self.buckets)
            summary.endpoint = name
            summary.api = "a1b2c3d4e5"
            summary.stage = "prod"
            summary.method = String(name.prefix { $0 != " " })
            summary.route = String(name.drop { $0 != " " }.dropFirst())
            fill(&summary, failures.indices.filter { failures[$0].request != nil && failures[$0].endpoint == name })
            return summary
        }.sorted { $0.failing == $1.failing ? $0.slug < $1.slug : $0.failing > $1.failing }
    }

    private func fill(_ summary: inout EndpointSummary, _ members: [Int]) {
        summary.failures = members
        summary.requests = members.count + 500
        summary.statuses[200] = 500
        summary.latency.count = summary.requests
        summary.latency.p50 = 118
        summary.latency.p95 = 402.4
        summary.latency.p99 = 6390
        summary.latency.max = 29_001
        summary.functionDuration = summary.latency
        summary.histogram.answered[18] = 500
        summary.callers = [CallerCount(userAgent: "okhttp/4.12.0", requests: summary.requests, failed: members.count)]
        for index in members {
            let failure = failures[index]
            let status = failure.request?.status ?? 0
            summary.statuses[status, default: 0] += 1
            if status >= 500 { summary.serverErrors += 1 } else if status >= 400 { summary.clientErrors += 1 }
            let bucket = Int((failure.time - Self.since) / Self.bucketMs)
            if status >= 500 {
                summary.series.serverErrors[min(95, bucket)] += 1
            } else if status >= 400 {
                summary.series.clientErrors[min(95, bucket)] += 1
            }
            summary.series.byCause[failure.verdict.cause, default: [Int](repeating: 0, count: Self.buckets)][min(95, bucket)] += 1
            summary.histogram.failed[30] += 1
            if let function = failure.function, !summary.functions.contains(function) { summary.functions.append(function) }
            guard status >= 400 else { continue }
            if let position = summary.causes.firstIndex(where: { $0.status == status && $0.cause == failure.verdict.cause }) {
                summary.causes[position].count += 1
                summary.causes[position].failures.append(index)
            } else {
                summary.causes.append(StatusCause(status: status, cause: failure.verdict.cause, count: 1, failures: [index]))
            }
        }
        summary.causes.sort { ($0.status, $0.cause.rawValue) < ($1.status, $1.cause.rawValue) }
        summary.versions = [
            VersionCount(version: "87", firstSeen: Self.since, lastSeen: Self.since + 5_000_000, invocations: 300, errors: 0),
            VersionCount(
                version: "88", firstSeen: Self.since + 5_400_000, lastSeen: Self.since + 9_000_000, invocations: 200, errors: 2),
        ]
    }

    private var functions: [FunctionSummary] {
        Set(failures.compactMap(\.function)).sorted().map { name in
            var summary = FunctionSummary(function: name, slug: name, buckets: Self.buckets)
            let members = failures.indices.filter { failures[$0].function == name }
            summary.failures = members
            summary.invocations = 1000
            summary.errors = members.count { failures[$0].invocation?.failed ?? false }
            summary.notReported = members.count - summary.errors
            summary.coldStarts = 12
            summary.memoryMB = 512
            summary.maxMemoryUsedMB = 188
            summary.timeoutMs = 10_000
            summary.duration.count = 1000
            summary.duration.p50 = 40
            summary.duration.p95 = 398
            summary.duration.p99 = 2000
            summary.duration.max = 9970
            summary.series.maxDurationMs[3] = 9970
            summary.series.maxMemoryUsedMB[3] = 188
            summary.series.invocations[3] = 1000
            summary.endpoints = Set(members.compactMap { failures[$0].endpoint }).sorted()
            var causes: [Cause: Int] = [:]
            for member in members { causes[failures[member].verdict.cause, default: 0] += 1 }
            summary.causes = causes.map { CauseCount(cause: $0.key, count: $0.value) }.sorted {
                $0.cause.rawValue < $1.cause.rawValue
            }
            for member in members where failures[member].invocation?.failed ?? false {
                let bucket = min(95, Int((failures[member].time - Self.since) / Self.bucketMs))
                summary.series.errors[bucket] += 1
                summary.series.byCause[failures[member].verdict.cause, default: [Int](repeating: 0, count: Self.buckets)][
                    bucket] += 1
            }
            summary.versions = [
                VersionCount(
                    version: "88", firstSeen: Self.since, lastSeen: Self.since + 9_000_000, invocations: 1000,
                    errors: summary.errors)
            ]
            return summary
        }
    }
}

extension InvocationDetails {
    var failed: Bool { status == .error || status == .timeout }
}
