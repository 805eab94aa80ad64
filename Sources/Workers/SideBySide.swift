// Two pieces of work that share nothing, at the same time.

import Dispatch
import Synchronization

/// Changes both values, on two threads when there may be as many.
package func sideBySide<One: ~Copyable & Sendable, Other: ~Copyable & Sendable>(
    jobs: Int, _ one: inout One, _ changeOne: @Sendable (inout One) -> Void, _ other: inout Other,
    _ changeOther: @Sendable (inout Other) -> Void
) {
    guard jobs > 1 else {
        changeOne(&one)
        changeOther(&other)
        return
    }
    let lentOne = Mutex<One?>(consume one)
    let lentOther = Mutex<Other?>(consume other)
    DispatchQueue.concurrentPerform(iterations: 2) { number in
        if number == 0 { change(lentOne, changeOne) } else { change(lentOther, changeOther) }
    }
    one = lentOne.withLock { $0.take() }!
    other = lentOther.withLock { $0.take() }!
}

private func change<Value: ~Copyable>(_ lent: borrowing Mutex<Value?>, _ work: (inout Value) -> Void) {
    lent.withLock { held in
        guard var value = held.take() else { return }
        work(&value)
        held = consume value
    }
}
