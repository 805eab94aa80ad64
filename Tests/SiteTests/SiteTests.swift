// The whole site of a night that has every kind of failure.

import Foundation
import Model
import Redaction
import Site
import Testing

@Suite struct SiteTests {
    @Test func `every page of the plan is there with its twin`() throws {
        let night = NightBuilder.everyKind
        let site = try RenderedSite(night)
        var pages = [
            "index", "coverage", "definitions", "explore", "endpoints/index", "functions/index", "groups/index", "failures/index",
        ]
        pages += night.failures.map { String($0.page.dropLast(5)) }
        pages += night.report.endpoints.map { String($0.page.dropLast(5)) } + ["endpoints/no-route"]
        pages += night.report.functions.map { String($0.page.dropLast(5)) }
        pages += night.report.groups.map { String($0.page.dropLast(5)) }
        for page in pages {
            #expect(site.files[page + ".html"] != nil, "\(page)")
            #expect(site.files[page + ".md"] != nil, "\(page)")
        }
    }

    @Test func `every failure, group, endpoint and function has a page`() throws {
        var night = NightBuilder()
        for number in 0..<50 {
            let digits = String(number, radix: 16)
            night.add(
                .unhandledException, minutes: Double(number), status: 502, endpoint: "GET /\(number)",
                function: "orders-\(number)",
                group: String(repeating: "0", count: 12 - digits.utf8.count) + digits)
        }
        let input = night.input
        let paths = Set(try plannedSite(input, jobs: 2).parts.flatMap { try $0.render().map(\.path) })
        #expect(input.report.groups.count == 50)
        let report = input.report
        let endpoints = report.endpoints.map { "endpoints/\($0.slug).html" }
        let functions = report.functions.map { "functions/\($0.slug).html" }
        let pages = input.failures.map(\.page) + report.groups.map(\.page) + endpoints + functions
        #expect(pages.count == 200)
        #expect(pages.filter { !paths.contains($0) } == [])
    }

    @Test func `all links and anchors of all pages resolve`() throws {
        let site = try RenderedSite(.everyKind)
        #expect(LinkCheck(site.files).broken == [])
    }

    @Test func `a link that leads nowhere is found by the check`() {
        let files = ["a/x.html": Array("<a href=\"../b.html#c\"><a href=\"y.html\">".utf8), "b.html": Array("<p id=\"d\">".utf8)]
        #expect(LinkCheck(files).broken == ["a/x.html -> ../b.html#c", "a/x.html -> y.html"])
    }

    @Test func `two renderings on any number of threads are equal`() throws {
        let input = NightBuilder.everyKind.input
        let one = try RenderedSite(input, jobs: 1)
        let other = try RenderedSite(input, jobs: 4)
        #expect(one.paths == other.paths)
        for path in one.paths { #expect(one.files[path] == other.files[path], "\(path)") }
    }

    @Test func `a night without any request says what it means`() throws {
        let site = try RenderedSite(NightBuilder())
        #expect(site.text("failures/index.md").contains("**None.** No request failed in this range, and no invocation."))
        #expect(LinkCheck(site.files).broken == [])
    }

    @Test func `no page names another host or holds a style`() throws {
        let site = try RenderedSite(.everyKind)
        for path in site.paths where path.hasSuffix(".html") {
            #expect(!site.text(path).contains("href=\"http"), "\(path)")
            #expect(!site.text(path).contains(" style="), "\(path)")
        }
    }

    @Test func `assets carry the hash of what they hold`() throws {
        var input = NightBuilder.everyKind.input
        let before = try RenderedSite(input).paths.filter { $0.hasPrefix("assets/") }
        input.theme[0].bytes.append(0x20)
        let after = try RenderedSite(input).paths.filter { $0.hasPrefix("assets/") }
        #expect(before.count == 3)
        #expect(before[0] == after[0])
        #expect(before[1] == after[1])
        #expect(before[2] != after[2])
    }

    @Test func `charts are published as files beside the pages`() throws {
        let site = try RenderedSite(.everyKind)
        let charts = site.paths.filter { $0.hasPrefix("charts/") }
        #expect(charts.contains("charts/overview-errors.svg"))
        #expect(charts.contains("charts/overview-layers.svg"))
        #expect(charts.contains("charts/endpoint-post--orders-statuses.svg"))
        #expect(charts.contains("charts/function-orders-create-duration.svg"))
        #expect(charts.contains("charts/group-aaaaaaaaaaaa-count.svg"))
        for chart in charts { #expect(site.text(chart).hasPrefix("<svg"), "\(chart)") }
    }
}

/// Writes the site to the folder that `FAULTLINE_SITE_DUMP` names, for looking at it.
@Test(.enabled(if: ProcessInfo.processInfo.environment["FAULTLINE_SITE_DUMP"] != nil))
func `the site can be looked at`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["FAULTLINE_SITE_DUMP"])
    let input = NightBuilder.everyKind.input
    let planned = try plannedSite(input)
    let site = try SiteWriter(output: folder, jobs: 2).publish(planned.parts, manifest: planned.manifest)
    #expect(!site.files.isEmpty)
}
