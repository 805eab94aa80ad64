// The explorer's data files: scripts below their size, whole, and redacted.

import Model
import Redaction
import Site
import Testing

extension NightBuilder {
    /// The night with a row for each failure and `healthy` requests between them.
    fileprivate func withRows(healthy: Int, agent: String = "okhttp/4.12.0") -> SiteInput {
        var input = input
        var rows = ExplorerRows()
        rows.names = ["", "POST /orders", "prod"]
        rows.agents = ["", agent]
        var fine = RowKind()
        fine.endpoint = 1
        fine.stage = 2
        fine.status = 200
        var failing = fine
        failing.status = 500
        failing.cause = .handledError
        rows.kinds = [fine, failing]
        let all =
            (0..<healthy).map { (Self.since.milliseconds + Int64($0) * 1000, -1) }
            + failures.enumerated().map { ($1.time.milliseconds, $0) }
        for (row, (time, failure)) in all.sorted(by: { $0 < $1 }).enumerated() {
            rows.times.append(time)
            rows.kindOfRow.append(failure < 0 ? 0 : 1)
            rows.agentOfRow.append(1)
            rows.latencies.append(Int32(20 + row % 400))
            rows.ids.append(UInt32(row * 7919 % 0xFFFFFF))
            if failure >= 0 { rows.failures.append((row: row, failure: failure)) }
        }
        rows.requests = rows.count
        input.rows = rows
        return input
    }
}

private func dataFiles(_ site: RenderedSite) -> [String] { site.paths.filter { $0.hasPrefix("data/explore") } }

@Suite struct `Data of the explorer` {
    @Test func `are scripts that hand themselves over, named by their head`() throws {
        let site = try RenderedSite(NightBuilder.everyKind.withRows(healthy: 50))
        #expect(dataFiles(site) == ["data/explore-1.js", "data/explore-names-1.js", "data/explore.js"])
        for file in dataFiles(site) {
            #expect(site.text(file).hasPrefix("faultlineExplore({"), "\(file)")
            #expect(site.text(file).hasSuffix("});\n"), "\(file)")
        }
        let head = site.text("data/explore.js")
        #expect(head.contains(#""lists":["explore-names-1.js"]"#))
        #expect(head.contains(#""rows":61,"schema":1"#))
        #expect(head.contains(#"[{"failures":11,"file":"explore-1.js","from":1773266400000,"rows":61,"until":1773272400000}]"#))
    }

    @Test func `take at most twelve bytes a request`() throws {
        let site = try RenderedSite(NightBuilder.everyKind.withRows(healthy: 20_000))
        let files = dataFiles(site)
        let bytes = files.reduce(0) { $0 + (site.files[$1]?.count ?? 0) }
        #expect(bytes < 20_000 * 12)
    }

