// The site as parts that can be rendered on any core:
//  1. redact, so that nothing after it can see a secret;
//  2. check the templates;
//  3. name what every page looks up;
//  4. list the pages, the machine files and the assets.

import Charts
import MarkdownHTML
import Model

/// Redaction happens here, on at most `jobs` threads; the pages are rendered when their part is.
package func plannedSite(_ input: consuming SiteInput, jobs: Int = 1) throws -> PlannedSite {
    var input = consume input
    let templates = try TemplateSet(files: input.templates, pages: templatePages)
    let redacted = RedactedInput(&input, jobs: jobs)
    let assets = Assets(theme: input.theme)
    let night = Night(redacted, templates: templates, frame: PageFrame(redacted.report, assets: assets))
    var parts = [
        SitePart { assets.files },
        SitePart { [SiteFile(path: "report.json", bytes: Array(reportJSON(redacted).utf8))] },
        SitePart { [failuresFile(redacted)] },
        SitePart { IDIndex.files(redacted.failures) },
    ]
    parts += pageParts(night)
    // A failure page is small: a part holds a few, so that handing it to a thread costs less than rendering it.
    for start in stride(from: 0, to: redacted.failures.count, by: failuresAPart) {
        let range = start..<min(redacted.failures.count, start + failuresAPart)
        parts.append(SitePart { range.flatMap { failureFiles($0, in: night) } })
    }
    return PlannedSite(parts: parts, manifest: ManifestFacts(redacted.report, madeAt: input.madeAt))
}

private let failuresAPart = 32

/// The failures before and after a member.
private func neighbours(_ title: String, of position: Int, in members: [Int], _ night: Night) -> FrameList {
    let around = [("\u{2190}", position - 1), ("\u{2192}", position + 1)].filter { members.indices.contains($0.1) }
    return FrameList(
        title: title,
        links: around.map { arrow, neighbour in
            let other = night.failure(members[neighbour])
            return FrameLink(name: "\(arrow) \(night.zone.clock(other.time))", path: other.page)
        })
}

private func failuresFile(_ input: RedactedInput) -> SiteFile {
    let failures = input.failures
    return SiteFile(path: "failures.ndjson", pieces: (failures.count + failuresAPart - 1) / failuresAPart) { number in
        var bytes: [UInt8] = []
        for failure in failures.dropFirst(number * failuresAPart).prefix(failuresAPart) {
            bytes.append(contentsOf: failureJSON(failure.failure).utf8)
            bytes.append(0x0A)
        }
        return bytes
    }
}

private func failureFiles(_ index: Int, in night: Night) -> [SiteFile] {
    let redacted = night.input.failures[index]
    let failure = redacted.failure
    var place = PagePlace(path: String(failure.page.dropLast(5)), menu: .failures)
    place.redactions = redacted.redactions
    place.trail = [FrameLink(name: "Overview", path: "index.html")]
    if let endpoint = night.endpoint(of: index) {
        place.trail.append(FrameLink(name: clipped(endpoint.endpoint ?? "No route", 80), path: endpoint.page))
    } else if let function = failure.function, let page = night.page(ofFunction: function) {
        place.trail.append(FrameLink(name: function, path: page))
    }
    if let group = night.group(of: failure) {
        place.trail.append(FrameLink(name: clipped(group.title, 80), path: group.page))
        if let position = group.members.binarySearch(index) {
            place.neighbours.append(neighbours("In this group", of: position, in: group.members, night))
        }
    }
    if let members = night.endpoint(of: index)?.failures, let position = members.binarySearch(index) {
        place.neighbours.append(neighbours("On this endpoint", of: position, in: members, night))
    }
    place.trail.append(FrameLink(name: failure.shortID, path: failure.page))
    let page = FailurePage(index, in: night, place: place)
    var figures: [PageFigure] = []
    if let figure = page.timeline?.figure {
        figures = [PageFigure(TimelineBlock.figureName, published: false) { figure.svg($0) }]
    }
    var files = PageDocument(place: place, page: page, figures: figures).files(night.templates, night.frame)
    if page.needsPlainLog {
        files.append(SiteFile(path: PlainLog.path(failure), bytes: Array(PlainLog.text(failure, zone: night.zone).utf8)))
    }
    return files
}
