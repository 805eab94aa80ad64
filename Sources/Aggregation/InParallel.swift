// The one place where this room starts threads.

import Dispatch
import Synchronization

/// The results of `work` for 0..<count, in order, computed on at most `jobs` threads; with one job, on this one. Each thread has its own
/// desk: memory that one piece of work leaves for the next.
func mapped<Desk, Result: Sendable>(
    _ count: Int, jobs: Int, desk: @Sendable () -> Desk, _ work: @Sendable (Int, inout Desk) -> Result
) -> [Result] {
    let next = Atomic<Int>(0)
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
        var desk = desk()
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            let result = work(index, &desk)
            results.withLock { $0[index] = result }
        }
    }
    return results.withLock { $0.compactMap(\.self) }
}
