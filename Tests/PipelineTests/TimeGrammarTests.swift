import Model
import Pipeline
import Testing

@Suite struct `The time grammar` {
    /// 2026-03-12T09:14:05.128Z.
    private static let now = Timestamp(year: 2026, month: 3, day: 12, hour: 9, minute: 14, second: 5, millisecond: 128)
    private let utc = TimeGrammar(now: now, zone: .utc)
    private let berlin = TimeGrammar(now: now, zone: ZoneLookup.zone(named: "Europe/Berlin")!)

    @Test(arguments: [
        ("2026-03-11", "2026-03-11T00:00:00.000Z"),
        ("2026-03-11T02:10", "2026-03-11T02:10:00.000Z"),
        ("2026-03-11 02:10:33", "2026-03-11T02:10:33.000Z"),
        ("2026-03-11T02:10:33.5", "2026-03-11T02:10:33.500Z"),
        ("2026-03-11T02:10:33.123456Z", "2026-03-11T02:10:33.123Z"),
        ("2026-03-11T02:10:33+01:00", "2026-03-11T01:10:33.000Z"),
        ("2026-03-11T02:10:33-0530", "2026-03-11T07:40:33.000Z"),
        ("1773220233", "2026-03-11T09:10:33.000Z"),
        ("1773220233123", "2026-03-11T09:10:33.123Z"),
        ("now", "2026-03-12T09:14:05.128Z"),
        ("today", "2026-03-12T00:00:00.000Z"),
        ("yesterday", "2026-03-11T00:00:00.000Z"),
        ("30m", "2026-03-12T08:44:05.128Z"),
        ("1h30m", "2026-03-12T07:44:05.128Z"),
        ("2h ago", "2026-03-12T07:14:05.128Z"),
        ("3d", "2026-03-09T09:14:05.128Z"),
    ])
    func `says a moment`(text: String, iso: String) {
        #expect(utc.time(text)?.iso == iso)
    }

    @Test(arguments: [
        "", "tomorrow", "2026-02-30", "2026-13-01", "2026-03-11T25:00", "2026-03-11T02:10:33+1", "12345", "h", "3x", "2h later",
        "99999999999999999999d", "2026-03-11Tx",
    ])
    func `refuses what is not one`(text: String) {
        #expect(utc.time(text) == nil)
    }

    @Test func `a time without zone is in the report's zone`() {
        #expect(berlin.time("2026-03-11T02:10")?.iso == "2026-03-11T01:10:00.000Z")
        #expect(berlin.time("2026-07-11T02:10")?.iso == "2026-07-11T00:10:00.000Z")
    }

    @Test(arguments: [("2026-03-28", 24), ("2026-03-29", 23), ("2026-10-25", 25)])
    func `a day is as long as its zone makes it`(day: String, hours: Int64) {
        #expect(berlin.day(day)?.milliseconds == hours * 3_600_000)
    }

    @Test func `today and yesterday are days, a moment is not`() {
        #expect(utc.day("yesterday")?.since.iso == "2026-03-11T00:00:00.000Z")
        #expect(utc.day("yesterday")?.until.iso == "2026-03-12T00:00:00.000Z")
        #expect(utc.day("2026-03-11T02:10") == nil)
        #expect(utc.day("2h") == nil)
    }

    @Test func `there is no such zone`() {
        #expect(ZoneLookup.zone(named: "Europe/Atlantis") == nil)
    }
}
