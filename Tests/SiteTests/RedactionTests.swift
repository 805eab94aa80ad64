// Secrets are gone from every file, and what was replaced is counted.

import Foundation
import Model
import Redaction
import Site
import Testing

/// Assembled, so that no tool takes it for a real token.
private let token = ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiJub2JvZHkifQ", "c2lnbmF0dXJlLW9mLW5vYm9keQ"].joined(separator: ".")
private let mail = "nobody@" + "example.com"

@Suite struct RedactionTests {
    private var night: NightBuilder {
        var night = NightBuilder()
        night.add(.handledError, minutes: 1, status: 500) { failure in
            failure.lines[2].line.text = #"{"message":"refused \#(token)","password":"hunter2hunter2","user":"\#(mail)"}"#
            failure.lines[2].line.message = "refused \(token)"
            failure.lines[2].line.fields = [
                LogField(name: "password", value: "hunter2hunter2"), LogField(name: "user", value: mail),
            ]
            failure.verdict.proof[0].line = "refused \(token)"
            failure.verdict.sentence = "The token \(token) was refused."
            failure.request?.message = "refused \(token)"
            failure.request?.path = "/orders?email=\(mail)"
            failure.request?.userAgent = "agent \(mail)"
            var error = ErrorDetails(
                type: "AuthError", message: "refused \(token)", runtime: "nodejs", raw: "AuthError: refused \(token)",
                caught: true)
            error.frames = [ErrorFrame(function: "check \(mail)", file: "a.js", line: 1, column: 1, own: true)]
            error.causes = [error]
            failure.error = error
            failure.lastSign = LastSign(
                place: EventPlace(input: 1, event: 2), text: "refused \(token)", time: failure.time, silenceMs: nil)
            failure.afterwards = "Then \(mail) left."
            failure.strip[4].what = "refused \(mail)"
        }
        return night
    }

    private var input: SiteInput {
        var input = night.input
        input.report.endpoints[0].callers = [CallerCount(userAgent: "agent \(mail)", requests: 1, failed: 1)]
        input.report.groups[0].title = "refused \(mail)"
        input.report.groups[0].maskedValues = [MaskedValues(mask: "quoted", values: [(value: mail, count: 1)])]
        input.report.groups[0].fingerprint = [LogField(name: "message", value: "refused \(mail)")]
        input.report.coverage.inputs[0].path = "logs/\(mail).gz"
        input.report.coverage.inputs[0].rejectedSamples = [RejectedEvent(event: 1, reason: "not JSON", text: "refused \(token)")]
        return input
    }

    @Test func `no file holds a secret that stood in any text`() throws {
        let site = try RenderedSite(input)
        for path in site.paths {
            let text = site.text(path)
            #expect(!text.contains(token), "\(path)")
            #expect(!text.contains(mail), "\(path)")
            #expect(!text.contains("hunter2hunter2"), "\(path)")
        }
    }

    @Test func `the manifest names inputs as the report does`() throws {
        #expect(try !plannedSite(input).manifest.inputs[0].path.contains(mail))
    }

    @Test func `a value is counted once though message, fields and quotations repeat it`() throws {
        let text = try RenderedSite(night).text(String(night.failures[0].page.dropLast(4)) + "md")
        let fact = text.split(separator: "\n").first { $0.hasPrefix("- **Redacted here:**") }
        // One token and one secret in the line; the address stands in three texts that are no line.
        #expect(fact?.contains("jwt") ?? false)
        #expect(fact?.contains("secret") ?? false)
        let report = try RenderedSite(night).text("report.json")
        #expect(report.contains(#"{"count":1,"pages":1,"rule":"jwt"}"#))
        #expect(report.contains(#"{"count":1,"pages":1,"rule":"secret"}"#))
    }

    @Test func `the same value has the same number on every page, in the order of failures, with any number of jobs`() throws {
        var night = NightBuilder()
        let values = ["first-0000", "second-000", "first-0000"]
        for (place, value) in values.enumerated() {
            night.add(.handledError, minutes: Double(place + 1), status: 500) { failure in
                failure.lines[2].line.text = "password=\(value)"
                failure.lines[2].line.message = failure.lines[2].line.text
            }
        }
        let site = try RenderedSite(night.input, jobs: 4)
        let shown = night.failures.map { failure in
            let twin = site.text(String(failure.page.dropLast(4)) + "md")
            return ["[secret#1]", "[secret#2]", "[secret#3]"].filter(twin.contains)
        }
        #expect(shown == [["[secret#1]"], ["[secret#2]"], ["[secret#1]"]])
        #expect(try RenderedSite(night.input, jobs: 1).files == site.files)
    }

    @Test func `a page without a secret says so`() throws {
        var night = NightBuilder()
        night.add(.handledError, minutes: 1, status: 500) { $0.request?.sourceIP = nil }
        let site = try RenderedSite(night)
        #expect(site.text(night.failures[0].page).contains("No redactions."))
        #expect(site.text("report.json").contains(#""redactions":[]"#))
    }

    @Test func `a masked value that the first 200 failures of its group do not show is hidden`() throws {
        func page(showing number: Int) throws -> String {
            var night = NightBuilder()
            for minute in 0..<201 {
                night.add(.unhandledException, minutes: Double(minute), status: 500) { failure in
                    failure.error = ErrorDetails(
                        type: "Error", message: minute == number ? "lost 'parcel'" : "lost", runtime: nil, raw: "", caught: false)
                }
            }
            var input = night.input
            input.report.groups[0].maskedValues = [MaskedValues(mask: "quoted", values: [(value: "parcel", count: 1)])]
            return try RenderedSite(input).text(input.report.groups[0].page)
        }
        #expect(try page(showing: 199).contains("parcel"))
        #expect(try !page(showing: 200).contains("parcel"))
    }
}
