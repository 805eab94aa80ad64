// Error documents in text, errors of unknown languages, and text that holds no error.

import StackTraces
import Testing

private let documents: [Trace] = [
    Trace(
        "the Node.js runtime's line",
        #"Invoke Error "# + "\t"
            + #"{"errorType":"OrderError","errorMessage":"stock gone","code":"E","stack":["OrderError: stock gone","    at exports.handler (/var/task/index.js:5:9)"]}"#,
        """
        OrderError: stock gone
        * exports.handler /var/task/index.js:5:9
        """),
    Trace(
        "a rejection: its reason",
        #"{"errorType":"Runtime.UnhandledPromiseRejection","errorMessage":"Error: boom","reason":{"errorType":"Error","errorMessage":"boom","stack":["Error: boom","    at run (/var/task/a.js:1:2)"]},"promise":{},"stack":["Runtime.UnhandledPromiseRejection: Error: boom","    at process.<anonymous> (file:///var/runtime/index.mjs:1:1)"]}"#,
        """
        Error: boom
        * run /var/task/a.js:1:2
        """),
    Trace(
        "an authorizer's result in an execution log",
        #"Authorizer result body before parsing: {"errorType":"Runtime.ImportModuleError","errorMessage":"Error: Cannot find module 'x'","trace":["Runtime.ImportModuleError: Error: Cannot find module 'x'","    at _loadUserApp (file:///var/runtime/index.mjs:1092:17)"]}"#,
        """
        Runtime.ImportModuleError: Error: Cannot find module 'x'
        - _loadUserApp /var/runtime/index.mjs:1092:17
        """),
    Trace(
        "Python's document, cut",
        #"{"errorMessage": "'id'", "errorType": "KeyError", "requestId": "x", "stackTrace": ["  File \"/var/task/app.py\", line 2, in handler\n    return {}['id']\n", "  File \"/var/ta [TRUNCATED]"#,
        """
        KeyError: 'id'
        * handler /var/task/app.py:2
        """),
    Trace(
        "Python's document of old",
        #"{"errorMessage":"'id'","errorType":"KeyError","stackTrace":[["/var/task/app.py",2,"handler","return load()"],["/var/task/b.py",5,"load","x"]]}"#,
        """
        KeyError: 'id'
        * load /var/task/b.py:5
        * handler /var/task/app.py:2
        """),
    Trace(
        "Java's document with a cause",
        #"{"errorMessage":"outer","errorType":"com.acme.Outer","stackTrace":["com.acme.A.a(A.java:1)"],"cause":{"errorMessage":"inner","errorType":"com.acme.Inner","stackTrace":["com.acme.B.b(B.java:2)"],"cause":{"errorMessage":"root","errorType":"com.acme.Root","stackTrace":[]}}}"#,
        """
        com.acme.Outer: outer
        * com.acme.A.a A.java:1
          com.acme.Inner: inner
          * com.acme.B.b B.java:2
          com.acme.Root: root
        """),
    Trace(
        "escapes, and braces in the message",
        #"{"a":{"b":1},"errorMessage":"bad {x} \u00e4\ud83d\ude00\nnext","errorType":"E"}"#,
        """
        E: bad {x} \u{E4}\u{1F600}
        > next
        """),
    Trace(
        "nothing but a message",
        #"{"errorMessage":"2026-03-12T09:14:15.456Z 6f1b2c3d-1111-4222-8333-444455556666 Task timed out after 10.00 seconds"}"#,
        "?: 2026-03-12T09:14:15.456Z 6f1b2c3d-1111-4222-8333-444455556666 Task timed out after 10.00 seconds"),
]

@Test(arguments: documents)
func `an error document is read`(trace: Trace) { #expect(written(parseError(in: trace.text)) == trace.read) }

@Test func `a trace whose message holds a document stays the trace`() {
    let text = """
        Error: upstream said {"errorType":"X","errorMessage":"y"}
            at call (/var/task/a.js:1:2)
        """
    #expect(
        written(parseError(in: text))
            == "Error: upstream said {\"errorType\":\"X\",\"errorMessage\":\"y\"}\n* call /var/task/a.js:1:2")
}

@Test(
    arguments: [
        Trace("a type's name", "StockError: gone\nsecond line", "StockError: gone\n> second line"),
        Trace("with a module", "app.errors.PaymentFailure: declined", "app.errors.PaymentFailure: declined"),
        Trace("without a message", "java.lang.StackOverflowError", "java.lang.StackOverflowError:\u{20}"),
        Trace("behind blank lines", "\n\nOrderException: x\n\n", "OrderException: x"),
    ])
func `an error of no known language has type and message`(trace: Trace) {
    #expect(written(parseError(in: trace.text)) == trace.read)
}

@Test(
    arguments: [
        "", "\n\n", "order 17 stored", "START RequestId: 6f1b2c3d-1111-4222-8333-444455556666 Version: 3", "level: info",
        "at home",
        "retrying: 3", "user: ann\n  at: home", #"{"level":"INFO","message":"Error rate is low"}"#,
        "[ERROR] something: went wrong",
        "No errors found", "GET /orders: 200", "caused by rain", "| a |\n+---+", "Traceback", "panic", "goroutine",
        "C:\\Program: x",
    ])
func `text without an error holds none`(text: String) { #expect(parseError(in: text) == nil) }

@Test func `a stack in no known form keeps type and message`() {
    let error = parseError(type: "Oops", message: "x", stack: "somewhere\nelse")
    #expect(error == ParsedError(type: "Oops", message: "x", runtime: nil))
}

@Test func `a record without type and message takes them from its stack`() {
    let error = parseError(type: nil, message: "", stack: "TypeError: x\n    at f (/var/task/a.js:1:2)")
    #expect(written(error) == "TypeError: x\n* f /var/task/a.js:1:2")
}
