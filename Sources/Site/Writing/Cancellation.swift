// A switch that another thread, or a signal's handler, turns once.

import Synchronization

/// Turned on by Ctrl-C; the writer looks at it between files and leaves nothing behind.
package final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)
    private let writing = Atomic<Bool>(false)

    package init() {}

    package func cancel() { flag.store(true, ordering: .releasing) }

    package var isCancelled: Bool { flag.load(ordering: .acquiring) }

    /// From here on a run that is ended has files to take away; before, it can be ended at once.
    func beginWriting() { writing.store(true, ordering: .releasing) }

    package var isWriting: Bool { writing.load(ordering: .acquiring) }
}
