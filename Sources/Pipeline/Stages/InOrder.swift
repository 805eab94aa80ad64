// Work on many things by many workers, with results taken in the order of the things.

import Synchronization

/// Runs `work` for 0..<count on `jobs` workers and hands each result to `take` in order of its index, one at a time.
func inOrder<Result: Sendable>(
    _ count: Int, jobs: Int, work: @escaping @Sendable (Int) -> Result, take: @escaping @Sendable (Result) -> Void
) async {
    let queue = OrderedQueue<Result>(count: count)
    await withTaskGroup(of: Void.self) { group in
        for _ in 0..<min(jobs, count) {
            group.addTask {
                while !Task.isCancelled, let index = queue.next() {
                    queue.finish(index, work(index), take: take)
                }
            }
        }
    }
}

private final class OrderedQueue<Result: Sendable>: Sendable {
    private struct State {
        var started = 0
        var taken = 0
        var waiting: [Int: Result] = [:]
    }

    private let count: Int
    private let state = Mutex(State())

    init(count: Int) { self.count = count }

    func next() -> Int? {
        state.withLock { state in
            guard state.started < count else { return nil }
            state.started += 1
            return state.started - 1
        }
    }

    /// The lock is held while results are taken: that is what keeps them in order.
    func finish(_ index: Int, _ result: Result, take: (Result) -> Void) {
        state.withLock { state in
            state.waiting[index] = result
            while let result = state.waiting.removeValue(forKey: state.taken) {
                take(result)
                state.taken += 1
            }
        }
    }
}
