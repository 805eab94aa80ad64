import Ingest
import Testing

private let stream = "2026/03/12/[$LATEST]0123456789abcdef0123456789abcdef"
private let named =
    #"{"logStreamName":"\#(stream)","timestamp":1773306845128,"message":"one\ntwo \"x\"\n","ingestionTime":1773306846000,"eventId":"1"}"#
private let namedCall = "2026-03-12T09:14:05.128Z||\(stream) one\ntwo \"x\"\n"
private let bare = #"{"timestamp":1773306845129,"message":"brackets }]{[ \\","ingestionTime":1773306846000}"#
private let bareCall = #"2026-03-12T09:14:05.129Z|| brackets }]{[ \"#

@Suite struct EventDocumentTests {
    @Test func `filter-log-events names the stream of each event`() throws {
        let result = try framed(#"{"events":[\#(named),\#(named)],"searchedLogStreams":[],"nextToken":"t"}"#)
        #expect(result.outcome.format == .filterLogEvents)
        #expect(result.calls == [namedCall, namedCall])
    }

    @Test func `get-log-events leaves group and stream to the hints`() throws {
        let text = #"{"events":[\#(bare)],"nextForwardToken":"f/1","nextBackwardToken":"b/1"}"#
        let result = try framed(text, hints: InputHints(logGroup: "/aws/lambda/orders"))
        #expect(result.outcome.format == .getLogEvents)
        #expect(result.calls == [#"2026-03-12T09:14:05.129Z|/aws/lambda/orders| brackets }]{[ \"#])
    }

    @Test func `an indented document, keys in any order, and several documents are read`() throws {
        let text = """
            {
                "searchedLogStreams": [ { "logStreamName": "x", "searchedCompletely": true } ],
                "events": [
                    {
                        "message": "a",
                        "logStreamName": "s",
                        "timestamp": 1773306845128
                    }
                ]
            }

            """
        let result = try framed(text + text + #"{"events":[]}{"events":[\#(bare)]}"#)
        #expect(result.outcome.format == .filterLogEvents)
        #expect(result.calls == ["2026-03-12T09:14:05.128Z||s a", "2026-03-12T09:14:05.128Z||s a", bareCall])
    }

    @Test func `a bare array and JSON lines are read`() throws {
        #expect(try framed("[\(named),\n\(named)]").calls == [namedCall, namedCall])
        #expect(try framed("\(named)\n\(named)\n").calls == [namedCall, namedCall])
        #expect(try framed("[\(bare)]").outcome.format == .getLogEvents)
    }

    @Test func `a message that is itself an object becomes its JSON text`() throws {
        let text = #"{"events":[{"logStreamName":"s","timestamp":1,"message":{"level": "ERROR"}}]}"#
        #expect(try framed(text).calls == [#"1970-01-01T00:00:00.001Z||s {"level":"ERROR"}"#])
    }

    @Test func `application log lines with timestamp and message are not taken for events`() throws {
        let line = #"{"timestamp":"2026-03-12T09:14:05.128Z","level":"ERROR","message":"x","requestId":"a"}"#
        let result = try framed("\(line)\n\(line)\n")
        #expect(result.outcome.format == .text)
        #expect(result.calls == ["|| \(line)", "|| \(line)"])
    }

    @Test func `events before a cut are all there, wherever it is, and the cut is reported`() throws {
        let whole = Array(#"{"events":[\#(named),\#(bare)],"nextForwardToken":"f/1"}"#.utf8)
        let endOfFirst = 11 + named.utf8.count
        let endOfSecond = endOfFirst + 1 + bare.utf8.count
        for cut in 1..<whole.count {
            let result = try framed(Array(whole[..<cut]), hints: InputHints(format: "filter-log-events"))
            let events = cut >= endOfSecond ? [namedCall, bareCall] : cut >= endOfFirst ? [namedCall] : []
            #expect(result.calls == events + ["rejected: JSON ends early"], "cut at \(cut)")
        }
    }

    @Test func `an event that is broken JSON is rejected by itself`() throws {
        let result = try framed(#"{"events":[{"logStreamName":"s","message":"\q"},{"timestamp":1},\#(named)]}"#)
        #expect(
            result.calls == ["rejected: event is not well-formed JSON", "rejected: event without a message", namedCall])
    }

    @Test func `after text that is no JSON the next document on a line of its own is read`() throws {
        let result = try framed("{\"events\":[\(named)]}\nerror: throttled\nretrying\n{\"events\":[\(named)]}\n")
        #expect(result.calls == [namedCall, "rejected: not well-formed JSON", namedCall])
    }

    @Test func `a document larger than the window is streamed`() throws {
        let filler = String(repeating: "x", count: 1000)
        let event = #"{"logStreamName":"s","timestamp":1,"message":"\#(filler)"}"#
        let text = #"{"events":["# + Array(repeating: event, count: 3000).joined(separator: ",") + "]}"
        let result = try framed(text)
        #expect(result.calls.count == 3000)
        #expect(Set(result.calls) == ["1970-01-01T00:00:00.001Z||s \(filler)"])
    }

    @Test func `unwanted events are passed over and keep their numbers`() throws {
        let text = "[\(named),\(bare),\(named)]"
        let result = try framed(text, unwanted: [0, 2])
        #expect(result.calls == [bareCall])
        #expect(result.consumer.ordinals == [1])
    }

    @Test func `rows of get-query-results are events`() throws {
        let text =
            #"{"results":[[{"field":"@timestamp","value":"2026-03-12 09:14:05.128"},{"field":"@message","value":"m\n"},"#
            + #"{"field":"@logStream","value":"s"},{"field":"@log","value":"111122223333:/aws/lambda/orders"},"#
            + #"{"field":"@ptr","value":"p"}]],"statistics":{"recordsMatched":1.0},"status":"Complete"}"#
        let result = try framed(text)
        #expect(result.outcome.format == .insightsJSON)
        #expect(result.calls == ["2026-03-12T09:14:05.128Z|/aws/lambda/orders|s m\n"])
    }

    @Test func `the console's export of Logs Insights is an array of objects`() throws {
        let text = #"[{"@timestamp":"2026-03-12 09:14:05.128","@message":"m","@logStream":"s"}]"#
        let result = try framed(text)
        #expect(result.outcome.format == .insightsJSON)
        #expect(result.calls == ["2026-03-12T09:14:05.128Z||s m"])
    }
}
