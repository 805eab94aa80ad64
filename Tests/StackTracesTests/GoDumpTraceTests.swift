// Go: dumps of goroutines as handlers, libraries and the runtime itself bring them about.

import StackTraces
import Testing

let goDumpTraces: [Trace] = [
    Trace(
        "a map that nobody made",
        """
        panic: assignment to entry in nil map

        goroutine 1 [running]:
        main.count(...)
        \t/src/count.go:11
        main.main()
        \t/src/main.go:20 +0x35
        exit status 2
        """,
        """
        panic: assignment to entry in nil map
        * main.count /src/count.go:11
        * main.main /src/main.go:20
        """),
    Trace(
        "a closed channel, in a goroutine of its own",
        """
        panic: send on closed channel

        goroutine 34 [running]:
        main.publish.func1()
        \t/src/publish.go:18 +0x45
        created by main.publish in goroutine 1
        \t/src/publish.go:16 +0x9a
        """,
        """
        panic: send on closed channel
        * main.publish.func1 /src/publish.go:18
        * main.publish /src/publish.go:16
        """),
    Trace(
        "maps that were written at once",
        """
        fatal error: concurrent map writes

        goroutine 20 [running]:
        example.com/shop/stock.(*Cache).Put(0xc000012345, {0x1, 0x2}, 0x3)
        \t/src/stock/cache.go:44 +0x99
        created by example.com/shop/stock.Fill
        \t/src/stock/cache.go:30 +0x1
        """,
        """
        fatal error: concurrent map writes
        * example.com/shop/stock.(*Cache).Put /src/stock/cache.go:44
        * example.com/shop/stock.Fill /src/stock/cache.go:30
        """),
    Trace(
        "memory that ran out",
        """
        fatal error: runtime: out of memory

        runtime stack:
        runtime.throw({0x5a1, 0x16})
        \t/usr/local/go/src/runtime/panic.go:1077 +0x5c

        goroutine 1 [running]:
        main.load(0x3b9aca00)
        \t/src/load.go:9 +0x7
        """,
        """
        fatal error: runtime: out of memory
        * main.load /src/load.go:9
        """),
    Trace(
        "a type that was another",
        """
        panic: interface conversion: interface {} is string, not int

        goroutine 1 [running]:
        main.quantity({0x4d0, 0xc0})
        \t/src/order.go:31 +0x1b
        main.(*Handler).Invoke(0xc0000, {0x7f, 0x10}, {0xc0, 0x20, 0x30})
        \t/src/handler.go:14 +0x3c
        github.com/aws/aws-lambda-go/lambda.(*handlerOptions).func1()
        \t/root/go/pkg/mod/github.com/aws/aws-lambda-go@v1.47.0/lambda/handler.go:268 +0x2
        """,
        """
        panic: interface conversion: interface {} is string, not int
        * main.quantity /src/order.go:31
        * main.(*Handler).Invoke /src/handler.go:14
        - github.com/aws/aws-lambda-go/lambda.(*handlerOptions).func1 /root/go/pkg/mod/github.com/aws/aws-lambda-go@v1.47.0/lambda/handler.go:268
        """),
    Trace(
        "a generic function, with an error as the value",
        """
        panic: &errors.errorString{s:"stock gone"}

        goroutine 1 [running]:
        main.must[...](...)
        \t/src/must.go:6
        main.handler({0x1, 0x2})
        \t/src/main.go:12 +0x85
        """,
        """
        panic: &errors.errorString{s:"stock gone"}
        * main.must[...] /src/must.go:6
        * main.handler /src/main.go:12
        """),
    Trace(
        "a vendored library that panicked",
        """
        panic: sql: Register called twice for driver postgres

        goroutine 1 [running]:
        database/sql.Register({0x6b, 0x8}, {0x7, 0x9})
        \t/usr/local/go/src/database/sql/sql.go:52 +0x1
        github.com/lib/pq.init.0()
        \t/src/vendor/github.com/lib/pq/conn.go:60 +0x2
        main.init.0()
        \t/src/db.go:10 +0x3
        """,
        """
        panic: sql: Register called twice for driver postgres
        - database/sql.Register /usr/local/go/src/database/sql/sql.go:52
        - github.com/lib/pq.init.0 /src/vendor/github.com/lib/pq/conn.go:60
        * main.init.0 /src/db.go:10
        """),
    Trace(
        "two panics, one on the way of the other",
        """
        panic: stock gone
        \tpanic: while closing: broken pipe

        goroutine 1 [running]:
        main.closeAll()
        \t/src/close.go:5 +0x2
        """,
        """
        panic: stock gone
        > panic: while closing: broken pipe
        * main.closeAll /src/close.go:5
        """),
]

@Test(arguments: goDumpTraces)
func `a dump of Go is read`(trace: Trace) { check(trace, .go) }
