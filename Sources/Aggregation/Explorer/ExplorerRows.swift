// The rows of the explorer: the requests are cut into stretches, whose rows are made on all cores and put together in order. Above a
// stated size healthy requests become exact counts.

package import Model
import Workers

/// Requests up to this number are held one by one.
package let explorerLimit = 5_000_000

/// All requests and background failures of the night. With more than `limit` requests, those without a page are counts per minute, kind
/// and step of latency; failures are whole in any case. The same on any number of threads and for any length of the stretches.
package func explorerRows(
    _ input: SummaryInput, jobs: Int, limit: Int = explorerLimit, stretch length: Int = 1 << 15
) -> ExplorerRows {
    let source = RowSource(input, summarised: input.night.requests.count > limit)
    let count = max(1, (source.requests.count + length - 1) / length)
    let merged = inOrder(count, jobs: jobs, into: RowMerger(source), desk: { ByName<UInt32>(names: input.night.names) }) {
        number, names in
        let stretch = number * length..<min((number + 1) * length, source.requests.count)
        return RowStretch(stretch, of: source, names: &names)
    } take: {
        $0.append($1)
    }
    return merged.finish()
}

/// What rows are made from.
struct RowSource: Sendable {
    let input: SummaryInput
    let requests: Column<JoinedRequest>
    let reader: NightReader
    let failures: FailuresByRequest
    /// By failure; -1 for one without a group.
    let groupOfFailure: [Int32]
    /// The failures that are runs without a request, in order of time.
    let runs: [Int]
    let agents: Callers
    /// Healthy requests become counts.
    let summarised: Bool

    init(_ input: SummaryInput, summarised: Bool) {
        self.input = input
        self.summarised = summarised
        requests = input.night.requests
        reader = NightReader(input.night)
        failures = FailuresByRequest(input.candidates, requests: requests.count)
        runs = input.candidates.indices.filter { input.candidates[$0].request < 0 }
        agents = Callers(in: input.night, shown: summarised ? failures : nil)
        var groups = [Int32](repeating: -1, count: input.failures.count)
        for (index, group) in input.groups.enumerated() {
            for member in group.members { groups[member] = Int32(index) }
        }
        groupOfFailure = groups
    }

    func timeOfRun(_ run: Int) -> Timestamp { input.failures[runs[run]].time }

    /// The places among `runs` of those that stand within a stretch: a run stands before the first request that is later.
    func runs(before stretch: Range<Int>) -> Range<Int> {
        let first = stretch.lowerBound == 0 ? 0 : runsBefore(request: stretch.lowerBound - 1)
        return first..<(stretch.upperBound == requests.count ? runs.count : runsBefore(request: stretch.upperBound - 1))
    }

    private func runsBefore(request place: Int) -> Int {
        let time = RequestReading(requests[place], in: reader).time
        var (low, high) = (0, runs.count)
        while low < high {
            let middle = (low + high) / 2
            if timeOfRun(middle) < time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
