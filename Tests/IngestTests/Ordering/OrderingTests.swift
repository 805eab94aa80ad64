import Ingest
import Model
import Testing

private let stream = "2026/03/12/[7]0123456789abcdef0123456789abcdef"
private let other = "2026/03/12/[7]ff23456789abcdef0123456789abcdef"

/// Rows of `filter-log-events`: milliseconds after 2026-03-12T09:14:05Z, stream, message.
private func document(_ events: [(Int64, String, String)]) -> String {
    let rows = events.map { time, stream, message in
        #"{"logStreamName":"\#(stream)","timestamp":\#(dawn + time),"message":"\#(message)","eventId":"1"}"#
    }
    return #"{"events":[\#(rows.joined(separator: ","))],"searchedLogStreams":[]}"#
}

@Suite struct OrderingTests {
    /// One run that printed a line and failed, and another of the same stream that did well.
    private let events: [(Int64, String, String)] = [
        (0, stream, "START RequestId: \(uuid(1)) Version: 7"),
        (1, stream, "[ERROR] KeyError: 'sku'\\nTraceback (most recent call last):"),
        (2, stream, "END RequestId: \(uuid(1))"),
        (2, stream, "REPORT RequestId: \(uuid(1))\\tDuration: 2.00 ms\\tBilled Duration: 2 ms"),
        (9, stream, "START RequestId: \(uuid(2)) Version: 7"),
        (9, stream, "sold"),
        (9, stream, "END RequestId: \(uuid(2))"),
        (9, stream, "REPORT RequestId: \(uuid(2))\\tDuration: 0.50 ms\\tBilled Duration: 1 ms"),
    ]

    private func facts(_ events: [(Int64, String, String)]) throws -> InputFacts {
        let scratch = try ScratchFolder()
        let path = scratch.file("events.json", Array(document(events).utf8))
        return scan(Input(index: 0, name: "events.json", paths: [path], hints: InputHints(logGroup: "/aws/lambda/orders")))
    }

    private func told(_ facts: InputFacts) -> [String] {
        facts.invocations.map {
            "\($0.id.text ?? "") \($0.fault) lines \($0.errorLines) start \($0.start.iso) places \($0.places.first)-\($0.places.last)"
        }.sorted()
    }

    @Test func `events in order are read as they stand`() throws {
        let report = try facts(events).report
        #expect(!report.isOutOfOrder)
        #expect(report.reason == "a document with events that name their stream")
    }

    @Test func `a stream that runs backwards gives the facts of the same stream forwards, also within a millisecond`() throws {
        let forwards = try facts(events)
        let backwards = try facts(events.reversed())
        #expect(told(backwards) == told(forwards))
        #expect(
            told(forwards) == [
                "\(uuid(1)) uncaughtError lines 1 start 2026-03-12T09:14:05.000Z places 0-3",
                "\(uuid(2)) none lines 0 start 2026-03-12T09:14:05.009Z places 4-7",
            ])
        #expect(backwards.report.isOutOfOrder)
        #expect(backwards.report.reason.hasSuffix("; out of order, read in order of time"))
    }

    @Test func `chunks that changed places give the facts of the ordered stream`() throws {
        #expect(told(try facts(Array(events[4...] + events[..<4]))) == told(try facts(events)))
    }

    @Test func `streams beside each other may be at different times`() throws {
        let late = (Int64(60_000), other, "START RequestId: \(uuid(3)) Version: 7")
        #expect(try !facts([late] + events).report.isOutOfOrder)
    }

    @Test func `rows of an access log need no order`() throws {
        let rows = [5, 3, 1].map { number in
            (Int64(number), "0123456789abcdef0123456789abcdef", #"{\"requestId\":\"\#(uuid(number))\",\"status\":\"200\"}"#)
        }
        let scratch = try ScratchFolder()
        let path = scratch.file("rows.json", Array(document(rows).utf8))
        let hints = InputHints(logGroup: "API-Gateway-Access-Logs_a1b2c3/prod")
        let facts = scan(Input(index: 0, name: "rows.json", paths: [path], hints: hints))
        #expect(facts.access.count == 3)
        #expect(!facts.report.isOutOfOrder)
    }

    @Test func `an event that comes twice counts once, and the account says so`() throws {
        let once = try facts(events)
        let twice = try facts(events + events[1...2])
        #expect(told(twice).map { $0.prefix(60) } == told(once).map { $0.prefix(60) })
        #expect(twice.report.ignoredReasons["event that came twice"] == 2)
        let report = twice.report
        #expect(report.events == Int64(events.count) + 2)
        #expect(report.events == report.facts + report.lines + report.ignored + report.rejected)
    }

    @Test func `the same words side by side in one millisecond are two events`() throws {
        var said = events
        said.insert((1, stream, "[ERROR] KeyError: 'sku'\\nTraceback (most recent call last):"), at: 2)
        let ordered = try facts(said)
        let backwards = try facts(said.reversed())
        #expect(ordered.invocations.contains { $0.errorLines == 2 })
        #expect(told(backwards) == told(ordered))
    }

    @Test func `the second reading quotes the lines where the first one counted them`() throws {
        let scratch = try ScratchFolder()
        let path = scratch.file("events.json", Array(document(events.reversed()).utf8))
        var input = Input(index: 0, name: "events.json", paths: [path], hints: InputHints(logGroup: "/aws/lambda/orders"))
        let facts = scan(input)
        input.isOutOfOrder = facts.report.isOutOfOrder
        let failed = try #require(facts.invocations.first { $0.failed })
        var wanted = WantedEvidence()
        wanted.invocations[failed.id] = [failed.places]
        #expect(collect(wanted, from: input).map(\.line.text.localizedWord) == ["START", "[ERROR]", "END", "REPORT"])
    }

    @Test func `chunks of one exported stream are put in order across files`() throws {
        let scratch = try ScratchFolder()
        scratch.folder("2026-03-12-[7]0123456789abcdef0123456789abcdef")
        func chunk(_ number: String, _ lines: [String]) -> String {
            scratch.file("2026-03-12-[7]0123456789abcdef0123456789abcdef/\(number)", gzip(lines.joined(separator: "\n") + "\n"))
        }
        let paths = [
            chunk("000000.gz", ["2026-03-12T09:14:05.100Z END RequestId: \(uuid(1))"]),
            chunk(
                "000001.gz",
                [
                    "2026-03-12T09:14:05.000Z START RequestId: \(uuid(1)) Version: 7",
                    "2026-03-12T09:14:05.050Z [ERROR] KeyError: 'sku'\nTraceback (most recent call last):",
                ]),
        ]
        let facts = scan(Input(index: 0, name: "export", paths: paths, hints: InputHints(logGroup: "/aws/lambda/orders")))
        #expect(facts.report.isOutOfOrder)
        #expect(told(facts) == ["\(uuid(1)) uncaughtError lines 1 start 2026-03-12T09:14:05.000Z places 0-2"])
    }
}

extension String {
    fileprivate var localizedWord: String { String(prefix { $0 != " " }) }
}
