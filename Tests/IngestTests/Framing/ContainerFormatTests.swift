import Ingest
import Testing

@Suite struct ContainerFormatTests {
    @Test(arguments: ContainerFormat.allCases)
    func `the sample of a format is told to be that format`(format: ContainerFormat) throws {
        let needsRecord = format == .insightsCSV || format == .consoleCSV
        let sample = needsRecord ? format.sample + "\n2026-03-12 09:14:05.128,...\n" : format.sample + "\n"
        let result = try framed(sample)
        #expect(result.outcome.format == format)
        #expect(result.calls.filter { !$0.hasPrefix("ignored: ") }.count == 1)
        #expect(!result.calls.contains { $0.hasPrefix("rejected: ") })
        #expect(!format.summary.isEmpty)
    }

    @Test func `a hint forces the format`() throws {
        let result = try framed("2026-03-12T09:14:05.128Z a\n", hints: InputHints(format: "text"))
        #expect(result.outcome.format == .text)
        #expect(result.outcome.reason == "told to be")
        #expect(result.calls == ["|| 2026-03-12T09:14:05.128Z a"])
    }
}
