// Rust: panics and the errors that the Lambda runtime logs.

import StackTraces
import Testing

private let prefix =
    #"ERROR Lambda runtime invoke{requestId="6f1b2c3d-1111-4222-8333-444455556666" xrayTraceId="Root=1-5759e988-bd862e3fe1be46a994272793"}: "#

let rustTraces: [Trace] = [
    Trace(
        "a panic",
        """
        thread 'main' panicked at src/main.rs:10:5:
        stock gone
        note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
        """,
        """
        panic: stock gone
        * src/main.rs:10:5
        """),
    Trace(
        "a panic of old",
        """
        thread 'tokio-runtime-worker' panicked at 'called `Option::unwrap()` on a `None` value', src/repo.rs:7:33
        note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
        """,
        """
        panic: called `Option::unwrap()` on a `None` value
        * src/repo.rs:7:33
        """),
    Trace(
        "a message of several lines",
        """
        thread 'main' panicked at src/main.rs:10:5:
        assertion `left == right` failed
          left: 1
         right: 2
        """,
        """
        panic: assertion `left == right` failed
        > left: 1
        > right: 2
        * src/main.rs:10:5
        """),
    Trace(
        "a backtrace",
        """
        thread 'main' panicked at src/main.rs:10:5:
        stock gone
        stack backtrace:
           0: rust_begin_unwind
                     at /rustc/90b35a6/library/std/src/panicking.rs:665:5
           1: core::panicking::panic_fmt
                     at /rustc/90b35a6/library/core/src/panicking.rs:74:14
           2: orders::repo::find
                     at ./src/repo.rs:12:9
           3: tokio::runtime::park
                     at /root/.cargo/registry/src/tokio-1.38/src/park.rs:281:63
           4: __libc_start_main
        """,
        """
        panic: stock gone
        - rust_begin_unwind /rustc/90b35a6/library/std/src/panicking.rs:665:5
        - core::panicking::panic_fmt /rustc/90b35a6/library/core/src/panicking.rs:74:14
        * orders::repo::find ./src/repo.rs:12:9
        - tokio::runtime::park /root/.cargo/registry/src/tokio-1.38/src/park.rs:281:63
        - __libc_start_main
        """),
    Trace(
        "a returned error of a type", prefix + #"OrderError { id: 17, reason: "gone" }"#,
        #"OrderError: OrderError { id: 17, reason: "gone" }"#),
    Trace("a returned variant", prefix + #"Missing("id")"#, #"Missing: Missing("id")"#),
    Trace(
        "an error of anyhow",
        prefix + """
            could not load order

            Caused by:
                0: query failed
                1: connection refused

            Stack backtrace:
               0: anyhow::error::new
               1: orders::load
                         at /src/main.rs:3:4
            """,
        """
        ?: could not load order
        - anyhow::error::new
        * orders::load /src/main.rs:3:4
          ?: query failed
          ?: connection refused
        """),
    Trace(
        "an error of anyhow with one cause",
        prefix + """
            could not load order

            Caused by:
                connection refused
            """,
        """
        ?: could not load order
          ?: connection refused
        """),
]

@Test(arguments: rustTraces)
func `an error of Rust is read`(trace: Trace) { check(trace, .rust) }
