import Ingest
import Testing

/// A file that was cut anywhere: the events before the cut are all there, and what is left of the one at the cut is not lost in silence.
@Suite struct CutContainerTests {
    /// Words of logs and of their containers, put together by a seeded generator.
    private struct Words {
        private var state: UInt64
        private static let words = [
            "order 17", "\"quoted\"", "{\"a\":[1,{}]}", "}{", "second line\n  at handler (/var/task/index.js:5:9)", "é", "\\n",
            "a,b", "\ttab", "\r", "],[", "null", "\"", "12", "=", "x y",
        ]

        init(seed: UInt64) { state = seed }

        private mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }

        mutating func message() -> String {
            let text = (0...next(4)).map { _ in Self.words[next(Self.words.count)] }.joined(separator: " ")
            return "said \(text) end"
        }
    }

    @Test(arguments: ContainerWriter.allCases, [UInt64(1), 2, 3])
    func `keeps every event before the cut`(container: ContainerWriter, seed: UInt64) throws {
        var words = Words(seed: seed)
        let made = container.write((0..<5).map { _ in words.message() })
        let scratch = try ScratchFolder()
        let whole = framed([scratch.file("whole", made.text)]).calls.map(\.withoutBlanksAtEnd)
        let events = whole.filter { !$0.hasPrefix("ignored: ") }
        #expect(events.count == 5 && !whole.contains { $0.hasPrefix("rejected: ") }, "\(whole)")
        let head = whole.count - events.count
        let told = framed([scratch.file("whole", made.text)]).outcome.format?.name ?? ""
        // Seventh bytes and all borders: the whole of each would be some ten thousand files.
        let borders = made.ends.flatMap { [$0 - 1, $0, $0 + 1, $0 + 2] }
        let cuts = Set(stride(from: Int(seed), to: made.text.count, by: 7)).union(borders).filter { 1..<made.text.count ~= $0 }
        for cut in cuts.sorted() {
            let path = scratch.file("cut", Array(made.text[..<cut]))
            // A beginning too short to be told would be plain text; the hint says what it was.
            let calls = framed([path], hints: InputHints(format: told)).calls.map(\.withoutBlanksAtEnd)
            let complete = made.ends.count { $0 <= cut }
            let expected = complete == 0 ? [] : Array(whole[..<(head + complete)])
            #expect(Array(calls.prefix(expected.count)) == expected, "cut at \(cut) of \(made.text.count)")
            let start = complete == 0 ? 0 : made.ends[complete - 1]
            let rest = made.text[start..<cut].filter { !" \n\r,]}".utf8.contains($0) }
            let isHeader = complete == 0 && !container.reportsItsHead
            #expect(rest.isEmpty || isHeader || calls.count > expected.count, "cut at \(cut): the rest is not reported")
        }
    }

    @Test(arguments: [UInt64(4), 5])
    func `of a gzip file cut anywhere keeps whole lines, and the report says that it ends early`(seed: UInt64) throws {
        var words = Words(seed: seed)
        let made = ContainerWriter.s3Export.write((0..<5).map { _ in words.message() })
        let packed = gzip(made.text)
        let scratch = try ScratchFolder()
        let whole = framed([scratch.file("whole", made.text)]).calls
        for cut in stride(from: 20, to: packed.count, by: 11) {
            let result = framed([scratch.file("cut.gz", Array(packed[..<cut]))], hints: InputHints(format: "s3-export"))
            #expect(result.outcome.problem?.hasPrefix("gzip stream ends early at byte") == true, "cut at \(cut)")
            let complete = made.ends.count { $0 <= cut - 15 }
            let kept = result.calls.prefix(complete).map(\.withoutBlanksAtEnd)
            #expect(kept == whole.prefix(complete).map(\.withoutBlanksAtEnd))
        }
    }
}

extension ContainerWriter {
    /// CSV files begin with a line of names, which holds no event; cut, it is nothing that could be reported.
    fileprivate var reportsItsHead: Bool { self != .insightsCSV && self != .consoleCSV }
}

extension String {
    fileprivate var withoutBlanksAtEnd: String {
        var text = self[...]
        while let last = text.unicodeScalars.last, " \n\r\t".unicodeScalars.contains(last) { text.unicodeScalars.removeLast() }
        return String(text)
    }
}
