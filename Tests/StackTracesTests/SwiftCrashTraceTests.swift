// Swift: traps of the language, and the crash reports that follow them.

import StackTraces
import Testing

let swiftCrashTraces: [Trace] = [
    Trace(
        "a forced try",
        "App/Store.swift:31: Fatal error: 'try!' expression unexpectedly raised an error: App.StoreError.closed",
        """
        Fatal error: 'try!' expression unexpectedly raised an error: App.StoreError.closed
        * App/Store.swift:31
        """),
    Trace(
        "a precondition",
        "App/Order.swift:8: Fatal error: quantity must be positive",
        """
        Fatal error: quantity must be positive
        * App/Order.swift:8
        """),
    Trace(
        "a division, with its report",
        """
        Swift/Integers.swift:3571: Fatal error: Division by zero

        *** Program crashed: System trap at 0x00007f6b4c1e5a31 ***

        Thread 0 "Orders" crashed:

         0 0x00007f6b _assertionFailure(_:_:file:line:flags:) + 49 in libswiftCore.so
         1 0x000055d1 Price.each(_:) + 97 in Orders at /src/Sources/Orders/Price.swift:14:22
         2 0x000055d2 closure #1 in handle(_:) + 12 in Orders at /src/Sources/Orders/main.swift:9:30
        """,
        """
        Fatal error: Division by zero
        - _assertionFailure(_:_:file:line:flags:)
        * Price.each(_:) /src/Sources/Orders/Price.swift:14:22
        * closure #1 in handle(_:) /src/Sources/Orders/main.swift:9:30
        """),
    Trace(
        "a cast that failed, without a file",
        "Fatal error: Could not cast value of type 'Swift.String' (0x7f1) to 'Swift.Int' (0x7f2).",
        "Fatal error: Could not cast value of type 'Swift.String' (0x7f1) to 'Swift.Int' (0x7f2)."),
    Trace(
        "a report with the registers and the images behind it",
        """
        *** Program crashed: Bad pointer dereference at 0x0000000000000008 ***

        Thread 1 "NIO-ELT-0" crashed:

        0 0x000055a0 Cache.value(for:) + 20 in app at /src/Sources/App/Cache.swift:22:9
        1 [ra] 0x000055a1 EventLoopFuture._whenComplete(_:) + 5 in app at /src/.build/checkouts/swift-nio/Sources/NIOCore/EventLoopFuture.swift:1:1

        Registers:

        rax 0x0000000000000000 0

        Images (3 omitted):

        0x000055a00000 app /src/app
        """,
        """
        Crash: Bad pointer dereference at 0x0000000000000008
        * Cache.value(for:) /src/Sources/App/Cache.swift:22:9
        - EventLoopFuture._whenComplete(_:) /src/.build/checkouts/swift-nio/Sources/NIOCore/EventLoopFuture.swift:1:1
        """),
    Trace(
        "an overflow in an asynchronous function",
        """
        App/Sum.swift:5: Fatal error: Arithmetic overflow

        *** Signal 4: Backtracing from 0x55d0... done ***

        Thread 2 crashed:

        0 0x1 Sum.add(_:) in app at /src/Sum.swift:5:16
        1 [async] 0x2 Sum.all() in app at /src/Sum.swift:12:9
        2 [async] [thunk] 0x3 thunk for @escaping @callee_guaranteed @async () -> () in app at /<compiler-generated>
        """,
        """
        Fatal error: Arithmetic overflow
        * Sum.add(_:) /src/Sum.swift:5:16
        * Sum.all() /src/Sum.swift:12:9
        - thunk for @escaping @callee_guaranteed @async () -> () /<compiler-generated>
        """),
    Trace(
        "an actor that was entered from elsewhere",
        "App/Store.swift:12: Fatal error: Incorrect actor executor assumption; Expected same executor as App.Store.",
        """
        Fatal error: Incorrect actor executor assumption; Expected same executor as App.Store.
        * App/Store.swift:12
        """),
]

@Test(arguments: swiftCrashTraces)
func `a crash of Swift is read`(trace: Trace) { check(trace, .swift) }
