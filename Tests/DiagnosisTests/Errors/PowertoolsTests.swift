// Errors in Powertools records of four languages, with their causes; the record's own message is not the error's.

import Diagnosis
import Model
import Testing

/// The error that a function logged in this record before it answered 500.
private func error(in fields: KeyValuePairs<String, String>) -> ErrorDetails? {
    Scene(.rest).row(["status": "500", "integration.status": "500", "integration.integrationStatus": "200"]).run(
        Run("orders", .none, .start, .json(.error, fields), .report)
    ).failure().error
}

private func written(_ error: ErrorDetails?) -> [String] {
    guard let error else { return ["nothing"] }
    let frames = error.frames.map { frame in
        "\(frame.own ? "*" : "-") \(frame.function ?? "?") \(frame.file ?? "?"):\(frame.line.map(String.init) ?? "?")"
    }
    return ["\(error.type ?? "?"): \(error.message)"] + frames + error.causes.flatMap { written($0).map { "  " + $0 } }
}

@Suite struct `Powertools records` {
    @Test func `Python keeps the chain in one text`() {
        let traceback =
            "Traceback (most recent call last):\n  File \"/var/task/store.py\", line 9, in save\n    raise KeyError('id')\nKeyError: 'id'\n\n"
            + "The above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n"
            + "  File \"/var/task/app.py\", line 25, in handler\n    save(order)\nOrderError: order 17 was not saved"
        #expect(
            written(
                error(in: [
                    "level": "ERROR", "location": "handler:25", "message": "could not save",
                    "timestamp": "2026-03-12 09:14:05,154+0000", "service": "orders", "cold_start": "false",
                    "function_name": "orders", "function_request_id": runID, "exception": traceback,
                    "exception_name": "OrderError",
                ])) == [
                    "OrderError: order 17 was not saved", "* handler /var/task/app.py:25", "  KeyError: 'id'",
                    "  * save /var/task/store.py:9",
                ])
    }

    @Test func `TypeScript keeps causes in objects`() {
        #expect(
            written(
                error(in: [
                    "level": "ERROR", "message": "could not save", "timestamp": "2026-03-12T09:14:05.154Z", "service": "orders",
                    "function_request_id": runID, "error.name": "OrderError", "error.location": "/var/task/index.js:5",
                    "error.message": "stock gone",
                    "error.stack": "OrderError: stock gone\n    at handler (/var/task/index.js:5:9)",
                    "error.cause.name": "TypeError", "error.cause.message": "x is undefined",
                    "error.cause.stack": "TypeError: x is undefined\n    at load (/var/task/load.js:3:1)",
                    "error.cause.cause.name": "RangeError", "error.cause.cause.message": "too deep",
                ])) == [
                    "OrderError: stock gone", "* handler /var/task/index.js:5", "  TypeError: x is undefined",
                    "  * load /var/task/load.js:3", "  RangeError: too deep",
                ])
    }

    @Test func `Java keeps the chain in its stack`() {
        #expect(
            written(
                error(in: [
                    "level": "ERROR", "message": "could not save", "function_version": "7", "function_request_id": runID,
                    "error.name": "com.acme.OrderException", "error.message": "stock gone",
                    "error.stack":
                        "com.acme.OrderException: stock gone\n\tat com.acme.Handler.handle(Handler.java:28)\n"
                        + "Caused by: java.lang.NullPointerException: no row\n\tat com.acme.Repo.find(Repo.java:12)\n\t... 1 more\n",
                ])) == [
                    "com.acme.OrderException: stock gone", "* com.acme.Handler.handle Handler.java:28",
                    "  java.lang.NullPointerException: no row", "  * com.acme.Repo.find Repo.java:12",
                ])
    }

    @Test(
        arguments: [
            ["exception.", "type", "message", "stack_trace", "inner_exception."],
            ["exception.", "type", "message", "stackTrace", "innerException."],
            ["Exception.", "Type", "Message", "StackTrace", "InnerException."],
        ])
    func `NET keeps inner exceptions in objects, in three spellings`(keys: [String]) {
        let (own, inner) = (keys[0], keys[0] + keys[4])
        let stack = "   at Acme.Function.Handler() in /src/Function.cs:line 28"
        let fields = [
            ("level", "Error"), ("message", "could not save"), ("function_request_id", runID),
            (own + keys[1], "System.InvalidOperationException"), (own + keys[2], "stock gone"), (own + keys[3], stack),
            (inner + keys[1], "System.Exception"), (inner + keys[2], "inner"),
            (inner + keys[3], "   at Acme.Repo.Find() in /src/Repo.cs:line 12"),
        ].map { LogField(name: $0.0, value: $0.1) }
        let record = Line(source: .functionLog, level: .error, text: "{}", message: "could not save", fields: fields)
        let failure = Scene(.rest).row(["status": "500", "integration.status": "500", "integration.integrationStatus": "200"])
            .run(
                Run("orders", .none, .start, record, .report)
            ).failure()
        #expect(
            written(failure.error) == [
                "System.InvalidOperationException: stock gone", "* Acme.Function.Handler /src/Function.cs:28",
                "  System.Exception: inner", "  * Acme.Repo.Find /src/Repo.cs:12",
            ])
    }
}
