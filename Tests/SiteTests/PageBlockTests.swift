// Blocks of pages in the words of the twin: what stands beside, under and behind the numbers.

import Model
import Site
import Testing

extension Timestamp {
    fileprivate static func after(minutes: Int64) -> Timestamp { NightBuilder.since + minutes * 60_000 }
}

private func row(_ start: String, _ text: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix(start) }.map(String.init)
}

@Suite struct PageBlockTests {
    @Test func `the rail counts what stands in a section and names the neighbours`() throws {
        let night = NightBuilder.everyKind
        let site = try RenderedSite(night)
        #expect(site.text("index.html").contains(##"<a href="#error-groups">Error groups <span class="many">10</span></a>"##))
        let failure = site.text(night.failures[0].page)
        #expect(
            failure.contains(
                ##"<a href="#error-caught-by-the-code">Error, caught by the code <span class="many">3\##u{A0}frames</span></a>"##)
        )
        #expect(failure.contains(##"Log of this request <span class="many">4\##u{A0}lines</span></a>"##))
        #expect(failure.contains("<p class=\"near\">In this group</p>"))
        #expect(site.text("endpoints/post--orders.html").contains("<p class=\"near\">Other endpoints</p>"))
    }

    @Test func `a cause of a status has its commonest group and the median wait of its clients`() throws {
        var night = NightBuilder()
        for (minutes, group, latency) in [(1, "bbbbbbbbbbbb", 9), (2, "aaaaaaaaaaaa", 40), (3, "aaaaaaaaaaaa", 31)] {
            night.add(.handledError, minutes: Double(minutes), status: 500, group: group) { $0.request?.latencyMs = latency }
        }
        let text = try RenderedSite(night).text("endpoints/post--orders.md")
        let cause = try #require(row("| `500` |", text))
        #expect(cause.contains("[`Handled error after ‹n› attempts`](<../groups/aaaaaaaaaaaa.html>) and 1 more"))
        #expect(
            cause.contains(
                " | 22:01\u{2013}22:03 | [3](<../endpoints/post--orders-500-handled-error.html>) | 100\u{A0}% | [31](<"))
        #expect(cause.hasSuffix("&amp;status=500&amp;cause=handled-error&amp;measure=p50&amp;by=none>) |"))
    }

    @Test func `what a function reported adds up to its invocations`() throws {
        let text = try RenderedSite(.everyKind).text("functions/users-get.md")
        #expect(row("| Success |", text)?.contains(" 998 | 99.8") ?? false)
        #expect(row("| Function timeout |", text)?.contains(" 1 | 0.10") ?? false)
        #expect(row("| Init failed |", text)?.contains(" 1 | 0.10") ?? false)
    }

    @Test func `the access row is read out in the log, values with blanks in quotes, and stands below as it was`() throws {
        var night = NightBuilder()
        let raw = #"{"status":"500","error.message":"-","userAgent":"Shop 5 (\"x\")"}"#
        night.add(.handledError, minutes: 1, status: 500) { failure in
            failure.lines[0].line.text = raw
            failure.lines[0].line.fields = [
                LogField(name: "status", value: "500"), LogField(name: "error.message", value: "-"),
                LogField(name: "identity.userAgent", value: #"Shop 5 ("x")"#),
            ]
        }
        let text = try RenderedSite(night).text(String(night.failures[0].page.dropLast(4)) + "md")
        #expect(text.contains(#" | gateway |  | access log row status=500 identity.userAgent="Shop 5 (\"x\")""# + "\n"))
        #expect(text.contains("### Raw access log row\n\n```json\n\(raw)\n```"))
    }

    @Test func `the region that a log names stands in the commands and in the console's address`() throws {
        var night = NightBuilder()
        night.add(.handledError, minutes: 1, status: 500) { failure in
            failure.lines[1].line.text = "Endpoint request URI: arn:aws:lambda:eu-west-1:111122223333:function:x"
            failure.invocation?.logStream = "2026/03/11/[88]5f1e"
        }
        let site = try RenderedSite(night)
        let text = site.text(String(night.failures[0].page.dropLast(4)) + "md")
        #expect(text.contains("aws logs filter-log-events --region eu-west-1 \\\n  --log-group-name=/aws/lambda/orders-create"))
        #expect(
            text.contains(
                "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/"
                    + "$252Faws$252Flambda$252Forders-create/log-events/2026$252F03$252F11$252F$255B88$255D5f1e$3Fstart$3D1773266459000"
                    + "$26end$3D"))
        #expect(!site.text(night.failures[0].page).contains("href=\"http"))
    }

    @Test(arguments: ["not-a-region!", "eu-west-1/../x", "", "a-b"]) func `a name that is no region is none`(name: String) throws
    {
        var night = NightBuilder()
        night.add(.handledError, minutes: 1, status: 500) { $0.lines[1].line.text = "arn:aws:lambda:\(name):1:function:x" }
        let text = try RenderedSite(night).text(String(night.failures[0].page.dropLast(4)) + "md")
        #expect(!text.contains("--region") && !text.contains("console.aws"))
    }

    @Test func `a night of seconds is told in seconds`() throws {
        var input = NightBuilder().input
        let since = NightBuilder.since + 5000
        input.report.range = TimeRange(since: since, until: since + 40_000)
        input.report.series = NightSeries(since: since, bucketMs: 1000, buckets: 40)
        let site = try RenderedSite(input)
        #expect(site.text("index.html").contains("2026-03-11 22:00:05 to 22:00:45, UTC (+00:00)"))
        #expect(site.text("index.md").contains("| 2026-03-11 22:00:05\u{2013}22:00:07 |"))
        #expect(site.text("index.html").contains(">22:00:10</text>"))
        #expect(site.text("index.md").contains("Errors per 1\u{A0}s,"))
    }

    @Test func `a stretch without an event of any input of its kind is a gap`() throws {
        var input = NightBuilder.everyKind.input
        func log(_ kind: String, _ from: Int64, _ until: Int64) -> InputReport {
            var report = InputReport(path: "\(kind)-\(from)", format: "text")
            report.records = [kind]
            report.firstEvent = .after(minutes: from)
            report.lastEvent = .after(minutes: until)
            return report
        }
        input.report.coverage.inputs = [
            log("access-log-json", 200, 480), log("access-log-clf", 0, 120), log("lambda-text", 0, 477),
        ]
        let text = try RenderedSite(input).text("coverage.md")
        #expect(
            text.contains(
                "\n| Access log | 2026-03-12 00:00:00.000 UTC | 2026-03-12 01:20:00.000 UTC | 1\u{A0}h\u{A0}20\u{A0}min |\n\n"))
        #expect(!text.contains("| Functions |"))
    }

    @Test func `no data does not look like no errors`() throws {
        var input = NightBuilder().input
        input.report.totals = Totals()
        input.report.coverage.inputs = [InputReport(path: "empty.json", format: "text")]
        let site = try RenderedSite(input)
        #expect(site.text("index.html").contains(">no request read</text>"))
        #expect(site.text("index.html").contains(">no invocation read</text>"))
        #expect(!site.text("index.html").contains("No errors in this range"))
        #expect(
            site.text("index.md").contains(
                "> **Coverage.** The inputs hold no request and no invocation of this range: no data does not mean no errors."))
        #expect(site.text("index.html").contains("<div><dt>Client errors</dt>"))
    }

    @Test func `a function whose log was not read is not said to have not run`() throws {
        let night = NightBuilder.everyKind
        let text = try RenderedSite(night).text(String(night.failures[10].page.dropLast(4)) + "md")
        #expect(text.contains("**No exception known.** The inputs hold no log of the function; the client got `502`."))
    }

    @Test func `a long log marks its first and last warnings and errors`() throws {
        var night = NightBuilder()
        night.add(.handledError, minutes: 1, status: 500) { failure in
            let error = failure.lines[2]
            failure.lines = (0..<90).map { number in
                var line = error
                line.proof = nil
                line.line.place = EventPlace(input: 1, event: UInt32(number))
                return line
            }
        }
        let site = try RenderedSite(night)
        let page = site.text(night.failures[0].page)
        #expect(page.contains("Marked: the first and the last 20 of 90\u{A0}warnings and errors."))
        #expect(page.ranges(of: "<title>ERROR L").count == 40)
    }

    @Test func `a run that is silent every second is cut into few bars`() throws {
        var night = NightBuilder()
        night.add(.handledError, minutes: 1, status: 500) { failure in
            failure.invocation?.durationMs = 900_000
            let line = failure.lines[2]
            failure.lines = (0..<600).map { number in
                var line = line
                line.line.time = failure.time + Int64(number) * 1400
                line.line.place = EventPlace(input: 1, event: UInt32(number))
                return line
            }
        }
        let text = try RenderedSite(night).text(String(night.failures[0].page.dropLast(4)) + "md")
        #expect(text.ranges(of: "| Function, ").count < 90)
    }
}
