// A switch that another thread, or a signal's handler, turns once.

import Glibc
import Synchronization

/// Turned on by Ctrl-C; the writer looks at it between files and leaves nothing behind.
package final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)
    private let writing = Atomic<Bool>(false)
    private let lockFile = Mutex<String?>(nil)

    package init() {}

    package func cancel() { flag.store(true, ordering: .releasing) }

    package var isCancelled: Bool { flag.load(ordering: .acquiring) }

    /// From here on a run that is ended has files to take away; before, it can be ended at once.
    func beginWriting() { writing.store(true, ordering: .releasing) }

    /// What a run that is ended at once has to take away.
    func holds(lockFile path: String) { lockFile.withLock { $0 = path } }

    /// For a process that ends at once, without the writer.
    package func abandon() {
        lockFile.withLock { path in
            if let path { unsafe unlink(path) }
            path = nil
        }
    }

    package var isWriting: Bool { writing.load(ordering: .acquiring) }
}
