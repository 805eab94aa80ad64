// Finds the page of a failure by any id that a person may hold: small scripts, each for the ids that begin alike.

import Model

/// `data/ids-a7.js` and its like. A page that is opened from a disk may load a script beside it, but nothing else.
///
/// An id's shard is chosen by the first four characters of its key, so that the first characters of an id, as lists show them, find
/// it too.
struct IDIndex {
    /// No shard's file is larger; a shard that would be says so, and holds the ids that sort first.
    static let maximumBytes = 1_000_000

    static func files(_ failures: [RedactedFailure]) -> [SiteFile] {
        var shards: [UInt8: Set<Entry>] = [:]
        for redacted in failures {
            for id in ids(redacted.failure) {
                guard let shard = shard(of: key(id)) else { continue }
                shards[shard, default: []].insert(Entry(id: id, page: redacted.failure.page))
            }
        }
        return shards.sorted { $0.key < $1.key }.map { shard, entries in file(shard, entries.sorted()) }
    }

    private struct Entry: Hashable, Comparable {
        var id: String
        var page: String

        static func < (left: Entry, right: Entry) -> Bool {
            let order = (left.id == right.id ? (left.page, right.page) : (left.id, right.id))
            return order.0.utf8.lexicographicallyPrecedes(order.1.utf8)
        }
    }

    private static func ids(_ failure: Failure) -> Set<String> {
        let request = failure.request
        let all = [
            failure.id, request?.id, request?.extendedID, request?.traceID, failure.invocation?.id, failure.authorizer?.id,
        ]
        return Set(all.compactMap(\.self).map { String($0.prefix(128)) })
    }

    /// What is compared: a trace id without the part that all traces of a second share.
    /// Source: AWS X-Ray developer guide, "Trace ID format": `1-` + 8 digits of time + `-` + 24 digits.
    static func key(_ id: String) -> Substring {
        let id = id.hasPrefix("Root=") ? id.dropFirst(5) : id[...]
        let parts = id.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "1" && parts[1].utf8.count == 8 ? parts[2] : id
    }

    /// FNV-1a over four bytes, folded; nil for a key that is too short to be looked up.
    static func shard(of key: Substring) -> UInt8? {
        let start = key.utf8.prefix(4)
        guard start.count == 4 else { return nil }
        var hash: UInt32 = 0x811C_9DC5
        for byte in start {
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            hash = (hash ^ UInt32(isCapital ? byte | 0x20 : byte)) &* 0x0100_0193
        }
        return UInt8(truncatingIfNeeded: hash ^ (hash >> 8))
    }

    private static func file(_ shard: UInt8, _ entries: [Entry]) -> SiteFile {
        let name = (shard < 16 ? "0" : "") + String(shard, radix: 16)
        var rows = ""
        var isWhole = true
        for entry in entries {
            let row = "[\(JSONText.string(entry.id).text),\(JSONText.string(entry.page).text)]"
            guard rows.utf8.count + row.utf8.count + 64 <= maximumBytes else {
                isWhole = false
                break
            }
            rows += (rows.isEmpty ? "" : ",\n") + row
        }
        let text = "faultlineIds(\"\(name)\",\(isWhole),[\n\(rows)\n]);\n"
        return SiteFile(path: "data/ids-\(name).js", bytes: Array(text.utf8))
    }
}
