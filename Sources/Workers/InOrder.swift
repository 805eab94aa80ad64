// Work on many things by several threads, its results in the order of the things.

import Dispatch
import Synchronization

/// Does `work` for 0..<count on at most `jobs` threads, with one job on this one, and gives each result to `take` in order of its index,
/// one at a time. Each thread has its own desk: memory that one piece of work leaves for the next.
package func inOrder<Whole: Sendable, Desk, Result: Sendable>(
    _ count: Int, jobs: Int, into whole: Whole, desk: @Sendable () -> Desk, _ work: @Sendable (Int, inout Desk) -> Result,
    take: @Sendable (inout Whole, Result) -> Void
) -> Whole {
    let next = Atomic<Int>(0)
    let results = Mutex(OrderedResults<Whole, Result>(whole: whole))
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
        var desk = desk()
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            let result = work(index, &desk)
            results.withLock { $0.finish(index, result, take: take) }
        }
    }
    return results.withLock { $0.whole }
}

/// The results of `work` for 0..<count, in order.
package func mapped<Desk, Result: Sendable>(
    _ count: Int, jobs: Int, desk: @Sendable () -> Desk, _ work: @Sendable (Int, inout Desk) -> Result
) -> [Result] {
    inOrder(count, jobs: jobs, into: [], desk: desk, work) { $0.append($1) }
}

private struct OrderedResults<Whole: Sendable, Result: Sendable> {
    private(set) var whole: Whole
    private var taken = 0
    private var waiting: [Int: Result] = [:]

    init(whole: Whole) { self.whole = whole }

    mutating func finish(_ index: Int, _ result: Result, take: (inout Whole, Result) -> Void) {
        waiting[index] = result
        while let result = waiting.removeValue(forKey: taken) {
            take(&whole, result)
            taken += 1
        }
    }
}
