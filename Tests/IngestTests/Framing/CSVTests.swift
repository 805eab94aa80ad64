import Ingest
import Testing

@Suite struct CSVTests {
    @Test func `an export of Logs Insights has quoted fields with newlines`() throws {
        let text =
            "@timestamp,@message,@logStream,@log\n"
            + "2026-03-12 09:14:05.128,\"one, \"\"two\"\"\nthree\",s,111122223333:/aws/lambda/orders\n"
            + "2026-03-12 09:14:05.129,plain,s,111122223333:/aws/lambda/orders\r\n"
        let result = try framed(text)
        #expect(result.outcome.format == .insightsCSV)
        #expect(
            result.calls == [
                "2026-03-12T09:14:05.128Z|/aws/lambda/orders|s one, \"two\"\nthree",
                "2026-03-12T09:14:05.129Z|/aws/lambda/orders|s plain",
            ])
    }

    @Test func `the console's download has the time in milliseconds`() throws {
        let result = try framed("timestamp,message\n1773306845128,\"START RequestId: a\n\"\n")
        #expect(result.outcome.format == .consoleCSV)
        #expect(result.calls == ["2026-03-12T09:14:05.128Z|| START RequestId: a\n"])
    }

    @Test func `a record that is cut within quotes is rejected, one with too few fields too`() throws {
        let result = try framed("timestamp,message\n17\n1773306845128,ok\n1773306845128,\"cut")
        #expect(
            result.calls == [
                "rejected: CSV record without a message", "2026-03-12T09:14:05.128Z|| ok", "rejected: CSV record ends early",
            ])
    }
}
