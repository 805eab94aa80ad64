// Follows every link of every HTML page of a rendered site.

import Foundation

struct LinkCheck {
    private let files: [String: [UInt8]]
    private var anchors: [String: Set<String>] = [:]

    init(_ files: [String: [UInt8]]) {
        self.files = files
        for (path, bytes) in files where path.hasSuffix(".html") {
            anchors[path] = Set(LinkCheck.values(of: "id", in: String(decoding: bytes, as: UTF8.self)))
        }
    }

    /// "page -> target" for every link that leads nowhere, sorted.
    var broken: [String] {
        var broken: Set<String> = []
        for (path, bytes) in files where path.hasSuffix(".html") {
            let text = String(decoding: bytes, as: UTF8.self)
            for target in LinkCheck.values(of: "href", in: text) + LinkCheck.values(of: "src", in: text)
            where !resolves(target, from: path) {
                broken.insert("\(path) -> \(target)")
            }
        }
        return broken.sorted()
    }

    private func resolves(_ target: String, from page: String) -> Bool {
        let halves = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in halves[0].split(separator: "/") {
            if part == ".." {
                guard !parts.isEmpty else { return false }
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        let path = halves[0].isEmpty ? page : parts.joined(separator: "/")
        guard path == "manifest.json" || files[path] != nil else { return false }
        guard halves.count == 2, !halves[1].isEmpty else { return true }
        // There the fragment is a filter.
        if path == "explore.html" { return true }
        return anchors[path]?.contains(halves[1]) ?? false
    }

    /// The values of an attribute, entities read.
    static func values(of attribute: String, in html: String) -> [String] {
        html.components(separatedBy: " \(attribute)=\"").dropFirst().compactMap { rest in
            rest.split(separator: "\"", maxSplits: 1, omittingEmptySubsequences: false).first.map {
                $0.replacingOccurrences(of: "&amp;", with: "&")
            }
        }
    }
}
