import Foundation
import Testing

private let failingRow =
    #"{"requestId":"AbCdEfGhIAMEPR=","requestTimeEpoch":"1773306846128","httpMethod":"GET","routeKey":"GET /orders","status":"404","apiId":"api1","stage":"$default","responseLatency":"12","errorResponseType":"-","integrationRequestId":"-"}"#
    + "\n"

@Suite struct `Theme and templates of one's own` {
    @Test func `one file replaces the header of every page`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", failingRow)
        try space.write("theme/header.html", "<header><a href=\"{{root}}index.html\">Example & Sons</a> {{range}}</header>\n")
        #expect(try space.run(["build", "logs", "--output", "site", "--theme", "theme"]).exitCode == 0)
        let pages = try space.files("site").filter { $0.key.hasSuffix(".html") }
        #expect(pages.count > 5)
        for (path, page) in pages {
            let text = String(decoding: page, as: UTF8.self)
            #expect(text.contains("index.html\">Example & Sons</a> 2026-03-12"), "\(path)")
            #expect(!text.contains("class=\"menu\""), "\(path)")
        }
    }

    @Test func `a stylesheet keeps its place in the cascade`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", failingRow)
        try space.write("theme/badges.css", ".of-one-s-own { color: inherit; }\n")
        #expect(try space.run(["build", "logs", "--output", "site", "--theme", "theme"]).exitCode == 0)
        let styles = try #require(try space.files("site/assets").first { $0.key.hasSuffix(".css") })
        let text = String(decoding: styles.value, as: UTF8.self)
        let own = try #require(text.range(of: ".of-one-s-own"))
        let tables = try #require(text.range(of: "/* Tables:"))
        let print = try #require(text.range(of: "size: A4"))
        #expect(tables.lowerBound < own.lowerBound)
        #expect(own.lowerBound < print.lowerBound)
    }

    @Test func `one file replaces the advice of one cause`() throws {
        let space = try Workspace()
        try space.write("logs/access.json", failingRow)
        for name in ["route-not-found", "answered-client-error", "unknown"] {
            try space.write("templates/advice/\(name).md", "Ask **Example** on call.\n")
        }
        #expect(try space.run(["build", "logs", "--output", "site", "--templates", "templates"]).exitCode == 0)
        let pages = try space.files("site/failures").filter { $0.key.hasSuffix(".html") && $0.key.contains("/") }
        #expect(pages.count == 1)
        for page in pages.values {
            #expect(String(decoding: page, as: UTF8.self).contains("Ask <strong>Example</strong> on call."))
        }
    }

    @Test(arguments: [
        ("templates", "overview.md", "# {{heading}}\n\n{{hedding}}\n", "overview.md:3: unknown tag 'hedding'"),
        ("templates", "list.md", "# {{heading}}\n{{> rows}}\n", "list.md:2: unknown partial 'rows'"),
        ("theme", "header.html", "<header>\n{{ragne}}</header>\n", "header.html:2: unknown tag 'ragne'"),
        ("theme", "layout.html", "<main>\n\n{{> footer}}</main>\n", "layout.html:3: unknown partial 'footer'"),
    ])
    func `2, a template with an unknown tag or partial is refused with file and line`(
        _ option: String, _ file: String, _ text: String, _ message: String
    ) throws {
        let space = try Workspace()
        try space.write("logs/access.json", failingRow)
        try space.write("own/\(file)", text)
        let result = try space.run(["build", "logs", "--output", "site", "--\(option)", "own"])
        #expect(result.exitCode == 2)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(!space.exists("site"))
    }
}
