// Swift: fatal errors and the backtraces of crashes.

import StackTraces
import Testing

let swiftTraces: [Trace] = [
    Trace(
        "a fatal error of the program",
        "App/Orders.swift:12: Fatal error: stock gone",
        """
        Fatal error: stock gone
        * App/Orders.swift:12
        """),
    Trace(
        "a fatal error of the library",
        "Swift/ContiguousArrayBuffer.swift:600: Fatal error: Index out of range",
        """
        Fatal error: Index out of range
        - Swift/ContiguousArrayBuffer.swift:600
        """),
    Trace("a fatal error without a place", "Fatal error: stock gone", "Fatal error: stock gone"),
    Trace(
        "an error at the top level",
        "App/main.swift:3: Fatal error: Error raised at top level: App.OrderError.gone",
        """
        Fatal error: Error raised at top level: App.OrderError.gone
        * App/main.swift:3
        """),
    Trace(
        "a backtrace",
        """
        App/Orders.swift:12: Fatal error: stock gone

        *** Signal 4: Backtracing from 0x7f11... done ***

        *** Program crashed: Illegal instruction at 0x00007f1 ***

        Thread 0 "app" crashed:

        0      0x00007f1 _assertionFailure(_:_:file:line:flags:) + 253 in libswiftCore.so
        1 [ra] 0x000055a Repo.find(_:) + 43 in app at /src/Orders.swift:12:9
        2 [ra] [async] 0x000055b handler(_:) in app at /src/main.swift:4:3
        3 [ra] [system] 0x000055c static Main.$main() in app at //<compiler-generated>
        4 [ra] 0x000055d Socket.read() + 1 in app at /src/.build/checkouts/swift-nio/Socket.swift:9:1

        Thread 1:

        0 0x00007f2 epoll_wait + 1 in libc.so.6
        """,
        """
        Fatal error: stock gone
        - _assertionFailure(_:_:file:line:flags:)
        * Repo.find(_:) /src/Orders.swift:12:9
        * handler(_:) /src/main.swift:4:3
        - static Main.$main() //<compiler-generated>
        - Socket.read() /src/.build/checkouts/swift-nio/Socket.swift:9:1
        """),
    Trace(
        "a crash without words",
        """
        *** Program crashed: Bad pointer dereference at 0x0000000000000000 ***

        Thread 3 crashed:

        0 0x000055a Repo.find(_:) in app at /src/Orders.swift:12:9
        """,
        """
        Crash: Bad pointer dereference at 0x0000000000000000
        * Repo.find(_:) /src/Orders.swift:12:9
        """),
    Trace(
        "a forced unwrap",
        "App/Orders.swift:9: Fatal error: Unexpectedly found nil while unwrapping an Optional value",
        """
        Fatal error: Unexpectedly found nil while unwrapping an Optional value
        * App/Orders.swift:9
        """),
    Trace(
        "the backtrace of a signal, as its own event",
        """
        *** Signal 5: Backtracing from 0x7f11... done ***
        Thread 0 crashed:
        0 0x1 f() + 123 in app at /src/x.swift:12:3
        """,
        """
        Crash: Signal 5: Backtracing from 0x7f11... done
        * f() /src/x.swift:12:3
        """),
]

@Test(arguments: swiftTraces)
func `an error of Swift is read`(trace: Trace) { check(trace, .swift) }
