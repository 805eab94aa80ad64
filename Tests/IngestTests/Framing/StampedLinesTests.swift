import Ingest
import Testing

private let stream = "2026/03/12/[$LATEST]0123456789abcdef0123456789abcdef"

@Suite struct StampedLinesTests {
    @Test func `an S3 export event runs to the next stamp and loses the newline that the export added`() throws {
        let text = """
            2026-03-12T09:14:05.128Z START RequestId: a Version: $LATEST

            2026-03-12T09:14:05.129Z 2026-03-12T09:14:05.129Z\ta\tERROR\tInvoke Error \t{
              "stack": 1
            }

            2026-03-12T09:14:05.130Z no newline of its own
            2026-03-12T09:14:05.131Z END RequestId: a


            """
        let result = try framed(text)
        #expect(result.outcome.format == .s3Export)
        #expect(
            result.calls == [
                "2026-03-12T09:14:05.128Z|| START RequestId: a Version: $LATEST\n",
                "2026-03-12T09:14:05.129Z|| 2026-03-12T09:14:05.129Z\ta\tERROR\tInvoke Error \t{\n  \"stack\": 1\n}\n",
                "2026-03-12T09:14:05.130Z|| no newline of its own",
                "2026-03-12T09:14:05.131Z|| END RequestId: a\n",
            ])
    }

    @Test func `the stream of an S3 export is the folder's name with its slashes restored`() throws {
        let scratch = try ScratchFolder()
        scratch.folder("2026-03-12-[$LATEST]0123456789abcdef0123456789abcdef")
        let name = "2026-03-12-[$LATEST]0123456789abcdef0123456789abcdef/00000"
        let first = scratch.file(name + "0.gz", gzip("2026-03-12T09:14:05.128Z a\n"))
        let second = scratch.file(name + "1.gz", gzip("2026-03-12T09:14:05.129Z b\n"))
        let result = framed([first, second], hints: InputHints(logGroup: "/aws/lambda/orders"))
        #expect(
            result.calls == [
                "2026-03-12T09:14:05.128Z|/aws/lambda/orders|\(stream) a",
                "2026-03-12T09:14:05.129Z|/aws/lambda/orders|\(stream) b",
            ])
    }

    @Test func `a gateway's stream folder keeps its name`() throws {
        let scratch = try ScratchFolder()
        scratch.folder("0123456789abcdef0123456789abcdef")
        let path = scratch.file("0123456789abcdef0123456789abcdef/000000", Array("2026-03-12T09:14:05.128Z (a) b\n".utf8))
        #expect(framed([path]).calls == ["2026-03-12T09:14:05.128Z||0123456789abcdef0123456789abcdef (a) b"])
    }

    @Test func `a row of JSON behind a stamp is no stream of a tail, though it holds slashes`() throws {
        let row = "{\"requestId\":\"AbCdEfGhIAMEPQ=\",\"requestTime\":\"12/Mar/2026:09:14:05 +0000\"}"
        let result = try framed("2026-03-12T09:14:05.128Z \(row)\n2026-03-12T09:14:06.128Z \(row)\n")
        #expect(result.outcome.format == .s3Export)
        #expect(result.calls == ["2026-03-12T09:14:05.128Z|| \(row)", "2026-03-12T09:14:06.128Z|| \(row)"])
    }

    @Test func `lines before the first stamp are rejected, once`() throws {
        let result = try framed("  at rest of a stack\n  at another\n2026-03-12T09:14:05.128Z a\n")
        #expect(result.outcome.format == .s3Export)
        #expect(result.calls == ["rejected: lines before the first stamp", "2026-03-12T09:14:05.128Z|| a"])
    }

    @Test func `a stamp that is no date does not begin an event`() throws {
        let result = try framed("2026-03-12T09:14:05.128Z a\n2026-13-12T09:14:05.128Z b\n")
        #expect(result.calls == ["2026-03-12T09:14:05.128Z|| a\n2026-13-12T09:14:05.128Z b"])
    }

    @Test func `aws logs tail gives stamp, stream and message, in colour or not`() throws {
        let plain =
            "2026-03-12T10:14:05.128000+01:00 \(stream) START RequestId: a\n2026-03-12T09:14:05+00:00 \(stream) \n{\n    \"a\": 1\n}\n"
        let result = try framed(plain)
        #expect(result.outcome.format == .tail)
        #expect(
            result.calls == [
                "2026-03-12T09:14:05.128Z||\(stream) START RequestId: a",
                "2026-03-12T09:14:05.000Z||\(stream) {\n    \"a\": 1\n}",
            ])
        let coloured = "\u{1b}[32m2026-03-12T09:14:05.128000+00:00\u{1b}[0m \u{1b}[36m\(stream)\u{1b}[0m text\n"
        #expect(try framed(coloured).calls == ["2026-03-12T09:14:05.128Z||\(stream) text"])
    }

    @Test func `the short form of aws logs tail has neither zone nor stream`() throws {
        let result = try framed("2026-03-12T09:14:05 START RequestId: a\n2026-03-12T09:14:06 x\n  y\n")
        #expect(result.outcome.format == .tailShort)
        #expect(result.calls == ["2026-03-12T09:14:05.000Z|| START RequestId: a", "2026-03-12T09:14:06.000Z|| x\n  y"])
    }

    @Test func `sam logs puts the stream first`() throws {
        let result = try framed("\(stream) 2026-03-12T09:14:05.128000 REPORT RequestId: a\n")
        #expect(result.outcome.format == .samLogs)
        #expect(result.calls == ["2026-03-12T09:14:05.128Z||\(stream) REPORT RequestId: a"])
    }

    @Test func `an event is the same wherever the window ends`() throws {
        // Two MiB of events of odd lengths, so that borders of the window fall anywhere.
        let body = String(repeating: "0123456789\n", count: 37)
        let event = "2026-03-12T09:14:05.128Z START\n\(body)"
        let result = try framed(String(repeating: event, count: 6000))
        #expect(result.calls.count == 6000)
        #expect(Set(result.calls) == ["2026-03-12T09:14:05.128Z|| START\n\(body.dropLast())"])
    }
}
