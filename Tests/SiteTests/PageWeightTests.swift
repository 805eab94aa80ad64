// No page is heavy, whatever the night: a million requests, 20,000 failures, long names everywhere.

import Model
import Site
import Testing

@Suite struct PageWeightTests {
    @Test(.timeLimit(.minutes(20))) func `no page of a heavy night is above 300 kB`() throws {
        let parts = try plannedSite(heavyInput, jobs: 2).parts
        // The machine files come first. Pages of one kind differ in their rows only: the first ones and every 97th stand for all.
        var heaviest = (path: "", size: 0)
        var kinds: Set<String> = []
        for (index, part) in parts.enumerated() where (4..<40).contains(index) || index % 97 == 0 {
            for file in try part.render() where file.path.hasSuffix(".html") {
                kinds.insert(String(file.path.prefix { $0 != "/" && $0 != "." && $0 != "-" }))
                if file.bytes.count > heaviest.size { heaviest = (file.path, file.bytes.count) }
                #expect(file.bytes.count <= 300_000, "\(file.path)")
            }
        }
        #expect(kinds == ["coverage", "definitions", "endpoints", "failures", "functions", "groups", "index"])
        // A model of short names would prove nothing.
        #expect(heaviest.size > 100_000, "\(heaviest)")
    }

    // Longer names make links too long to be made.
    @Test(arguments: [60, 100]) func `no page of a night full of links is above 300 kB`(nameLength: Int) throws {
        let parts = try plannedSite(linkedInput(nameLength: nameLength), jobs: 2).parts
        var links = 0
        // The machine files come first, then the overview, the indices and the first endpoints.
        for part in parts[4..<20] {
            for file in try part.render() where file.path.hasSuffix(".html") {
                #expect(file.bytes.count <= 300_000, "\(file.path)")
                if file.path == "endpoints/index.html" {
                    links = String(decoding: file.bytes, as: UTF8.self).split(separator: "explore.html#").count - 1
                }
            }
        }
        #expect(links > 300)
    }
}

/// 130 endpoints, each with a failure in every row of its tables, and names of one length.
private func linkedInput(nameLength: Int) -> SiteInput {
    var night = NightBuilder()
    let causes: [Cause] = [
        .handledError, .invalidBody, .unhandledException, .throttled, .malformedResponse, .credentialsRejected,
    ]
    for number in 0..<130 {
        let name = "GET /\(number)/" + String(repeating: "order", count: 40).prefix(nameLength)
        for row in 0..<(number == 0 ? 576 : 3) {
            night.add(
                causes[row % causes.count], minutes: Double(row * 10 % 480) + 1, status: row % 2 == 0 ? 502 : 400, endpoint: name)
        }
    }
    var input = night.input
    for index in input.report.endpoints.indices {
        input.report.endpoints[index].histogram.answered = [Int](repeating: 7, count: LatencyHistogram.steps)
        input.report.endpoints[index].histogram.failed = [Int](repeating: 7, count: LatencyHistogram.steps)
        input.report.endpoints[index].series.ok = [Int](repeating: 9, count: NightBuilder.buckets)
        input.report.endpoints[index].series.redirects = [Int](repeating: 9, count: NightBuilder.buckets)
    }
    return input
}

/// 36 endpoints, 16 functions, 90 groups; a line of log only where the first failure needs it.
private let heavyInput: SiteInput = {
    var night = NightBuilder()
    let causes: [Cause] = [.handledError, .invalidBody, .unhandledException, .functionTimeout, .malformedResponse]
    for number in 0..<20_000 {
        let cause = causes[number % causes.count]
        let long = String(repeating: "orders<\"&\">/", count: 8)
        // Seven of ten failures are of one group of one endpoint.
        let place = number % 10 < 7 ? 0 : number % 120
        let group = number % 10 < 7 ? 0 : number % 300
        let digits = String(group, radix: 16)
        night.add(
            cause, minutes: Double(number) / 42, status: cause == .invalidBody ? 400 : 502, endpoint: "POST /\(place)/\(long)",
            function: "orders-\(place % 40)-with-a-name-as-long-as-lambda-allows-it-to-be",
            group: String(repeating: "0", count: 12 - digits.utf8.count) + digits
        ) { failure in
            if number > 0 { failure.lines = [] }
            failure.request?.userAgent = long
            failure.request?.message = long + long
            failure.request?.path = "/prod/\(number)/" + long
            if cause != .handledError, cause != .malformedResponse { failure.invocation?.status = .error }
        }
    }
    var input = night.input
    input.report.totals.requests = 1_000_000
    for index in input.report.groups.indices {
        input.report.groups[index].title = "OperationalError: " + String(repeating: "\u{2039}quoted\u{203A} \"<&>\" ", count: 40)
    }
    for index in input.report.endpoints.indices {
        input.report.endpoints[index].callers = (0..<10).map {
            CallerCount(userAgent: String(repeating: "Agent<&\"> ", count: 40) + "\($0)", requests: 9000, failed: 90)
        }
        input.report.endpoints[index].versions = (0..<60).map {
            VersionCount(
                version: "\($0)", firstSeen: NightBuilder.since, lastSeen: NightBuilder.since, invocations: 1000, errors: 10)
        }
    }
    input.report.coverage.inputs = (0..<900).map { number in
        var report = InputReport(path: "logs/" + String(repeating: "<&\">", count: 60) + "\(number)", format: "filter-log-events")
        report.reason = String(repeating: "a document with events ", count: 10)
        report.events = 1_000_000
        report.rejectedSamples = (0..<3).map {
            RejectedEvent(event: $0, reason: "not JSON", text: String(repeating: "<\"&\">", count: 100))
        }
        return report
    }
    return input
}()
