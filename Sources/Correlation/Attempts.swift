// The runs of an id that has very many: a further part finds its own without asking each of them.

import Model

/// Answers what `runs.first { $0.isSameRun(as: part) }` would, in a time that does not depend on how many runs there are.
struct Attempts {
    private enum Start: Hashable {
        case at(Timestamp)
        case unknown(stream: Name, logGroup: Name, attempt: UInt8)
    }

    /// Places in the array of all runs, in order; everything below counts in this list.
    private var places: [Int32] = []
    private var byStart: [Start: Int] = [:]
    private var byEnd: [Timestamp: Int] = [:]
    private var byEndAlone: [Timestamp: Int] = [:]
    /// The first runs that may lack START, REPORT, both. A run only ever gains them.
    private var withoutStart = 0
    private var withoutReport = 0
    private var withoutBoth = 0

    init(_ places: [Int32], in runs: borrowing GrowingFactColumn<InvocationFact>) {
        for place in places { add(place, in: runs) }
    }

    mutating func add(_ place: Int32, in runs: borrowing GrowingFactColumn<InvocationFact>) {
        places.append(place)
        note(runs[Int(place)], places.count - 1)
    }

    /// To be told when a run has taken in a part.
    mutating func changed(_ place: Int32, in runs: borrowing GrowingFactColumn<InvocationFact>) {
        // Places ascend.
        note(runs[Int(place)], places.partitioningIndex { $0 >= place })
    }

    mutating func first(for part: InvocationFact, in runs: borrowing GrowingFactColumn<InvocationFact>) -> Int32? {
        func run(_ number: Int) -> InvocationFact { runs[Int(places[number])] }
        func advance(_ cursor: inout Int, while isPast: (InvocationFact) -> Bool) -> Int? {
            while cursor < places.count, isPast(run(cursor)) { cursor += 1 }
            return cursor < places.count ? cursor : nil
        }
        var found: [Int?] = []
        if part.hasStart {
            found.append(byStart[Self.start(of: part)])
            if part.hasReport {
                found.append(advance(&withoutBoth) { $0.hasStart || $0.hasReport })
                found.append(byEndAlone[part.end].flatMap { run($0).hasStart ? nil : $0 })
            } else {
                found.append(advance(&withoutStart) { $0.hasStart })
            }
        } else if part.hasReport {
            found = [byEnd[part.end], advance(&withoutReport) { $0.hasReport }]
        } else {
            return places.first
        }
        return found.compactMap(\.self).min().map { places[$0] }
    }

    private mutating func note(_ run: InvocationFact, _ number: Int) {
        func keepFirst(_ table: inout [Timestamp: Int], _ key: Timestamp) { table[key] = min(table[key] ?? number, number) }
        if run.hasStart { byStart[Self.start(of: run)] = min(byStart[Self.start(of: run)] ?? number, number) }
        if run.hasReport { keepFirst(&byEnd, run.end) }
        if run.hasReport && !run.hasStart { keepFirst(&byEndAlone, run.end) }
    }

    private static func start(of run: InvocationFact) -> Start {
        run.start.isKnown
            ? .at(run.start) : .unknown(stream: run.stream, logGroup: run.logGroup, attempt: run.attempt)
    }
}
