import Ingest
import Testing

@Suite struct HostileTextTests {
    @Test func `an empty file has no events`() throws {
        let result = try framed("")
        #expect(result.calls == [])
        #expect(result.outcome.format == nil)
        #expect(result.outcome.reason == "empty")
        #expect(try framed(gzip("")).outcome.reason == "empty")
    }

    @Test func `only blank lines are no events`() throws {
        #expect(try framed("\n\n  \n\r\n").calls == [])
    }

    @Test func `binary content is one rejected event`() throws {
        var bytes: [UInt8] = []
        for index in 0..<200_000 { bytes.append(UInt8(truncatingIfNeeded: index &* 7919 >> 3)) }
        #expect(try framed(bytes).calls == ["rejected: binary content"])
        #expect(try framed(Array("PK\u{03}\u{04}rest".utf8)).calls == ["rejected: a zip archive"])
    }

    @Test func `NUL bytes and invalid UTF-8 within a text pass as they are`() throws {
        let line = Array("[ERROR] a".utf8) + [0, 0xff, 0xfe, 0xc3] + Array("b".utf8)
        let result = try framed(line + [10] + Array("END RequestId: a\n".utf8))
        #expect(result.consumer.messages == [line, Array("END RequestId: a".utf8)])
    }

    @Test func `a line of 20 MiB is rejected and the lines after it are read`() throws {
        var bytes = Array("END RequestId: a\n[ERROR] ".utf8)
        bytes += [UInt8](repeating: UInt8(ascii: "x"), count: 20 << 20)
        bytes += Array("\nEND RequestId: b\n".utf8)
        let result = try framed(bytes)
        #expect(result.calls == ["|| END RequestId: a", "rejected: event longer than 16 MiB", "|| END RequestId: b"])
        #expect(result.consumer.ordinals == [0, 1, 2])
    }

    @Test func `an event of 20 MiB of lines is rejected and the events after it are read`() throws {
        var bytes = Array("2026-03-12T09:14:05.128Z a\n".utf8)
        for _ in 0..<(20 << 14) { bytes += Array("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde\n".utf8) }
        bytes += Array("2026-03-12T09:14:05.129Z b\n".utf8)
        #expect(try framed(bytes).calls == ["rejected: event longer than 16 MiB", "2026-03-12T09:14:05.129Z|| b"])
    }

    @Test func `a payload of 20 MiB is rejected and the one after it is read`() throws {
        var bytes = Array(#"{"messageType":"DATA_MESSAGE","logEvents":[{"message":""#.utf8)
        bytes += [UInt8](repeating: UInt8(ascii: "x"), count: 20 << 20)
        bytes += Array("\"}]}\n{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"message\":\"b\"}]}\n".utf8)
        #expect(try framed(bytes).calls == ["rejected: document longer than 16 MiB", "|| b"])
    }

    @Test(.timeLimit(.minutes(30))) func `brackets, braces and quotes without end take linear time`() throws {
        for unit in ["[", "{", "\"", "{\n", "[\n", "}{\"", "{\"a\":[", "\\", "(", "2026-03-12T09:14:05.128Z\n"] {
            let text = String(repeating: unit, count: (128 << 10) / unit.utf8.count)
            for format in ["subscription", "s3-export", "filter-log-events", "text", "insights-csv"] {
                let result = try framed(text, hints: InputHints(format: format))
                #expect(result.outcome.textBytes == Int64(text.utf8.count))
            }
        }
    }

    @Test func `the test object of the export is ignored`() throws {
        let result = try framed("Permission Check Successful", name: "aws-logs-write-test")
        #expect(result.calls == ["ignored: test object of the S3 export"])
    }

    @Test func `the same input gives the same numbers twice`() throws {
        let text = "START RequestId: a\nx\ny\nEND RequestId: a\n{\"a\":1}{\"b\":2}\n"
        let first = try framed(text)
        let second = try framed(text, unwanted: [0, 1, 3])
        #expect(first.consumer.ordinals == [0, 1, 2, 3, 4])
        #expect(second.calls == [first.calls[2], first.calls[4]])
    }
}
