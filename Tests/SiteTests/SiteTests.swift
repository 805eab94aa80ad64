// The walk through the site: all pages render.

import Foundation
import Model
import Site
import Testing

@Test func `every failure has a page and a twin`() throws {
    let night = NightBuilder.everyKind
    let site = try RenderedSite(night)
    for failure in night.failures {
        #expect(site.files[failure.page] != nil)
        #expect(site.files[String(failure.page.dropLast(4)) + "md"] != nil)
    }
    let out = ProcessInfo.processInfo.environment["SITE_DUMP"]
    if let out {
        for (path, bytes) in site.files {
            let url = URL(fileURLWithPath: out).appendingPathComponent(path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
    }
}
