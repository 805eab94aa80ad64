// Which request is which failure: asked for every request of a night, and true of one in a thousand.

import Model

struct FailuresByRequest: Sendable {
    /// A bit for each request.
    private var isFailure: [UInt64]
    /// In order of request.
    private var pairs: [(request: Int32, failure: Int32)] = []

    init(_ candidates: [FailureCandidate], requests: Int) {
        isFailure = [UInt64](repeating: 0, count: (requests + 63) / 64)
        for (failure, candidate) in candidates.enumerated() where candidate.request >= 0 {
            isFailure[Int(candidate.request) / 64] |= 1 << UInt64(candidate.request % 64)
            pairs.append((candidate.request, Int32(failure)))
        }
        pairs.sort { ($0.request, $0.failure) < ($1.request, $1.failure) }
    }

    /// The requests that failed, in order.
    var requests: some Sequence<Int> { pairs.lazy.map { Int($0.request) } }

    /// The failure of a request, by its place among the requests.
    subscript(request: Int) -> Int? {
        guard isFailure[request / 64] & 1 << UInt64(request % 64) != 0 else { return nil }
        var (low, high) = (0, pairs.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(pairs[middle].request) <= request { low = middle } else { high = middle }
        }
        return Int(pairs[low].failure)
    }
}
