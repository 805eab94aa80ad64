// Log text is hostile: wherever it stands, it is text.

import Foundation
import Model
import Site
import Testing

private let attack =
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> | `a` **b** [l](javascript:alert) ]]> \u{202E}{{heading}}\n# x\n```\n~~~"

extension NightBuilder {
    /// Every text of every failure is an attack.
    fileprivate static var hostile: NightBuilder {
        var night = NightBuilder()
        night.add(.handledError, minutes: 5, status: 500, endpoint: "POST " + attack, function: attack) { failure in
            failure.verdict.sentence = attack
            failure.verdict.missing = [attack]
            failure.verdict.proof[0].line = attack
            failure.verdict.proof[0].meaning = attack
            failure.afterwards = attack
            failure.lastSign = LastSign(place: EventPlace(input: 1, event: 2), text: attack, time: failure.time, silenceMs: 5)
            var request = failure.request ?? RequestDetails()
            request.id = attack
            request.extendedID = attack
            request.api = attack
            request.stage = attack
            request.method = attack
            request.route = attack
            request.path = attack
            request.responseType = attack
            request.message = attack
            request.traceID = attack
            request.userAgent = attack
            request.sourceIP = attack
            failure.request = request
            failure.invocation?.id = attack
            failure.invocation?.version = attack
            failure.invocation?.logGroup = attack
            failure.invocation?.logStream = attack
            failure.authorizer = failure.invocation
            var error = ErrorDetails(type: attack, message: attack, runtime: attack, raw: attack, caught: false)
            error.frames = [ErrorFrame(function: attack, file: attack, line: 1, column: 2, own: true)]
            error.causes = [error]
            failure.error = error
            for index in failure.lines.indices {
                failure.lines[index].line.text = "{" + attack
                failure.lines[index].line.message = attack
                failure.lines[index].line.fields = [LogField(name: attack, value: attack)]
            }
            for index in failure.strip.indices { failure.strip[index].what = attack }
        }
        return night
    }

    fileprivate var hostileInput: SiteInput {
        var input = input
        input.report.title = attack
        input.report.toolVersion = attack
        input.report.endpoints[0].slug = "hostile"
        input.report.endpoints[0].endpoint = attack
        input.report.endpoints[0].api = attack
        input.report.endpoints[0].callers = [CallerCount(userAgent: attack, requests: 1, failed: 1)]
        input.report.endpoints[0].versions = [
            VersionCount(version: attack, firstSeen: Self.since, lastSeen: Self.since, invocations: 1, errors: 1)
        ]
        input.report.functions[0].slug = "hostile"
        input.report.functions[0].versions = input.report.endpoints[0].versions
        input.report.groups[0].title = attack
        input.report.groups[0].fingerprint = [LogField(name: attack, value: attack)]
        input.report.groups[0].maskedValues = [MaskedValues(mask: attack, values: [(value: attack, count: 1)])]
        input.report.nearMisses = [NearMiss(kind: .duration, name: attack, page: "index.html", times: 1, worst: 1, limit: 2)]
        input.report.markers = [VersionMarker(time: Self.since + 600_000, label: attack)]
        input.report.coverage.missing = [attack]
        input.report.coverage.orphanRequests = [OrphanReason(text: attack, count: 1)]
        input.report.coverage.suggestedFormat = attack
        input.report.coverage.inputs[0].path = attack
        input.report.coverage.inputs[0].reason = attack
        input.report.coverage.inputs[0].problem = attack
        input.report.coverage.inputs[0].accessVariables = [attack]
        input.report.coverage.inputs[0].ignoredReasons = [attack: 1]
        input.report.coverage.inputs[0].rejectedSamples = [RejectedEvent(event: 1, reason: attack, text: attack)]
        return input
    }
}

@Suite struct HostileTextTests {
    @Test func `no text of a log becomes an element, an attribute or a link`() throws {
        let site = try RenderedSite(NightBuilder.hostile.hostileInput)
        for path in site.paths where path.hasSuffix(".html") || path.hasSuffix(".svg") {
            let text = site.text(path)
            #expect(!text.contains("<script>"), "\(path)")
            #expect(!text.contains("<img"), "\(path)")
            #expect(!text.contains("javascript:alert\""), "\(path)")
            #expect(!text.contains("<strong>b</strong>"), "\(path)")
            #expect(!text.contains("\u{202E}"), "\(path)")
        }
        #expect(LinkCheck(site.files).broken == [])
    }

    @Test func `a page keeps its one title and its sections`() throws {
        let night = NightBuilder.hostile
        let site = try RenderedSite(night.hostileInput)
        let page = site.text(night.failures[0].page)
        #expect(page.components(separatedBy: "<h1").count == 2)
        #expect(page.contains("<section id=\"provenance\""))
        #expect(!page.contains("<h1>x"))
    }

    @Test func `commands stay one command for any name of a log group`() throws {
        var night = NightBuilder()
        night.add(.handledError, minutes: 1, status: 500) { failure in
            failure.invocation?.logGroup = "/aws/lambda/x'; rm -rf ~ #$(id)`id`\n-e"
            failure.invocation?.id = "a\"b'c\\d"
        }
        let page = try RenderedSite(night).text(String(night.failures[0].page.dropLast(4)) + "md")
        #expect(
            page.contains(
                #"""
                aws logs filter-log-events \
                  --log-group-name='/aws/lambda/x'\''; rm -rf ~ #$(id)`id`?-e' \
                """#))
        #expect(page.contains(#"  --filter-pattern='"a\"b'\''c\\d"'"#))
    }

    @Test func `no page is larger than 300 kB whatever its log holds`() throws {
        var night = NightBuilder()
        let long = String(repeating: "\"<&>\" ", count: 8_000)
        let short = String(long.prefix(3000))
        night.add(.handledError, minutes: 1, status: 500) { failure in
            let line = failure.lines[2]
            failure.lines = (0..<3000).map { number in
                var line = line
                line.line.place = EventPlace(input: 1, event: UInt32(number))
                line.proof = nil
                line.line.text = number % 7 == 0 ? long : "line \(number)"
                line.line.message = line.line.text
                line.line.source = number % 2 == 0 ? .platformLog : .executionLog
                line.role = number % 2 == 0 ? .function : .gateway
                return line
            }
            var error = ErrorDetails(type: "E", message: long, runtime: "java", raw: long + long, caught: false)
            error.frames = (0..<5000).map {
                ErrorFrame(function: "f<\($0)>", file: "F.java", line: $0, column: nil, own: $0 % 2 == 0)
            }
            failure.error = error
            failure.verdict.sentence = long
            failure.verdict.proof[0].line = long
            failure.request?.path = long
            failure.request?.userAgent = long
            failure.request?.message = long
        }
        for number in 0..<250 {
            night.add(.invalidBody, minutes: 2 + Double(number) / 10, status: 400) { $0.request?.message = short }
        }
        let site = try RenderedSite(night)
        for path in site.paths where path.hasSuffix(".html") {
            let size = site.files[path]?.count ?? 0
            #expect(size <= 300_000, "\(path)")
        }
        let failure = night.failures[0]
        let plain = site.text(String(failure.page.dropLast(4)) + "txt")
        #expect(plain.contains("line 1499\n"))
        #expect(site.text(failure.page).contains("lines left out"))
        #expect(LinkCheck(site.files).broken == [])
    }
}
