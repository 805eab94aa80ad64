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

    static let page = "explore.html"

    private var terms: [String] = []

    init() {}

    /// Rows that have one of the values.
    func with(_ key: Key, _ values: String...) -> ExplorerLink {
        adding("\(key.rawValue)=\(values.map(Self.encoded).joined(separator: ","))")
    }

    /// Rows whose latency is in the range, both ends included.
    func taking(_ milliseconds: ClosedRange<Int>) -> ExplorerLink {
        adding("latency=\(milliseconds.lowerBound)..\(milliseconds.upperBound)")
    }

    /// With the terms of the other link too.
    func and(_ other: ExplorerLink) -> ExplorerLink { other.terms.reduce(self) { $0.adding($1) } }

    func during(_ range: TimeRange) -> ExplorerLink { adding("time=\(Self.short(range.since))..\(Self.short(range.until))") }

    /// Opens the list of requests instead of the chart.
    var showingRequests: ExplorerLink { adding("view=requests") }

    /// What the requests took, instead of when they came.
    var showingLatency: ExplorerLink { adding("show=latency") }

    /// From the site's root.
    var path: String { terms.isEmpty ? Self.page : Self.page + "#" + terms.joined(separator: "&") }

    /// A number as the link to the requests that it counts.
    func number(_ count: Int, root: String) -> Markdown {
        guard count > 0 else { return "0" }
        return showingRequests.isShort ? .link(.text(grouped(count)), to: root + showingRequests.path) : .text(grouped(count))
    }

    /// For a bar; empty, which is no link, for a long one.
    func bar(root: String) -> String { isShort ? root + path : "" }

    /// A filter on a very long name would stand hundreds of times on a page, which may have 300 kB.
    private var isShort: Bool { path.utf8.count <= 240 }

    /// Without the seconds and milliseconds that are zero.
    private static func short(_ time: Timestamp) -> String {
        var text = time.iso.dropLast()
        if text.hasSuffix(".000") { text = text.dropLast(4) }
        if text.utf8.count == 19, text.hasSuffix(":00") { text = text.dropLast(3) }
        return text + "Z"
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

    func with(_ outcome: FunctionOutcome) -> ExplorerLink {
        switch outcome {
        case .succeeded: with(.outcome, "succeeded")
        case .failed: with(.outcome, "failed")
        case .neverRan: with(.outcome, "never-ran")
        case .unknown: with(.outcome, "unknown")
        }
    }
}

extension FailureList {
    /// The same failures in the explorer.
    func explorer(_ stretches: Stretches) -> ExplorerLink {
        let failures = ExplorerLink().with(.failed, "yes")
        switch self {
        case .all: return failures
        case .clientErrors: return failures.with(.statusClass, "4xx")
        case .serverErrors: return failures.with(.statusClass, "5xx")
        case .functionErrors: return failures.with(.outcome, "failed")
        case .cause(let cause): return failures.with(.cause, cause.rawValue)
        case .outcome(.none, let function): return failures.with(.client, "none").with(function)
        case .outcome(let client, let function): return failures.with(.client, client.rawValue).with(function)
        case .stretch(let number): return failures.during(stretches.range(number))
        }
    }
}

/// Explains itself where a page offers it among its facts.
func explorerFact(_ link: ExplorerLink, root: String) -> Fact {
    Fact("Explorer", .link("its requests as a chart and a list", to: root + link.path))
}
