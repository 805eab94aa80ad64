// Node.js: stacks as V8 writes them and as console.error prints errors.

import StackTraces
import Testing

let nodeTraces: [Trace] = [
    Trace(
        "a plain stack",
        """
        TypeError: Cannot read properties of undefined (reading 'id')
            at exports.handler (/var/task/index.js:5:9)
            at Runtime.handleOnceNonStreaming (file:///var/runtime/index.mjs:1173:29)
        """,
        """
        TypeError: Cannot read properties of undefined (reading 'id')
        * exports.handler /var/task/index.js:5:9
        - Runtime.handleOnceNonStreaming /var/runtime/index.mjs:1173:29
        """),
    Trace(
        "text before the error, on its line",
        """
        failed to load order OrderError: stock gone
            at load (/var/task/src/order.js:12:11)
        """,
        """
        OrderError: stock gone
        * load /var/task/src/order.js:12:11
        """),
    Trace(
        "text before the error, on lines of its own",
        """
        order 17 failed
        retrying later
        Error: timeout
            at Socket.onTimeout (/var/task/node_modules/pg/lib/client.js:100:5)
            at listOnTimeout (node:internal/timers:581:17)
        """,
        """
        Error: timeout
        - Socket.onTimeout /var/task/node_modules/pg/lib/client.js:100:5
        - listOnTimeout node:internal/timers:581:17
        """),
    Trace(
        "a message of several lines",
        """
        Error: Cannot find module 'x'
        Require stack:
        - /var/task/index.js
            at Module._resolveFilename (node:internal/modules/cjs/loader:1145:15)
        """,
        """
        Error: Cannot find module 'x'
        > Require stack:
        > - /var/task/index.js
        - Module._resolveFilename node:internal/modules/cjs/loader:1145:15
        """),
    Trace(
        "a cause",
        """
        Error: outer
        second line
            at mid (/var/task/n.js:2:63)
            at async /var/task/n.js:5:8 {
          [cause]: TypeError: deep
              at inner (/var/task/n.js:1:31)
              at Object.<anonymous> (/var/task/n.js:14:3)
              at Function.executeUserEntryPoint [as runMain] (node:internal/modules/run_main:164:12)
        }
        """,
        """
        Error: outer
        > second line
        * mid /var/task/n.js:2:63
        * /var/task/n.js:5:8
          TypeError: deep
          * inner /var/task/n.js:1:31
          * Object.<anonymous> /var/task/n.js:14:3
          - Function.executeUserEntryPoint node:internal/modules/run_main:164:12
        """),
    Trace(
        "a chain of causes with folded frames",
        """
        Error: a
            at x (/var/task/a.js:1:1)
            ... 4 lines matching cause stack trace ...
            at y (/var/task/a.js:2:2) {
          code: 'E_A',
          [cause]: Error: b
              at z (/var/task/b.js:3:3) {
            [cause]: RangeError: c
                at w (/var/task/c.js:4:4)
          }
        }
        """,
        """
        Error: a
        * x /var/task/a.js:1:1
        * y /var/task/a.js:2:2
          Error: b
          * z /var/task/b.js:3:3
          RangeError: c
          * w /var/task/c.js:4:4
        """),
    Trace(
        "an aggregate without frames of its own",
        """
        [AggregateError: All promises were rejected] {
          [errors]: [
            Error: one
                at /var/task/n.js:6:42 {
              [cause]: RangeError: c1
                  at /var/task/n.js:6:65
            },
            TypeError: deep
                at inner (/var/task/n.js:1:31)
          ]
        }
        """,
        """
        AggregateError: All promises were rejected
          Error: one
          * /var/task/n.js:6:42
            RangeError: c1
            * /var/task/n.js:6:65
          TypeError: deep
          * inner /var/task/n.js:1:31
        """),
    Trace(
        "an aggregate with frames",
        """
        AggregateError: two failed
            at all (/var/task/n.js:1:1) {
          [errors]: [
            Error: one
                at a (/var/task/a.js:1:1),
            Error: two
                at b (/var/task/b.js:2:2)
          ]
        }
        """,
        """
        AggregateError: two failed
        * all /var/task/n.js:1:1
          Error: one
          * a /var/task/a.js:1:1
          Error: two
          * b /var/task/b.js:2:2
        """),
    Trace(
        "a cause that is no error",
        """
        OrderError: gone
            at /var/task/n.js:7:14 {
          code: 'E_ORDER',
          [cause]: 'text cause'
        }
        """,
        """
        OrderError: gone
        * /var/task/n.js:7:14
          ?: 'text cause'
        """),
    Trace(
        "eval",
        """
        TypeError: Cannot read properties of null (reading 'x')
            at eval (eval at run (/var/task/n.js:8:8), <anonymous>:1:6)
            at run (/var/task/n.js:8:8)
        """,
        """
        TypeError: Cannot read properties of null (reading 'x')
        * eval /var/task/n.js:8:8
        * run /var/task/n.js:8:8
        """),
    Trace(
        "the code of an error of Node.js",
        """
        TypeError [ERR_INVALID_ARG_TYPE]: The "path" argument must be of type string. Received type number (5.5)
            at Object.openSync (node:fs:571:10)
            at /var/task/n.js:9:22 {
          code: 'ERR_INVALID_ARG_TYPE'
        }
        """,
        """
        TypeError: The "path" argument must be of type string. Received type number (5.5)
        - Object.openSync node:fs:571:10
        * /var/task/n.js:9:22
        """),
    Trace(
        "an error among an object's properties",
        """
        {
          err: TypeError: deep
              at inner (/var/task/n.js:1:31)
        }
        """,
        """
        TypeError: deep
        * inner /var/task/n.js:1:31
        """),
    Trace(
        "frames without a place",
        """
        SyntaxError: Expected property name or '}' in JSON at position 1
            at JSON.parse (<anonymous>)
            at new Order (/var/task/order.js:3:5)
            at async Promise.all (index 0)
            at async Runtime.handler (file:///var/task/index.mjs:9:3)
        """,
        """
        SyntaxError: Expected property name or '}' in JSON at position 1
        - JSON.parse
        * new Order /var/task/order.js:3:5
        - Promise.all
        * Runtime.handler /var/task/index.mjs:9:3
        """),
    Trace(
        "source maps with a code frame",
        """
        /var/task/src/order.ts:41
            throw new OrderError("gone");
                  ^

        OrderError: gone
            at Repo.find (/var/task/src/order.ts:41:11)
            at handler (/var/task/src/webpack:/svc/src/handler.ts:7:3)
            at main (webpack://svc/./src/main.ts?1a2b:3:1)
            at __webpack_require__ (webpack:///webpack/bootstrap:19:1)
        """,
        """
        OrderError: gone
        * Repo.find /var/task/src/order.ts:41:11
        * handler svc/src/handler.ts:7:3
        * main svc/src/main.ts:3:1
        - __webpack_require__ webpack/bootstrap:19:1
        """),
    Trace(
        "a layer, a builtin of old, an alias",
        """
        Error: connect ECONNREFUSED 127.0.0.1:5432
            at Client.connect (/opt/nodejs/node_modules/pg/client.js:1:2)
            at TCPConnectWrap.afterConnect [as oncomplete] (net.js:1144:16)
            at Object.save [as put] (/var/task/db.js:4:2)
        """,
        """
        Error: connect ECONNREFUSED 127.0.0.1:5432
        - Client.connect /opt/nodejs/node_modules/pg/client.js:1:2
        - TCPConnectWrap.afterConnect net.js:1144:16
        * Object.save /var/task/db.js:4:2
        """),
    Trace(
        "a rejection of the runtime",
        """
        Runtime.UnhandledPromiseRejection: Error: boom
            at process.<anonymous> (file:///var/runtime/index.mjs:1276:17)
            at process.emit (node:events:517:28)
        """,
        """
        Runtime.UnhandledPromiseRejection: Error: boom
        - process.<anonymous> /var/runtime/index.mjs:1276:17
        - process.emit node:events:517:28
        """),
    Trace(
        "a type without a telling name",
        """
        Gone: no such order
            at find (/var/task/my app (1)/repo.js:2:3)
        """,
        """
        Gone: no such order
        * find /var/task/my app (1)/repo.js:2:3
        """),
    Trace(
        "no message",
        """
        Uncaught AssertionError
            at check (C:\\svc\\check.js:2:3)
        """,
        """
        AssertionError:\u{20}
        * check C:\\svc\\check.js:2:3
        """),
]

@Test(arguments: nodeTraces)
func `an error of Node.js is read`(trace: Trace) { check(trace, .nodejs) }

@Test func `a stack whose parts came apart keeps the type and message of the record`() {
    let error = parseError(
        type: "OrderError", message: "stock gone",
        stack: "OrderError: stock gone\n    at exports.handler (/var/task/index.js:5:9)")
    #expect(written(error) == "OrderError: stock gone\n* exports.handler /var/task/index.js:5:9")
    #expect(error.runtime == .nodejs)
}

@Test func `a stack without its heading`() {
    let error = parseError(type: "Error", message: "x", stack: "    at f (/var/task/a.js:1:2)\n    at g (/var/task/a.js:3:4)")
    #expect(written(error) == "Error: x\n* f /var/task/a.js:1:2\n* g /var/task/a.js:3:4")
}
