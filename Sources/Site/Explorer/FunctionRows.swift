// What the explorer holds of each function, so that a number of runs is a link only where the explorer shows as many.

import MarkdownHTML
import Model

/// Some runs of a function: the same as a filter and as a test of rows. What is nil does not matter.
struct RunFilter: Sendable {
    var outcomes: [FunctionOutcome] = []
    var cause: Cause?
    var version: String?
    var client: ClientOutcome?
    var isCold = false

    fileprivate func holds(_ kind: RowKind, names: [String]) -> Bool {
        (outcomes.isEmpty || outcomes.contains(kind.outcome)) && (cause == nil || kind.cause == cause)
            && (version == nil || names[Int(kind.version)] == version) && (!isCold || kind.coldStart == true)
            && (client == nil || kind.client == client)
    }

    func link(_ function: String) -> ExplorerLink {
        var link = ExplorerLink().with(.function, function)
        if !outcomes.isEmpty { link = link.with(outcomes: outcomes) }
        if let cause { link = link.with(cause) }
        if let version { link = link.with(.version, version) }
        if let client { link = link.with(client: client) }
        return isCold ? link.with(.start, "cold") : link
    }
}

extension RowKind {
    fileprivate var client: ClientOutcome { isRequest ? (clientFailed ? .failed : .answered) : .none }
}

/// The explorer has a row for each request and for each failing run without one. A function whose runs are all of these is counted
/// alike here and there; an authorizer, a worker of a queue or a function that was called twice for a request is not.
struct FunctionRows: Sendable {
    private let names: [String]
    private let kinds: [RowKind]
    /// How many requests or runs are of each kind.
    private let counts: [Int]
    private let numberOf: [String: Int]
    /// By number of the function: its kinds, its failing runs by the time of their rows, its rows in each column of the axis.
    private var kindsOf: [[Int]]
    private var failedOf: [[(time: Timestamp, cause: Cause?)]]
    private var columns: [Int]
    private let columnCount: Int

    init(_ rows: ExplorerRows, axis: TimeAxis) {
        var numberOf: [String: Int] = [:]
        let functionOfKind = rows.kinds.map { kind -> Int in
            guard kind.function > 0 else { return -1 }
            let name = rows.names[Int(kind.function)]
            let number = numberOf[name] ?? numberOf.count
            numberOf[name] = number
            return number
        }
        kindsOf = Array(repeating: [], count: numberOf.count)
        failedOf = Array(repeating: [], count: numberOf.count)
        columns = Array(repeating: 0, count: numberOf.count * axis.columns)
        for (kind, function) in functionOfKind.enumerated() where function >= 0 { kindsOf[function].append(kind) }
        var counts = Array(repeating: 0, count: rows.kinds.count)
        for row in 0..<rows.count {
            let kind = Int(rows.kindOfRow[row])
            let count = rows.counts.isEmpty ? 1 : Int(rows.counts[row])
            counts[kind] += count
            let function = functionOfKind[kind]
            guard function >= 0 else { continue }
            let time = Timestamp(milliseconds: rows.times[row])
            if let column = axis.column(of: time) { columns[function * axis.columns + column] += count }
            if rows.kinds[kind].outcome == .failed { failedOf[function].append((time, rows.kinds[kind].cause)) }
        }
        self.counts = counts
        self.numberOf = numberOf
        names = rows.names
        kinds = rows.kinds
        columnCount = axis.columns
    }

    /// How many rows of the function the explorer shows.
    func count(_ function: String, _ filter: RunFilter) -> Int {
        guard let number = numberOf[function] else { return 0 }
        return kindsOf[number].reduce(0) { filter.holds(kinds[$1], names: names) ? $0 + counts[$1] : $0 }
    }

    /// Failing runs whose rows lie in the range.
    func failed(_ function: String, _ cause: Cause?, in range: TimeRange) -> Int {
        guard let number = numberOf[function] else { return 0 }
        return failedOf[number].count {
            $0.time >= range.since && $0.time < range.until && (cause == nil || $0.cause == cause)
        }
    }

    /// A number of runs, as a link where the explorer counts the same.
    func number(_ count: Int, _ function: String, _ filter: RunFilter, root: String) -> Markdown {
        self.count(function, filter) == count ? filter.link(function).number(count, root: root) : .text(grouped(count))
    }

    /// A number of failing runs in a stretch of time, likewise.
    func number(_ count: Int, failedIn range: TimeRange, _ function: String, _ cause: Cause?, root: String) -> Markdown {
        guard failed(function, cause, in: range) == count else { return .text(grouped(count)) }
        return RunFilter(outcomes: [.failed], cause: cause).link(function).during(range).number(count, root: root)
    }

    /// For each column of the time axis the requests and runs of the function in it; empty where the explorer holds none.
    func bars(_ function: String, _ axis: TimeAxis, root: String) -> [String] {
        guard let number = numberOf[function] else { return [] }
        let link = ExplorerLink().with(.function, function)
        return (0..<columnCount).map { column in
            columns[number * columnCount + column] > 0 ? link.during(axis.range(column)).bar(root: root) : ""
        }
    }
}
