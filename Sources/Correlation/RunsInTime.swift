// The runs of one function in order of start, and who may have called them: questions about a stretch of time take as many steps as there are
// halvings of it, however many runs and requests it holds.

import Model

struct RunsInTime {
    /// Places in the array of all runs.
    private let runs: [Int32]
    private let starts: [Timestamp]
    /// In milliseconds; the least of all where it is not known, which fits any wait.
    private let durations: [Int32]
    /// Two trees over the runs, leaves from `runs.count` on, the root at 1. Of each node the run with the shortest duration,
    private var shortest: [Int32]
    /// and the two longest waits of the requests whose stretch is put together from this node and others.
    private var longestWaits: [(Int32, Int32)]
    /// Stretches that are marked begin with 1 and end with -1.
    private var marks: [Int32]

    init(_ places: [Int32], of invocations: Column<InvocationRecord>) {
        let runs = places.sorted { invocations[Int($0)].start < invocations[Int($1)].start }
        let durations = runs.map { place in
            let hundredths = invocations[Int(place)].durationHundredths
            return hundredths < 0 ? Int32.min : hundredths / 100
        }
        var shortest = [Int32](repeating: 0, count: 2 * runs.count)
        for leaf in runs.indices { shortest[runs.count + leaf] = Int32(leaf) }
        for node in (1..<max(runs.count, 1)).reversed() {
            let (left, right) = (shortest[2 * node], shortest[2 * node + 1])
            shortest[node] = durations[Int(right)] < durations[Int(left)] ? right : left
        }
        self.runs = runs
        self.durations = durations
        self.shortest = shortest
        starts = runs.map { invocations[Int($0)].start }
        longestWaits = Array(repeating: (.min, .min), count: 2 * runs.count)
        marks = Array(repeating: 0, count: runs.count + 1)
    }

    /// Numbers of the runs that started in that time, both ends included.
    func started(from: Timestamp, until: Timestamp) -> Range<Int> {
        let first = starts.partitioningIndex { $0 >= from }
        return first..<max(first, starts.partitioningIndex { $0 > until })
    }

    /// The only run of the stretch that lasted no longer than `wait`, by its number; nil when none or several did.
    func onlyOne(in stretch: Range<Int>, within wait: Int32) -> Int? {
        guard let run = shortest(in: stretch), durations[run] <= wait else { return nil }
        for rest in [stretch.lowerBound..<run, run + 1..<stretch.upperBound] {
            if let other = shortest(in: rest), durations[other] <= wait { return nil }
        }
        return run
    }

    /// A request may have called each run of the stretch that lasted no longer than `wait`.
    mutating func woo(_ stretch: Range<Int>, within wait: Int32) {
        for node in nodes(of: stretch) {
            let (first, second) = longestWaits[node]
            longestWaits[node] = wait > first ? (wait, first) : (first, max(second, wait))
        }
    }

    /// A request may have called each run of the stretch, and nothing tells for how long it waited.
    mutating func mark(_ stretch: Range<Int>) {
        marks[stretch.lowerBound] += 1
        marks[stretch.upperBound] -= 1
    }

    /// How many requests woo the run; 2 stands for more as well.
    func wooers(of run: Int) -> Int {
        var count = 0
        var node = runs.count + run
        while node >= 1, count < 2 {
            let (first, second) = longestWaits[node]
            if first != .min, first >= durations[run] { count += 1 }
            if second != .min, second >= durations[run] { count += 1 }
            node /= 2
        }
        return min(count, 2)
    }

    func place(of run: Int) -> Int32 { runs[run] }

    /// Places of all runs that a request woos or has marked.
    var wooed: [Int32] {
        var open: Int32 = 0
        return runs.indices.filter { run in
            open += marks[run]
            return open > 0 || wooers(of: run) > 0
        }.map { runs[$0] }
    }

    private func shortest(in stretch: Range<Int>) -> Int? {
        var found: Int?
        for node in nodes(of: stretch) {
            let run = Int(shortest[node])
            if found.map({ durations[run] < durations[$0] }) ?? true { found = run }
        }
        return found
    }

    /// The nodes that the stretch is put together from.
    private func nodes(of stretch: Range<Int>) -> [Int] {
        var found: [Int] = []
        var (left, right) = (stretch.lowerBound + runs.count, stretch.upperBound + runs.count)
        while left < right {
            if left % 2 == 1 {
                found.append(left)
                left += 1
            }
            if right % 2 == 1 {
                right -= 1
                found.append(right)
            }
            left /= 2
            right /= 2
        }
        return found
    }
}
