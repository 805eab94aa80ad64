// Ctrl-C and kill end the run, not the published site.

import Dispatch
import Glibc
import Site
import Synchronization

/// Turns SIGINT and SIGTERM into a cancellation; a second signal ends the process at once.
final class Interrupts: Sendable {
    private let signal = Mutex<Int32?>(nil)
    private let sources: Mutex<[any DispatchSourceSignal]> = Mutex([])

    var received: Int32? { signal.withLock { $0 } }

    init(cancelling cancellation: Cancellation) {
        for number in [SIGINT, SIGTERM] {
            Glibc.signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [self] in
                let isSecond = signal.withLock { signal in
                    defer { signal = signal ?? number }
                    return signal != nil
                }
                if isSecond { _exit(128 + number) }
                cancellation.cancel()
            }
            source.activate()
            sources.withLock { $0.append(source) }
        }
    }
}
