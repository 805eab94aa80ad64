// Python: tracebacks of the interpreter and of the Lambda runtime. Frames come innermost first.

import StackTraces
import Testing

let pythonTraces: [Trace] = [
    Trace(
        "uncaught, as the runtime prints it with no-break spaces",
        """
        [ERROR] KeyError: 'order_id'
        Traceback (most recent call last):
        \u{A0}\u{A0}File "/var/task/app.py", line 25, in handler
        \u{A0}\u{A0}\u{A0}\u{A0}return load(event)
        \u{A0}\u{A0}File "/var/task/repo.py", line 4, in load
        \u{A0}\u{A0}\u{A0}\u{A0}return {}['order_id']
        """,
        """
        KeyError: 'order_id'
        * load /var/task/repo.py:4
        * handler /var/task/app.py:25
        """),
    Trace(
        "uncaught, a message of several lines",
        """
        [ERROR] ClientError: An error occurred
        detail: one

        detail: two
        Traceback (most recent call last):
        \u{A0}\u{A0}File "/var/task/app.py", line 3, in handler
        \u{A0}\u{A0}\u{A0}\u{A0}client.get_item()
        \u{A0}\u{A0}File "/var/lang/lib/python3.12/site-packages/botocore/client.py", line 565, in _api_call
        \u{A0}\u{A0}\u{A0}\u{A0}return self._make_api_call(operation_name, kwargs)
        """,
        """
        ClientError: An error occurred
        > detail: one
        >\u{20}
        > detail: two
        - _api_call /var/lang/lib/python3.12/site-packages/botocore/client.py:565
        * handler /var/task/app.py:3
        """),
    Trace(
        "an import error of the runtime",
        """
        [ERROR] Runtime.ImportModuleError: Unable to import module 'app': No module named 'x'
        Traceback (most recent call last):
        """,
        "Runtime.ImportModuleError: Unable to import module 'app': No module named 'x'"),
    Trace(
        "a missing handler, without a traceback",
        "[ERROR] Runtime.HandlerNotFound: Handler 'h' missing on module 'app'",
        "Runtime.HandlerNotFound: Handler 'h' missing on module 'app'"),
    Trace(
        "a syntax error of the runtime",
        """
        [ERROR] Runtime.UserCodeSyntaxError: Syntax error in module 'app': invalid syntax (app.py, line 3)
        Traceback (most recent call last):
        \u{A0}\u{A0}File "/var/task/app.py" Line 3
        \u{A0}\u{A0}\u{A0}\u{A0}def handler(:
        """,
        """
        Runtime.UserCodeSyntaxError: Syntax error in module 'app': invalid syntax (app.py, line 3)
        * /var/task/app.py:3
        """),
    Trace(
        "a chain by `raise from` with marker lines",
        """
        order failed
        Traceback (most recent call last):
          File "/var/task/p.py", line 5, in g
            try: f()
                 ^^^
          File "/var/task/p.py", line 3, in f
            raise KeyError("order_id")
        KeyError: 'order_id'

        The above exception was the direct cause of the following exception:

        Traceback (most recent call last):
          File "/var/task/p.py", line 6, in g
            raise ValueError("bad\\nline two") from e
            ~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ValueError: bad
        line two
        """,
        """
        ValueError: bad
        > line two
        * g /var/task/p.py:6
          KeyError: 'order_id'
          * f /var/task/p.py:3
          * g /var/task/p.py:5
        """),
    Trace(
        "a chain of three",
        """
        Traceback (most recent call last):
          File "/var/task/p.py", line 1, in a
            f()
        KeyError: 'a'

        The above exception was the direct cause of the following exception:

        Traceback (most recent call last):
          File "/var/task/p.py", line 2, in b
            g()
        ValueError: b

        During handling of the above exception, another exception occurred:

        Traceback (most recent call last):
          File "/var/task/p.py", line 3, in c
            h()
        app.errors.StockError: c
        """,
        """
        app.errors.StockError: c
        * c /var/task/p.py:3
          ValueError: b
          * b /var/task/p.py:2
          KeyError: 'a'
          * a /var/task/p.py:1
        """),
    Trace(
        "a group with a cause and a group within",
        """
        Traceback (most recent call last):
          File "/var/task/p.py", line 3, in f
            raise KeyError("order_id")
        KeyError: 'order_id'

        The above exception was the direct cause of the following exception:

          + Exception Group Traceback (most recent call last):
          |   File "/var/task/p.py", line 15, in handler
          |     raise ExceptionGroup("many", [])
          | ExceptionGroup: many (2 sub-exceptions)
          +-+---------------- 1 ----------------
            | Traceback (most recent call last):
            |   File "/var/task/p.py", line 9, in one
            |     raise ValueError("a")
            | ValueError: a
            +---------------- 2 ----------------
            | ExceptionGroup: sub (1 sub-exception)
            +-+---------------- 1 ----------------
              | TypeError: b
              | b2
              +------------------------------------
        """,
        """
        ExceptionGroup: many (2 sub-exceptions)
        * handler /var/task/p.py:15
          ValueError: a
          * one /var/task/p.py:9
          ExceptionGroup: sub (1 sub-exception)
            TypeError: b
            > b2
          KeyError: 'order_id'
          * f /var/task/p.py:3
        """),
    Trace(
        "a chain within a member of a group",
        """
          + Exception Group Traceback (most recent call last):
          |   File "/var/task/p.py", line 15, in handler
          |     run()
          | ExceptionGroup: many (1 sub-exception)
          +-+---------------- 1 ----------------
            | Traceback (most recent call last):
            |   File "/var/task/p.py", line 1, in a
            |     f()
            | KeyError: 'a'
            |
            | During handling of the above exception, another exception occurred:
            |
            | Traceback (most recent call last):
            |   File "/var/task/p.py", line 2, in b
            |     g()
            | ValueError: b
            +------------------------------------
        """,
        """
        ExceptionGroup: many (1 sub-exception)
        * handler /var/task/p.py:15
          ValueError: b
          * b /var/task/p.py:2
            KeyError: 'a'
            * a /var/task/p.py:1
        """),
    Trace(
        "repeated frames",
        """
        Traceback (most recent call last):
          File "/var/task/p.py", line 17, in r
            return r(n+1)
                   ^^^^^^
          [Previous line repeated 46 more times]
        RecursionError: maximum recursion depth exceeded
        """,
        """
        RecursionError: maximum recursion depth exceeded
        * r /var/task/p.py:17
        """),
    Trace(
        "a syntax error while importing",
        """
        Traceback (most recent call last):
          File "<frozen importlib._bootstrap>", line 228, in _call_with_frames_removed
          File "/var/task/x.py", line 1
            a =
               ^
        SyntaxError: invalid syntax
        """,
        """
        SyntaxError: invalid syntax
        * /var/task/x.py:1
        - _call_with_frames_removed <frozen importlib._bootstrap>:228
        """),
    Trace(
        "no message",
        """
        Traceback (most recent call last):
          File "/var/task/app.py", line 2, in handler
            raise NotImplementedError
        NotImplementedError
        """,
        """
        NotImplementedError:\u{20}
        * handler /var/task/app.py:2
        """),
    Trace(
        "frames of layers and of the runtime",
        """
        Traceback (most recent call last):
          File "/var/runtime/bootstrap.py", line 10, in handle_event_request
            response = request_handler(event, lambda_context)
          File "/opt/python/requests/api.py", line 59, in request
            return session.request(method=method, url=url, **kwargs)
          File "/var/task/vendor/site-packages/urllib3/pool.py", line 1, in urlopen
            raise
          File "/var/task/app.py", line 7, in <lambda>
            go()
        requests.exceptions.ConnectionError: HTTPSConnectionPool(host='api.example.com', port=443)
        """,
        """
        requests.exceptions.ConnectionError: HTTPSConnectionPool(host='api.example.com', port=443)
        * <lambda> /var/task/app.py:7
        - urlopen /var/task/vendor/site-packages/urllib3/pool.py:1
        - request /opt/python/requests/api.py:59
        - handle_event_request /var/runtime/bootstrap.py:10
        """),
    Trace(
        "a traceback of a worker within a message",
        """
        Traceback (most recent call last):
          File "/var/task/p.py", line 1, in work
            f()
        concurrent.futures.process._RemoteTraceback: 
        \"\"\"
        Traceback (most recent call last):
          File "/var/task/w.py", line 9, in inner
        ValueError: a
        \"\"\"
        """,
        """
        concurrent.futures.process._RemoteTraceback:\u{20}
        > \"\"\"
        > Traceback (most recent call last):
        > File "/var/task/w.py", line 9, in inner
        > ValueError: a
        > \"\"\"
        * work /var/task/p.py:1
        """),
    Trace(
        "two tracebacks that are no chain: the first one",
        """
        Traceback (most recent call last):
          File "/var/task/p.py", line 1, in a
            f()
        KeyError: 'a'
        Traceback (most recent call last):
          File "/var/task/p.py", line 2, in b
            g()
        ValueError: b
        """,
        """
        KeyError: 'a'
        * a /var/task/p.py:1
        """),
    Trace(
        "a logger's prefix, and a table in the message",
        """
        [ERROR]\t2026-03-12T09:14:05.128Z\t6f1b2c3d-1111-4222-8333-444455556666\torder failed
        Traceback (most recent call last):
          File "/var/task/app.py", line 2, in handler
            check()
        app.Mismatch: rows differ
        | a | b |
        +---+---+
        """,
        """
        app.Mismatch: rows differ
        > | a | b |
        > +---+---+
        * handler /var/task/app.py:2
        """),
    Trace(
        "cut within a frame's code",
        """
        Traceback (most recent call last):
          File "/var/task/app.py", line 2, in handler
            check(
        """,
        """
        ?:\u{20}
        * handler /var/task/app.py:2
        """),
]

@Test(arguments: pythonTraces)
func `an error of Python is read`(trace: Trace) { check(trace, .python) }

@Test func `the frames of a JSON record, with its type and message`() {
    let error = parseError(
        type: "KeyError", message: "'order_id'",
        stack:
            "  File \"/var/task/app.py\", line 25, in handler\n    return load(event)\n\n  File \"/var/task/repo.py\", line 4, in load\n    return {}['order_id']\n"
    )
    #expect(written(error) == "KeyError: 'order_id'\n* load /var/task/repo.py:4\n* handler /var/task/app.py:25")
    #expect(error.runtime == .python)
}