    @Test func `stay below a megabyte when every request fails`() throws {
        var input = NightBuilder.everyKind.withRows(healthy: 30_000)
        input.rows.failures = (0..<input.rows.count).map { (row: $0, failure: $0 % 11) }
        let site = try RenderedSite(input)
        let shards = dataFiles(site).filter { !$0.contains("names") && $0 != "data/explore.js" }
        #expect(shards.count > 1)
        for file in shards { #expect(site.files[file]?.count ?? 0 < 1_000_000, "\(file)") }
    }

    @Test func `name no secret that a log held`() throws {
        var night = NightBuilder()
        let mail = "nobody@" + "example.com"
        night.add(.handledError, minutes: 1, status: 500) { failure in
            failure.error = ErrorDetails(type: "E", message: "no account \(mail)", runtime: nil, raw: "", caught: true)
        }
        let site = try RenderedSite(night.withRows(healthy: 3, agent: "bot \(mail)"))
        for file in dataFiles(site) { #expect(!site.text(file).contains(mail), "\(file)") }
        #expect(site.text("data/explore-1.js").contains("E: no account"))
        #expect(site.text("data/explore-names-1.js").contains("bot "))
    }

    @Test func `are there for a night without requests`() throws {
        let site = try RenderedSite(NightBuilder())
        #expect(dataFiles(site) == ["data/explore-names-1.js", "data/explore.js"])
        #expect(site.text("explore.md").contains("One filter over all 0 requests and 0\u{A0}failures"))
    }

    @Test func `the page says when healthy requests are counts`() throws {
        var input = NightBuilder.everyKind.withRows(healthy: 5)
        #expect(!(try RenderedSite(input)).text("explore.md").contains("exact counts"))
        input.rows.counts = [UInt32](repeating: 3, count: input.rows.count)
        #expect(try RenderedSite(input).text("explore.md").contains("exact counts per minute, endpoint, status, version"))
    }
}

@Suite struct `Links into the explorer` {
    @Test func `name an endpoint so that nothing in it ends the link or the filter`() throws {
        var night = NightBuilder()
        night.add(.handledError, minutes: 1, status: 500, endpoint: #"GET /a&b=c,d#"<x>"#)
        let site = try RenderedSite(night)
        let link = #"href="../explore.html#endpoint=GET+/a%26b%3Dc%2Cd%23%22%3Cx%3E&amp;"#
        #expect(site.paths.contains { $0.hasPrefix("endpoints/get--a") && $0.hasSuffix(".html") && site.text($0).contains(link) })
    }

    @Test func `say times as short as they can be`() throws {
        let site = try RenderedSite(.everyKind)
        #expect(site.text("index.html").contains("failed=yes&amp;time=2026-03-11T22:10Z..2026-03-11T22:15Z"))
    }

    @Test func `lead from a percentile to its chart, and to none where healthy requests are counts`() throws {
        var input = NightBuilder.everyKind.withRows(healthy: 5)
        let link = "[402](<../explore.html#endpoint=POST+/orders&amp;api=a1b2c3d4e5&amp;stage=prod&amp;measure=p95&amp;by=none>)"
        #expect(try RenderedSite(input).text("endpoints/index.md").contains(link))
        input.rows.counts = [UInt32](repeating: 3, count: input.rows.count)
        #expect(!(try RenderedSite(input)).text("endpoints/index.md").contains("measure=p95"))
    }

    @Test func `lead from runs of a function only where the explorer holds as many`() throws {
        let name = "orders-create"
        var night = NightBuilder()
        night.add(.unhandledException, minutes: 1, status: 502, function: name) { $0.invocation?.status = .error }
        var input = night.input
        var rows = ExplorerRows()
        rows.names = ["", name, "88"]
        var fine = RowKind()
        fine.function = 1
        fine.version = 2
        fine.status = 200
        fine.outcome = .succeeded
        var failing = fine
        failing.status = 502
        failing.outcome = .failed
        failing.cause = .unhandledException
        failing.clientFailed = true
        rows.kinds = [fine, failing]
        rows.kindOfRow = [1] + [UInt32](repeating: 0, count: 999)
        rows.times = RowTimes(repeatElement(NightBuilder.since.milliseconds + 60_000, count: 1000))
        rows.agentOfRow = [UInt16](repeating: 0, count: 1000)
        rows.latencies = [Int32](repeating: 12, count: 1000)
        rows.ids = [UInt32](repeating: 0, count: 1000)
        rows.failures = [(row: 0, failure: 0)]
        rows.requests = 1000
        input.rows = rows
        let page = "functions/orders-create.md"
        let known = try RenderedSite(input).text(page)
        let runs = "explore.html#function=orders-create&amp;outcome=succeeded,failed"
        #expect(known.contains("**Invocations:** [1,000](<../\(runs)&amp;view=requests>)"))
        #expect(known.contains("| 88 | 22:00\u{2013}00:30 | [1,000](<../\(runs)&amp;version=88&amp;view=requests>) | [1](<"))

        // One run more than the explorer has rows, as of an authorizer or a queue.
        input.report.functions[0].invocations = 1001
        input.report.functions[0].versions[0].invocations = 1001
        let unknown = try RenderedSite(input).text(page)
        #expect(unknown.contains("**Invocations:** 1,001 —"))
        #expect(unknown.contains("| 88 | 22:00\u{2013}00:30 | 1,001 | [1](<"))
    }

    @Test func `say of an endpoint what its functions' metrics do not show as the table of outcomes counts it`() throws {
        var night = NightBuilder()
        // Its own page finds no log of the function; the report knows that the function never ran.
        night.add(.malformedResponse, minutes: 1, status: 502) { failure in
            failure.invocation = nil
            failure.strip[4].state = .noLog
        }
        var input = night.withRows(healthy: 1)
        let page = "endpoints/post--orders.md"
        #expect(!(try RenderedSite(input)).text(page).contains("metrics of a function"))
        input.rows.kinds[1].outcome = .neverRan
        #expect(try RenderedSite(input).text(page).contains("None of them shows in the metrics of a function."))
    }

    @Test func `lists of failures offer the same failures as a chart`() throws {
        let site = try RenderedSite(.everyKind)
        #expect(site.text("failures/index.md").contains("[As a chart](<../explore.html#failed=yes>)"))
        #expect(site.text("failures/cause-init-failed.md").contains("explore.html#failed=yes&amp;cause=init-failed>)"))
    }
}
