// The explorer's data files: a head with the dictionaries, and the rows in shards, each a script that hands itself over.

import Model

/// `data/explore.js` is read first and names all others.
struct ExplorerData: Sendable {
    /// No data file is larger (output-schema.md says 1 MB).
    static let maximumBytes = 900_000

    private let input: RedactedInput
    private let shards: [ExplorerShard]
    private let maximumBytes: Int

    init(_ input: RedactedInput, maximumBytes: Int = ExplorerData.maximumBytes) {
        self.input = input
        self.maximumBytes = maximumBytes
        shards = ExplorerShard.cut(input.rows, failures: input.failures, maximumBytes: maximumBytes)
    }

    /// Each part is rendered on its own.
    var parts: [SitePart] {
        let rows = input.rows
        let failures = input.failures
        return [SitePart { headFiles }]
            + shards.map { shard in SitePart { [shard.file(rows, failures: failures)] } }
    }

    private var headFiles: [SiteFile] {
        let lists = listFiles
        let names = lists.indices.map { "explore-names-\($0 + 1).js" }
        let head = call(head(lists: names))
        return [SiteFile(path: "data/explore.js", bytes: Array(head.utf8))]
            + zip(names, lists).map { SiteFile(path: "data/\($0)", bytes: Array(call($1).utf8)) }
    }

    private func call(_ value: JSONText) -> String { "faultlineExplore(\(value.text));\n" }

    private func head(lists: [String]) -> JSONText {
        let rows = input.rows
        let report = input.report
        return .object([
            ("kind", .string("head")), ("schema", .number(1)), ("rows", .number(rows.count)),
            ("requests", .number(rows.requests)),
            ("failures", .number(rows.failures.count)), ("summarised", .flag(rows.isSummarised)),
            ("since", .number(report.range.since.milliseconds)), ("until", .number(report.range.until.milliseconds)),
            (
                "zone",
                .object([
                    ("name", .string(report.zone.name)),
                    (
                        "offsets",
                        .array(
                            report.zone.transitions.map {
                                .array([.number($0.from.milliseconds), .number($0.offsetSeconds)])
                            })
                    ),
                ])
            ),
            (
                "shards",
                .array(
                    shards.map { shard in
                        .object([
                            ("file", .string(shard.name)), ("rows", .number(shard.rows.count)),
                            ("failures", .number(shard.failures.count)),
                            ("from", .number(rows.times[shard.rows.lowerBound])),
                            ("until", .number(rows.times[shard.rows.upperBound - 1])),
                        ])
                    })
            ),
            (
                "causes",
                .array(
                    Cause.allCases.map { cause in
                        .strings([cause.rawValue, cause.title, cause.layer.rawValue])
                    })
            ),
            ("lists", .strings(lists)),
        ])
    }

    /// Names, agents, groups, kinds and markers, in as many files as it takes.
    private var listFiles: [JSONText] {
        var files: [JSONText] = []
        var lists: [(name: String, values: [JSONText])] = []
        var bytes = 0
        for (name, values) in allLists {
            lists.append((name, []))
            for value in values {
                let cost = value.text.utf8.count + 1
                if bytes + cost > maximumBytes - 200, bytes > 0 {
                    files.append(listFile(lists))
                    lists = [(name, [])]
                    bytes = 0
                }
                lists[lists.count - 1].values.append(value)
                bytes += cost
            }
        }
        return files + [listFile(lists)]
    }

    private func listFile(_ lists: [(name: String, values: [JSONText])]) -> JSONText {
        .object([("kind", .string("lists")), ("lists", .object(lists.map { ($0.name, .array($0.values)) }))])
    }

    private var allLists: [(name: String, values: [JSONText])] {
        let rows = input.rows
        return [
            ("names", rows.names.map { .string($0) }), ("agents", rows.agents.map { .string($0) }),
            ("groups", input.report.groups.map { .strings([$0.id, clipped($0.title, 120)]) }),
            (
                "markers",
                input.report.markers.map { .array([.number($0.time.milliseconds), .string($0.label)]) }
            ), ("kinds", rows.kinds.map(kindJSON)),
        ]
    }

    /// The order is the one in which `explore-store.js` reads them.
    private func kindJSON(_ kind: RowKind) -> JSONText {
        let cause = kind.cause.flatMap { Cause.allCases.firstIndex(of: $0) } ?? -1
        let start = kind.coldStart.map { $0 ? 2 : 1 } ?? 0
        let numbers = [
            Int(kind.endpoint), Int(kind.api), Int(kind.stage), Int(kind.method), Int(kind.function), Int(kind.version),
            Int(kind.status), cause, Int(kind.group), start, kind.outcome.rawValue, kind.isRequest ? 1 : 0, kind.hasUUID ? 1 : 0,
            kind.clientFailed ? 1 : 0,
        ]
        return .array(numbers.map { .number($0) })
    }
}
