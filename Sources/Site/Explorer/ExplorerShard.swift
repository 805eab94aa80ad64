// A stretch of the explorer's rows as one script that hands itself over.

import Model

/// The texts of one failure that the explorer shows and searches.
struct ExplorerFailure: Sendable {
    /// The error's type and message, else the gateway's message, else the verdict.
    let message: String
    let source: String
    private let id: String

    private static let longestMessage = 160

    init(_ failure: Failure) {
        let error = failure.error.map { error in (error.type.map { $0 + ": " } ?? "") + error.message }
        let text = error ?? failure.request?.message ?? failure.verdict.sentence
        message = clipped(text.split(whereSeparator: \.isWhitespace).joined(separator: " "), Self.longestMessage)
        source = failure.request?.sourceIP ?? ""
        id = failure.id
    }

    /// The 16 bytes that the first 32 digits of the id stand for, and what follows the digits; other ids are wholly in the rest.
    var idParts: (bytes: [UInt8], rest: String) {
        let digits = id.prefix(32)
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        for (place, digit) in digits.utf8.enumerated() {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            default: return (Array(repeating: 0, count: 16), id)
            }
            byte = byte << 4 | value
            if place % 2 == 1 { bytes.append(byte) }
        }
        return bytes.count == 16 ? (bytes, String(id.dropFirst(32))) : (Array(repeating: 0, count: 16), id)
    }
}

/// Where a script begins and ends among the rows and among the failures of `ExplorerRows`.
struct ExplorerShard: Sendable {
    var number: Int
    var rows: Range<Int>
    /// Indices into `ExplorerRows.failures`.
    var failures: Range<Int>

    var name: String { "explore-\(number + 1).js" }

    /// Cut so that no script is larger than `maximumBytes`.
    static func cut(_ rows: ExplorerRows, failures: [RedactedFailure], maximumBytes: Int) -> [ExplorerShard] {
        var shards: [ExplorerShard] = []
        var start = 0
        var firstFailure = 0
        var nextFailure = 0
        var bytes = Self.frameBytes
        var texts: Set<String> = []
        for row in 0..<rows.count {
            var cost = columnBytes(rows, row)
            var added: [String] = []
            let isFailure = nextFailure < rows.failures.count && rows.failures[nextFailure].row == row
            if isFailure {
                let failure = ExplorerFailure(failures[rows.failures[nextFailure].failure].failure)
                cost += 40 + failure.idParts.rest.utf8.count * 2
                added = [failure.message, failure.source]
                for text in added where !texts.contains(text) { cost += JSONText.string(text).text.utf8.count + 1 }
            }
            if bytes + cost > maximumBytes, row > start {
                shards.append(ExplorerShard(number: shards.count, rows: start..<row, failures: firstFailure..<nextFailure))
                start = row
                firstFailure = nextFailure
                bytes = Self.frameBytes + added.reduce(0) { $0 + JSONText.string($1).text.utf8.count + 1 }
                texts = []
            }
            bytes += cost
            texts.formUnion(added)
            if isFailure { nextFailure += 1 }
        }
        if start < rows.count {
            shards.append(ExplorerShard(number: shards.count, rows: start..<rows.count, failures: firstFailure..<nextFailure))
        }
        return shards
    }

    /// Names of the columns and what base64 rounds up.
    private static let frameBytes = 1_000

    /// Base64 makes four bytes of three.
    private static func columnBytes(_ rows: ExplorerRows, _ row: Int) -> Int {
        let gap = row == 0 ? 0 : UInt64(rows.times[row] - rows.times[row - 1])
        let raw =
            3 + ColumnBytes.length(gap) + ColumnBytes.length(UInt64(rows.kindOfRow[row]))
            + ColumnBytes.length(UInt64(rows.agentOfRow[row])) + ColumnBytes.length(UInt64(rows.latencies[row] + 1))
            + (rows.counts.isEmpty ? 0 : ColumnBytes.length(UInt64(rows.counts[row])))
        return (raw * 4 + 2) / 3
    }

    func file(_ source: ExplorerRows, failures all: [RedactedFailure]) -> SiteFile {
        var times = ColumnBytes()
        var kinds = ColumnBytes()
        var agents = ColumnBytes()
        var latencies = ColumnBytes()
        var ids = ColumnBytes()
        var counts = ColumnBytes()
        for row in rows {
            times.append(row == rows.lowerBound ? 0 : UInt64(source.times[row] - source.times[row - 1]))
            kinds.append(UInt64(source.kindOfRow[row]))
            agents.append(UInt64(source.agentOfRow[row]))
            latencies.append(UInt64(source.latencies[row] + 1))
            ids.append24(source.ids[row])
            if !source.counts.isEmpty { counts.append(UInt64(source.counts[row])) }
        }
        let members: [(String, JSONText)] = [
            ("kind", .string("rows")), ("shard", .number(number)), ("times", .string(times.base64)),
            ("kinds", .string(kinds.base64)), ("agents", .string(agents.base64)), ("latencies", .string(latencies.base64)),
            ("ids", .string(ids.base64)), ("counts", .string(counts.base64)), ("failures", failureColumns(source, all)),
        ]
        let text = "faultlineExplore(\(JSONText.object(members).text));\n"
        return SiteFile(path: "data/\(name)", bytes: Array(text.utf8))
    }

    private func failureColumns(_ source: ExplorerRows, _ all: [RedactedFailure]) -> JSONText {
        var places = ColumnBytes()
        var ids = ColumnBytes()
        var rests: [(String, JSONText)] = []
        var messages = TextColumn()
        var sources = TextColumn()
        var last = rows.lowerBound
        for (number, place) in source.failures[failures].enumerated() {
            places.append(UInt64(place.row - last))
            last = place.row
            let failure = ExplorerFailure(all[place.failure].failure)
            let id = failure.idParts
            ids.append(raw: id.bytes)
            if !id.rest.isEmpty { rests.append((String(number), .string(id.rest))) }
            messages.append(failure.message)
            sources.append(failure.source)
        }
        return .object([
            ("rows", .string(places.base64)), ("ids", .string(ids.base64)), ("rests", .object(rests)),
            ("messages", .strings(messages.texts)), ("messageOf", .string(messages.places.base64)),
            ("sources", .strings(sources.texts)), ("sourceOf", .string(sources.places.base64)),
        ])
    }
}

/// Texts said once, and for each value its place among them.
private struct TextColumn {
    private(set) var texts: [String] = []
    private(set) var places = ColumnBytes()
    private var known: [String: Int] = [:]

    mutating func append(_ text: String) {
        let place = known[text] ?? texts.count
        if place == texts.count {
            known[text] = place
            texts.append(text)
        }
        places.append(UInt64(place))
    }
}
