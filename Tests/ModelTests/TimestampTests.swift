import Model
import Testing

@Suite struct `Time without a clock` {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (1_773_306_845_128, "2026-03-12T09:14:05.128Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"), (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        ] as [(Int64, String)])
    func `is written in ISO 8601`(milliseconds: Int64, iso: String) {
        let time = Timestamp(milliseconds: milliseconds)
        #expect(time.iso == iso)
        let parts = time.civil()
        #expect(
            Timestamp(
                year: parts.year, month: parts.month, day: parts.day, hour: parts.hour, minute: parts.minute,
                second: parts.second,
                millisecond: parts.millisecond) == time)
    }

    @Test func `that is unknown is a dash, and stays unknown`() {
        #expect(DisplayZone.utc.clock(.unknown) == "–")
        #expect(DisplayZone.utc.minute(.unknown) == "–")
        #expect(DisplayZone.utc.dateAndClock(.unknown) == "–")
        #expect(!(Timestamp.unknown + -5).isKnown)
        #expect(!(Timestamp.unknown + 5).isKnown)
    }

    @Test func `never traps at the ends of its range`() {
        let (first, last) = (Timestamp(milliseconds: .min + 1), Timestamp(milliseconds: .max))
        #expect(last - first == .max)
        #expect(first - last == .min)
        #expect(last + 1 == last)
        #expect(last.iso.hasPrefix("9999-12-30"))
        #expect(first.iso.hasPrefix("0000-01-"))
    }

    @Test func `is shown in the zone, with its offset at that moment`() {
        let zone = DisplayZone(
            name: "Europe/Berlin",
            transitions: [
                DisplayZone.Transition(from: Timestamp(milliseconds: 0), offsetSeconds: 3_600),
                DisplayZone.Transition(from: Timestamp(year: 2026, month: 3, day: 29, hour: 1), offsetSeconds: 7_200),
            ])
        let before = Timestamp(year: 2026, month: 3, day: 29, hour: 0, minute: 59)
        #expect(zone.minute(before) == "01:59")
        #expect(zone.minute(before + 60_000) == "03:00")
        #expect(zone.offset(at: before) == "+01:00")
        #expect(zone.offset(at: before + 60_000) == "+02:00")
        #expect(zone.longDate(before) == "29 March 2026")
    }

    @Test func `ranges are half-open`() {
        let range = TimeRange(since: Timestamp(milliseconds: 10), until: Timestamp(milliseconds: 20))
        #expect(range.contains(Timestamp(milliseconds: 10)))
        #expect(!range.contains(Timestamp(milliseconds: 20)))
        #expect(!range.contains(.unknown))
    }
}
