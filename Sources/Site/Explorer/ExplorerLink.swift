// A link into the explorer with its filter set: the fragment that `explore-query.js` reads.

import Model

/// `explore.html#endpoint=GET+/users/%7Bid%7D&class=5xx&time=2026-03-12T12:00:00.000Z..2026-03-12T13:00:00.000Z`.
struct ExplorerLink: Sendable {
    /// What can be filtered by, under the names that the fragment uses.
    enum Key: String, Sendable {
        case endpoint, api, stage, method, status, layer, cause, group, function, version, start, agent, source, failed, outcome
        case statusClass = "class"
    }

    static let page = "explore.html"

    private var terms: [String] = []

    init() {}

    func with(_ key: Key, _ value: String?) -> ExplorerLink {
        guard let value, !value.isEmpty else { return self }
        return adding("\(key.rawValue)=\(Self.encoded(value))")
    }

    func with(_ key: Key, _ value: Int) -> ExplorerLink { with(key, String(value)) }

    func during(_ range: TimeRange) -> ExplorerLink { adding("time=\(range.since.iso)..\(range.until.iso)") }

    /// Opens the list of requests instead of the chart.
    var showingRequests: ExplorerLink { adding("view=requests") }

    /// From the site's root.
    var path: String { terms.isEmpty ? Self.page : Self.page + "#" + terms.joined(separator: "&") }

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
