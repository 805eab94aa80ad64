// A link into the explorer with its filter set: the fragment that `explore-query.js` reads.

import MarkdownHTML
import Model

/// `explore.html#endpoint=GET+/users/%7Bid%7D&class=5xx&time=2026-03-12T12:00Z..2026-03-12T13:00Z`.
struct ExplorerLink: Sendable {
    /// What can be filtered by, under the names that the fragment uses.
    enum Key: String, Sendable {
        case endpoint, api, stage, method, status, client, layer, cause, group, function, version, start, agent, source, failed,
            outcome
        case statusClass = "class"
    }

    enum Percentile: String, Sendable { case p50, p95, p99 }

    static let page = "explore.html"

    private var terms: [String] = []

    init() {}

    /// Rows that have one of the values.
    func with(_ key: Key, _ values: String...) -> ExplorerLink { with(key, values) }

    private func with(_ key: Key, _ values: [String]) -> ExplorerLink {
        adding("\(key.rawValue)=\(values.map(Self.encoded).joined(separator: ","))")
    }

    /// Rows whose latency is in the range, both ends included.
    func taking(_ milliseconds: ClosedRange<Int>) -> ExplorerLink {
        adding("latency=\(milliseconds.lowerBound)..\(milliseconds.upperBound)")
    }

    /// Rows that have none of the values.
    func without(_ key: Key, _ values: String...) -> ExplorerLink {
        adding("-\(key.rawValue)=\(values.map(Self.encoded).joined(separator: ","))")
    }

    /// Rows whose latency is known: what percentiles are taken from.
    var timed: ExplorerLink { adding("latency=0..") }

    /// With the terms of the other link too.
    func and(_ other: ExplorerLink) -> ExplorerLink { other.terms.reduce(self) { $0.adding($1) } }

    func during(_ range: TimeRange) -> ExplorerLink { adding("time=\(Self.short(range.since))..\(Self.short(range.until))") }

    /// Opens the list of requests instead of the chart.
    var showingRequests: ExplorerLink { adding("view=requests") }

    /// The list with the slowest request on top.
    var slowestFirst: ExplorerLink { adding("view=requests&sort=-latency") }

    /// The chart of one percentile, which also says that of all rows together.
    func charting(_ percentile: Percentile) -> ExplorerLink { adding("measure=\(percentile.rawValue)&by=none") }

    /// From the site's root.
    var path: String { terms.isEmpty ? Self.page : Self.page + "#" + terms.joined(separator: "&") }

    /// A number as the link to the requests that it counts.
    func number(_ count: Int, root: String) -> Markdown {
        count > 0 ? words(grouped(count), root: root) : "0"
    }

    /// Words that name a count, as the link to the requests: "1,286 requests".
    func words(_ words: String, root: String) -> Markdown { showingRequests.linked(.text(words), root: root) }

    /// A value that is no count, as the link to what this shows.
    func linked(_ words: Markdown, root: String) -> Markdown { isShort ? .link(words, to: root + path) : words }

    /// For a bar; empty, which is no link, for a long one.
    func bar(root: String) -> String { isShort ? root + path : "" }

    /// A filter on a very long name would stand eight times in each of a hundred rows of a page, which may have 300 kB.
    private var isShort: Bool { path.utf8.count <= Self.longest }

    private static let longest = 180

    /// Without the seconds and milliseconds that are zero.
    private static func short(_ time: Timestamp) -> String {
        var text = Array(time.iso.utf8.dropLast())
        if text.suffix(4).elementsEqual(".000".utf8) { text.removeLast(4) }
        if text.count == 19, text.suffix(3).elementsEqual(":00".utf8) { text.removeLast(3) }
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }

    private func adding(_ term: String) -> ExplorerLink {
        var link = self
        link.terms.append(term)
        return link
    }

    /// A space is `+`; letters, digits and `- . _ ~ / :` stand for themselves, all else is percent-encoded.
    private static func encoded(_ value: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ":"):
                bytes.append(byte)
            case UInt8(ascii: " "): bytes.append(UInt8(ascii: "+"))
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

// What the pages are about, as filters.

extension ExplorerLink {
    /// How the explorer calls what has no name.
    private static let none = "(none)"

    /// All requests of an endpoint; those that matched no route are together.
    init(_ endpoint: EndpointSummary) {
        self = ExplorerLink().with(.endpoint, endpoint.endpoint ?? Self.none)
        guard endpoint.endpoint != nil else { return }
        self = with(.api, endpoint.api ?? Self.none).with(.stage, endpoint.stage ?? Self.none)
    }

    /// Requests, without the runs that no client waited for.
    var requestsOnly: ExplorerLink { with(.client, "answered", "failed") }

    /// Everything that has a page of its own.
    var failures: ExplorerLink { with(.failed, "yes") }

    /// Requests whose client got 400 or more.
    var clientFailed: ExplorerLink { with(.statusClass, "4xx", "5xx") }

    /// Failures whose client got no error, or that no client waited for.
    var unseen: ExplorerLink { failures.without(.statusClass, "4xx", "5xx") }

    /// Failing requests of which no metric of a function tells.
    var silent: ExplorerLink { with(client: .failed).with(outcomes: [.succeeded, .neverRan]) }

    func with(_ cause: Cause) -> ExplorerLink { with(.cause, cause.rawValue) }

    func with(_ layer: Layer) -> ExplorerLink { with(.layer, layer.rawValue) }

    /// The failures of one status and cause.
    func with(_ cause: StatusCause) -> ExplorerLink { with(status: cause.status).with(cause.cause) }

    func with(status: Int) -> ExplorerLink { with(.status, String(status)) }

    /// What the client got; `none` is a run that no client waited for.
    func with(client: ClientOutcome) -> ExplorerLink { with(.client, client == .none ? "none" : client.rawValue) }

    /// Rows whose function did one of these.
    func with(outcomes: [FunctionOutcome]) -> ExplorerLink {
        let names = outcomes.map { outcome in
            switch outcome {
            case .succeeded: "succeeded"
            case .failed: "failed"
            case .neverRan: "never-ran"
            case .unknown: "unknown"
            }
        }
        return with(.outcome, names)
    }
}

extension FailureList {
    /// The same failures in the explorer.
    func explorer(_ stretches: Stretches) -> ExplorerLink {
        let failures = ExplorerLink().failures
        switch self {
        case .all: return failures
        case .clientErrors: return failures.with(.statusClass, "4xx")
        case .serverErrors: return failures.with(.statusClass, "5xx")
        case .functionErrors: return failures.with(.outcome, "failed")
        case .cause(let cause): return failures.with(cause)
        case .outcome(let client, let function): return failures.with(client: client).with(outcomes: [function])
        case .stretch(let number): return failures.during(stretches.range(number))
        }
    }
}

/// "As a chart", behind what a list says of itself.
func asChart(_ link: ExplorerLink, root: String) -> Markdown { .link("As a chart", to: root + link.path) }

/// Explains itself where a page offers it among its facts.
func explorerFact(_ link: ExplorerLink, root: String) -> Fact {
    Fact("Explorer", .link("its requests as a chart and a list", to: root + link.path))
}
