// Ctrl-C and kill end the run, not the published site.

import Dispatch
import Glibc
import Site
import Synchronization

/// Turns SIGINT and SIGTERM into a cancellation for as long as it lives. Before anything is written, and on a second signal, the
/// process ends at once.
struct Interrupts {
    private final class First: Sendable {
        let signal = Mutex<Int32?>(nil)
    }

    private let first = First()
    private var sources: [any DispatchSourceSignal] = []

    var received: Int32? { first.signal.withLock { $0 } }

    /// `output` is the site that stays as it was.
    init(cancelling cancellation: Cancellation, output: String) {
        // Not a global queue: its threads are as many as the cores, and all of them write pages.
        let queue = DispatchQueue(label: "interrupts")
        for number in [SIGINT, SIGTERM] {
            Glibc.signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { [first] in
                let isSecond = first.signal.withLock { signal in
                    defer { signal = signal ?? number }
                    return signal != nil
                }
                cancellation.cancel()
                guard !cancellation.isWriting || isSecond else { return }
                Terminal.write("\(terminalSafe(interruptionText(output)))\n")
                if !cancellation.isWriting { cancellation.abandon() }
                _exit(128 + number)
            }
            source.activate()
            sources.append(source)
        }
    }
}

func interruptionText(_ output: String) -> String { "interrupted: \(output) is as it was" }
