import Ingest
import Testing

private let stream = "2026/03/12/[$LATEST]0123456789abcdef0123456789abcdef"

private func payload(_ events: String, group: String = "/aws/lambda/orders") -> String {
    #"{"messageType":"DATA_MESSAGE","owner":"111122223333","logGroup":"\#(group)","logStream":"\#(stream)","#
        + #""subscriptionFilters":["all"],"logEvents":[\#(events)]}"#
}

private let first = #"{"id":"1","timestamp":1773306845128,"message":"START RequestId: a Version: 1\n"}"#
private let second =
    #"{"id":"2","timestamp":1773306845129,"message":"say \"hi\" {[","extractedFields":{"@aws.region":"eu-west-1"}}"#
private let firstCall = "2026-03-12T09:14:05.128Z|/aws/lambda/orders|\(stream) START RequestId: a Version: 1\n"
private let secondCall = #"2026-03-12T09:14:05.129Z|/aws/lambda/orders|\#(stream) say "hi" {["#

@Suite struct SubscriptionTests {
    @Test(arguments: ["", "\n", "\r\n", "\n\n"])
    func `payloads stand glued or on lines of their own`(separator: String) throws {
        let result = try framed(payload(first) + separator + payload(second) + separator)
        #expect(result.outcome.format == .subscription)
        #expect(result.outcome.reason == "documents with messageType and logEvents")
        #expect(result.calls == [firstCall, secondCall])
        #expect(result.consumer.ordinals == [0, 1])
    }

    @Test func `an indented payload and one with sorted keys are read`() throws {
        let indented =
            "{\n  \"logEvents\": [\n    \(first),\n    \(second)\n  ],\n  \"logGroup\": \"/aws/lambda/orders\",\n"
            + "  \"logStream\": \"\(stream)\",\n  \"messageType\": \"DATA_MESSAGE\"\n}\n"
        #expect(try framed(indented + indented).calls == [firstCall, secondCall, firstCall, secondCall])
    }

    @Test func `each Firehose record is a gzip member, and a control message is ignored`() throws {
        let control =
            #"{"messageType":"CONTROL_MESSAGE","owner":"CloudwatchLogs","logGroup":"","logStream":"","#
            + #""subscriptionFilters":[],"logEvents":[{"id":"","timestamp":1773306845000,"message":"CWL CONTROL MESSAGE"}]}"#
        let result = try framed(gzip(control) + gzip(payload(first)) + gzip(payload(second)))
        #expect(result.calls == ["ignored: control message of a subscription", firstCall, secondCall])
        #expect(result.consumer.ordinals == [0, 1, 2])
    }

    @Test func `events before a cut are all there, wherever it is, and the cut is reported`() throws {
        let whole = payload("\(first),\(second)")
        let endOfFirst = whole.utf8.count - second.utf8.count - 3
        let bytes = Array(whole.utf8)
        for cut in 100..<bytes.count {
            let result = try framed(Array(bytes[..<cut]), hints: InputHints(format: "subscription"))
            let events = cut >= bytes.count - 2 ? [firstCall, secondCall] : cut >= endOfFirst ? [firstCall] : []
            #expect(result.calls == events + ["rejected: payload ends early"], "cut at \(cut)")
        }
    }

    @Test func `a broken payload on a line does not spoil the next one`() throws {
        let broken = #"{"messageType":"DATA_MESSAGE","logGroup":"g","logEvents":[{"id":"1","timestamp":17"#
        let result = try framed(broken + "\n" + payload(first) + "\nnonsense\n" + payload(second))
        #expect(
            result.calls == ["rejected: payload ends early", firstCall, "rejected: neither a payload nor base64", secondCall])
    }

    @Test func `base64 lines and Lambda envelopes hold payloads`() throws {
        let encoded = base64(gzip(payload(first)))
        #expect(try framed(encoded + "\n" + encoded + "\n").calls == [firstCall, firstCall])
        let envelope = try framed(#"{"awslogs":{"data":"\#(encoded)"}}"#)
        #expect(envelope.calls == [firstCall])
        #expect(envelope.outcome.format == .subscription)
        let cut = base64(Array(gzip(payload(first))[..<60]))
        #expect(
            try framed(#"{"awslogs":{"data":"\#(cut)"}}"#).calls
                == ["rejected: encoded payload: gzip stream ends early at byte 60"])
    }

    @Test func `an event without a message is rejected by itself`() throws {
        let result = try framed(payload(#"{"id":"1","timestamp":1},\#(first)"#))
        #expect(result.calls == ["rejected: event without a message", firstCall])
    }

    @Test func `the stream of event after event is asked for once`() throws {
        let result = try framed(String(repeating: payload(first) + "\n", count: 50))
        #expect(result.calls.count == 50)
        #expect(result.consumer.interned == 2)
    }
}

private func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
        for index in 0..<4 { text.append(index <= group.count ? alphabet[bits >> (18 - 6 * index) & 63] : "=") }
    }
    return text
}
