// Ctrl-C and kill end the run, not the published site.

import Dispatch
import Glibc
import Synchronization

/// Turns SIGINT and SIGTERM into the cancelling of a task; a second signal ends the process at once.
final class Interrupts: Sendable {
    private let signal = Mutex<Int32?>(nil)
    private let sources: Mutex<[any DispatchSourceSignal]> = Mutex([])

    var received: Int32? { signal.withLock { $0 } }

    func cancel<Success: Sendable>(_ task: Task<Success, any Error>) {
        for number in [SIGINT, SIGTERM] {
            unsafe Glibc.signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [self] in
                let isSecond = signal.withLock { signal in
                    defer { signal = signal ?? number }
                    return signal != nil
                }
                if isSecond { _exit(128 + number) }
                task.cancel()
            }
            source.activate()
            sources.withLock { $0.append(source) }
        }
    }
}
