// Rust: panics of the standard library's kinds, tasks, and errors that services return.

import StackTraces
import Testing

private let prefix =
    #"ERROR Lambda runtime invoke{requestId="6f1b2c3d-1111-4222-8333-444455556666" xrayTraceId="Root=1-5759e988-bd862e3fe1be46a994272793"}: "#

let rustServiceTraces: [Trace] = [
    Trace(
        "an unwrapped error",
        """
        thread 'main' panicked at src/store.rs:44:18:
        called `Result::unwrap()` on an `Err` value: ConditionalCheckFailed(Unhandled { code: "X" })
        """,
        """
        panic: called `Result::unwrap()` on an `Err` value: ConditionalCheckFailed(Unhandled { code: "X" })
        * src/store.rs:44:18
        """),
    Trace(
        "an index, in a thread of a number",
        """
        thread 'tokio-runtime-worker' (12) panicked at src/lines.rs:9:14:
        index out of bounds: the len is 3 but the index is 7
        note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
        """,
        """
        panic: index out of bounds: the len is 3 but the index is 7
        * src/lines.rs:9:14
        """),
    Trace(
        "a panic inside the standard library",
        """
        thread 'main' panicked at /rustc/90b35a6/library/core/src/slice/mod.rs:3571:5:
        copy_from_slice: source slice length (4) does not match destination slice length (8)
        """,
        """
        panic: copy_from_slice: source slice length (4) does not match destination slice length (8)
        - /rustc/90b35a6/library/core/src/slice/mod.rs:3571:5
        """),
    Trace(
        "a thread without a name",
        """
        thread '<unnamed>' panicked at src/worker.rs:20:9:
        queue closed
        """,
        """
        panic: queue closed
        * src/worker.rs:20:9
        """),
    Trace(
        "a backtrace with closures and traits",
        """
        thread 'main' panicked at src/price.rs:8:5:
        attempt to divide by zero
        stack backtrace:
           0: core::panicking::panic_const::panic_const_div_by_zero
                     at /rustc/90b35a6/library/core/src/panicking.rs:180:21
           1: shop::price::each::{{closure}}
                     at ./src/price.rs:8:5
           2: <shop::Basket as shop::Total>::total
                     at ./src/basket.rs:31:12
           3: <core::pin::Pin<P> as core::future::future::Future>::poll
                     at /rustc/90b35a6/library/core/src/future/future.rs:124:9
        """,
        """
        panic: attempt to divide by zero
        - core::panicking::panic_const::panic_const_div_by_zero /rustc/90b35a6/library/core/src/panicking.rs:180:21
        * shop::price::each::{{closure}} ./src/price.rs:8:5
        * <shop::Basket as shop::Total>::total ./src/basket.rs:31:12
        - <core::pin::Pin<P> as core::future::future::Future>::poll /rustc/90b35a6/library/core/src/future/future.rs:124:9
        """),
    Trace(
        "a returned error of a service's client",
        prefix + #"ServiceError { source: ConditionalCheckFailedException { message: Some("The conditional request failed") } }"#,
        #"ServiceError: ServiceError { source: ConditionalCheckFailedException { message: Some("The conditional request failed") } }"#
    ),
    Trace(
        "a returned text", prefix + #""stock gone""#, #"?: "stock gone""#),
    Trace(
        "an error of anyhow with three causes",
        prefix + """
            could not place order 17

            Caused by:
                0: could not reserve stock
                1: request failed
                2: connection reset by peer (os error 104)
            """,
        """
        ?: could not place order 17
          ?: could not reserve stock
          ?: request failed
          ?: connection reset by peer (os error 104)
        """),
]

@Test(arguments: rustServiceTraces)
func `an error of Rust services is read`(trace: Trace) { check(trace, .rust) }
