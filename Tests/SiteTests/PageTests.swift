// What stands on the pages, in the words of the twin.

import Foundation
import Model
import Site
import Testing

private func twin(_ night: NightBuilder, _ index: Int = 0) throws -> String {
    try RenderedSite(night).text(String(night.failures[index].page.dropLast(4)) + "md")
}

private func headings(_ text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
}

@Suite struct PageTests {
    @Test func `the overview has its blocks in the order of the plan`() throws {
        #expect(
            headings(try RenderedSite(.everyKind).text("index.md")) == [
                "Errors over time", "Where the 11\u{A0}failures arose", "Client outcome against function outcome", "Error groups",
                "Endpoints", "Functions", "Near misses", "Coverage",
            ])
    }

    @Test func `the overview's headline is the finding with its numbers`() throws {
        let text = try RenderedSite(.everyKind).text("index.md")
        #expect(text.contains("# Clients saw 9\u{A0}errors"))
        #expect(
            text.contains(
                "[9](<explore.html#class=4xx,5xx&amp;view=requests>) of [1,010\u{A0}requests](<explore.html#client=answered,failed&amp;view=requests>) failed"
            ))
        #expect(
            text.contains(
                "[7\u{A0}server errors](<failures/server-errors.html>), [2\u{A0}client errors](<failures/client-errors.html>), in "
            ))
        #expect(text.contains("[10\u{A0}groups](<groups/index.html>)"))
    }

    @Test func `a failure page has its blocks in the order of the plan`() throws {
        #expect(
            headings(try twin(.everyKind)) == [
                "Error, caught by the code", "Group", "Timeline", "Log of this request", "Request and response", "Function",
                "Around it",
                "Get it again", "Provenance", "Raw",
            ])
    }

    @Test func `a failure's title reads well when it is pasted`() throws {
        let night = NightBuilder.everyKind
        let site = try RenderedSite(night)
        #expect(site.text(night.failures[0].page).contains("<title>POST /orders → 500 – Handled error – 22:10:00</title>"))
        #expect(site.text(night.failures[7].page).contains("<title>queue-worker – Background failure – 23:10:00</title>"))
        #expect(site.text(night.failures[8].page).contains("<title>GET /nothing/here → 404 – Route not found – 23:20:00</title>"))
    }

    @Test func `without a function the page gives the gateway's reason`() throws {
        let text = try twin(.everyKind, 2)
        #expect(text.contains("**No function ran.** The gateway answered `400` with `BAD_REQUEST_BODY`: `[object has missing"))
        #expect(!headings(text).contains("Function"))
    }

    @Test func `a death without a trace shows the last sign of life`() throws {
        let text = try twin(.everyKind, 4)
        #expect(text.contains("**No exception.** The function was stopped at its timeout"))
        #expect(text.contains("Last sign of life: [L3](<#L3>), `ERROR order not created`, then 3,961\u{A0}ms of silence."))
        #expect(text.contains("Memory used: 141 of 512\u{A0}MB, 28\u{A0}%."))
    }

    @Test func `when the gateway stopped waiting the page says what the function did afterwards`() throws {
        #expect(try twin(.everyKind, 5).contains("The function finished 5,211 ms later, with success."))
    }

    @Test func `a cold start is drawn and said`() throws {
        let text = try twin(.everyKind, 3)
        #expect(
            text.contains("- **Start:** cold, init 812.50\u{A0}ms") || text.contains("- **Start:** cold, init 813\u{A0}ms")
                || text.contains("- **Start:** cold, init 812\u{A0}ms"))
        #expect(text.contains("| Function, init |"))
    }

    @Test func `an unknown cause names what would decide it`() throws {
        let text = try twin(.everyKind, 10)
        #expect(text.contains("> Would decide it: the execution log of this API; the function's log."))
        #expect(text.contains("**No lines.**"))
    }

    @Test func `a proof line links to its place and says how sure the verdict is`() throws {
        let text = try twin(.everyKind)
        #expect(text.contains("> **Proof** — verdict certain, join exact"))
        #expect(text.contains("> - [L3](<#L3>) — `ERROR order not created` — the function logged it"))
        #expect(text.contains("L3 proof 1 | 22:10:02.400 | +2.380\u{A0}s | function | ERROR | ERROR order not created"))
    }

    @Test func `neighbours in a group are linked`() throws {
        let night = NightBuilder.everyKind
        #expect(try twin(night, 0).contains("1 of 2 · [Next →](<../../\(night.failures[1].page)>)"))
        #expect(try twin(night, 1).contains("[← Previous](<../../\(night.failures[0].page)>) · 2 of 2"))
    }

    @Test func `long lists are real pages of a hundred rows`() throws {
        var night = NightBuilder()
        for number in 0..<205 { night.add(.invalidBody, minutes: Double(number), status: 400, function: nil) }
        let site = try RenderedSite(night)
        #expect(site.text("endpoints/post--orders.md").contains("1–100 of 205"))
        #expect(site.text("endpoints/post--orders-2.md").contains("101–200 of 205"))
        #expect(site.text("endpoints/post--orders-3.md").contains("201–205 of 205"))
        #expect(site.files["endpoints/post--orders-4.html"] == nil)
        #expect(site.text("groups/aaaaaaaaaaaa-3.md").contains("201–205 of 205"))
        #expect(site.text("failures/index-3.md").contains("201–205 of 205"))
        #expect(LinkCheck(site.files).broken == [])
    }

    @Test func `a page of a list steps aside for an endpoint of its name`() throws {
        var night = NightBuilder()
        for number in 0..<101 { night.add(.invalidBody, minutes: Double(number), status: 400, function: nil) }
        night.add(.invalidBody, minutes: 200, status: 400, endpoint: "POST /orders-2", function: nil)
        let site = try RenderedSite(night)
        #expect(site.text("endpoints/post--orders-2.md").contains("# `POST /orders-2`"))
        #expect(site.text("endpoints/post--orders-2-list.md").contains("101–101 of 101"))
        #expect(LinkCheck(site.files).broken == [])
    }

    @Test func `a percentile of too few values is a dash`() throws {
        var input = NightBuilder.everyKind.input
        input.report.endpoints[0].latency.count = 99
        let text = try RenderedSite(input).text("endpoints/index.md")
        let row = text.split(separator: "\n").first { $0.hasPrefix("| [`POST /orders`]") }
        let link = "<../explore.html#endpoint=POST+/orders&amp;api=a1b2c3d4e5&amp;stage=prod&amp;measure"
        #expect(row?.hasSuffix("| [118](\(link)=p50&amp;by=none>) | [402](\(link)=p95&amp;by=none>) | – |") ?? false)
    }

    @Test func `times are those of the report's zone, with its offset in the foot`() throws {
        var input = NightBuilder.everyKind.input
        input.report.zone = DisplayZone(
            name: "Europe/Berlin", transitions: [DisplayZone.Transition(from: NightBuilder.since, offsetSeconds: 3600)])
        let site = try RenderedSite(input)
        #expect(site.text(input.failures[0].page).contains("500 – Handled error – 23:10:00</title>"))
        #expect(site.text("index.html").contains("2026-03-11 23:00 to 2026-03-12 07:00, Europe/Berlin (+01:00)"))
    }
}
