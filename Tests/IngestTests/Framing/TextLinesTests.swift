import Ingest
import Testing

private let id = "6f1c2a8e-0b7d-4c9e-8a3f-5d2e1b4c7f90"

@Suite struct TextLinesTests {
    @Test func `raw Lambda lines: platform lines stand alone, others have their lines behind them`() throws {
        let text = """
            INIT_START Runtime Version: nodejs:22.v40
            START RequestId: \(id) Version: $LATEST
            printed without a prefix
            and a second line
            2026-03-12T09:14:05.128Z\t\(id)\tERROR\tInvoke Error \t{
              "a": 1
            }
            [ERROR] KeyError: 'x'
            Traceback (most recent call last):
              File "/var/task/app.py", line 3, in handler

            RequestId: \(id) Error: Runtime exited with error: exit status 1
            Runtime.ExitError
            END RequestId: \(id)
            REPORT RequestId: \(id)\tDuration: 1.00 ms\t
            XRAY TraceId: 1-69b28a1d-00112233445566778899aabb\tSampled: true\t
            a line after the report

            """
        let result = try framed(text)
        #expect(result.outcome.format == .text)
        #expect(
            result.calls == [
                "|| INIT_START Runtime Version: nodejs:22.v40",
                "|| START RequestId: \(id) Version: $LATEST",
                "|| printed without a prefix\nand a second line",
                "|| 2026-03-12T09:14:05.128Z\t\(id)\tERROR\tInvoke Error \t{\n  \"a\": 1\n}",
                "|| [ERROR] KeyError: 'x'\nTraceback (most recent call last):\n  File \"/var/task/app.py\", line 3, in handler",
                "|| RequestId: \(id) Error: Runtime exited with error: exit status 1\nRuntime.ExitError",
                "|| END RequestId: \(id)",
                "|| REPORT RequestId: \(id)\tDuration: 1.00 ms\t\nXRAY TraceId: 1-69b28a1d-00112233445566778899aabb\tSampled: true\t",
                "|| a line after the report",
            ])
    }

    @Test func `an uncaught error of Java is an event of its own behind a line with a stamp`() throws {
        let uncaught = """
            stock gone: com.acme.OrderException
            com.acme.OrderException: stock gone
            \tat com.acme.Handler.handleRequest(Handler.java:28)
            Caused by: java.lang.NullPointerException: java.lang.NullPointerException
            \t... 7 more
            """
        let said = "2026-03-12 09:14:05 \(id) INFO Handler - asked for 3"
        #expect(
            try framed("\(said)\n\(uncaught)\n\nEND RequestId: \(id)\n").calls == [
                "|| \(said)", "|| \(uncaught)", "|| END RequestId: \(id)",
            ])
    }

    @Test func `what the runtime says of an answer that it could not hand over is an event of its own`() throws {
        let said = "2026-03-12T09:14:05.128Z\t\(id)\tinfo\tvalidated request in 12 ms"
        let refused = "LAMBDA_RUNTIME Failed to post handler success response. Http response code: 413."
        #expect(
            try framed("\(said)\n\n\(refused)\nEND RequestId: \(id)\n").calls == [
                "|| \(said)", "|| \(refused)", "|| END RequestId: \(id)",
            ])
    }

    @Test func `execution lines may hold newlines`() throws {
        let result = try framed(
            "(\(id)) Endpoint response body: {\n  \"a\": 1\n}\n(AbCd1EFgoAMGhiA=) Method completed with status: 502\n")
        #expect(
            result.calls == [
                "|| (\(id)) Endpoint response body: {\n  \"a\": 1\n}", "|| (AbCd1EFgoAMGhiA=) Method completed with status: 502",
            ])
    }

    @Test(arguments: ["\n", "", "\r\n", " \n", " "])
    func `JSON rows stand on lines or glued`(separator: String) throws {
        let row = #"{"requestId":"a","path":"}{","status":"502"}"#
        let result = try framed([row, row, row].joined(separator: separator))
        #expect(result.outcome.format == .text)
        #expect(result.calls == ["|| \(row)", "|| \(row)", "|| \(row)"])
    }

    @Test func `a row that is no JSON comes out whole, glued or not`() throws {
        let good = #"{"requestId":"a","status":"200"}"#
        let numberless = #"{"requestId":"a","status":-}"#
        let unquoted = #"{"agent":"x"y","status":"502"}"#
        let text = [good, numberless, unquoted, good, good].joined()
        #expect(try framed(text).calls == [good, numberless, unquoted, good, good].map { "|| \($0)" })
        let lines = [good, unquoted, numberless, good].joined(separator: "\n")
        #expect(try framed(lines).calls == [good, unquoted, numberless, good].map { "|| \($0)" })
    }

    @Test func `an indented object is one event`() throws {
        let result = try framed("{\n  \"requestId\": \"a\"\n}\n{\n  \"requestId\": \"b\"\n}\n")
        #expect(result.calls == ["|| {\n  \"requestId\": \"a\"\n}", "|| {\n  \"requestId\": \"b\"\n}"])
    }

    @Test func `a text printed after a JSON line is an event of its own`() throws {
        let line = #"{"time":"2026-03-12T09:14:05.128Z","type":"platform.start","record":{"requestId":"a"}}"#
        #expect(try framed("\(line)\nprinted\n\(line)\n").calls == ["|| \(line)", "|| printed", "|| \(line)"])
    }

    @Test func `rows of the CLF, CSV and XML templates are one event each`() throws {
        let rows = [
            #"203.0.113.7 - - [12/Mar/2026:09:14:05 +0000] "GET /orders HTTP/1.1" 502 36 \#(id)"#,
            #"AbCdEfGhIAMEPQ= 203.0.113.7 - - [12/Mar/2026:09:14:05 +0000] "GET /orders HTTP/1.1" 502 36 \#(id)"#,
            "2001:db8::7,-,-,12/Mar/2026:09:14:05 +0000,GET,/orders,HTTP/1.1,502,36,\(id),AbCdEfGhIAMEPQ=",
            #"<request id="\#(id)"> <status>502</status> </request>"#,
        ]
        #expect(try framed(rows.joined(separator: "\n") + "\n").calls == rows.map { "|| \($0)" })
    }

    @Test func `a time-out line at the front does not make the text an S3 export`() throws {
        let timeout = "2026-03-12T09:14:15.456Z \(id) Task timed out after 3.00 seconds"
        let result = try framed("\(timeout)\n\nSTART RequestId: \(id) Version: $LATEST\n\(timeout)\n\n")
        #expect(result.outcome.format == .text)
        #expect(result.calls == ["|| \(timeout)", "|| START RequestId: \(id) Version: $LATEST", "|| \(timeout)"])
    }

    @Test func `where no line is known every line is an event`() throws {
        let result = try framed("502|a|GET\n200|b|GET\n")
        #expect(result.calls == ["|| 502|a|GET", "|| 200|b|GET"])
        #expect(result.outcome.reason == "no known container and no known beginning of an event: every line is one")
    }

    @Test func `the hint names the group`() throws {
        let result = try framed("END RequestId: a\n", hints: InputHints(logGroup: "/aws/lambda/orders"))
        #expect(result.calls == ["|/aws/lambda/orders| END RequestId: a"])
    }

    @Test func `a byte order mark and carriage returns are not part of events`() throws {
        #expect(
            try framed("\u{FEFF}END RequestId: a\r\nEND RequestId: b\r\n").calls == [
                "|| END RequestId: a", "|| END RequestId: b",
            ])
    }

    @Test func `a text cut anywhere keeps its whole events`() throws {
        let bytes = Array("START RequestId: a\n{\"a\":\"b\"}{\"a\":\"c\"}\n[ERROR] x\n  y\nEND RequestId: a\n".utf8)
        let whole = try framed(bytes).calls
        // The event of two lines is over when the line after it can be told: `END RequestId: `.
        let ends = [18, 28, 37, 67, 68]
        for cut in 1..<bytes.count {
            let result = try framed(Array(bytes[..<cut])).calls
            let complete = ends.count { $0 <= cut }
            #expect(result.prefix(complete) == whole.prefix(complete), "cut at \(cut)")
        }
    }
}
