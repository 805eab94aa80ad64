// Work on many things by several threads that may fail and gives nothing back.

import Dispatch
import Synchronization

/// Runs `work(0) ..< work(count)` on at most `jobs` threads. After an error no new work is begun; the error of the
/// smallest number that failed is thrown.
package func inParallel(_ count: Int, jobs: Int, _ work: @Sendable (Int) throws -> Void) throws {
    guard jobs > 1, count > 1 else {
        for index in 0..<count { try work(index) }
        return
    }
    let next = Atomic<Int>(0)
    let failure = Mutex<(index: Int, error: any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count, failure.withLock({ $0 == nil }) else { return }
            do {
                try work(index)
            } catch {
                failure.withLock { if $0.map({ index < $0.index }) ?? true { $0 = (index, error) } }
            }
        }
    }
    if let failure = failure.withLock({ $0 }) { throw failure.error }
}
