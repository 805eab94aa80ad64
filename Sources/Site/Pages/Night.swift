// What every page looks up: the redacted report, its failures, and who belongs where.

import MarkdownHTML
import Model

/// A class, so that who asks for one fact of the night does not copy all of it.
final class Night: Sendable {
    let input: RedactedInput
    let templates: TemplateSet
    let frame: PageFrame
    let paths: ListPaths
    let stretches: Stretches
    let lists: FailureLists
    let axis: TimeAxis
    let functionRows: FunctionRows
    private let outcomes: [FunctionOutcome?]
    /// By failure: the index of its endpoint in the report; `report.endpoints.count` is "no route", -1 none.
    private let endpointIndex: [Int]
    private let groupIndex: [String: Int]
    private let functionPages: [String: String]
    /// By log group and stream: failures in order of time.
    private let containers: [String: [Int]]
    private let slowestOfGroup: [String: Int]
    /// Endpoint names that several APIs or stages have.
    private let ambiguousNames: Set<String>
    let largestGroup: Int

    init(_ input: RedactedInput, templates: TemplateSet, frame: PageFrame) {
        self.input = input
        self.templates = templates
        self.frame = frame
        let report = input.report
        paths = ListPaths(report)
        stretches = Stretches(report.series)
        outcomes = input.rows.outcomes(ofFailures: input.failures.count)
        lists = FailureLists(input.failures, outcomes: outcomes, stretches: stretches)
        axis = TimeAxis(report.series, zone: report.zone)
        functionRows = FunctionRows(input.rows, axis: axis)
        var endpointIndex = Array(repeating: -1, count: input.failures.count)
        for (index, endpoint) in (report.endpoints + (report.noRoute.map { [$0] } ?? [])).enumerated() {
            for failure in endpoint.failures where endpointIndex.indices.contains(failure) { endpointIndex[failure] = index }
        }
        self.endpointIndex = endpointIndex
        groupIndex = Dictionary(
            report.groups.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        functionPages = Dictionary(
            report.functions.map { ($0.function, $0.page) }, uniquingKeysWith: { first, _ in first })
        var containers: [String: [Int]] = [:]
        for (index, failure) in input.failures.enumerated() {
            if let key = containerKey(failure.failure) { containers[key, default: []].append(index) }
        }
        self.containers = containers
        largestGroup = report.groups.map(\.members.count).max() ?? 0
        var names: Set<String> = []
        ambiguousNames = Set(report.endpoints.compactMap(\.endpoint).filter { !names.insert($0).inserted })
        slowestOfGroup = Dictionary(
            report.groups.compactMap { group in slowestMember(group.members, input.failures).map { (group.id, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// A number of a page in the site's root, as the link to the list behind it when that has members.
    func count(_ value: Int, _ list: FailureList) -> Markdown {
        lists[list].isEmpty ? .text(grouped(value)) : .link(.text(grouped(value)), to: list.page)
    }

    /// A value of the latency of the link's requests, as the link to the chart of that percentile; a night whose healthy requests are
    /// counts has steps of latency only.
    func percentile(
        _ words: Markdown, _ percentile: ExplorerLink.Percentile, of link: ExplorerLink, root: String
    ) -> Markdown {
        words == "\u{2013}" || input.rows.isSummarised ? words : link.charting(percentile).linked(words, root: root)
    }

    var report: Report { input.report }
    var zone: DisplayZone { input.report.zone }

    func failure(_ index: Int) -> Failure { input.failures[index].failure }

    /// What the function did in a failure, as the report counts it.
    func functionOutcome(_ index: Int) -> FunctionOutcome { outcomes[index] ?? failure(index).functionOutcome }

    func endpoint(of failure: Int) -> EndpointSummary? {
        let index = endpointIndex[failure]
        if index < 0 { return nil }
        return index < report.endpoints.count ? report.endpoints[index] : report.noRoute
    }

    /// Two APIs or stages with the same route are two endpoints; lists then tell them apart.
    func isAmbiguous(_ endpoint: EndpointSummary) -> Bool { endpoint.endpoint.map(ambiguousNames.contains) ?? false }

    func group(of failure: Failure) -> FailureGroup? { groupIndex[failure.group].map { report.groups[$0] } }

    /// Failures of a stretch of time.
    func failureIndices(from: Timestamp, until: Timestamp) -> Range<Int> {
        firstFailure(notBefore: from)..<firstFailure(notBefore: until)
    }

    private func firstFailure(notBefore time: Timestamp) -> Int {
        var low = 0
        var high = input.failures.count
        while low < high {
            let middle = (low + high) / 2
            if failure(middle).time < time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The member whose client waited, or whose run took, longest.
    func slowest(of group: FailureGroup) -> Int? { slowestOfGroup[group.id] }

    func page(ofFunction name: String) -> String? { functionPages[name] }

    /// Failures of the same execution environment, in order of time.
    func container(of failure: Failure) -> [Int] { containerKey(failure).flatMap { containers[$0] } ?? [] }
}

private func containerKey(_ failure: Failure) -> String? {
    guard let invocation = failure.invocation, let stream = invocation.logStream else { return nil }
    return "\(invocation.logGroup ?? "")\n\(stream)"
}

private func slowestMember(_ members: [Int], _ failures: [RedactedFailure]) -> Int? {
    var slowest: (index: Int, ms: Double)?
    for member in members {
        guard let ms = failures[member].failure.tookMs, ms > slowest?.ms ?? -1 else { continue }
        slowest = (member, ms)
    }
    return slowest?.index
}
