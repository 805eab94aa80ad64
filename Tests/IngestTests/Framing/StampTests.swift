import Ingest
import Model
import Testing

/// The stamp before is remembered up to its minute, and stamps are read eight bytes at a time: nothing of that may show.
@Suite struct StampTests {
    @Test func `stamps of other minutes, days and years than the one before are read whole`() throws {
        let stamps = [
            "2026-03-12T09:14:05.128Z", "2026-03-12T09:14:59.999Z", "2026-03-12T09:15:00.000Z", "2026-03-12T19:15:00.001Z",
            "2026-03-13T09:15:00.001Z", "2026-12-31T23:59:60.000Z", "2027-01-01T00:00:00.000Z", "2024-02-29T12:00:00.000Z",
            "1970-01-01T00:00:00.007Z", "1999-12-31T23:59:59.999Z",
        ]
        let result = try framed(stamps.map { "\($0) a\n" }.joined())
        #expect(result.outcome.format == .s3Export)
        let read = stamps.map { $0 == "2026-12-31T23:59:60.000Z" ? "2027-01-01T00:00:00.000Z" : $0 }
        #expect(result.calls == read.map { "\($0)|| a" })
    }

    @Test(arguments: [
        "2026-03-12 09:14:06.128Z a", "2026-03-12T09:14:06.128+00:00 a", "2026-03-12T09:14:06.128Za", "2026-03-12T09:14:06.12Z a",
        "2026-03-12T09:14:06.1280Z a", "2026-03-12T09:14:06,128Z a", "2026-03-12T09:14:61.128Z a", "2026-03-12T09:14:06.128z a",
        "2026-03-12T09:14:0a.128Z a", "2026-03-12T09:14:06.1/8Z a", "2026-03-12T09:14;06.128Z a", "2026-03-12T09:14:06.128",
        "2026-03-12T09:14:06.128Z", "2026-03-12T09:14", "2026-03-12t09:14:06.128Z a", "2026-13-12T09:14:06.128Z a",
        "2026-00-12T09:14:06.128Z a", "2026-03-32T09:14:06.128Z a", "2026-03-00T09:14:06.128Z a", "2026-03-12T24:14:06.128Z a",
        "2026-03-12T09:60:06.128Z a", "2026/03/12T09:14:06.128Z a", "\u{b2}26-03-12T09:14:06.128Z a",
        " 2026-03-12T09:14:06.128Z a",
    ])
    func `a line whose beginning is not exactly a stamp continues the event, however like the one before it looks`(
        line: String
    ) throws {
        let first = "2026-03-12T09:14:05.128Z first\n"
        let last = "2026-03-12T09:14:07.128Z last"
        let result = try framed(first + line + "\n" + last + "\n")
        #expect(result.calls == ["2026-03-12T09:14:05.128Z|| first\n\(line)", "2026-03-12T09:14:07.128Z|| last"])
    }

    @Test func `bytes of zero before a second are no minute, also before there was one`() throws {
        let zeros = String(repeating: "\0", count: 16)
        let hints = InputHints(format: "s3-export")
        let known = try framed("2026-03-12T09:14:05.128Z first\n" + zeros + ":05.128Z zeros\n", hints: hints)
        #expect(known.calls == ["2026-03-12T09:14:05.128Z|| first\n" + zeros + ":05.128Z zeros"])
        let unknown = try framed(zeros + ":05.128Z zeros\n2026-03-12T09:14:05.128Z first\n", hints: hints)
        #expect(unknown.calls == ["rejected: lines before the first stamp", "2026-03-12T09:14:05.128Z|| first"])
    }

    @Test(arguments: [
        ("2026-03-12T09:14:05.128Z", 128), ("2026-03-12 09:14:05,128", 128), ("2026-03-12T09:14:05.1Z", 100),
        ("2026-03-12T09:14:05.1286+0000", 128), ("2026-03-12T10:14:05.128+01:00", 128), ("2026-03-12T04:14:05-0500", 0),
        ("2026-03-12T09:14:05", 0), ("2026-03-12T09:14:05.Z", 0),
    ])
    func `a function's own stamp is read in all its forms`(stamp: String, milliseconds: Int64) {
        let line = "[INFO]\t\(stamp)\t\(uuid(1))\tsaid"
        let facts = scanned([TestEvent(-1, line)])
        #expect(facts.invocations.map(\.firstLine) == [at(milliseconds)])
    }

    @Test(arguments: ["2026-03-12T09:14:0", "2026-3-12T09:14:05Z", "2026-02-12T09:14:0\u{663}Z", "2026-03-12_09:14:05Z"])
    func `what is no stamp tells a function's line no time`(stamp: String) {
        let facts = scanned([
            TestEvent(0, "START RequestId: \(uuid(1)) Version: 7"), TestEvent(-1, "[INFO]\t\(stamp)\t\(uuid(1))\tsaid"),
        ])
        #expect(facts.report.firstEvent == at(0))
        #expect(facts.report.lastEvent == at(0))
    }
}
