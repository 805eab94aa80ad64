// Ctrl-C and kill end the run, not the published site.

import Dispatch
import Glibc
import Site
import Synchronization

/// Turns SIGINT and SIGTERM into a cancellation for as long as it lives; a second signal ends the process at once.
struct Interrupts {
    private final class First: Sendable {
        let signal = Mutex<Int32?>(nil)
    }

    private let first = First()
    private var sources: [any DispatchSourceSignal] = []

    var received: Int32? { first.signal.withLock { $0 } }

    init(cancelling cancellation: Cancellation) {
        for number in [SIGINT, SIGTERM] {
            Glibc.signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [first] in
                let isSecond = first.signal.withLock { signal in
                    defer { signal = signal ?? number }
                    return signal != nil
                }
                if isSecond { _exit(128 + number) }
                cancellation.cancel()
            }
            source.activate()
            sources.append(source)
        }
    }
}
