// The index that the "find an id" box reads.

import Model
import Site
import Testing

private func scripts(_ site: RenderedSite) -> [String] { site.paths.filter { $0.hasPrefix("data/ids-") } }

@Suite struct `Index of ids` {
    @Test func `holds every id of every failure with its page`() throws {
        let night = NightBuilder.everyKind
        let site = try RenderedSite(night)
        let all = scripts(site).map { site.text($0) }.joined()
        for failure in night.failures {
            let ids = [failure.id, failure.request?.id, failure.request?.extendedID, failure.invocation?.id]
            for id in ids.compactMap(\.self) { #expect(all.contains("[\"\(id)\",\"\(failure.page)\"]"), "\(id)") }
        }
    }

    @Test func `a trace is found by the part of its id that is its own`() throws {
        var night = NightBuilder()
        night.add(.unhandledException, minutes: 1, status: 500) { $0.request?.traceID = "1-665e77d7-2c1a00000000000000000001" }
        night.add(.unhandledException, minutes: 2, status: 500) { $0.request?.traceID = "2c1a-elsewhere" }
        let site = try RenderedSite(night)
        let holding = scripts(site).filter { site.text($0).contains("665e77d7") || site.text($0).contains("elsewhere") }
        #expect(holding.count == 1)
    }

    @Test func `an id that is markup stays text`() throws {
        var night = NightBuilder()
        night.add(.unhandledException, minutes: 1, status: 500) { $0.request?.id = "</script>\"];alert(1)//\u{2028}" }
        let site = try RenderedSite(night)
        let holding = try #require(scripts(site).map { site.text($0) }.first { $0.contains("alert") })
        #expect(holding.contains(#"["<\/script>\"];alert(1)//\u2028","#))
    }

    @Test func `a script begins with its name and says whether it is whole`() throws {
        let site = try RenderedSite(.everyKind)
        #expect(!scripts(site).isEmpty)
        for path in scripts(site) {
            let name = path.dropFirst("data/ids-".count).dropLast(3)
            #expect(name.utf8.count == 2)
            #expect(site.text(path).hasPrefix("faultlineIds(\"\(name)\",true,[\n"))
        }
    }
}
